from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.model import Unreadable
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Scope
from autograder.quizzes.score import judge
from autograder.quizzes.variants import show_variant

ASK = {"en": "Put in order.", "ko": "순서대로 쓰시오."}
STEPS = [
    {"key": "forward", "text": "forward pass"},
    {"key": "dz", "text": "compute $dZ$"},
    {"key": "dw", "text": "compute $dW$"},
    {"key": "db", "text": "compute $db$"},
    {"key": "update", "text": "update {{ n }} times"},
]
RIGHT = ["forward", "dz", ["dw", "db"], "update"]
SHUFFLED = ("dz", "update", "forward", "db", "dw")  # right: ③ ① {④ ⑤} ②
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def item(right=RIGHT, credit="all", **more):
    answer = {"order": STEPS, "right": right, "credit": credit}
    return Item.model_validate({"id": "it", "ask": ASK, "answer": answer, **more})


def asked(right=RIGHT, credit="all", order=SHUFFLED, **more):
    made = item(right, credit, **more)
    return made, show_variant(made, {"n": 2}, order, "en")


@pytest.mark.parametrize(
    "response",
    [
        "③①④⑤②",
        "3 1 5 4 2",
        "3, 1, 5, 4, 2",
        "3 → 1 → 5 → 4 → 2",
        "3-1-5-4-2",
        "3>1>5>4>2",
        "forward dz dw db update",
        ["forward", "dz", "db", "dw", "update"],
        [3, 1, 4, 5, 2],
        "forward pass\ncompute $dZ$\ncompute $db$\ncompute $dW$\nupdate 2 times",
    ],
)
def test_a_sequence_is_written_in_many_ways(response):
    assert judge(*asked(), response).score == 1


@pytest.mark.parametrize(
    ("response", "why"),
    [
        ("③①④④②", "an option is written twice"),
        ("③①④⑥②", "there is no option ⑥"),
        ("31452", "an option is written by its sign, such as ②"),
        ({"1": 3}, "an option is written by its sign, such as ②"),
    ],
)
def test_what_is_no_sequence_says_why(response, why):
    judged = judge(*asked(), response)
    assert judged.outcome == "unreadable"
    assert judged.problem.render("en") == why


@pytest.mark.parametrize(
    ("right", "response", "longest"),
    [
        (RIGHT, "③①④⑤②", 1),
        (RIGHT, "②⑤④①③", 0),  # reversed: the free pair alone is in order
        (RIGHT, "①③④⑤②", 2 / 3),
        (RIGHT, "③①④②", 2 / 3),  # one left out
        (RIGHT, "③", 0),
        (["forward", "dz", "update"], "③①②", 1),
        (["forward", "dz", "update"], "②①③", 0),
        (["forward", "dz", "update"], "①③②", 1 / 2),
        (["forward", "dz", "update"], "③①④②", 2 / 3),  # a distractor
        (["forward", "dz", "update"], "④⑤", 0),
        ([["forward", "dz"]], "③", 0),
    ],
)
def test_credit(right, response, longest):
    judged = judge(*asked(right, "longest"), response)
    assert judged.score == pytest.approx(longest)
    assert judge(*asked(right), response).score == float(longest == 1)


def test_key_and_response_are_shown_by_sign_and_text():
    judged = judge(*asked(), "③①")
    assert judged.read == "③ (forward pass) → ① (compute $dZ$)"
    assert judged.key == (
        "③ (forward pass) → ① (compute $dZ$) → "
        "{⑤ (compute $dW$), ④ (compute $db$)} → ② (update 2 times)"
    )


@pytest.mark.parametrize(
    ("right", "how"),
    [
        (RIGHT, "Write all numbers in order, such as ③①②."),
        (
            ["forward", "dz"],
            "Write the numbers in order, such as ③①②; leave out what does not belong.",
        ),
    ],
)
def test_how(right, how):
    assert asked(right)[1].form.how == how


@pytest.mark.parametrize(
    ("when", "response", "mistake"),
    [
        (["dz", "forward", ["dw", "db"], "update"], "①③⑤④②", "off"),
        (["dz", "forward", "dw", "db", "update"], "①③④⑤②", None),
        (["dz"], "①", "off"),
        ("dz", "①", "off"),
    ],
)
def test_a_mistake(when, response, mistake):
    mistakes = [{"id": "off", "when": when, "say": ASK}]
    assert judge(*asked(mistakes=mistakes), response).mistake == mistake


def test_a_mistake_with_an_unknown_key_is_the_authors():
    mistakes = [{"id": "off", "when": ["dz", "updat"], "say": ASK}]
    judged = judge(*asked(mistakes=mistakes), "①")
    said = "forward, dz, dw, db, update (nearest: update), got 'updat'"
    assert judged.problem.render("en") == f"when: expected one of {said}"


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (RIGHT, []),
        (
            ["forward", "forwards", ["dz", "forward"], []],
            [
                "right.1: expected one of forward, dz, dw, db, update "
                "(nearest: forward), got 'forwards'",
                "right.2: expected each key once, got 'forward' again",
                "right.3: expected at least one key, got nothing",
            ],
        ),
        ([["dw", "db"]], ["right: expected at least two in order, got 1"]),
        ([], ["right: expected at least two in order, got 0"]),
    ],
)
def test_problems_of_a_file(right, said):
    assert list(item(right).answer.problems("")) == said


def test_variants_differ_by_texts():
    made, variant = asked()
    texts = made.answer.distinct(Scope(made, variant.params))
    assert texts[0] == "forward pass"
    assert texts[4] == "update 2 times"


@given(st.text() | JSON | st.text(alphabet="①②③④⑤12345->, "))
def test_reading_and_grading_are_total(response):
    made, variant = asked(credit="longest")
    scope = Scope(made, variant.params)
    with suppress(Unreadable):
        read = made.answer.read(response, variant.form)
        assert 0 <= made.answer.grade(read, made.answer.key(scope), scope) <= 1


KEYS = [step["key"] for step in STEPS]


@given(
    written=st.lists(st.sampled_from(KEYS), unique=True),
    right=st.lists(st.sampled_from(KEYS), unique=True, min_size=2),
    paper=st.permutations(KEYS),
)
def test_the_longest_share_is_that_of_the_common_subsequence(written, right, paper):
    made, variant = asked(right, "longest", order=paper)
    extra = len(set(written) - set(right))
    share = max(0, _common(written, right) - 1) / (len(right) + extra - 1)
    assert judge(made, variant, written).score == pytest.approx(share)
    signs = [paper.index(key) + 1 for key in written]
    assert judge(made, variant, signs).score == pytest.approx(share)
    assert judge(made, variant, right).score == 1
    assert judge(made, variant, right[::-1]).score == 0


def _common(one, other):
    """Return the length of the longest common subsequence, by its definition."""
    if not one or not other:
        return 0
    if one[0] == other[0]:
        return 1 + _common(one[1:], other[1:])
    return max(_common(one[1:], other), _common(one, other[1:]))

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

ASK = {"en": "Match.", "ko": "짝지으시오."}
LEFT = [
    {"key": "weight", "text": "W, for {{ n }} units", "to": "matrix"},
    {"key": "bias", "text": "b", "to": "column"},
    {"key": "cost", "text": "J", "to": "number"},
]
OPTIONS = [
    {"key": "matrix", "text": "(n, n_prev)"},
    {"key": "column", "text": "(n, 1)"},
    {"key": "number", "text": "a number"},
    {"key": "row", "text": "a row: (1, m)"},
]
SHUFFLED = ("row", "number", "matrix", "column")  # right: a ③, b ④, c ②
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def item(left=LEFT, options=OPTIONS, credit="each", **more):
    answer = {"match": left, "options": options, "credit": credit}
    return Item.model_validate({"id": "it", "ask": ASK, "answer": answer, **more})


def asked(order=SHUFFLED, **more):
    made = item(**more)
    return made, show_variant(made, {"n": 2}, order, "en")


@pytest.mark.parametrize(
    "response",
    [
        "a: ③, b: 4, c: ②",
        "a: 3\nb: 4\nc: 2",
        "a3 b4 c2",
        "A③B④C②",
        "c=2; a=3; b=4",
        "(a) 3, (b) 4, (c) 2",
        "a-3, b-4, c-2",
        "a → ③\nb → ④\nc → ②",
        "a. 3번, b. 4번, c. 2번",
        "3 4 2",
        "③④②",
        [3, 4, 2],
        ["matrix", "column", "number"],
        "matrix, column, number",
        {"weight": "matrix", "bias": "column", "cost": "number"},
        {"a": 3, "b": "④", "c": "a number"},
        {"W, for 2 units": "(n, n_prev)", "b": "(n, 1)", "J": "a number"},
        "weight: matrix, bias: column, cost: number",
        "a: (n, n_prev)\nb: (n, 1)\nc: a number",
        "a: (n, n_prev); b: (n, 1); c: a number",
        "W, for 2 units: ③\nb: ④\nJ: ②",
        "W, for 2 units: ③, b: ④, J: ②",
        "W, for 2 units: (n, n_prev), b: (n, 1), J: a number",
        "J = a number; b = (n, 1); w, for 2 units = (n, n_prev);",
    ],
)
def test_pairs_are_written_in_many_ways(response):
    judged = judge(*asked(), response)
    assert (judged.score, judged.problem) == (1, None)
    assert judged.read == judged.key
    assert judged.key == "a: ③ ((n, n_prev)), b: ④ ((n, 1)), c: ② (a number)"


@pytest.mark.parametrize(
    ("response", "each", "everything", "read"),
    [
        ("a: 3", 1 / 3, 0, "a: ③ ((n, n_prev))"),
        ("a: 3, b: 4", 2 / 3, 0, "a: ③ ((n, n_prev)), b: ④ ((n, 1))"),
        ("b: a row: (1, m)", 0, 0, "b: ① (a row: (1, m))"),
        ({"a": 3, "b": None, "c": ""}, 1 / 3, 0, "a: ③ ((n, n_prev))"),
        ({}, 0, 0, ""),
        ("②②②", 1 / 3, 0, "a: ② (a number), b: ② (a number), c: ② (a number)"),
    ],
)
def test_a_missing_pair_is_not_right(response, each, everything, read):
    judged = judge(*asked(), response)
    assert judged.score == pytest.approx(each)
    assert judged.read == read
    assert judge(*asked(credit="all"), response).score == everything
    assert judge(*asked(credit="all"), "③④②").score == 1


@pytest.mark.parametrize(
    ("response", "why"),
    [
        ("3 4", "expected an option for each of 3"),
        ([], "expected an option for each of 3"),
        ("a: 3, a: 4", "`a` is written twice"),
        ({"weight": 3, "a": 3}, "`a` is written twice"),
        ("d: 3", "a row is named by its letter, a to c"),
        ("a: 7", "there is no option 7"),
        ("W, for 2 units: tensor", "an option is written by its sign, such as ②"),
        ("a: tensor", "an option is written by its sign, such as ②"),
        ({"a": [1]}, "an option is written by its sign, such as ②"),
        (True, "an option is written by its sign, such as ②"),
    ],
)
def test_what_is_no_match_says_why(response, why):
    judged = judge(*asked(), response)
    assert judged.outcome == "unreadable"
    assert judged.problem.render("en") == why


TWICE = [
    {"key": "first", "text": "x", "to": "one"},
    {"key": "second", "text": "u, x", "to": "two"},
]
EITHER = [
    {"key": "one", "text": "p"},
    {"key": "two", "text": "q"},
    {"key": "three", "text": "p, u"},
]


@pytest.mark.parametrize(
    ("response", "read"),
    [
        ("u, x: q", {"second": "two"}),
        ("x: q, u, x: p", {"first": "two", "second": "one"}),
        ("x: p, u, x: q", None),  # p and u, x; or p, u and x again
        ("u, x: p, u, x: q", None),
        ("u, x: p, u, x: p", None),
        ("u, x: q, u, x: q", None),
    ],
)
def test_what_can_be_read_in_one_way_is_read(response, read):
    made, variant = asked(("one", "two", "three"), left=TWICE, options=EITHER)
    if read is None:
        with pytest.raises(Unreadable):
            made.answer.read(response, variant.form)
    else:
        assert made.answer.read(response, variant.form) == read


def test_looking_for_ways_ends():
    made, variant = asked(("one", "two", "three"), left=TWICE, options=EITHER)
    for response in ("u, x: p, " * 30, "x:" * 500, ",:" * 59, "u, x: p, u, " * 500):
        with pytest.raises(Unreadable):
            made.answer.read(response, variant.form)


def test_the_left_sides_stay_in_the_order_of_the_file():
    form = asked()[1].form
    assert [part.text for part in form.parts] == ["W, for 2 units", "b", "J"]
    assert [option.text for option in form.options][:2] == ["a row: (1, m)", "a number"]
    assert form.how == (
        "Write an option for each letter, such as a: ②, b: ①; "
        "an option may be used again or never."
    )


@pytest.mark.parametrize(
    ("when", "mistake"),
    [
        ({"bias": "row"}, "off"),
        ({"bias": "row", "cost": "number"}, "off"),
        ({"bias": "row", "cost": "row"}, None),
    ],
)
def test_a_mistake_is_all_pairs_that_are_given(when, mistake):
    mistakes = [{"id": "off", "when": when, "say": ASK}]
    judged = judge(*asked(mistakes=mistakes), "a: 3, b: 1, c: 2")
    assert judged.mistake == mistake


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("bias", "when: expected a mapping, got 'bias'"),
        (
            {"bia": "row"},
            "when: expected one of weight, bias, cost (nearest: bias), got 'bia'",
        ),
        (
            {"bias": ["row"]},
            "when: expected one of matrix, column, number, row (nearest: row), "
            "got \"['row']\"",
        ),
    ],
)
def test_a_mistake_that_is_no_match_is_the_authors(when, said):
    mistakes = [{"id": "off", "when": when, "say": ASK}]
    judged = judge(*asked(mistakes=mistakes), "a: 1")
    assert judged.outcome == "could-not-score"
    assert judged.problem.render("en") == said


@pytest.mark.parametrize(
    ("left", "options", "said"),
    [
        (LEFT, OPTIONS, []),
        (
            [{**LEFT[0], "to": "metrix"}, {**LEFT[1], "key": "a"}, {**LEFT[2]}],
            OPTIONS,
            [
                "match.0.to: expected one of matrix, column, number, row "
                "(nearest: matrix), got 'metrix'",
                "match.1.key: expected 'b' or a word, got 'a'",
            ],
        ),
        (
            [LEFT[0], {**LEFT[1], "key": "weight"}, LEFT[2]],
            [*OPTIONS, {"key": "row", "text": "a row"}],
            [
                "match.1.key: expected a key of its own, got 'weight' again",
                "options.4.key: expected a key of its own, got 'row' again",
            ],
        ),
    ],
)
def test_problems_of_a_file(left, options, said):
    assert list(item(left, options).answer.problems("")) == said


def test_a_mistake_means_the_right_pairs_but_for_its_own():
    made, variant = asked()
    meant = made.answer.meant({"bias": "row"}, Scope(made, variant.params))
    assert meant == [{"weight": "matrix", "bias": "row", "cost": "number"}]


def test_variants_differ_by_texts():
    made, variant = asked()
    texts = made.answer.distinct(Scope(made, variant.params))
    assert texts[:3] == ["W, for 2 units", "b", "J"]


def test_pairs_that_left_the_item_are_shown_by_their_keys():
    made, variant = asked()
    assert made.answer.show({"gone": "old"}, variant.form) == "gone: old"


@given(st.text() | JSON | st.text(alphabet="abc①②③④1234:=,;\n -"))
def test_reading_and_grading_are_total(response):
    made, variant = asked()
    scope = Scope(made, variant.params)
    with suppress(Unreadable):
        read = made.answer.read(response, variant.form)
        assert 0 <= made.answer.grade(read, made.answer.key(scope), scope) <= 1
        made.answer.show(read, variant.form)


KEYS = [option["key"] for option in OPTIONS]


@given(
    chosen=st.dictionaries(
        st.sampled_from(["weight", "bias", "cost"]), st.sampled_from(KEYS), min_size=1
    ),
    paper=st.permutations(KEYS),
)
def test_shuffling_changes_nothing(chosen, paper):
    made, variant = asked(order=paper)
    by_key = judge(*asked(), chosen).score
    assert judge(made, variant, chosen).score == by_key
    letters = {"weight": "a", "bias": "b", "cost": "c"}
    signs = ", ".join(
        f"{letters[part]}: {paper.index(key) + 1}" for part, key in chosen.items()
    )
    assert judge(made, variant, signs).score == by_key

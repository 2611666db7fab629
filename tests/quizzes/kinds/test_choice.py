from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.messages import Text
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.choice import ManyAnswer, OneAnswer
from autograder.quizzes.model import Unreadable
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Scope
from autograder.quizzes.score import judge
from autograder.quizzes.variants import show_variant

ASK = {"en": "Which?", "ko": "어느 것?"}
SAY = {"en": "No, {{ n }}.", "ko": "아니오, {{ n }}."}
OPTIONS = [
    {"key": "up", "text": "{{ n }} units", "right": True},
    {"key": "down", "text": {"en": "fewer", "ko": "적게"}, "say": SAY},
    {"key": "same", "text": "as many"},
    {"key": "some", "text": "some", "right": "n > 5", "say": SAY},
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def item(answer, **more):
    return Item.model_validate({"id": "it", "ask": ASK, "answer": answer, **more})


def asked(answer, order=("same", "up", "some", "down"), n=3, **more):
    made = item(answer, **more)
    return made, show_variant(made, {"n": n}, order, "en")


def problems(answer):
    return list(item(answer).answer.problems(""))


def test_options_are_shown_in_the_order_of_the_paper():
    made, variant = asked({"one": OPTIONS})
    assert [option.text for option in variant.form.options] == [
        "as many",
        "3 units",
        "some",
        "fewer",
    ]
    assert variant.form.how == "Write the number of one option, such as ②."
    assert made.answer.choices == ["up", "down", "same", "some"]
    assert made.answer.shuffled
    assert made.answer.speaking == ["down", "some"]
    assert not item({"one": OPTIONS, "shuffle": False}).answer.shuffled
    how = asked({"many": OPTIONS})[1].form.how
    expected = "Write the numbers of all options that are right, such as ①③, or `none`."
    assert how == expected


def test_options_that_read_alike_are_the_authors_fault():
    alike = [{"key": "a", "text": "{{ n }}", "right": True}, {"key": "b", "text": "3"}]
    with pytest.raises(ExpressionError) as error:
        asked({"one": alike}, order="ab")
    assert str(error.value) == "a, b: expected different texts, got '3' twice"


@pytest.mark.parametrize("response", ["②", 2, "2번", "up", "3 units", ["up"], [2]])
def test_one_right_option_is_worth_all(response):
    judged = judge(*asked({"one": OPTIONS}), response)
    assert (judged.score, judged.read, judged.key) == (1, "② (3 units)", "② (3 units)")


@pytest.mark.parametrize(
    ("response", "mistake", "say"),
    [("④", "down", "No, 3."), ("①", None, None), ("3", "some", "No, 3.")],
)
def test_a_wrong_option_says_what_its_author_says(response, mistake, say):
    judged = judge(*asked({"one": OPTIONS}), response)
    assert (judged.score, judged.mistake) == (0, mistake)
    assert (judged.say.render("en") if judged.say else None) == say


@pytest.mark.parametrize(("response", "count"), [("①②", 2), ([], 0), (["up", "up"], 2)])
def test_one_is_one(response, count):
    judged = judge(*asked({"one": OPTIONS}), response)
    assert judged.outcome == "unreadable"
    assert judged.problem.render("en") == f"expected one option, got {count}"


@pytest.mark.parametrize(
    ("n", "answer", "said"),
    [
        (
            6,
            {"one": OPTIONS},
            "one: expected one of up, down, same, some to be right, got some, up",
        ),
        (
            6,
            {"one": [{**OPTIONS[3], "right": "n > 9"}, OPTIONS[2]]},
            "one: expected one of some, same to be right, got none",
        ),
        (
            6,
            {"many": [OPTIONS[1], {**OPTIONS[3], "right": "n"}]},
            "some: right: expected true or false, got 6",
        ),
    ],
)
def test_the_key_must_be_clear(n, answer, said):
    made = item(answer)
    with pytest.raises(ExpressionError) as error:
        made.answer.key(Scope(made, {"n": n}))
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("when", "response", "mistake"),
    [
        ("same", "①", "it"),
        (["same", "down"], "①", "it"),
        (["same", "down"], "③", "some"),
        ("down", "②", None),
    ],
)
def test_a_mistake_at_one_is_any_of_its_keys(when, response, mistake):
    mistakes = [{"id": "it", "when": when, "say": ASK}]
    assert (
        judge(*asked({"one": OPTIONS}, mistakes=mistakes), response).mistake == mistake
    )


@pytest.mark.parametrize(
    ("when", "response", "mistake"),
    [
        ("same", "①", "it"),
        ("same", "①②", None),
        (["up", "same"], "①②", "it"),
        ([], "none", "it"),
    ],
)
def test_a_mistake_at_many_is_all_of_its_keys(when, response, mistake):
    mistakes = [{"id": "it", "when": when, "say": ASK}]
    judged = judge(*asked({"many": OPTIONS}, n=6, mistakes=mistakes), response)
    assert judged.mistake == mistake


@pytest.mark.parametrize("kind", ["one", "many"])
def test_a_mistake_with_an_unknown_key_is_the_authors(kind):
    mistakes = [{"id": "it", "when": "dwn", "say": ASK}]
    judged = judge(*asked({kind: OPTIONS}, mistakes=mistakes), "①")
    said = "when: expected one of up, down, same, some (nearest: down), got 'dwn'"
    assert judged.outcome == "could-not-score"
    assert judged.problem == Text(said, said)


@pytest.mark.parametrize(
    ("response", "everything", "each", "net"),
    [
        ("②③", 1, 1, 1),  # up and some are right
        ("②", 0, 0.75, 0.5),
        ("②④", 0, 0.5, 0),
        ("②③④", 0, 0.75, 0.5),
        ("①④", 0, 0, 0),
        ("none", 0, 0.5, 0),
        ("없음", 0, 0.5, 0),
        (["some", "up", "up"], 1, 1, 1),
    ],
)
def test_credit_of_many(response, everything, each, net):
    scores = {"all": everything, "each": each, "net": net}
    for credit, score in scores.items():
        judged = judge(*asked({"many": OPTIONS, "credit": credit}, n=6), response)
        assert judged.score == score, credit


@pytest.mark.parametrize("credit", ["all", "each", "net"])
def test_nothing_may_be_right(credit):
    answer = {"many": OPTIONS[1:3], "credit": credit}
    judged = judge(*asked(answer, order=("same", "down")), "none")
    assert (judged.score, judged.read, judged.key) == (1, "none", "none")
    assert judge(*asked(answer, order=("same", "down")), "①②").score == 0


def test_many_says_of_the_first_wrong_option_that_has_something_to_say():
    judged = judge(*asked({"many": OPTIONS}), "①②③④")
    assert (judged.mistake, judged.say) == ("down", Text("No, 3.", "아니오, 3."))
    assert judged.read == "① (as many), ② (3 units), ③ (some), ④ (fewer)"
    assert judge(*asked({"many": OPTIONS}), "①②").mistake is None


def test_an_option_that_left_the_item_still_counts():
    _, variant = asked({"many": OPTIONS})
    now = item({"many": OPTIONS[:3], "credit": "each"})
    judged = judge(now, variant, "②③")
    assert (judged.score, judged.read) == (1, "② (3 units), ③ (some)")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"one": OPTIONS}, []),
        ({"many": OPTIONS}, []),
        ({"one": OPTIONS[1:3]}, ["one: expected one option that is right, got 0"]),
        (
            {"one": [OPTIONS[0], {**OPTIONS[2], "right": True}]},
            ["one: expected one option that is right, got 2"],
        ),
        (
            {"one": [OPTIONS[0], OPTIONS[1], {**OPTIONS[1]}]},
            [
                "one.2.key: expected a key of its own, got 'down' again",
                "one.2.text: expected a text of its own, got 'fewer' again",
            ],
        ),
        (
            {"many": [{"key": "none", "text": "None"}, {"key": "two", "text": "2"}]},
            [
                "many.1.text: expected a text unlike a sign ('$2$'), got '2'",
                "many.0.key: expected no word for no option, got 'none'",
                "many.0.text: expected no word for no option, got 'None'",
            ],
        ),
    ],
)
def test_problems_of_a_file(answer, said):
    assert problems(answer) == said


def test_variants_differ_by_key_and_texts():
    made = item({"one": OPTIONS})
    assert made.answer.distinct(Scope(made, {"n": 3})) == [
        ["up"],
        ["3 units", "fewer", "as many", "some"],
    ]


@given(
    response=st.text() | JSON | st.text(alphabet="①②③④1234,; none"),
    kind=st.sampled_from(["one", "many"]),
    credit=st.sampled_from(["all", "each", "net"]),
)
def test_reading_and_grading_are_total(response, kind, credit):
    answer = {kind: OPTIONS, **({"credit": credit} if kind == "many" else {})}
    made, variant = asked(answer)
    scope = Scope(made, variant.params)
    with suppress(Unreadable):
        read = made.answer.read(response, variant.form)
        assert 0 <= made.answer.grade(read, made.answer.key(scope), scope) <= 1
        made.answer.says(read, scope)
        assert made.answer.show(read, variant.form)


@given(order=st.permutations(["up", "down", "same", "some"]), chosen=st.data())
def test_shuffling_changes_nothing(order, chosen):
    keys = chosen.draw(st.sets(st.sampled_from(order), min_size=1))
    signs = [order.index(key) + 1 for key in keys]
    made, variant = asked({"many": OPTIONS, "credit": "each"}, order=order)
    by_key = judge(made, variant, sorted(keys))
    assert judge(made, variant, signs).score == by_key.score
    plain = asked({"many": OPTIONS, "credit": "each"})
    assert judge(*plain, sorted(keys)).score == by_key.score


def test_the_kinds_have_their_names():
    assert (OneAnswer.kind, ManyAnswer.kind) == ("one", "many")

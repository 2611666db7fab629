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

ASK = {"en": "Is {{ a }} above 2?", "ko": "{{ a }}가 2보다 큰가?"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def asked(spec="a > 2", a=3, **more):
    answer = {"true_false": spec}
    item = Item.model_validate({"id": "it", "ask": ASK, "answer": answer, **more})
    return item, show_variant(item, {"a": a}, (), "en")


@pytest.mark.parametrize(
    "response",
    [True, "true", "TRUE", " True. ", "`t`", "**true**", "참", "맞음", "o", "O", "○"],
)
def test_true(response):
    judged = judge(*asked(), response)
    assert (judged.score, judged.read) == (1, "true")


@pytest.mark.parametrize("response", ["ㅇ", "\uff2f", "\u3007"])
def test_true_by_other_keyboards(response):
    assert judge(*asked(), response).score == 1


@pytest.mark.parametrize(
    "response", [False, "false", "F", "거짓", "틀림", "x", "X", "×", "✗", "\uff38"]
)
def test_false(response):
    judged = judge(*asked(), response)
    assert (judged.score, judged.read, judged.key) == (0, "false", "true")


@pytest.mark.parametrize("response", ["yes", "no", "1", 1, 0, [True], {}, "true false"])
def test_other_words_are_unreadable(response):
    judged = judge(*asked(), response)
    assert judged.outcome == "unreadable"
    assert judged.problem.render("en") == "expected true or false"


@pytest.mark.parametrize(("spec", "key"), [(True, "true"), ("a > 3", "false")])
def test_the_key_may_be_an_expression(spec, key):
    item, variant = asked(spec)
    assert judge(item, variant, None).key == key
    assert variant.form.how == "Write true or false."


@pytest.mark.parametrize(
    ("spec", "when", "said"),
    [
        ("a", True, "a: expected true or false, got 3"),
        (True, "1", "1: expected true or false, got 1"),
    ],
)
def test_only_truth_values_are_true_or_false(spec, when, said):
    mistakes = [{"id": "off", "when": when, "say": ASK}]
    judged = judge(*asked(spec, mistakes=mistakes), False)
    assert judged.outcome == "could-not-score"
    assert judged.problem.render("en") == said


@pytest.mark.parametrize(("when", "mistake"), [(False, "off"), ("a < 3", "off")])
def test_a_mistake(when, mistake):
    mistakes = [{"id": "off", "when": when, "say": ASK}]
    assert judge(*asked(mistakes=mistakes), "x").mistake == mistake
    assert judge(*asked(mistakes=mistakes), "o").mistake is None


def test_variants_differ_by_statement():
    item, variant = asked()
    scope = Scope(item, variant.params)
    assert item.answer.distinct(scope) == [True, "Is 3 above 2?"]


@given(st.text() | JSON)
def test_reading_is_total(response):
    item, variant = asked()
    with suppress(Unreadable):
        assert item.answer.read(response, variant.form) in (True, False)

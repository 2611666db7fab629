import pytest

from autograder.course.schema import TextPart
from autograder.messages import Text
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Scope


def scope_of(derive, params, numpy=None):
    words = {"en": "a", "ko": "가"}
    item = {"id": "a", "ask": words, "answer": {"number": 3}, "derive": derive}
    return Scope(Item.model_validate(item), params, numpy)


def test_derived_names_may_use_earlier_ones():
    scope = scope_of({"m": "n + 1", "k": "m * m"}, {"n": 2})
    assert scope.names == {"n": 2, "m": 3, "k": 9}
    assert scope.params == {"n": 2}


def test_a_string_is_an_expression_and_all_else_a_value():
    scope = scope_of({}, {"n": 2})
    assert scope.value("n + 1") == 3
    assert scope.value(["n"]) == ["n"]
    assert scope.value(None) is None


def test_texts():
    scope = scope_of({}, {"n": 2})
    assert scope.line("{{ n }} units") == "2 units"
    assert scope.line("{{ n }} units") is scope.line("{{ n }} units")
    words = TextPart(en="{{ n }} units", ko="유닛 {{ n }}개")
    assert scope.text(words) == Text("2 units", "유닛 2개")


def test_a_derived_name_that_cannot_be_computed():
    with pytest.raises(ExpressionError, match="ZeroDivisionError"):
        scope_of({"m": "1 / n"}, {"n": 0})


def test_where_numpy_runs():
    numpy = object()
    assert scope_of({}, {}, numpy).numpy is numpy
    with pytest.raises(RuntimeError, match="needs somewhere to run"):
        _ = scope_of({}, {}).numpy

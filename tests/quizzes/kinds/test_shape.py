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

ASK = {"en": "Ask.", "ko": "묻습니다."}
SAY = {"en": "No.", "ko": "아니오."}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def item(answer, **more):
    return Item.model_validate({"id": "it", "ask": ASK, "answer": answer, **more})


def judged(answer, response, params=None, **more):
    made = item(answer, **more)
    return judge(made, show_variant(made, params or {}, (), "en"), response)


def score(answer, response, params=None, **more):
    return judged(answer, response, params, **more).score


def why(answer, response, **more):
    """Return why a response cannot be read, in English."""
    found = judged(answer, response, **more)
    assert found.outcome == "unreadable"
    return found.problem.render("en")


def fault(answer, response="1", params=None, **more):
    """Return what is wrong with an author's item."""
    found = judged(answer, response, params, **more)
    assert found.outcome == "could-not-score"
    return found.problem.render("en")


def mistake(answer, when, response, params=None):
    mistakes = [{"id": "made", "when": when, "say": SAY}]
    return judged(answer, response, params, mistakes=mistakes).mistake


def how(answer):
    return show_variant(item(answer), {}, (), "en").form.how


def read(answer, response):
    made = item(answer)
    return made.answer.read(response, show_variant(made, {}, (), "en").form)


def is_total(answer, when, response, code=""):
    """Read, grade, compare and show `response`; only `Unreadable` may be raised."""
    made = item(answer, code=code)
    form = show_variant(made, {}, (), "en").form
    scope = Scope(made, {})
    with suppress(Unreadable):
        got = made.answer.read(response, form)
        assert isinstance(made.answer.show(got, form), str)
        assert isinstance(made.answer.is_mistake(got, when, scope), bool)
        assert 0 <= made.answer.grade(got, made.answer.key(scope), scope) <= 1


MATRIX = {"shape": "(n, n_prev)"}
PARAMS = {"n": 4, "n_prev": 5}


@pytest.mark.parametrize(
    "response",
    [
        "(4, 5)",
        "4, 5",
        "4 x 5",
        "4×5",
        "4 by 5",
        "[4, 5]",
        "（４， ５）",
        "(2*2, 10/2)",
        "`(4,5)`",
        "(4, 5,)",
        [4, 5],
        ["4", 5.0],
    ],
)
def test_a_shape_is_read_however_it_is_written(response):
    found = judged(MATRIX, response, PARAMS)
    assert (found.outcome, found.read, found.key) == ("right", "(4, 5)", "(4, 5)")


@pytest.mark.parametrize(
    ("response", "read"),
    [("(3,)", "(3,)"), ("3", "(3,)"), ("()", "()"), (3, "(3,)"), ("에러", "error")],
)
def test_what_is_read(response, read):
    assert judged(MATRIX, response, PARAMS).read == read


@pytest.mark.parametrize(
    "response",
    [
        "(4, y)",
        "(-1, 2)",
        "1.5",
        "9**9**9",
        "4 5",
        "1," * 9,
        "1" + " " * 9990 + "1",
        True,
        {"a": 1},
        [True],
        [[1]],
        list(range(100)),
        "(" * 9999,
    ],
)
def test_what_is_no_shape(response):
    assert why({"shape": [3]}, response) == "a shape is written like (3, 1)"


def test_what_cannot_even_be_printed():
    for response in (10**5000, [10**5000]):
        with pytest.raises(Unreadable, match="a shape is written like"):
            read({"shape": [3]}, response)


def test_none_is_where_numpy_would_raise():
    answer = {"shape": "broadcast([3, 1], [2])"}
    assert score({"shape": None}, "Error") == 1
    assert score({"shape": "broadcast([3, 2], [3])"}, "오류") == 1
    assert score(answer, "error") == 0
    assert score(answer, "(3, 2)") == 1
    assert judged({"shape": None}, "(1,)").key == "error"


def test_a_mistake_is_a_shape():
    assert mistake(MATRIX, "(n_prev, n)", "(5, 4)", PARAMS) == "made"
    assert mistake(MATRIX, [5, 4], "(5, 4)", PARAMS) == "made"
    assert mistake(MATRIX, None, "error", PARAMS) == "made"
    assert mistake(MATRIX, "(n_prev, n)", "(5, 3)", PARAMS) is None


@pytest.mark.parametrize("spec", ["3", "(1.5, 2)", "(-1, 2)", "(True, 2)"])
def test_a_key_must_be_a_shape(spec):
    said = fault({"shape": spec})
    assert said.startswith(f"{spec}: expected a shape such as (n, 1), got ")


def test_how_to_write_it():
    assert how({"shape": [1]}) == "Write a shape such as (3, 1)."


@given(response=JSON)
def test_any_response_is_read_or_refused(response):
    is_total({"shape": [3, 1]}, [1], response)


@given(response=st.text("0123456789.-*/()[],x× error", max_size=30))
def test_any_text_is_read_or_refused(response):
    is_total({"shape": [3, 1]}, [1], response)


@given(key=st.lists(st.integers(0, 2**50), max_size=8))
def test_the_key_is_right(key):
    assert score({"shape": key}, str(tuple(key))) == 1
    assert score({"shape": key}, key) == 1

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

ASK = {"en": "Which line is wrong?", "ko": "어느 줄이 틀렸는가?"}
CODE = "def f(dZ, A):\n    dW = dZ @ A\n\n    return dW / {{ m }}\n"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def asked(line=2, code=CODE, m=5, **more):
    answer = {"line": line}
    item = Item.model_validate(
        {"id": "it", "ask": ASK, "answer": answer, "code": code, **more}
    )
    return item, show_variant(item, {"m": m}, (), "en")


@pytest.mark.parametrize(
    "response",
    [
        2,
        2.0,
        "2",
        "line 2",
        "Line 2",
        "L2",
        "2행",
        "2번째 줄",
        "2 번 줄",
        "2줄",
        "`2`",
        "2.",
    ],
)
def test_a_line_is_written_in_many_ways(response):
    judged = judge(*asked(), response)
    assert (judged.score, judged.read) == (1, "2 (dW = dZ @ A)")


def test_a_blank_line_counts():
    judged = judge(*asked(), "3")
    assert (judged.score, judged.read, judged.key) == (0, "3", "2 (dW = dZ @ A)")


@pytest.mark.parametrize(
    ("response", "why"),
    [
        ("5", "expected a line from 1 to 4, got 5"),
        ("0", "expected a line from 1 to 4, got 0"),
        ("2.5", "a line is written by its number, such as 3"),
        ("-1", "a line is written by its number, such as 3"),
        ("two", "a line is written by its number, such as 3"),
        ("9" * 5000, "a line is written by its number, such as 3"),
        (True, "a line is written by its number, such as 3"),
        ([2], "a line is written by its number, such as 3"),
    ],
)
def test_what_is_no_line_says_why(response, why):
    judged = judge(*asked(), response)
    assert judged.outcome == "unreadable"
    assert judged.problem.render("en") == why


def test_the_form_shows_the_code():
    form = asked()[1].form
    assert form.code == "def f(dZ, A):\n    dW = dZ @ A\n\n    return dW / 5\n"
    assert form.how == "Write the number of one line, such as 3."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("m", "m: expected a line from 1 to 4, got 5"),
        ("m > 1", "m > 1: expected a line from 1 to 4, got True"),
        ("m / 5", "m / 5: expected a line from 1 to 4, got 1.0"),
    ],
)
def test_the_key_must_be_a_line(line, said):
    judged = judge(*asked(line), "1")
    assert judged.outcome == "could-not-score"
    assert judged.problem.render("en") == said


def test_a_mistake():
    mistakes = [{"id": "off", "when": "m - 1", "say": ASK}]
    assert judge(*asked(mistakes=mistakes), "4").mistake == "off"
    assert judge(*asked(mistakes=mistakes), "1").mistake is None


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (4, CODE, []),
        ("m", CODE, []),
        (5, CODE, ["line: expected a line from 1 to 4, got 5"]),
        (0, CODE, ["line: expected a line from 1 to 4, got 0"]),
        (1, "", ["line: expected `code` beside the answer, got nothing"]),
    ],
)
def test_problems_of_a_file(line, code, said):
    item, _ = asked(line, code)
    assert list(item.answer.problems(item.code)) == said


def test_variants_differ_by_line_and_code():
    item, variant = asked()
    scope = Scope(item, variant.params)
    assert item.answer.distinct(scope) == [2, variant.form.code]


def test_a_line_that_left_the_code_is_shown_by_its_number():
    item, variant = asked()
    assert item.answer.show(9, variant.form) == "9"


@given(st.text() | JSON)
def test_reading_is_total(response):
    item, variant = asked()
    with suppress(Unreadable):
        assert item.answer.read(response, variant.form) in range(1, 5)

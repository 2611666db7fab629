from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.messages import Message
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.model import Unreadable
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Scope
from autograder.quizzes.score import judge
from autograder.quizzes.variants import show_variant

ASK = {"en": "Ask.", "ko": "묻습니다."}
SAY = {"en": "No.", "ko": "아니오."}
LINEAR = {
    "expression": "W @ A + k * b",
    "inputs": {"W": [4, 3], "A": "[3, m]", "b": ["2 * m", 1]},
}
PARAMS = {"m": 2, "k": 5}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


class Here:
    """Evaluates in this process what the tests write, and counts it."""

    def __init__(self):
        self.names = []

    def author(self, text, inputs):
        try:
            return eval(text, {"np": np, **inputs})
        except Exception as error:
            raise ExpressionError(f"{text}: {error}") from None

    def student(self, text, inputs):
        self.names.append(sorted(inputs))
        try:
            return eval(f"(\n{text}\n)", {"np": np, **inputs})
        except Exception as error:
            raise Unreadable(Message("{error}", error=error)) from None


def item(answer=LINEAR, **more):
    return Item.model_validate({"id": "it", "ask": ASK, "answer": answer, **more})


def judged(response, answer=LINEAR, params=PARAMS, **more):
    made = item(answer, **more)
    variant = show_variant(made, params, (), "en")
    return judge(made, variant, response, Here())


@pytest.mark.parametrize(
    ("response", "read"),
    [
        ("W @ A + 5*b", "W @ A + 5*b"),
        ("Z = np.dot(W, A) + 5*b", "np.dot(W, A) + 5*b"),
        ("Z[1] = W @ A + 5*b;", "W @ A + 5*b"),
        ("Z^[l]=W@A+5*b", "W@A+5*b"),
        ("`(W @ A\n + 5*b)  # units`", "(W @ A  + 5*b)  # units"),
        ("W @ A − (−5)*b", "W @ A - (-5)*b"),
    ],
)
def test_any_expression_with_the_same_array_is_right(response, read):
    found = judged(response)
    assert (found.outcome, found.read) == ("right", read)
    assert found.key == "W @ A + k * b"


@pytest.mark.parametrize(
    "response",
    ["W @ A", "(W @ A + 5*b).T", "(W @ A + 5*b).ravel()", "1", "'a'", "None", "[W]"],
)
def test_any_other_is_wrong(response):
    assert judged(response).outcome == "wrong"


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("W @ A + k*b", "name 'k' is not defined"),
        (["W"], "a numpy expression is expected"),
        (True, "a numpy expression is expected"),
        ("W" * 1001, "it is longer than 1000 characters"),
    ],
)
def test_what_has_no_value(response, expected):
    found = judged(response)
    assert found.outcome == "unreadable"
    assert found.problem.render("en") == expected


def test_students_are_given_the_inputs_only():
    made, here = item(), Here()
    scope = Scope(made, PARAMS, here)
    assert made.answer.grade("W @ A + 5*b", made.answer.key(scope), scope) == 1
    assert here.names == [["A", "W", "b"]] * 2


def test_a_mistake_is_an_expression():
    mistakes = [{"id": "no-bias", "when": "W @ A", "say": SAY}]
    assert judged("np.dot(W, A)", mistakes=mistakes).mistake == "no-bias"
    assert judged("W", mistakes=mistakes).mistake is None


def test_a_response_without_a_value_is_no_mistake():
    made = item()
    assert not made.answer.is_mistake("q", "W", Scope(made, PARAMS, Here()))


def test_the_inputs_are_the_same_for_the_same_variant():
    made = item()

    def drawn(params):
        return list(made.answer._draws(Scope(made, params, Here())))

    first, second = drawn(PARAMS)
    assert {name: value.shape for name, value in first.items()} == {
        "W": (4, 3),
        "A": (3, 2),
        "b": (4, 1),
    }
    assert not np.array_equal(first["W"], second["W"])
    assert np.array_equal(first["W"], drawn(PARAMS)[0]["W"])
    assert not np.array_equal(first["W"], drawn({**PARAMS, "k": 6})[0]["W"])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({**LINEAR, "expression": "q"}, "q: name 'q' is not defined"),
        ({**LINEAR, "expression": "'a'"}, "'a': expected finite numbers"),
        ({**LINEAR, "expression": "W / 0.0"}, "W / 0.0: expected finite numbers"),
        (
            {"expression": "W", "inputs": {"W": "m"}},
            "inputs: W: expected a shape such as [4, 3], got 2",
        ),
        (
            {"expression": "W", "inputs": {"W": ["m", 0]}},
            "inputs: W: expected a shape such as [4, 3], got ['m', 0]",
        ),
        (
            {"expression": "W", "inputs": {"W": [101, 100]}},
            "inputs: W: expected a shape such as [4, 3], got [101, 100]",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero")
def test_what_is_wrong_with_an_item(answer, expected):
    found = judged("W", answer)
    assert found.outcome == "could-not-score"
    assert found.problem.render("en") == expected


def test_an_input_may_be_a_number():
    answer = {"expression": "w * x + b", "inputs": {"w": [3], "x": [3], "b": []}}
    assert judged("b + x * w", answer).outcome == "right"
    assert judged("x * w", answer).outcome == "wrong"


def test_how_to_write_it():
    form = show_variant(item(), PARAMS, (), "en").form
    assert form.how == "Write one numpy expression (`np`) in `W`, `A`, `b`."


def test_variants_differ_by_shapes_and_parameters():
    answer = item().answer
    one, same, other = (
        answer.distinct(Scope(item(), {"m": m, "k": 1})) for m in (2, 2, 3)
    )
    assert one == same != other


def test_what_is_shown_is_safe():
    shown = item().answer.show("W\x1b[31m" + "a" * 1000, None)
    assert shown.startswith("W[31ma")
    assert len(shown) == 500


@given(response=JSON)
def test_any_response_is_read_or_refused(response):
    with suppress(Unreadable):
        text = item().answer.read(response, None)
        text.encode()
        assert len(text) <= 4000

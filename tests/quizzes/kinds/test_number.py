from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.kinds.number import NumberAnswer
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


@pytest.mark.parametrize(
    ("response", "read"),
    [
        ("12288", "12288"),
        ("12,288", "12288"),
        ("64*64*3", "12288"),
        ("64×64×3", "12288"),
        ("１２２８８", "12288"),
        ("n = 12288.0", "12288"),
        (12288, "12288"),
        (12288.0, "12288"),
    ],
)
def test_a_number_is_read_however_it_is_written(response, read):
    found = judged({"number": "n"}, response, {"n": 12288})
    assert (found.outcome, found.read, found.key) == ("right", read, "12288")


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("x", "`x` is not a number"),
        ("about 3", "it cannot be read as a number"),
        ("12 288", "it cannot be read as a number"),
        ("3z", "it cannot be read as a number"),
        ("(" * 41, "it is nested too deeply"),
        ("9" * 501, "it is longer than 500 characters"),
        ("9" * 500 + ".5", "it is longer than 500 characters"),
        ("1e999", "the value is not a finite number"),
        ("9**9**9", "the value is not a finite number"),
        ("nan", "`nan` is not a number"),
        (float("nan"), "the value is not a finite number"),
        (True, "a number is expected, such as 3 or 0.25"),
        ([3], "a number is expected, such as 3 or 0.25"),
        ({"a": 3}, "a number is expected, such as 3 or 0.25"),
    ],
)
def test_what_is_no_number(response, expected):
    assert why({"number": 3}, response) == expected


def test_what_cannot_even_be_printed():
    with pytest.raises(Unreadable, match="a number is expected"):
        read({"number": 3}, 10**5000)
    assert fault({"number": "10**4000 * 10**4000"}) == (
        "10**4000 * 10**4000: expected a finite number, "
        "got an integer of thousands of digits"
    )


def test_a_whole_key_is_exact():
    assert score({"number": 3}, "3.000001") == 0
    assert score({"number": 3}, "0.1*30") == 1  # 3.0000000000000004
    assert score({"number": 2**70}, str(2**70)) == 1
    assert score({"number": 2**70}, str(2**70 + 1)) == 0
    assert score({"number": "2**2000"}, str(2**1600)) == 0
    assert score({"number": 0}, "0.0") == 1
    assert score({"number": 0}, "1e-300") == 0


def test_any_other_key_counts_to_a_millionth():
    assert score({"number": "0.1 + 0.2"}, "0.3") == 1
    assert score({"number": "1/3"}, "0.3333333") == 1
    assert score({"number": "1/3"}, "0.33333") == 0


@pytest.mark.parametrize(
    ("tolerance", "response", "expected"),
    [
        ({"abs": 0.01}, "3.15", 1),
        ({"abs": 0.01}, "3.13", 1),
        ({"abs": 0.01}, "3.1501", 0),
        ({"abs": "1e-2"}, "3.15", 1),
        ({"rel": 0.1}, "3.45", 1),
        ({"rel": 0.1}, "3.46", 0),
        ({"rel": 0.1, "abs": 1.0}, "4.1", 1),
        ({"abs": 0.01}, 10**300, 0),
    ],
)
def test_any_tolerance_suffices(tolerance, response, expected):
    assert score({"number": 3.14, **tolerance}, response) == expected


@pytest.mark.parametrize(
    ("key", "digits", "response", "expected"),
    [
        (2.6458, 3, "2.65", 1),
        (2.6458, 3, "2.646", 1),
        (2.6458, 3, "2.6458", 1),
        (2.6458, 3, "2.64", 0),  # cut off, not rounded
        (2.6458, 3, "2.6", 0),
        (2.6458, 3, "-2.65", 0),
        (0.0012345, 2, "0.0012", 1),
        (0.0012345, 2, "0.0013", 0),
        (123456, 3, "123000", 1),
        (123456, 3, "124000", 0),
        (0, 3, "0.001", 0),
        (0, 3, "0", 1),
        (9.996, 3, "10.0", 1),
        (9.996, 3, "10.01", 1),  # rounds to 10.0 as well
        (2**70, 3, "1.18e21", 1),
    ],
)
def test_significant_figures(key, digits, response, expected):
    assert score({"number": key, "digits": digits}, response) == expected


def test_a_mistake_is_compared_by_the_same_tolerances():
    answer = {"number": "2 * n", "abs": 0.01}
    assert mistake(answer, "n", "3.005", {"n": 3}) == "made"
    assert mistake(answer, "n", "3.02", {"n": 3}) is None
    assert mistake(answer, 7, "7", {"n": 3}) == "made"


def test_a_key_must_be_a_finite_number():
    said = "[1]: expected a finite number, got [1]"
    assert fault({"number": "[1]"}) == said
    assert fault({"number": "1 > 0"}) == "1 > 0: expected a finite number, got True"
    assert fault({"number": "1e999"}) == "1e999: expected a finite number, got inf"


@pytest.mark.parametrize(
    ("key", "shown"),
    [(3.0, "3"), (1 / 3, "0.333333"), (2**70, str(2**70)), (1e300, "1e+300")],
)
def test_a_number_is_shown_with_six_digits_or_in_full(key, shown):
    assert judged({"number": key}, "1").key == shown


def test_how_to_write_it():
    assert how({"number": 1}) == (
        "Write a number; arithmetic such as 3/4 or 2**10 works too."
    )
    assert how({"number": 1, "digits": 3}) == (
        "Write a number to 3 significant figures; 3/4 works too."
    )


@given(response=JSON)
def test_any_response_is_read_or_refused(response):
    is_total({"number": "0.5", "digits": 3, "rel": 0.1}, "2", response)


@given(response=st.text("0123456789.eE+-*/()^,xπ= ", max_size=40))
def test_any_formula_is_read_or_refused(response):
    is_total({"number": 7}, "2", response)


@given(key=st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_the_key_is_right(key):
    assert score({"number": key}, repr(key)) == 1


@pytest.mark.parametrize(
    ("given", "key", "allowed"),
    [
        ({}, 3, 0),
        ({}, 0.25, 0.25e-6),
        ({"abs": 0.1}, 3, 0.1),
        ({"abs": 0.1, "rel": 0.5}, 3, 1.5),
        ({"digits": 3}, 12.5, 0.05),
    ],
)
def test_by_how_much_a_response_may_differ(given, key, allowed):
    answer = NumberAnswer(number=key, **given)
    assert answer.tolerance(key) == pytest.approx(allowed)

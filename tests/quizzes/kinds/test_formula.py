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


SLOPE = {"formula": "1 - a**2", "over": {"z": [-2, 2]}, "where": {"a": "tanh(z)"}}
LINE = {"formula": "w*z + b", "over": {"z": ["-k", 2]}, "where": {"a": "w*z"}}
LINE_PARAMS = {"w": 3, "b": -2.5, "k": 1}


@pytest.mark.parametrize(
    "response",
    [
        "1 - a**2",
        "1-a^2",
        "`1 - a²`",
        "(1 - a)*(1 + a)",
        "da/dz = 1 − a·a",
        "1 - np.tanh(z)**2",
        "4/(exp(z) + exp(-z))**2",
        "cosh(z)^-2",
    ],
)
def test_any_formula_with_the_same_values_is_right(response):
    assert score(SLOPE, response) == 1


@pytest.mark.parametrize(
    "response", ["1 - z^2", "a", "0", 1, "1/0", "log(z)", "1 - a**2 + 1e-4", "1e999"]
)
def test_any_other_is_wrong(response):
    assert score(SLOPE, response) == 0


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("1 - b", "`b` is not known here; use `z`, `a`"),
        ("(1-a)(1+a)", "a `*` is missing; write `(1-a)*(1+a)`"),
        ("f(z)", "`f` is not a function here"),
        ("sin(z, z)", "it cannot be read as a formula"),
        ("1 = 2 = 3", "it cannot be read as a formula"),
        ("z" * 501, "it is longer than 500 characters"),
        ([1], "it cannot be read as a formula"),
        (True, "it cannot be read as a formula"),
    ],
)
def test_what_is_no_formula(response, expected):
    assert why(SLOPE, response) == expected


def test_only_authors_may_name_the_parameters():
    found = judged(LINE, "3*z - 2.5", LINE_PARAMS)
    assert (found.score, found.key) == (1, "3*z + (-2.5)")
    assert score(LINE, "a - 5/2", LINE_PARAMS) == 1
    found = judged(LINE, "w*z + b", LINE_PARAMS)
    assert found.problem.render("en") == "`w` is not known here; use `z`, `a`"


def test_a_parameter_does_not_hide_a_variable():
    answer = {"formula": "z * flag", "over": {"z": [1, 2]}}
    assert fault(answer, "z", {"z": 5, "flag": True}) == (
        "z * flag: `flag` is not known here; use `z`"
    )


def test_a_mistake_is_a_formula_or_a_number():
    assert mistake(SLOPE, "1 - z**2", "1-z^2") == "made"
    assert mistake(SLOPE, 1, "1") == "made"
    assert mistake(SLOPE, "1 - z**2", "1") is None
    assert mistake(LINE, "w*z", "3*z", LINE_PARAMS) == "made"


def test_a_response_that_is_no_formula_is_no_mistake():
    made = item(SLOPE)
    assert not made.answer.is_mistake("q", "z", Scope(made, {}))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            {"formula": "log(z)", "over": {"z": [-1, 1]}},
            "log(z): expected finite values over the domain",
        ),
        (
            {"formula": "q", "over": {"z": [-1, 1]}},
            "q: `q` is not known here; use `z`",
        ),
        (
            {"formula": "z", "over": {"z": [1, 1]}},
            "over: z: expected low < high, got [1, 1]",
        ),
        (
            {"formula": "z", "over": {"z": ["[1]", 1]}},
            "over: [1]: expected a finite number, got [1]",
        ),
        (
            {"formula": "z", "over": {"z": [-1, 1]}, "where": {"a": "1/"}},
            "1/: it cannot be read as a formula",
        ),
    ],
)
def test_what_is_wrong_with_an_item(answer, expected):
    assert fault(answer, "z") == expected


def test_a_name_stands_for_one_thing():
    answer = {**SLOPE, "where": {"z": "1"}}
    assert list(item(answer).answer.problems("")) == [
        "where: z: expected a name that is not in `over`"
    ]
    assert list(item(SLOPE).answer.problems("")) == []


def test_the_points_are_the_same_for_the_same_variant():
    made = item(LINE)
    scope = Scope(made, LINE_PARAMS)
    first = made.answer._values(scope)
    assert first["z"].tolist() == made.answer._values(scope)["z"].tolist()
    assert len(set(first["z"])) == 20
    assert -1 <= first["z"].min() < first["z"].max() <= 2
    other = made.answer._values(Scope(made, {**LINE_PARAMS, "w": 4}))
    assert other["z"].tolist() != first["z"].tolist()


def test_how_to_write_it():
    assert how(SLOPE) == "Write a formula in `z`, `a`, with `*` and `^`."


@given(response=JSON)
def test_any_response_is_read_or_refused(response):
    is_total(SLOPE, "z", response)


@given(response=st.text("0123456789.ez*/()^a+-, =", max_size=40))
def test_any_formula_is_read_or_refused(response):
    is_total(SLOPE, "z", response)

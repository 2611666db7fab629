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


SQUARE = {"array": "[[1, 2], [3, 4]]"}


@pytest.mark.parametrize(
    "response",
    [
        "[[1,2],[3,4]]",
        "[[1, 2], [3, 4],]",
        "[[1 2]\n [3 4]]",
        "np.array([[1, 2], [3, 4]])",
        "array([[1., 2.],\n       [3., 4.]], dtype=float32)",
        "A = [[1, 4/2], [max(1, 3), 2**2]]",
        "((1, 2), (3, 4))",
        "1 2\n3 4",
        "1, 2\n3, 4,",
        "1,2; 3,4",
        "[1,2],[3,4]",
        "[1 2]\n[3 4]",
        "[1 2] [3 4]",
        "１　２\n３　４",
        [[1, 2], [3, 4]],
        [["1", "4/2"], [3.0, "2^2"]],
    ],
)
def test_an_array_is_read_however_it_is_written(response):
    found = judged(SQUARE, response)
    assert (found.outcome, found.read) == ("right", "[[1, 2], [3, 4]]")


@pytest.mark.parametrize(
    ("response", "read"),
    [
        ("1 -2", "[1, -2]"),
        ("[ 1 -2]", "[1, -2]"),
        ("1 - 2", "-1"),
        ("[1 + 2 3*4]", "[3, 12]"),
        ("[1 / 2, (1+2)/3]", "[0.5, 1]"),
        ("5", "5"),
        ("(5)", "5"),
        ("[5]", "[5]"),
        ("[5],", "[5]"),
        ("(5,)", "[5]"),
        ("[]", "[]"),
        ("[[], []]", "[[], []]"),
        ("1\n2", "[[1], [2]]"),
        (7, "7"),
    ],
)
def test_what_is_read(response, read):
    assert judged(SQUARE, response).read == read


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("[[1, 2], [3]]", "its rows have different lengths: 2, 1"),
        ("1 2\n3", "its rows have different lengths: 2, 1"),
        ([[1, 2], 3], "numbers and rows are mixed"),
        ("[[[[[1]]]]]", "it is nested too deeply"),
        ([[[[[1]]]]], "it is nested too deeply"),
        ("1 " * 1001, "it has more than 1000 entries"),
        ([1] * 1001, "it has more than 1000 entries"),
        ([1] * 5000, "it has more than 1000 entries"),
        ("[[1, x]]", "`x` is not a number"),
        ("[[1, 2]", "an array is written like [[1, 2], [3, 4]]"),
        ("]", "an array is written like [[1, 2], [3, 4]]"),
        ("[1,,2]", "it cannot be read as a number"),
        (",", "an array is written like [[1, 2], [3, 4]]"),
        ({"a": 1}, "an array is written like [[1, 2], [3, 4]]"),
        ([True], "an array is written like [[1, 2], [3, 4]]"),
        ("[1e999]", "the value is not a finite number"),
    ],
)
def test_what_is_no_array(response, expected):
    assert why(SQUARE, response) == expected


def test_the_shape_must_be_the_same():
    assert score(SQUARE, "[1, 2, 3, 4]") == 0
    assert score({"array": [[1], [2]]}, "[1, 2]") == 0
    assert score({"array": [1, 2], "abs": 0.1}, "[[1, 2]]") == 0


def test_tolerances():
    assert score({"array": [1.0, 100.0]}, "[1.0000001, 100]") == 1
    assert score({"array": [1.0, 100.0]}, "[1.001, 100]") == 0
    assert score({"array": [1.0, 100.0], "abs": 0.01}, "[1.01, 99.99]") == 1
    assert score({"array": [1.0, 100.0], "abs": 0.01}, "[1.011, 100]") == 0
    assert score({"array": [1.0, 100.0], "rel": 0.01}, "[1.01, 101]") == 1
    assert score({"array": [1.0, 100.0], "rel": 0.01}, "[1.02, 101]") == 0


def test_entries_of_the_key_are_expressions_too():
    found = judged({"array": [["n", 2], [3, "n**2"]]}, "[[5, 2], [3, 25]]", {"n": 5})
    assert (found.score, found.key) == (1, "[[5, 2], [3, 25]]")


def test_a_mistake_is_an_array():
    assert mistake(SQUARE, "[[1, 3], [2, 4]]", "1 3\n2 4") == "made"
    assert mistake(SQUARE, [[1, 3], [2, "2 * 2"]], "1 3\n2 4") == "made"
    assert mistake(SQUARE, "[[1, 3], [2, 4]]", "1 3\n2 5") is None


@pytest.mark.parametrize("spec", ["[[1], [2, 3]]", "'a'", "[1e999]", "[10**400]"])
def test_a_key_must_be_rows_of_numbers(spec):
    assert fault({"array": spec}).startswith(f"{spec}: expected rows of numbers, got ")


def test_a_large_array_is_shown_by_its_shape():
    assert judged({"array": "[range(20)] * 6"}, "1").key == "(6, 20)"


def test_variants_differ_by_the_key():
    made = item({"array": "[n, 1]"})
    assert made.answer.distinct(Scope(made, {"n": 2})) == "[2.0, 1.0]"


def test_how_to_write_it():
    assert how(SQUARE) == (
        "Write an array such as [[1, 2], [3, 4]], or one row per line."
    )


@given(response=JSON)
def test_any_response_is_read_or_refused(response):
    is_total(SQUARE, "[1]", response)


@given(response=st.text("0123456789.-*/()[],; \nx", max_size=40))
def test_any_text_is_read_or_refused(response):
    is_total(SQUARE, "[1]", response)


@given(
    rows=st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(-99, 99), min_size=n, max_size=n), min_size=2
        )
    )
)
def test_the_key_is_right_in_every_notation(rows):
    answer = {"array": rows}
    lines = "\n".join(" ".join(map(str, row)) for row in rows)
    numpy = repr(rows).replace(",", "")
    for response in (rows, repr(rows), lines, numpy, f"np.array({rows})"):
        assert score(answer, response) == 1

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.messages import Text
from autograder.quizzes.model import Verdict
from autograder.quizzes.schema import Item
from autograder.quizzes.score import MAX_RESPONSE, judge
from autograder.quizzes.variants import show_variant

SAY = {"en": "Rows are {{ n }} units.", "ko": "행은 유닛 {{ n }}개."}
ITEM = {
    "id": "w-shape",
    "points": 2,
    "params": {"n": 3, "m": 4},
    "ask": {"en": "a", "ko": "가"},
    "answer": {"shape": "(n, m)"},
    "mistakes": [
        {"id": "swapped", "when": "(m, n)", "say": SAY},
        {"id": "never", "when": "(m, n)", "say": SAY},
    ],
}


def judged(response, params=None, **parts):
    item = Item.model_validate({**ITEM, **parts})
    variant = show_variant(item, {"n": 3, "m": 4}, item.answer.choices, "en")
    if params is not None:
        object.__setattr__(variant, "params", params)
    return judge(item, variant, response)


def test_right():
    found = judged(" (3, 4) ")
    assert (found.outcome, found.score, found.max_score) == (Verdict.RIGHT, 2, 2)
    assert (found.read, found.key, found.response) == ("(3, 4)", "(3, 4)", " (3, 4) ")
    assert (found.mistake, found.say, found.problem) == (None, None, None)


def test_the_first_mistake_that_fits_is_told():
    found = judged("4 x 3")
    assert (found.outcome, found.score, found.mistake) == (Verdict.WRONG, 0, "swapped")
    assert found.say == Text("Rows are 3 units.", "행은 유닛 3개.")


def test_wrong_in_a_way_nobody_anticipated():
    found = judged("(5,)")
    assert (found.outcome, found.score, found.mistake) == (Verdict.WRONG, 0, None)
    assert found.say is None


@pytest.mark.parametrize("nothing", [None, "", " \n\t"])
def test_no_response(nothing):
    found = judged(nothing)
    assert (found.outcome, found.score) == (Verdict.UNANSWERED, 0)
    assert found.key == "(3, 4)"


DEEP = json.loads("[" * 20 + "]" * 20)


@pytest.mark.parametrize(
    ("response", "why"),
    [
        ("four", "a shape is written like (3, 1)"),
        ("1" * (MAX_RESPONSE + 1), "it is longer than 10000 characters"),
        ([1] * (MAX_RESPONSE + 1), "it is longer than 10000 characters"),
        ({"a": "1" * MAX_RESPONSE}, "it is longer than 10000 characters"),
        (float("nan"), "the value is not a finite number"),
        ([1, {"a": float("inf")}], "the value is not a finite number"),
        (10**400, "the value is not a finite number"),
        (DEEP, "it is nested too deeply"),
    ],
)
def test_unreadable(response, why):
    found = judged(response)
    assert (found.outcome, found.score, found.read) == (Verdict.UNREADABLE, 0, "")
    assert found.problem.render("en") == why


def test_an_option_says_why_it_is_wrong():
    options = [
        {"key": "a", "text": "a", "right": True},
        {"key": "b", "text": "b", "right": True},
        {"key": "c", "text": "c", "say": SAY},
    ]
    answer = {"many": options, "credit": "each"}
    found = judged(["a", "b", "c"], answer=answer, mistakes=[])
    assert (found.outcome, found.mistake) == (Verdict.PARTLY, "c")
    assert found.score == pytest.approx(2 * 2 / 3)
    assert found.say == Text("Rows are 3 units.", "행은 유닛 3개.")


@pytest.mark.parametrize(
    ("how", "outcome", "score", "max_score"),
    [("full", Verdict.RIGHT, 2, 2), ("drop", Verdict.DROPPED, 0, 0)],
)
@pytest.mark.parametrize("response", [None, "(9, 9)", "(3, 4)"])
def test_void_items(how, outcome, score, max_score, response):
    found = judged(response, void=how)
    assert (found.outcome, found.score, found.max_score) == (outcome, score, max_score)


def test_responses_are_judged_by_what_was_asked():
    assert judged("(7, 8)", params={"n": 7, "m": 8}).outcome is Verdict.RIGHT


@pytest.mark.parametrize(
    "parts",
    [
        {"answer": {"shape": "(n, k)"}},
        {"derive": {"k": "1 / (n - 3)"}},
        {"mistakes": [{"id": "a", "when": "k", "say": SAY}]},
    ],
)
def test_an_error_of_the_author_costs_nobody_a_point(parts):
    item = Item.model_validate({**ITEM, **parts})
    variant = show_variant(Item.model_validate(ITEM), {"n": 3, "m": 4}, (), "en")
    found = judge(item, variant, "(9, 9)")
    assert (found.outcome, found.score) == (Verdict.COULD_NOT_SCORE, None)
    assert found.problem is not None


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=200)
@given(PLAIN)
def test_judging_is_total(response):
    found = judged(response)
    assert 0 <= found.score <= found.max_score

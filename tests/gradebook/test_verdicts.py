from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from autograder.gradebook.verdicts import summary, verdicts
from autograder.model import (
    CheckResult,
    FunctionResult,
    Graded,
    Lateness,
    Outcome,
    RenderedFeedback,
)

WRONG = RenderedFeedback(
    "wrong-shape", "`db` has shape (3,); expected (3, 1)", hint="look at <b>`keepdims`"
)


def check(outcome, feedback=None, title="shape of db"):
    return CheckResult("test_x", title, outcome, feedback)


def test_what_grade_cells_say(result, assignment):
    failed = check(Outcome.FAILED, WRONG)
    parts = {
        "forward": FunctionResult(10, 10, (check(Outcome.PASSED),), ("a note",)),
        "backward": FunctionResult(2.5, 10, (failed, failed)),
        "as_handed_in": FunctionResult(0, 4, (check(Outcome.COULD_NOT_GRADE),)),
    }
    said = verdicts(replace(result, functions=parts), assignment, "en")
    assert said == {
        "forward": "✓ forward: 10 / 10\n    a note\n",
        "backward": "~ backward: 2.5 / 10\n"
        "    `db` has shape (3,); expected (3, 1)\n"
        "      hint: look at <b>`keepdims`\n"
        "    Failed in the same way: 1\n",
        "as_handed_in": "✗ everything as handed in: 0 / 4\n"
        "    Checks that could not be run: shape of db\n",
    }


def test_a_check_that_says_nothing(result, assignment):
    parts = {"forward": FunctionResult(0, 10, (check(Outcome.FAILED),))}
    said = verdicts(replace(result, functions=parts), assignment, "ko")
    assert said["forward"] == "✗ forward: 0 / 10\n    shape of db\n"
    assert said["backward"] == "– backward: 채점하지 못함\n"


def test_the_summary(result):
    due = datetime(2026, 11, 30, tzinfo=UTC)
    late = Lateness(due, 60, 1, 0.1, ("1 day late", "10% a day: 10%"))
    text = summary(
        replace(result, score=21.6, late=late, notes=("a\x1b[31m note",)), "en"
    )
    assert text == (
        "Score: 21.6 / 24\n1 day late\n10% a day: 10%\nNotes:\n    a␛[31m note\n"
    )
    lost = replace(result, outcome=Graded.COULD_NOT_GRADE, score=None, error="empty")
    assert summary(lost, "en") == "Score: – / 24\nCould not be graded: empty\n"

from __future__ import annotations

import msgspec

from autograder.grading.alike import Alike
from autograder.model import (
    CheckResult,
    FunctionResult,
    Graded,
    Outcome,
    RenderedFeedback,
    SubmissionResult,
)


def result(student, *outcomes):
    """Return a result as it comes from another process: it shares nothing."""
    checks = tuple(
        CheckResult(
            f"test_f[{number}]",
            "A title",
            outcome,
            None
            if outcome is Outcome.PASSED
            else RenderedFeedback("raised", f"{student} was wrong"),
        )
        for number, outcome in enumerate(outcomes)
    )
    whole = SubmissionResult(
        student=student,
        assignment="tiny",
        file=f"{student}/tiny.py",
        sha256="0",
        outcome=Graded.GRADED,
        score=1.0,
        max_score=1.0,
        seconds=0.0,
        sandbox="landlock",
        round="0123",
        functions={"f": FunctionResult(1.0, 1.0, checks)},
    )
    return msgspec.json.decode(msgspec.json.encode(whole), type=SubmissionResult)


def test_equal_parts_are_kept_once():
    alike = Alike()
    first, second = (
        alike.kept(result(student, Outcome.PASSED)) for student in ("s01", "s02")
    )
    assert first.functions["f"] is second.functions["f"]
    assert first.round is second.round


def test_what_differs_stays_and_shares_what_does_not():
    alike = Alike()
    before = [
        result(student, Outcome.PASSED, Outcome.FAILED) for student in ("s01", "s02")
    ]
    kept = [alike.kept(one) for one in before]
    assert kept == before
    (first, one), (second, other) = (k.functions["f"].checks for k in kept)
    assert first is second
    assert one != other

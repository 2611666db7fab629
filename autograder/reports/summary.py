"""What a class did: counts and averages, computed from the results alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median

from autograder.model import (
    Assignment,
    CheckResult,
    FunctionResult,
    Graded,
    Outcome,
    RenderedFeedback,
    SubmissionResult,
)

BINS = 10
"""Bars of the score distribution."""


class Mark(StrEnum):
    """How much of a function's points were earned."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True)
class Reason:
    """Why a function lost points, and for how many students."""

    text: str
    symptom: str
    students: int


@dataclass(frozen=True)
class FunctionSummary:
    """How a class did on one function."""

    name: str
    max_score: float
    marks: Counter[Mark]
    mean: float | None
    reasons: tuple[Reason, ...]

    @property
    def students(self) -> int:
        """How many were graded on it."""
        return self.marks.total()


@dataclass(frozen=True)
class ClassSummary:
    """How a class did on an assignment."""

    graded: int
    could_not_grade: int
    mean: float | None
    median: float | None
    distribution: tuple[int, ...]
    """Submissions by tenths of the highest score; the last bin includes it."""
    functions: tuple[FunctionSummary, ...]


def summarize(
    results: Sequence[SubmissionResult], assignment: Assignment
) -> ClassSummary:
    """Return the summary of a class; what could not be graded counts nowhere."""
    graded = [r for r in results if r.outcome is Graded.GRADED]
    scores = [r.score for r in graded if r.score is not None]
    return ClassSummary(
        graded=len(graded),
        could_not_grade=len(results) - len(graded),
        mean=fmean(scores) if scores else None,
        median=median(scores) if scores else None,
        distribution=distribution(
            r.score / r.max_score for r in graded if r.score is not None and r.max_score
        ),
        functions=tuple(
            _function(
                name, worth, [r.functions[name] for r in graded if name in r.functions]
            )
            for name, worth in assignment.points.items()
        ),
    )


def mark(result: FunctionResult) -> Mark:
    """Return whether all, some or none of the points were earned."""
    if result.score >= result.max_score or math.isclose(result.score, result.max_score):
        return Mark.FULL
    return Mark.PARTIAL if result.score > 0 else Mark.NONE


def failed(result: FunctionResult) -> tuple[CheckResult, ...]:
    """Return the checks that failed, in their order."""
    return tuple(c for c in result.checks if c.outcome is Outcome.FAILED)


def first_reason(
    result: SubmissionResult, assignment: Assignment
) -> tuple[str, CheckResult] | None:
    """Return the first function that failed a check, and that check."""
    for name in assignment.points:
        if (function := result.functions.get(name)) and (checks := failed(function)):
            return name, checks[0]
    return None


def headline(check: CheckResult) -> str:
    """Return the fact that a failed check states."""
    return check.feedback.headline if check.feedback else check.title


def _function(
    name: str, worth: float, results: Sequence[FunctionResult]
) -> FunctionSummary:
    return FunctionSummary(
        name=name,
        max_score=worth,
        marks=Counter(mark(result) for result in results),
        mean=fmean(result.score for result in results) if results else None,
        reasons=_reasons(results),
    )


def _reasons(results: Iterable[FunctionResult]) -> tuple[Reason, ...]:
    """Count each student once, by the cause of the first check that failed.

    Where no cause is known, those with the same symptom are counted together, and
    the commonest headline speaks for them.
    """
    firsts = [checks[0].feedback for result in results if (checks := failed(result))]
    told = [feedback for feedback in firsts if feedback]
    counts = Counter(map(_key, told))
    return tuple(
        Reason(_commonest(f for f in told if _key(f) == key), key[0], students)
        for key, students in counts.most_common()
    )


def _key(feedback: RenderedFeedback) -> tuple[str, str]:
    return feedback.symptom, feedback.mistake or feedback.cause or ""


def _commonest(alike: Iterable[RenderedFeedback]) -> str:
    texts = Counter(feedback.cause or feedback.headline for feedback in alike)
    return texts.most_common(1)[0][0]


def distribution(shares: Iterable[float]) -> tuple[int, ...]:
    """Return how many shares in [0, 1] lie in each of `BINS` equal parts; 1 is last."""
    bins = Counter(min(int(share * BINS + 1e-9), BINS - 1) for share in shares)
    return tuple(bins[number] for number in range(BINS))

"""What the pages show, arranged from the results; no layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.messages import Language
from autograder.model import (
    Assignment,
    CheckResult,
    FunctionResult,
    Outcome,
    SubmissionResult,
)
from autograder.reports.labels import function_label, late_remark
from autograder.reports.summary import (
    Mark,
    failed,
    first_reason,
    headline,
    mark,
)


@dataclass(frozen=True)
class Failure:
    """Checks that failed in the same way; the first stands for all."""

    first: CheckResult
    more: tuple[CheckResult, ...]


@dataclass(frozen=True)
class FunctionView:
    """One function of one student."""

    anchor: str
    label: str
    is_code: bool
    """The label is the function's own name."""
    mark: Mark
    result: FunctionResult
    failures: tuple[Failure, ...]
    passed: tuple[CheckResult, ...]
    not_run: tuple[CheckResult, ...]

    @property
    def reason(self) -> str:
        """The first fact that cost points, or nothing."""
        return headline(self.failures[0].first) if self.failures else ""


@dataclass(frozen=True)
class StudentRow:
    """One student's line in the report of the class."""

    result: SubmissionResult
    name: str
    """As the roster says, or nothing."""
    late: str
    """How late it is, or nothing."""
    marks: tuple[Mark | None, ...]
    function: str
    """The first that lost points, or nothing."""
    reason: str


@dataclass(frozen=True)
class Bar:
    """One bar of the score distribution."""

    percent: str
    students: int
    share: float
    """Height as a share of the highest bar."""


def function_views(
    result: SubmissionResult, assignment: Assignment, language: Language
) -> list[FunctionView]:
    """Return the functions of a graded submission, in the order of the assignment."""
    return [
        _function_view(f"f{number}", name, function_label(name, language), function)
        for number, name in enumerate(assignment.points, start=1)
        if (function := result.functions.get(name))
    ]


def student_row(
    result: SubmissionResult, assignment: Assignment, language: Language, name: str = ""
) -> StudentRow:
    """Return a student's line: a mark per function and the first reason."""
    functions = (result.functions.get(name) for name in assignment.points)
    first = first_reason(result, assignment)
    return StudentRow(
        result=result,
        name=name,
        late=late_remark(result, language),
        marks=tuple(mark(function) if function else None for function in functions),
        function=first[0] if first else "",
        reason=headline(first[1]) if first else "",
    )


def bars(distribution: Sequence[int]) -> list[Bar]:
    """Return a distribution of scores, ready to draw.

    Parameters
    ----------
    distribution : sequence of int
        How many scores lie in each of so many equal parts of what is possible.
    """
    highest = max(distribution, default=0) or 1
    width = 100 // len(distribution)
    return [
        Bar(f"{n * width}–{(n + 1) * width}", students, students / highest)
        for n, students in enumerate(distribution)
    ]


def _function_view(
    anchor: str, name: str, label: str, result: FunctionResult
) -> FunctionView:
    return FunctionView(
        anchor=anchor,
        label=label,
        is_code=label == name,
        mark=mark(result),
        result=result,
        failures=_alike(failed(result)),
        passed=_with(result, Outcome.PASSED),
        not_run=_with(result, Outcome.COULD_NOT_GRADE),
    )


def _with(result: FunctionResult, outcome: Outcome) -> tuple[CheckResult, ...]:
    return tuple(check for check in result.checks if check.outcome is outcome)


def _alike(checks: Iterable[CheckResult]) -> tuple[Failure, ...]:
    """Put checks with one cause together, and where it is unknown, with one symptom."""
    groups: dict[tuple[str, ...], list[CheckResult]] = {}
    for check in checks:
        groups.setdefault(_way(check), []).append(check)
    return tuple(Failure(first, tuple(more)) for first, *more in groups.values())


def _way(check: CheckResult) -> tuple[str, ...]:
    """Return in which way a check failed."""
    said = check.feedback
    if said is None:
        return (check.title,)
    cause = said.mistake or said.cause
    return (said.symptom, cause) if cause else (said.symptom, check.title, "")

"""The grades as a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.course.roster import Student, missing
from autograder.model import Assignment, FunctionResult, SubmissionResult
from autograder.reports.text import one_line
from autograder.reports.writing import write_whole

_LAST = ("file", "error")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001


MISSING = "missing"
"""The outcome of a student of the roster who handed in nothing."""


def write_grades(
    path: Path,
    results: Sequence[SubmissionResult],
    assignment: Assignment,
    roster: Sequence[Student] = (),
) -> None:
    """Write ``grades.csv``: a row per submission, a column per function.

    With a roster, names and sections too, and a row without a score for each of its
    students who handed in nothing. Where there is a due time, also when a submission
    came in and what being late costs: `score` is what counts, `earned` what it was.

    The file begins with a byte order mark, without which Excel garbles Korean names.
    No cell can be taken for a formula: one that begins like one gets an apostrophe.
    Scores are not rounded; where there is none, the cell is empty.
    """
    students = {student.id: student for student in roster}
    rows = [(_facts(result), result.functions) for result in results]
    rows += [
        ({"student": student.id, "outcome": MISSING}, {})
        for student in missing(roster, (result.student for result in results))
    ]
    before = list(_columns(has_roster=bool(roster), has_due=assignment.due is not None))
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow((*before, *map(cell, assignment.points), *_LAST))
    for facts, functions in rows:
        if student := students.get(facts["student"]):
            facts |= {"name": student.name, "section": student.section}
        table.writerow(
            (
                *(cell(facts.get(column, "")) for column in before),
                *(_earned(functions.get(name)) for name in assignment.points),
                *(cell(facts.get(column, "")) for column in _LAST),
            )
        )
    write_whole(path, text.getvalue(), encoding="utf-8-sig")


def _columns(*, has_roster: bool, has_due: bool) -> Iterator[str]:
    """Yield the columns before those of the functions."""
    yield "student"
    if has_roster:
        yield from ("name", "section")
    yield from ("score", "max_score")
    if has_due:
        yield from ("earned", "handed_in", "days_late", "share_lost")
    yield "outcome"


def _facts(result: SubmissionResult) -> dict[str, str]:
    """Return the cells of a submission by column, but for those of the functions."""
    facts = {
        "student": result.student,
        "score": number(result.score),
        "max_score": number(result.max_score),
        "outcome": str(result.outcome),
        "file": result.file,
        "error": result.error or "",
    }
    if late := result.late:
        facts |= {
            "earned": number(result.score if result.earned is None else result.earned),
            "handed_in": result.time.isoformat() if result.time else "",
            "days_late": str(late.days) if result.time else "",
            "share_lost": number(late.share_lost),
        }
    return facts


def _earned(function: FunctionResult | None) -> str:
    return number(function.score if function else None)


def cell(text: str) -> str:
    """Return text as a cell that is on one line and is no formula."""
    safe = one_line(text)  # so it begins with neither a tab nor an end of line
    return f"'{safe}" if safe.startswith(_FORMULA) else safe


def number(score: float | None) -> str:
    """Return `score` to ten digits: 0.1 + 0.2 is 0.3."""
    return "" if score is None else f"{score:.10g}"

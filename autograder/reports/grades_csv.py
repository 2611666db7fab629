"""The grades as a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from autograder.model import Assignment, SubmissionResult
from autograder.reports.text import one_line
from autograder.reports.writing import write_whole

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001


def write_grades(
    path: Path, results: Iterable[SubmissionResult], assignment: Assignment
) -> None:
    """Write ``grades.csv``: a row per submission, a column per function.

    It begins with a byte order mark, without which Excel garbles Korean names. No
    cell can be taken for a formula: one that begins like one gets an apostrophe.
    Scores are not rounded; where there is none, the cell is empty.
    """
    text = io.StringIO()
    rows = csv.writer(text)
    head = ("student", "score", "max_score", "outcome")
    rows.writerow((*head, *map(cell, assignment.points), "file", "error"))
    rows.writerows(_row(result, assignment) for result in results)
    write_whole(path, text.getvalue(), encoding="utf-8-sig")


def _row(result: SubmissionResult, assignment: Assignment) -> list[str]:
    functions = (result.functions.get(name) for name in assignment.points)
    return [
        cell(result.student),
        number(result.score),
        number(result.max_score),
        str(result.outcome),
        *(number(function.score if function else None) for function in functions),
        cell(result.file),
        cell(result.error or ""),
    ]


def cell(text: str) -> str:
    """Return text as a cell that is on one line and is no formula."""
    safe = one_line(text)  # so it begins with neither a tab nor an end of line
    return f"'{safe}" if safe.startswith(_FORMULA) else safe


def number(score: float | None) -> str:
    """Return `score` to ten digits: 0.1 + 0.2 is 0.3."""
    return "" if score is None else f"{score:.10g}"

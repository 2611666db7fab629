"""The grades of a quiz as a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.results import QuizResult
from autograder.reports.grades_csv import cell, number

HEAD = (
    "student",
    "name",
    "section",
    "score",
    "max_score",
    "percent",
    "attendance",
    "late",
    "paper",
)


def grades_csv(results: Sequence[QuizResult], items: Sequence[str]) -> str:
    """Return a row per student, as CSV, to be written with a byte order mark.

    `late` is the share of the score that is kept, and empty when nothing is taken off.
    Papers hold different items, so there is a column for each of the quiz, which is
    empty where a paper does not have it. No cell can be taken for a formula.

    Parameters
    ----------
    items : sequence of str
        The ids of the items, in the order of the columns; those of earlier versions
        of the quiz come after them.
    """
    asked = [item for result in results for item in result.items]
    columns = list(dict.fromkeys([*items, *asked]))
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow([*HEAD, *map(cell, columns)])
    rows.writerows(_row(result, columns) for result in results)
    return text.getvalue()


def _row(result: QuizResult, columns: Sequence[str]) -> list[str]:
    best, items = result.best, result.items
    credit = best.credit if best else 1.0
    scores = (_score(items.get(item)) for item in columns)
    return [
        cell(result.student),
        cell(result.name),
        cell(result.section),
        number(result.score),
        number(result.max_score),
        number(result.percent),
        str(result.presence.status),
        number(credit) if credit < 1 else "",
        cell(best.paper) if best else "",
        *map(number, scores),
    ]


def _score(judged: Judged | None) -> float | None:
    if judged is None or judged.outcome is Verdict.DROPPED:
        return None
    return judged.score

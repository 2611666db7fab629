"""What is different for single students: ``extensions.csv``.

A row names a student and, in the column `quiz`, a quiz or an assignment, whose due time
is then `closes`. An empty cell leaves things as they are for everybody.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from autograder.course.calendar import Window
from autograder.course.tables import Row, read_table
from autograder.course.times import MOMENT, moment
from autograder.errors import AuthoringError

FILE = "extensions.csv"
COLUMNS = (
    "student",
    "quiz",
    "opens",
    "closes",
    "time_factor",
    "excused",
    "attempt",
)
_YES = {"yes", "true", "1", "x", "예", "네"}
_NO = {"", "no", "false", "0", "아니오", "아니요"}


@dataclass(frozen=True)
class Extension:
    """What is different for one student in one quiz or assignment."""

    student: str
    quiz: str
    opens: datetime | None = None
    closes: datetime | None = None
    time_factor: float = 1.0
    """Times the working time; the window itself where there is no working time."""
    excused: bool = False
    attempt: int | None = None
    """The attempt that it is about, which it also grants; all attempts when None."""


def read_extensions(path: Path) -> tuple[Extension, ...]:
    """Read ``extensions.csv``; no file is no extensions.

    Raises
    ------
    AuthoringError
        With everything that is wrong in it.
    """
    if not path.is_file():
        return ()
    rows = read_table(path, COLUMNS, required=("student", "quiz"))
    problems: list[str] = []
    found = tuple(_extension(row, problems) for row in rows)
    if problems:
        raise AuthoringError(problems)
    return found


def _extension(row: Row, problems: list[str]) -> Extension:
    excused = row["excused"].casefold()
    if excused not in _YES | _NO:
        problems.append(row.problem("excused", "yes or no"))
    return Extension(
        student=unicodedata.normalize("NFC", row["student"]),
        quiz=row["quiz"],
        opens=_moment(row, "opens", problems),
        closes=_moment(row, "closes", problems),
        time_factor=_number(row, "time_factor", problems),
        excused=excused in _YES,
        attempt=_attempt(row, problems),
    )


def _moment(row: Row, column: str, problems: list[str]) -> datetime | None:
    if not row[column]:
        return None
    try:
        return moment(row[column])
    except ValueError:
        problems.append(row.problem(column, MOMENT))
        return None


def _number(row: Row, column: str, problems: list[str]) -> float:
    try:
        factor = float(row[column] or 1)
    except ValueError:
        factor = 0.0
    if 1 <= factor <= 10:
        return factor
    problems.append(row.problem(column, "a number from 1 to 10"))
    return 1.0


def _attempt(row: Row, problems: list[str]) -> int | None:
    text = row["attempt"]
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text) >= 1:
        return int(text)
    problems.append(row.problem("attempt", "a whole number of at least 1"))
    return None


def extension_for(
    extensions: Iterable[Extension], student: str, quiz: str, attempt: int = 1
) -> Extension | None:
    """Return what holds for one attempt; a row that names the attempt comes first."""
    rows = [
        row
        for row in extensions
        if (row.student, row.quiz) == (student, quiz) and row.attempt in (None, attempt)
    ]
    return max(rows, key=lambda row: row.attempt is not None, default=None)


def attempts_for(
    window: Window, extensions: Iterable[Extension], student: str, quiz: str
) -> int:
    """Return how many attempts a student has."""
    granted = (
        row.attempt or 1
        for row in extensions
        if (row.student, row.quiz) == (student, quiz)
    )
    return max([window.attempts, *granted])


def window_for(
    window: Window,
    extensions: Iterable[Extension],
    student: str,
    quiz: str,
    attempt: int = 1,
) -> Window:
    """Return the times of a quiz for one attempt of one student."""
    row = extension_for(extensions, student, quiz, attempt)
    if row is None:
        return window
    opens, closes = row.opens or window.opens, row.closes or window.closes
    minutes = window.minutes
    if minutes is not None:
        minutes *= row.time_factor
    elif row.closes is None:
        closes = opens + (closes - opens) * row.time_factor
    late_until = window.late_until and max(window.late_until, closes)
    return replace(
        window, opens=opens, closes=closes, minutes=minutes, late_until=late_until
    )


def last_end(window: Window, extensions: Iterable[Extension], quiz: str) -> datetime:
    """Return the last moment at which anybody may still hand in a quiz."""
    rows = [row for row in extensions if row.quiz == quiz]
    ends = (
        window_for(window, rows, row.student, quiz, row.attempt or 1).end
        for row in rows
    )
    return max([window.end, *ends])


def feedback_from(
    window: Window, extensions: Iterable[Extension], quiz: str
) -> datetime:
    """Return when keys and feedback may be seen: after the last student's window."""
    return max(last_end(window, extensions, quiz), window.feedback or window.end)

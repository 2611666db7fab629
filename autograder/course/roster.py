"""Who takes the course: ``roster.csv``, one student a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.course.tables import Row, read_table
from autograder.errors import AuthoringError
from autograder.messages import LANGUAGES, Language

FILE = "roster.csv"
LMS = ("canvas", "moodle", "gradescope")
"""Columns of what each learning platform calls the student: an id, or a name."""
COLUMNS = ("id", "name", "section", "lang", *LMS)


@dataclass(frozen=True)
class Student:
    """A row of the roster."""

    id: str
    """Text: zeros at its beginning count."""
    name: str = ""
    section: str = ""
    language: Language = "en"
    canvas: str = ""
    """What Canvas calls the student: the id or the name that its exports show."""
    moodle: str = ""
    """The same of Moodle; an e-mail address or id number where exports show those."""
    gradescope: str = ""
    """The same of Gradescope: the SID, the e-mail address or the name."""


def read_roster(path: Path, language: Language = "en") -> tuple[Student, ...]:
    """Read ``roster.csv``.

    Parameters
    ----------
    language : str
        Of students whose row names none.

    Raises
    ------
    AuthoringError
        With everything that is wrong in it: a row without an id, an id (also one of
        an LMS) that is there twice, a language that the course does not know.
    """
    students: dict[str, Student] = {}
    lines: dict[tuple[str, str], int] = {}
    problems: list[str] = []
    for row in read_table(path, COLUMNS, required=("id",), filled=()):
        student = _student(row, language, problems)
        for column in ("id", *LMS):
            value = getattr(student, column)
            first = lines.setdefault((column, value), row.line)
            if value and first != row.line:
                once = f"once, it is in line {first} too"
                problems.append(row.problem(column, once))
        students[student.id] = student
    if problems:
        raise AuthoringError(problems)
    return tuple(students.values())


def missing(roster: Iterable[Student], ids: Iterable[str]) -> tuple[Student, ...]:
    """Return the students of a roster whose id is not among `ids`, in its order."""
    found = set(ids)
    return tuple(student for student in roster if student.id not in found)


def _student(row: Row, default: Language, problems: list[str]) -> Student:
    student = unicodedata.normalize("NFC", row["id"])
    if not student:
        problems.append(row.problem("id", "the id of a student"))
    wanted = row["lang"].casefold() or default
    language = next((known for known in LANGUAGES if known == wanted), None)
    if language is None:
        problems.append(row.problem("lang", f"one of {', '.join(LANGUAGES)}"))
    lms = {name: unicodedata.normalize("NFC", row[name]) for name in LMS}
    return Student(student, row["name"], row["section"], language or default, **lms)

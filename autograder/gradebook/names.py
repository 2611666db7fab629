"""How a gradebook calls a student: never by a name that its pages would execute."""

from __future__ import annotations

import re

from autograder.reports.text import file_name

_HARMLESS = re.compile(r"[\w@(][\w @().,=~+!-]*")
"""What neither HTML nor a URL, a path or a glob gives a meaning of its own."""
_TAGGED = re.compile(r".*-[0-9a-f]{10}")  # as `file_name` makes them


def gradebook_id(student: str) -> str:
    """Return the id of a student in the gradebook, and the name of their folders.

    That is the student's own id. nbgrader's formgrader puts ids into its pages as they
    are; one with a character that could do harm there is made safe, and ends in ten
    digits of its own hash.
    """
    if _HARMLESS.fullmatch(student) and not _TAGGED.fullmatch(student):
        return student
    return file_name(student)

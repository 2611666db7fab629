"""What belongs to one student, before any of it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from autograder.intake.files import File, Folder
from autograder.intake.lms import Sender
from autograder.messages import Words


@dataclass(frozen=True)
class Owned:
    """What belongs to one student: a folder, or files outside of any such folder."""

    student: str
    """The name as it is on disk or in the archive."""
    files: tuple[File, ...] = ()
    """Where not empty, the graded file is one of these."""
    folder: Folder | None = None
    """Where the other files are."""
    sender: Sender | None = None
    """The student as an LMS knows them, where one exported this."""
    time: datetime | None = None
    """When it was handed in, by a clock that can be trusted."""
    stamped: bool = False
    """nbgrader collected it: that time stands in the folder's ``timestamp.txt``."""
    notes: tuple[Words, ...] = ()
    """What the report should say about where it comes from."""

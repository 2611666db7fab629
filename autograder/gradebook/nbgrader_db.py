"""nbgrader's configuration and database; the only importer of nbgrader.

It is imported inside functions: that takes two seconds, and students need none of it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from autograder.errors import GradebookError
from autograder.gradebook.nbgrader_sheet import SheetWriter, Tools, Written
from autograder.gradebook.records import Entry, Sheet

NEEDED = "expected nbgrader, got nothing: pip install 'autograder[jupyter]'"
CONFIG = "nbgrader_config.py"
DEFAULT_COURSE = "default_course"
"""nbgrader's own name for a course without one."""


@dataclass(frozen=True)
class NbgraderCourse:
    """An nbgrader course: its database and its folders, as it is configured."""

    url: str
    """Of the database; may hold a password, see `shown_url`."""
    course_id: str = DEFAULT_COURSE
    coursedir: Any = field(default=None, compare=False, repr=False)
    """nbgrader's `CourseDirectory`."""
    config: Any = field(default=None, compare=False, repr=False)

    @property
    def submitted(self) -> Path:
        """The folder of what students handed in."""
        return Path(self.coursedir.root, self.coursedir.submitted_directory)

    def autograded(self, student: str, assignment: str) -> Path:
        """Return the folder of one student's graded notebook."""
        step = self.coursedir.autograded_directory
        return Path(self.coursedir.format_path(step, student, assignment))


def is_installed() -> bool:
    """Return whether nbgrader can be imported."""
    return find_spec("nbgrader") is not None


def read_course(root: Path, url: str | None = None) -> NbgraderCourse:
    """Return the nbgrader course at `root`, configured as nbgrader itself sees it.

    Parameters
    ----------
    url : str, optional
        Of the database; by default what ``nbgrader_config.py`` says, and
        ``sqlite:///gradebook.db`` in `root` where it says nothing.

    Raises
    ------
    GradebookError
        If nbgrader is not installed, or its configuration is wrong.
    """
    if not is_installed():
        raise GradebookError(f"gradebook: {NEEDED}")
    with _quiet():
        from nbgrader.apps.baseapp import NbGrader

        app: Any = NbGrader(raise_config_file_errors=True, log_level=logging.CRITICAL)
        app.load_cwd_config = False
        try:
            app.initialize([], root=str(root))
        except (Exception, SystemExit) as error:  # the file is a program
            raise GradebookError(f"{CONFIG}: {_one_line(error)}") from None
    coursedir = app.coursedir
    course_id = coursedir.course_id or DEFAULT_COURSE
    return NbgraderCourse(url or coursedir.db_url, course_id, coursedir, app.config)


def write_sheet(
    course: NbgraderCourse, sheet: Sheet, entries: Sequence[Entry]
) -> Written:
    """Write one assignment or quiz into the gradebook, and return what changed.

    What a human entered stays: manual scores, extra credit, comments, names. What is
    right already is not touched. Each entry is written as a whole or not at all.

    Raises
    ------
    GradebookError
        If the database cannot be opened or written; entries before that are in it.
    """
    with _told(course), _quiet(), _opened(course) as book:
        writer = SheetWriter(book, sheet, _tools(course))
        for entry in entries:
            writer.write(entry)
        return writer.written


def add_students(course: NbgraderCourse, students: Sequence[tuple[str, str]]) -> int:
    """Add who is missing in the gradebook, and return how many these were.

    Parameters
    ----------
    students : sequence of (id, name)
        A name is written only where the gradebook has none.

    Raises
    ------
    GradebookError
        If the database cannot be opened or written.
    """
    with _told(course), _quiet(), _opened(course) as book:
        known = {student.id: student for student in book.students}
        for key, name in students:
            student = known.get(key) or book.add_student(key)
            if name and not (student.first_name or student.last_name):
                student.last_name = name
        book.db.commit()
        return sum(key not in known for key, _ in students)


def shown_url(url: str) -> str:
    """Return the URL of a database without its password."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        return str(make_url(url).render_as_string(hide_password=True))
    except ArgumentError:
        return "gradebook"


@contextlib.contextmanager
def _opened(course: NbgraderCourse) -> Iterator[Any]:
    from nbgrader.api import Gradebook

    with _tools_in_path(), Gradebook(course.url, course.course_id) as book:
        # or every commit would have every cell read again: a class takes a minute
        book.db().expire_on_commit = False
        yield book


@contextlib.contextmanager
def _told(course: NbgraderCourse) -> Iterator[None]:
    """Turn what the database raises into one line."""
    from nbgrader.api import InvalidEntry, MissingEntry
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except (SQLAlchemyError, InvalidEntry, MissingEntry, ImportError) as error:
        reason = _one_line(error)
        raise GradebookError(
            f"{shown_url(course.url)}: the gradebook cannot be written: {reason}"
        ) from None


def _tools(course: NbgraderCourse) -> Tools:
    from nbgrader import api, utils
    from nbgrader.preprocessors import AssignLatePenalties

    nbformat: Any = import_module("nbformat")

    def checksum(cell: dict[str, Any]) -> str:
        return str(utils.compute_checksum(nbformat.from_dict(cell)))

    penalties = AssignLatePenalties(config=course.config)
    penalties.init_plugin()
    return Tools(api, penalties.plugin_inst, checksum)


def _one_line(error: BaseException) -> str:
    reason = getattr(error, "orig", None) or error
    lines = str(reason).strip().splitlines() or [type(error).__name__]
    return lines[0]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what nbgrader and its parts say to themselves; leave `sys.path` as it is."""
    before, path = logging.root.manager.disable, list(sys.path)
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
        sys.path[:] = path


@contextlib.contextmanager
def _tools_in_path() -> Iterator[None]:
    """Let nbgrader find `alembic`, which it starts by name for a new database."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before

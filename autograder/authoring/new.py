"""Make the folder of a course: a small assignment in it, and its first release."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from autograder.authoring.release import Record, release
from autograder.course.assignment import read_assignment
from autograder.course.course import find_assignment, find_course
from autograder.course.secret import read_secret
from autograder.errors import AutograderError

TEMPLATE = Path(__file__).parent / "templates" / "course"
RENAMED = {"gitignore": ".gitignore"}
"""Files that must not have their real name inside a repository."""


def new_course(folder: Path, record: Record) -> None:
    """Make a course in `folder`, its assignments released, with a secret of its own.

    Nothing is left behind when that fails.

    Parameters
    ----------
    folder : Path
        Where; it does not exist yet, or is empty.
    record : callable
        Runs the public examples of an assignment.

    Raises
    ------
    AutograderError
        If there is something in `folder`, or it is a file.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        got = "one that is not empty" if folder.is_dir() else "a file"
        raise AutograderError(f"{folder}: expected a new or an empty folder, got {got}")
    with TemporaryDirectory() as made:
        root = Path(made)
        _copy(TEMPLATE, root)
        for name, real in RENAMED.items():
            (root / name).rename(root / real)
        course = find_course(root)
        for slug in course.assignments:
            assignment = read_assignment(find_assignment(course, slug))
            release(assignment, root / "assignments" / slug, record)
        _copy(root, folder)
    read_secret(folder)


def _copy(source: Path, target: Path) -> None:
    """Copy a tree without its permissions and what Python has compiled."""
    for path in sorted(source.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            copied = target / path.relative_to(source)
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copied)

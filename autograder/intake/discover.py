"""Find what every student handed in, in whatever form it was handed in."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.intake.archive import look_into_file
from autograder.intake.disk import open_file, open_folder
from autograder.intake.files import Folder, UnusableError
from autograder.intake.names import is_archive, is_named_after, is_source
from autograder.intake.owners import Owned, forms, owner_of, students_in
from autograder.intake.reading import Handed, read_submission
from autograder.intake.rivals import one_each
from autograder.model import Assignment, Submission


def discover(
    paths: Sequence[Path], assignment: Assignment, released: Collection[str] = ()
) -> list[Submission]:
    """Return the submissions that `find_handed` finds, without their files."""
    return [one.submission for one in find_handed(paths, assignment, released)]


def find_handed(
    paths: Sequence[Path], assignment: Assignment, released: Collection[str] = ()
) -> list[Handed]:
    """Return the submissions in what the grader named, sorted by student.

    Each path is a ``.py`` or ``.ipynb`` file; a folder of such files, one per
    student; a folder with a folder per student; nbgrader's ``submitted`` folder or
    the course around it; or a zip of any of these. When several paths are named, a
    folder or zip that holds a single submission is of the student it is named after.

    What is wrong with one student's files becomes the `problem` of that submission.
    Of two submissions of one student the newer is kept, with a note on the other.

    Parameters
    ----------
    released : collection of str
        SHA-256 of the files that students get: a copy of one, untouched, is ignored
        beside a file that somebody has worked on.

    Raises
    ------
    SubmissionError
        When a path does not exist, cannot be read, or holds no submission at all.
    """
    places = {Path(os.path.normpath(path.absolute())): str(path) for path in paths}
    alone = len(places) == 1
    handed = (
        read_submission(owned, assignment, released)
        for place, where in places.items()
        for owned in _owned(place, where, assignment, alone)
    )
    return sorted(one_each(handed), key=_order)


def _order(one: Handed) -> tuple[str, str]:
    return one.submission.student, one.submission.file


def _owned(
    path: Path, where: str, assignment: Assignment, alone: bool
) -> Iterable[Owned]:
    """Return what is whose in one of the paths."""
    _check_readable(path, where, assignment)
    if is_source(path.name):
        return [_one_file(path, assignment)]
    root, owner = _root(path, where, assignment), owner_of(path, assignment)
    try:
        found = students_in(root, owner, where, assignment)
    except SubmissionError as error:
        if alone:
            raise _in_full(where, error) from None
        return [Owned(owner, folder=root)]
    if not alone and len(found) == 1:
        return [Owned(owner, found[0].files, found[0].folder or root)]
    return found


def _in_full(where: str, error: SubmissionError) -> SubmissionError:
    if isinstance(error, UnusableError):  # its sentence does not say where
        return SubmissionError(f"{where}: cannot be read: {error}")
    return error


def _check_readable(path: Path, where: str, assignment: Assignment) -> None:
    try:
        # of a homework that is a link, only that student is told
        status = path.stat(follow_symlinks=not is_source(path.name))
    except FileNotFoundError:
        raise SubmissionError(f"{where}: does not exist: {forms(assignment)}") from None
    except (OSError, ValueError) as error:
        raise SubmissionError(f"{where}: cannot be read: {error}") from None
    if not stat.S_ISLNK(status.st_mode) and not os.access(path, os.R_OK):
        raise SubmissionError(f"{where}: cannot be read: expected read permission")


def _one_file(path: Path, assignment: Assignment) -> Owned:
    """Return a file that the grader named itself, with the folder it may need."""
    file = open_file(path, (path.parent.name, path.name))
    folder = None
    if is_named_after(path.name, assignment):
        folder = open_folder(path.parent, (path.parent.name,))
    return Owned(owner_of(path, assignment), (file,), folder)


def _root(path: Path, where: str, assignment: Assignment) -> Folder:
    """Return the folder or zip that the grader named, whatever links lead to it."""
    trail, target = (path.name,), path.resolve()
    if target.is_dir():
        return open_folder(target, trail)
    if is_archive(path.name) and target.is_file():
        return Folder(trail, partial(look_into_file, target, trail))
    raise SubmissionError(f"{where}: not a submission: {forms(assignment)}")

"""Find what every student handed in, in whatever form it was handed in."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.intake.archive import look_into_file
from autograder.intake.disk import open_file, open_folder
from autograder.intake.exports import owned_in_export
from autograder.intake.files import Folder, Listing, UnusableError
from autograder.intake.lms import read_upload
from autograder.intake.names import is_archive, is_named_after, is_source, stem
from autograder.intake.owned import Owned
from autograder.intake.owners import SUBMITTED, forms, owner_of, students_in
from autograder.intake.presence import present_in
from autograder.intake.reading import Handed, read_submission
from autograder.intake.rivals import one_each
from autograder.intake.senders import Listed, with_students
from autograder.intake.shelf import Shelf
from autograder.model import Assignment, Submission


def discover(
    paths: Sequence[Path],
    assignment: Assignment,
    released: Collection[str] = (),
    roster: Sequence[Listed] = (),
) -> list[Submission]:
    """Return the submissions that `find_handed` finds, without their files."""
    handed = find_handed(paths, assignment, released, roster)
    return [one.submission for one in handed]


def find_handed(
    paths: Sequence[Path],
    assignment: Assignment,
    released: Collection[str] = (),
    roster: Sequence[Listed] = (),
) -> list[Handed]:
    """Return the submissions in what the grader named, sorted by student.

    Each path is a ``.py`` or ``.ipynb`` file; a folder of such files, one per
    student; a folder with a folder per student; nbgrader's ``submitted`` folder or
    the course around it; what Canvas, Moodle or Gradescope exports; or a zip of any
    of these. When several paths are named, a folder or zip that holds a single
    submission is of the student it is named after.

    What is wrong with one student's files becomes the `problem` of that submission.
    Of two submissions of one student the newer is kept, with a note on the other.

    Parameters
    ----------
    released : collection of str
        SHA-256 of the files that students get: a copy of one, untouched, is ignored
        beside a file that somebody has worked on.
    roster : sequence of Listed
        Who takes the course; says whom the names in an export of an LMS mean.

    Raises
    ------
    SubmissionError
        When a path does not exist, cannot be read, or holds no submission at all.
    """
    places = {Path(os.path.normpath(path.absolute())): str(path) for path in paths}
    loose = {path: places[path] for path in places if _is_loose_upload(path)}
    alone = len(places) == 1
    owned = [
        one
        for path, where in places.items()
        if path not in loose
        for one in _owned(path, where, assignment, alone)
    ]
    owned += _owned_loosely(loose, assignment)
    handed = _read(with_students(owned, roster), assignment, released)
    return sorted(one_each(handed), key=_order)


def _read(
    owned: Iterable[Owned], assignment: Assignment, released: Collection[str]
) -> Iterator[Handed]:
    """Yield what each student handed in, its texts on disk if there is room."""
    shelf = None
    with suppress(OSError):
        shelf = Shelf()
    for one in owned:
        handed = read_submission(one, assignment, released)
        kept = shelf.put(handed.submission) if shelf else handed.submission
        yield replace(handed, submission=kept)


def _order(one: Handed) -> tuple[str, str]:
    return one.submission.student, one.submission.file


def _owned(path: Path, where: str, assignment: Assignment, alone: bool) -> list[Owned]:
    """Return what is whose in one of the paths."""
    _check_readable(path, where, assignment)
    if assignment.presence and path.is_file() and not is_archive(path.name):
        return [_any_file(path, assignment)]
    if is_source(path.name):
        return [_one_file(path, assignment)]
    root, owner = _root(path, where, assignment), owner_of(path, assignment)
    try:
        find = present_in if assignment.presence else students_in
        found = find(root, owner, where, assignment)
    except SubmissionError as error:
        if alone:
            raise _in_full(where, error) from None
        found = [Owned(owner, folder=root)]
    if len(found) > 1 or (alone and found[0].sender):
        return found
    (one,) = found
    if not alone:
        one = Owned(owner, one.files, one.folder or root, stamped=one.stamped)
    upload = read_upload(path.name)
    stamped = one.stamped or _is_collected(path)
    return [replace(one, sender=upload.sender if upload else None, stamped=stamped)]


def _is_collected(path: Path) -> bool:
    """Say whether a path lies in nbgrader's folder, of one student or assignment."""
    above = {parent.name for parent in path.parents[:3]}
    return SUBMITTED in above and not is_archive(path.name)


def _is_loose_upload(path: Path) -> bool:
    """Say whether a path is one of the files that an LMS exported."""
    what = read_upload(path.name)
    return what is not None and not is_archive(path.name) and not path.is_dir()


def _owned_loosely(
    paths: Mapping[Path, str], assignment: Assignment
) -> Iterator[Owned]:
    """Yield what is whose among exported files that the grader named one by one."""
    folders: dict[Path, list[Path]] = {}
    for path, where in paths.items():
        _check_readable(path, where, assignment)
        folders.setdefault(path.parent, []).append(path)
    for folder, inside in folders.items():
        trail = (folder.name,)
        files = tuple(open_file(path, (*trail, path.name)) for path in sorted(inside))
        place = Folder(trail, partial(Listing, files))
        yield from owned_in_export(place, str(folder), assignment)


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
    owner, stamped = owner_of(path, assignment), _is_collected(path)
    return Owned(owner, (file,), folder, stamped=stamped)


def _any_file(path: Path, assignment: Assignment) -> Owned:
    """Return a file that the grader named itself, where any file counts."""
    above = path.parent
    files = (open_file(path, (above.name, path.name)),)
    if not _is_collected(path):
        return Owned(stem(path.name), files)
    folder = open_folder(above, (above.name,))
    return Owned(owner_of(above, assignment), files, folder, stamped=True)


def _root(path: Path, where: str, assignment: Assignment) -> Folder:
    """Return the folder or zip that the grader named, whatever links lead to it."""
    trail, target = (path.name,), path.resolve()
    if target.is_dir():
        return open_folder(target, trail)
    if is_archive(path.name) and target.is_file():
        return Folder(trail, partial(look_into_file, target, trail))
    raise SubmissionError(f"{where}: not a submission: {forms(assignment)}")

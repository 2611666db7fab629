"""Whose is what, where any file counts: an assignment that is graded by presence."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from autograder.errors import SubmissionError
from autograder.intake.choose import folder_of_assignment
from autograder.intake.exports import is_export, owned_in_export
from autograder.intake.files import MIB, File, Folder, UnusableError
from autograder.intake.names import bare, is_named_after, stem, visible
from autograder.intake.owned import Owned
from autograder.messages import Message
from autograder.model import Assignment

MAX_READ = 20 * MIB
"""Bytes of a file that are looked at; more of it changes nothing."""
_SUBMITTED = "submitted"
_WRAPPERS = 4
_DEPTH = 4
_MACHINES = {"timestamp.txt", "submission_secret.txt", "submission_metadata.yml"}
"""Files that nbgrader or an LMS puts beside those of a student."""


def present_in(
    root: Folder, owner: str, where: str, assignment: Assignment
) -> list[Owned]:
    """Return what is whose in a folder or an archive.

    Parameters
    ----------
    owner : str
        The student, when all of it turns out to be of one.
    where : str
        The path as the grader wrote it, for errors.

    Raises
    ------
    SubmissionError
        When nothing is in it.
    UnusableError
        When it cannot be looked into.
    """
    place = _place(root, assignment)
    listing = place.listing
    if is_export(listing):
        return owned_in_export(place, where, assignment)
    if is_named_after(place.name, assignment) or folder_of_assignment(
        place, assignment
    ):
        return [Owned(owner, folder=place)]
    folders = listing.folders
    collected = place.name == _SUBMITTED
    if collected:  # of other assignments there may be more
        folders = tuple(f for f in folders if folder_of_assignment(f, assignment))
    students: dict[str, list[File]] = {}
    for file in _made_by_students(listing.files):
        students.setdefault(stem(file.name), []).append(file)
    owned = [Owned(student, tuple(files)) for student, files in students.items()]
    owned += [Owned(bare(f.name), folder=f, stamped=collected) for f in folders]
    if not owned:
        raise SubmissionError(
            f"{where}: no submission found: expected a file or a folder per student, "
            f"{_SUBMITTED}/<student>/{assignment.slug}/, or a zip of these"
        )
    return owned


def newest_file(
    owned: Owned, assignment: Assignment, released: Collection[str]
) -> tuple[File, str]:
    """Return the newest file of a student that is not empty, and its digest.

    A file that is as it was released goes before no other.

    Raises
    ------
    UnusableError
        When there is none, or it cannot be read.
    """
    files = list(owned.files)
    if owned.folder and not files:
        inner = folder_of_assignment(owned.folder, assignment)
        files = _below(inner or owned.folder, _DEPTH)
    files.sort(key=lambda file: (-file.modified, file.path))
    digests = {file.path: _digest(file) for file in files}
    filled = [file for file in files if digests[file.path]]
    if not filled:
        raise UnusableError(_nothing(owned, files))
    made = [file for file in filled if digests[file.path] not in released]
    best = (made or filled)[0]
    return best, digests[best.path]


def _place(root: Folder, assignment: Assignment) -> Folder:
    """Return the folder that the students are in: `root`, or one it wraps."""
    place = root
    for _ in range(_WRAPPERS):
        listing = place.listing
        if is_export(listing) or _is_ones_own(place, assignment):
            break
        submitted = [inner for inner in listing.folders if inner.name == _SUBMITTED]
        if submitted:
            return submitted[0]
        if _made_by_students(listing.files) or len(listing.folders) != 1:
            break
        only = listing.folders[0]
        if place.name == _SUBMITTED or len(_below(only, _DEPTH)) <= 1:
            break
        place = only
    return place


def _is_ones_own(place: Folder, assignment: Assignment) -> bool:
    named = is_named_after(place.name, assignment)
    return named or folder_of_assignment(place, assignment) is not None


def _made_by_students(files: Iterable[File]) -> list[File]:
    return [file for file in files if file.name.casefold() not in _MACHINES]


def _below(folder: Folder, depth: int) -> list[File]:
    files = _made_by_students(folder.listing.files)
    for inner in folder.listing.folders if depth else ():
        files += _below(inner, depth - 1)
    return files


def _digest(file: File) -> str:
    """Return the digest of a file, or nothing when it is empty or unreadable."""
    try:
        raw = file.read(MAX_READ)
    except UnusableError:
        return ""
    return hashlib.sha256(raw).hexdigest() if raw.strip() else ""


def _nothing(owned: Owned, files: list[File]) -> Message:
    if files:
        files[0].read(1)  # where it cannot be read, that is the reason
        return Message(
            "`{file}` is empty. Save your work and hand it in again.",
            file=visible(files[0].name),
        )
    name = owned.folder.name if owned.folder else owned.student
    return Message(
        "`{folder}` holds no file. Hand in what you made.", folder=visible(name)
    )

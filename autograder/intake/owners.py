"""Whose is what: tell the forms of handing in apart, and name each student."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.intake.choose import folder_of_assignment, homework, work_folder
from autograder.intake.exports import is_export, owned_in_export
from autograder.intake.files import File, Folder, Listing, UnusableError
from autograder.intake.names import bare, is_archive, is_named_after, stem
from autograder.intake.owned import Owned
from autograder.model import Assignment

SUBMITTED = "submitted"
_COURSE_FILES = {"course.yaml", "nbgrader_config.py"}
_WRAPPERS = 4


def owner_of(path: Path, assignment: Assignment) -> str:
    """Return the student whom a path names: the last part not of the assignment.

    ``submitted/s01/week5_deep_network/deep_network.ipynb`` is of ``s01``.
    """
    names = [part.name for part in (path, *path.parents) if part.name]
    telling = (name for name in names if not is_named_after(name, assignment))
    return bare(next(telling, path.name))


def students_in(
    root: Folder, owner: str, where: str, assignment: Assignment
) -> list[Owned]:
    """Return what is whose in a folder or an archive.

    Parameters
    ----------
    root : Folder
        What the grader named.
    owner : str
        The student, when all of it turns out to be of one.
    where : str
        The path as the grader wrote it, for errors.

    Raises
    ------
    SubmissionError
        When there is no submission in it, or two forms are mixed.
    UnusableError
        When it cannot be looked into.
    """
    place = _place_of_students(root, assignment)
    listing = place.listing
    if is_export(listing):
        found = owned_in_export(place, where, assignment)
        if found:
            return found
    if _is_one_student(place, assignment):
        _refuse_students_beside(listing, where, assignment)
        return [Owned(owner, folder=place)]
    folders = _students(place, assignment)
    held = [folder for folder in folders if _holds_homework(folder, assignment)]
    files = homework(listing.files)
    if files:
        # where some hand in a file, others hand in a zip
        unclear = [folder.name for folder in held if not is_archive(folder.name)]
        if unclear:
            raise _mixed(where, files[0].name, unclear[0])
        folders = [folder for folder in folders if is_archive(folder.name)]
    elif not held or _COURSE_FILES & {file.name for file in listing.files}:
        raise SubmissionError(f"{where}: no submission found: {forms(assignment)}")
    # a time in an archive is believed only if it cannot be that of one student
    stamped = place.name == SUBMITTED and (len(held) > 1 or not is_archive(root.name))
    owned = [Owned(bare(f.name), folder=f, stamped=stamped) for f in folders]
    return _by_stem(files) + owned


def forms(assignment: Assignment) -> str:
    """Return what was looked for, as the end of an error."""
    return (
        "expected a .py or .ipynb file, a folder with one such file per student, a "
        f"folder with a folder per student ({assignment.module}.py or "
        f"{assignment.module}.ipynb in each), {SUBMITTED}/<student>/"
        f"{assignment.slug}/, what Canvas, Moodle or Gradescope exports, or a zip of "
        "any of these"
    )


def _place_of_students(folder: Folder, assignment: Assignment) -> Folder:
    """Return the folder that the students are in: `folder`, or one it wraps."""
    for _ in range(_WRAPPERS):
        listing = folder.listing
        submitted = [inner for inner in listing.folders if inner.name == SUBMITTED]
        if _is_export(folder) or _is_one_student(folder, assignment):
            break
        if submitted:
            return submitted[0]
        if homework(listing.files) or len(listing.folders) != 1:
            break
        only = listing.folders[0]
        if not _is_export(only) and _looks_like_a_student(only, assignment):
            break
        folder = only
    return folder


def _is_export(folder: Folder) -> bool:
    try:
        return is_export(folder.listing)
    except UnusableError:
        return False


def _is_one_student(folder: Folder, assignment: Assignment) -> bool:
    """Say whether a folder holds the homework of one student, called as it should."""
    if _has(folder, assignment):
        return True
    inner = folder_of_assignment(folder, assignment)
    return inner is not None and _looks_like_a_student(inner, assignment)


def _has(folder: Folder, assignment: Assignment) -> bool:
    """Say whether a file called like the assignment is directly in a folder."""
    try:
        files = _homework_in(folder)
    except UnusableError:
        return False
    return any(is_named_after(file.name, assignment) for file in files)


def _looks_like_a_student(folder: Folder, assignment: Assignment) -> bool:
    """Say whether a folder is one student's, by what is in it or by one file only."""
    try:
        if len({stem(file.name) for file in _homework_in(folder)}) == 1:
            return True
        return _is_one_student(folder, assignment)
    except UnusableError:
        return True


def _homework_in(folder: Folder) -> list[File]:
    """Return the files directly in a folder that may be what is graded."""
    return homework(folder.listing.files)


def _holds_homework(folder: Folder, assignment: Assignment) -> bool:
    """Say whether a student's folder holds anything, or cannot be looked into."""
    try:
        return bool(_homework_in(work_folder(folder, assignment)))
    except UnusableError:
        return True


def _students(place: Folder, assignment: Assignment) -> list[Folder]:
    """Return the students' folders; in nbgrader's form not all have this assignment."""
    folders = place.listing.folders
    own = [folder for folder in folders if _has_own(folder, assignment)]
    if not own and place.name != SUBMITTED:
        return list(folders)
    # what lies in a folder of another assignment is not for this one
    return [f for f in folders if f in own or _has_any(f)]


def _has_own(folder: Folder, assignment: Assignment) -> bool:
    """Say whether a student's folder has one inside for this assignment."""
    try:
        return folder_of_assignment(folder, assignment) is not None
    except UnusableError:
        return False


def _has_any(folder: Folder) -> bool:
    """Say whether homework is directly in a folder, or it cannot be looked into."""
    try:
        return bool(_homework_in(folder))
    except UnusableError:
        return True


def _by_stem(files: Iterable[File]) -> list[Owned]:
    students: dict[str, list[File]] = {}
    for file in files:
        students.setdefault(stem(file.name), []).append(file)
    return [Owned(student, tuple(own)) for student, own in students.items()]


def _refuse_students_beside(
    listing: Listing, where: str, assignment: Assignment
) -> None:
    for folder in listing.folders:
        beside = is_named_after(folder.name, assignment) or is_archive(folder.name)
        if not beside and _has(folder, assignment):
            raise _mixed(where, f"{assignment.module} of one student", folder.name)


def _mixed(where: str, file: str, folder: str) -> SubmissionError:
    return SubmissionError(
        f"{where}: two forms are mixed: expected files only or a folder per student, "
        f"got {file} beside {folder}/; name the files or folders that are meant"
    )

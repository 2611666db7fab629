"""Which of the files in a student's folder is graded, and which go along with it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence

from autograder.intake.files import MIB, File, Folder, UnusableError
from autograder.intake.names import (
    is_homework,
    is_named_after,
    stem,
    suffix,
    visible,
)
from autograder.messages import Message, Words
from autograder.model import Assignment

_DEPTH = 3
MAX_RELEASED = 1 * MIB
"""Bytes; no released file is larger."""


def homework(files: Iterable[File]) -> list[File]:
    """Return the files that may be what is graded."""
    return [file for file in files if is_homework(file.name)]


def folder_of_assignment(folder: Folder, assignment: Assignment) -> Folder | None:
    """Return the folder inside that is called like the assignment, as in nbgrader."""
    for inner in folder.listing.folders:
        if is_named_after(inner.name, assignment):
            return inner
    return None


def work_folder(folder: Folder, assignment: Assignment) -> Folder:
    """Return where in a student's folder the homework is.

    That is the folder itself, the one called like the assignment, or the only folder
    there is where nothing else could be meant.

    Raises
    ------
    UnusableError
        When one of them cannot be looked into.
    """
    for _ in range(_DEPTH):
        inner = folder.listing.folders
        if homework(folder.listing.files):
            break
        named = folder_of_assignment(folder, assignment)
        if named is None and len(inner) != 1:
            break
        folder = named or inner[0]
    return folder


def choose(
    files: Sequence[File],
    name: str,
    assignment: Assignment,
    released: Collection[str] = (),
) -> tuple[File, list[Words]]:
    """Return the file to grade, and notes on those it was preferred to.

    Parameters
    ----------
    files : sequence of File
        What the student handed in.
    name : str
        What messages call the place where they are.
    assignment : Assignment
        Its module's name goes before its slug, and that before any other name.
    released : collection of str
        SHA-256 of the files that students get; one of them, untouched, never goes
        before a file that somebody has worked on.

    Raises
    ------
    UnusableError
        When there is none, or it cannot be told which is meant.
    """
    candidates = homework(files)
    for wanted in (assignment.module, assignment.slug):
        named = [f for f in candidates if stem(f.name).casefold() == wanted.casefold()]
        if named:
            return _worked_on(named, released)
    if len({stem(file.name) for file in candidates}) == 1:
        return _worked_on(candidates, released)
    raise UnusableError(_unclear(candidates, name, assignment.module))


def siblings(files: Iterable[File], graded: File) -> list[File]:
    """Return the other scripts of the folder that the homework could import."""
    taken = {stem(graded.name).casefold(), "given", "__init__"}
    return [
        file
        for file in files
        if suffix(file.name) == ".py"
        and file.name[:-3].isidentifier()
        and file.name[:-3].casefold() not in taken
    ]


def _unclear(candidates: list[File], name: str, module: str) -> Message:
    if not candidates:
        return Message(
            "`{folder}` holds no homework: expected `{module}.py` or "
            "`{module}.ipynb`. Hand in the file that you filled in.",
            folder=name,
            module=module,
        )
    return Message(
        "It is unclear which of {files} is the homework. Hand in one of them, "
        "as `{module}.py` or `{module}.ipynb`.",
        files=_listed(candidates),
        module=module,
    )


def _worked_on(
    files: list[File], released: Collection[str]
) -> tuple[File, list[Words]]:
    """Return the newest file that is not as it was released, if there is one."""
    untouched = [f for f in files if len(files) > 1 and _digest(f) in released]
    rest = [file for file in files if file not in untouched]
    graded, notes = _newest(rest or files)
    if rest:
        notes += [
            Message(
                "`{ignored}` was ignored: it is as it was released.",
                ignored=visible(file.name),
            )
            for file in untouched
        ]
    return graded, notes


def _digest(file: File) -> str:
    try:
        return hashlib.sha256(file.read(MAX_RELEASED)).hexdigest()
    except UnusableError:  # said when it turns out to be the one that is graded
        return ""


def _newest(files: list[File]) -> tuple[File, list[Words]]:
    first, *others = sorted(files, key=lambda file: (-file.modified, file.name))
    if others and others[0].modified == first.modified:
        raise UnusableError(
            Message(
                "It is unclear which of {files} is meant: they were saved at the same "
                "time. Hand in only one of them.",
                files=_listed(files),
            )
        )
    return first, [
        Message(
            "`{ignored}` was ignored: `{graded}` is newer.",
            ignored=visible(other.name),
            graded=visible(first.name),
        )
        for other in others
    ]


def _listed(files: Iterable[File]) -> str:
    names = [f"`{visible(file.name)}`" for file in files]
    shown = names[:5] + ["…"] * (len(names) > 5)
    return ", ".join(shown)

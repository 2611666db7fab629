"""Make a `Submission` of what belongs to one student; never fails for one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from autograder.intake.choose import (
    choose,
    folder_of_assignment,
    siblings,
    work_folder,
)
from autograder.intake.files import MIB, File, Folder, UnusableError
from autograder.intake.names import (
    identity,
    is_archive,
    suffix,
    visible,
    visible_path,
)
from autograder.intake.notebook import decode, read_notebook
from autograder.intake.owned import Owned
from autograder.intake.presence import newest_file
from autograder.intake.timestamps import LONGEST, read_time
from autograder.messages import Message, Words
from autograder.model import Assignment, Cell, Submission

MAX_NOTEBOOK = 20 * MIB
"""Bytes of a notebook, its pictures included."""
MAX_CODE = 1 * MIB
"""Bytes of code in the graded file; and again in all other files together."""
MAX_MODULES = 100
TIMESTAMP = "timestamp.txt"
"""Where nbgrader writes when it collected a submission."""


@dataclass(frozen=True)
class Handed:
    """A submission, and what tells which of two by one student is the newer."""

    submission: Submission
    identity: str
    """The student; equal for two submissions of the same one."""
    path: tuple[str, ...]
    """Names from what the grader named down to the file."""
    modified: float
    graded: File | None = None
    """The file itself; None where none could be chosen."""
    beside: tuple[File, ...] = ()
    """All files of its folder."""


@dataclass
class _Draft:
    """What is known of a submission so far, should reading stop halfway."""

    path: tuple[str, ...]
    file: str
    modified: float = 0.0
    graded: File | None = None
    beside: tuple[File, ...] = ()
    sha256: str = hashlib.sha256().hexdigest()
    cells: tuple[Cell, ...] = ()
    modules: dict[str, str] = field(default_factory=dict)
    notes: list[Words] = field(default_factory=list)


def read_submission(
    owned: Owned, assignment: Assignment, released: Collection[str] = ()
) -> Handed:
    """Read what one student handed in.

    Whatever is wrong with it becomes the submission's `problem`, which says what to
    do. A note tells of any other file of the folder that cannot be used.
    """
    path = owned.folder.path if owned.folder else owned.files[0].path
    draft = _Draft(path, visible(path[-1]), notes=list(owned.notes))
    problem = None
    time = owned.time
    try:
        if owned.stamped and owned.folder:
            time = _stamped(owned.folder, assignment)
        _fill(draft, owned, assignment, released)
    except UnusableError as error:
        problem = error.message
    submission = Submission(
        student=visible(owned.student),
        file=draft.file,
        sha256=draft.sha256,
        cells=draft.cells,
        modules=draft.modules,
        problem=problem,
        notes=tuple(draft.notes),
        time=time,
    )
    return Handed(
        submission,
        identity(owned.student),
        draft.path,
        draft.modified,
        draft.graded,
        draft.beside,
    )


def read_source(raw: bytes, name: str) -> tuple[Cell, ...]:
    """Return the code of a script or notebook; a script is one cell.

    Raises
    ------
    UnusableError
        When it is empty, too large, not readable as text, or has no code.
    """
    if not raw.strip():
        raise UnusableError(
            Message(
                "`{file}` is empty. Save your work and hand it in again.", file=name
            )
        )
    if _is_notebook(name):
        cells = read_notebook(raw, name)
    else:
        cells = (Cell(name, decode(raw, name)),)
    if not any(cell.text.strip() for cell in cells):
        raise UnusableError(
            Message(
                "`{file}` has no code in it. Save your work and hand it in again.",
                file=name,
            )
        )
    if sum(len(cell.text.encode()) for cell in cells) > MAX_CODE:
        raise UnusableError(_too_much_code(name))
    return cells


def _fill(
    draft: _Draft, owned: Owned, assignment: Assignment, released: Collection[str]
) -> None:
    """Read everything into `draft`; raise `UnusableError` where that must stop."""
    files, root = owned.files, owned.folder
    if assignment.presence:
        _fill_present(draft, owned, assignment, released)
        return
    if root is not None:
        # where the files are named already, the folder is only looked at beside them
        folder = root if files else work_folder(root, assignment)
        draft.beside = folder.listing.files
        draft.file = visible_path(folder.path[len(root.path) - 1 :])
    graded, notes = choose(files or draft.beside, draft.file, assignment, released)
    draft.graded, draft.path, draft.modified = graded, graded.path, graded.modified
    draft.file = visible_path(graded.path[len(root.path) - 1 if root else -1 :])
    draft.notes += notes
    raw = _read_bounded(graded)
    digest = hashlib.sha256(raw)
    draft.sha256 = digest.hexdigest()
    draft.cells = read_source(raw, visible(graded.name))
    for file, code, text in _read_modules(siblings(draft.beside, graded), draft.notes):
        digest.update(f"\0{file.name}\0{len(code)}\0".encode() + code)
        draft.modules[file.name[:-3]] = text
    draft.sha256 = digest.hexdigest()


def _fill_present(
    draft: _Draft, owned: Owned, assignment: Assignment, released: Collection[str]
) -> None:
    """Note that a file is there; what is in it does not matter."""
    graded, draft.sha256 = newest_file(owned, assignment, released)
    outer = len(owned.folder.path) - 1 if owned.folder else -1
    draft.graded, draft.path, draft.modified = graded, graded.path, graded.modified
    draft.file = visible_path(graded.path[outer:])


def _stamped(folder: Folder, assignment: Assignment) -> datetime | None:
    """Return when nbgrader collected what is in a student's folder.

    A time in an archive is the student's own, and means nothing.
    """
    place: Folder | None = folder
    while place is not None and not is_archive(place.name):
        for file in place.listing.files:
            if file.name == TIMESTAMP:
                text = file.read(LONGEST + 1).decode("utf-8", "replace")
                return read_time(text, UTC)
        inner = folder_of_assignment(place, assignment)
        place = inner if place is folder else None
    return None


def _is_notebook(name: str) -> bool:
    return suffix(name) == ".ipynb"


def _read_bounded(file: File) -> bytes:
    """Return the bytes of the graded file; nothing is read beyond what it may have."""
    name = visible(file.name)
    limit = MAX_NOTEBOOK if _is_notebook(name) else MAX_CODE
    raw = file.read(limit + 1)
    if len(raw) <= limit:
        return raw
    if limit == MAX_CODE:
        raise UnusableError(_too_much_code(name))
    raise UnusableError(
        Message(
            "`{file}` is larger than {limit} MiB. Clear the outputs of the notebook, "
            "save it and hand it in again.",
            file=name,
            limit=limit // MIB,
        )
    )


def _read_modules(
    files: Iterable[File], notes: list[Words]
) -> Iterator[tuple[File, bytes, str]]:
    """Yield what can be used of the other files; note what cannot."""
    left, count = MAX_CODE, 0
    for file in files:
        try:
            raw = _read_beside(file, left if count < MAX_MODULES else -1)
            text = decode(raw, visible(file.name))
        except UnusableError as error:
            notes.append(Message("Left out: {reason}", reason=error.message))
            continue
        left, count = left - len(raw), count + 1
        yield file, raw, text


def _read_beside(file: File, left: int) -> bytes:
    raw = file.read(left + 1)
    if len(raw) > left:
        raise UnusableError(_too_much_beside(file))
    return raw


def _too_much_code(name: str) -> Message:
    return Message(
        "`{file}` holds more than {limit} MiB of code. Hand in only the functions, "
        "without data.",
        file=name,
        limit=MAX_CODE // MIB,
    )


def _too_much_beside(file: File) -> Message:
    return Message(
        "`{file}` exceeds the limit: at most {count} other files, {limit} MiB "
        "altogether.",
        file=visible(file.name),
        count=MAX_MODULES,
        limit=MAX_CODE // MIB,
    )

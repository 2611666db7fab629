"""Find every response that came in, in whatever form it was handed in.

Who handed a file in is what the path says, outermost name first, since what lies
inside a student's own folder or zip was named by that student. Times are only those of
nbgrader and of tables that the grader named: a file system's tell nothing.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.intake.archive import look_into_file
from autograder.intake.disk import open_file, open_folder
from autograder.intake.files import MIB, File, Folder, Listing, UnusableError
from autograder.intake.names import bare, is_archive, suffix, visible, visible_path
from autograder.intake.owners import SUBMITTED
from autograder.intake.reading import MAX_NOTEBOOK
from autograder.intake.timestamps import LONGEST, read_time
from autograder.quizzes.asked import Asked
from autograder.quizzes.model import FilledPaper, Paper
from autograder.quizzes.paper_cells import is_edited
from autograder.quizzes.paper_notebook import read_paper_notebook
from autograder.quizzes.response_rows import MAX_TABLE, clean
from autograder.quizzes.response_tables import read_table_of_responses
from autograder.quizzes.results import Came, Problem
from autograder.quizzes.variants import normal_id

TIMESTAMP = "timestamp.txt"
NOTEBOOK = ".ipynb"
TABLES = (".csv", ".tsv", ".json")
FORMS = (
    "expected notebooks, folders or zips of them, or a .csv or .json file of responses"
)
MAX_FOLDERS = 12
"""One in another; what lies deeper is left out, and said."""
_ABOVE = 3
"""Folders above a path that may say whose it is."""


@dataclass
class _Search:
    asked: Asked
    zone: tzinfo
    found: list[FilledPaper] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How much has been found, of whatever kind."""
        return len(self.found) + len(self.problems)

    def lost(self, what: str, file: str, student: str = "") -> None:
        self.problems.append(Problem(what, student, file=file, lost=True))


@dataclass(frozen=True)
class _Place:
    """Where something lies: the names from outside to inside."""

    above: tuple[str, ...]
    """Of folders above the path that was named."""
    path: tuple[str, ...]
    base: int = 0
    """How many names of the path are the grader's; ``submitted`` is only there."""

    @property
    def _told(self) -> tuple[str, ...]:
        """The names that no student chose: none inside of a zip in what was named."""
        for place, name in enumerate(self.path):
            if place and is_archive(name):
                return (*self.above, *self.path[: place + 1])
        return (*self.above, *self.path)

    def student(self, asked: Asked) -> str:
        """Return who handed it in; empty where no name says so."""
        names, ours = self._told, len(self.above) + self.base
        for place, name in enumerate(names):
            if name == SUBMITTED and place < ours and place + 1 < len(names):
                inner = names[place + 1]
                return asked.student(inner) or normal_id(inner)
            if student := asked.student(_bare(name)):
                return student
        return ""

    def is_nbgraders(self, asked: Asked) -> bool:
        """Return whether it is the folder ``submitted/<student>/<quiz>``."""
        names = (*self.above, *self.path)
        is_ours = 2 < len(names) <= len(self.above) + self.base + 2
        in_form = names[-3:-2] == (SUBMITTED,) and _is_of(names[-1], asked.quiz)
        return is_ours and in_form


def read_responses(paths: Sequence[Path], asked: Asked, zone: tzinfo) -> Came:
    """Return everything that came in, and what could not be used.

    Each path is a notebook; a folder of notebooks, one per student or in a folder per
    student; nbgrader's ``submitted``, or the course around it; a zip of these; or a
    table as `read_table_of_responses` takes it. Tables inside folders are not looked
    at: a student may have put them there.

    Parameters
    ----------
    zone : tzinfo
        Of times that name none.

    Raises
    ------
    SubmissionError
        When a path does not exist, or is nothing of this kind.
    """
    search = _Search(asked, zone)
    for path in paths:
        before = search.count
        _read_path(search, path, alone=len(paths) == 1)
        if search.count == before:  # or all of a class would be absent without a word
            search.lost("holds no notebook", str(path))
    return Came(tuple(search.found), tuple(search.problems))


def _read_path(search: _Search, path: Path, *, alone: bool) -> None:
    try:
        target = path.resolve(strict=True)
        is_folder = stat.S_ISDIR(target.stat().st_mode)
    except (OSError, ValueError, RuntimeError):
        raise SubmissionError(f"{path}: does not exist: {FORMS}") from None
    parents = [part.name for part in path.absolute().parents if part.name]
    place = _Place(tuple(reversed(parents[:_ABOVE])), (path.name,))
    if is_folder:
        folder = _submitted_in(open_folder(target, place.path))
        _walk(search, folder, place.above, len(folder.path))
    elif is_archive(path.name):
        folder = Folder(place.path, partial(look_into_file, target, place.path))
        if alone:
            folder = _submitted_in(_unwrapped(folder))
        # of several zips each is a student's, who may have made up what is inside
        _walk(search, folder, place.above, len(folder.path) if alone else 0)
    elif suffix(path.name) == NOTEBOOK:
        file = open_file(path.absolute(), place.path)
        stamp = open_file(target.parent / TIMESTAMP, (TIMESTAMP,))
        outer = _Place(place.above, ())
        trusted = outer.is_nbgraders(search.asked) and stamp.modified > 0
        _read_notebook(search, file, place, stamp if trusted else None)
    elif suffix(path.name) in TABLES:
        _read_table(search, open_file(target, place.path))
    else:
        raise SubmissionError(f"{path}: not responses: {FORMS}")


def _submitted_in(folder: Folder) -> Folder:
    """Return the folder ``submitted`` where there is one, else the folder itself."""
    inner = _folders(folder)
    return next((one for one in inner if one.name == SUBMITTED), folder)


def _unwrapped(folder: Folder) -> Folder:
    """Return the only folder in a zip if it is the course, with ``submitted`` in it."""
    inner = _folders(folder)
    is_course = len(inner) == 1 and _submitted_in(inner[0]) is not inner[0]
    return inner[0] if is_course else folder


def _folders(folder: Folder) -> tuple[Folder, ...]:
    try:
        return folder.listing.folders
    except UnusableError:  # said when it is walked
        return ()


def _walk(search: _Search, folder: Folder, above: tuple[str, ...], base: int) -> None:
    place = _Place(above, folder.path, base)
    listing = _listing(search, folder, place)
    notebooks = [file for file in listing.files if suffix(file.name) == NOTEBOOK]
    stamp = None
    if place.is_nbgraders(search.asked):
        stamps = (file for file in listing.files if file.name == TIMESTAMP)
        stamp = next(stamps, None)
        if not notebooks:
            student = place.student(search.asked)
            search.lost("holds no notebook", visible_path(folder.path), student)
    for file in notebooks:
        _read_notebook(search, file, replace(place, path=file.path), stamp)
    for inner in _worth_a_look(listing, place, search.asked):
        _walk(search, inner, above, base)


def _listing(search: _Search, folder: Folder, place: _Place) -> Listing:
    file, student = visible_path(folder.path), place.student(search.asked)
    if len(folder.path) > MAX_FOLDERS:
        search.lost("lies too deep to be looked into", file, student)
        return Listing()
    try:
        return folder.listing
    except UnusableError as error:
        search.lost(str(error), file, student)
        return Listing()


def _worth_a_look(listing: Listing, place: _Place, asked: Asked) -> Iterator[Folder]:
    """Yield the folders inside; of a student in ``submitted`` only the quiz."""
    names, ours = (*place.above, *place.path), len(place.above) + place.base
    in_submitted = names[-2:-1] == (SUBMITTED,) and len(names) <= ours + 1
    for inner in listing.folders:
        if not in_submitted or _is_of(inner.name, asked.quiz):
            yield inner


def _read_notebook(
    search: _Search, file: File, place: _Place, stamp: File | None
) -> None:
    name, student = visible_path(file.path), place.student(search.asked)
    try:
        raw = file.read(MAX_NOTEBOOK + 1)
        if len(raw) > MAX_NOTEBOOK:
            search.lost(f"larger than {MAX_NOTEBOOK // MIB} MiB", name, student)
            return
        filled = read_paper_notebook(raw, visible(file.name))
    except UnusableError as error:
        search.lost(str(error), name, student)
        return
    paper = search.asked.paper(filled.paper)
    kept = replace(
        filled,
        file=name,
        student=student,
        paper=paper.id if paper else str(clean(filled.paper)),
        responses=clean(dict(filled.responses)),
        prompts=clean(_edited(filled, paper)),
        time=_stamped(search, stamp, student) if stamp else None,
        started=None,
    )
    search.found.append(kept)


def _edited(filled: FilledPaper, paper: Paper | None) -> dict[str, str]:
    """Return the prompts that are not as they were asked; the others are known."""
    asked = {variant.item: variant for variant in (paper.variants if paper else ())}
    return {
        item: prompt
        for item, prompt in filled.prompts.items()
        if item in asked and is_edited(prompt, asked[item])
    }


def _stamped(search: _Search, stamp: File, student: str) -> datetime | None:
    """Return the time that nbgrader took."""
    try:
        text = stamp.read(4 * LONGEST).decode("utf-8", "replace")
    except UnusableError:
        text = ""
    time = read_time(text, search.zone)
    if time is None:
        what = f"expected a time of nbgrader, got {text[:40]!r}: it counts as unknown"
        file = visible_path(stamp.path)
        search.problems.append(Problem(what, student, file=file))
    return time


def _read_table(search: _Search, file: File) -> None:
    name = visible(file.name)
    try:
        raw = file.read(MAX_TABLE + 1)
        if len(raw) > MAX_TABLE:
            search.lost(f"larger than {MAX_TABLE // MIB} MiB", name)
            return
        found, problems = read_table_of_responses(raw, name, search.asked, search.zone)
    except UnusableError as error:
        search.lost(str(error), name)
        return
    search.found += found
    search.problems += problems


def _is_of(name: str, quiz: str) -> bool:
    """Return whether nbgrader's assignment is this quiz: ``week5``, ``quiz_week5``."""
    words = bare(name).casefold().replace("_", "-")
    return words in {quiz, f"quiz-{quiz}", f"{quiz}-quiz"}


def _bare(name: str) -> str:
    return name[: -len(NOTEBOOK)] if suffix(name) == NOTEBOOK else bare(name)

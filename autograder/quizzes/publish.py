"""Publish a quiz: a paper for every student, first in the manifest, then as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.course import extensions as calendar
from autograder.course.calendar import Window
from autograder.course.course import Course
from autograder.course.places import shown
from autograder.course.roster import Student
from autograder.course.secret import existing_secret, read_secret
from autograder.errors import AuthoringError, AutograderError
from autograder.messages import Language
from autograder.quizzes import manifest as manifests
from autograder.quizzes.arrays import NumpyWorkers
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.history import History
from autograder.quizzes.manifest import Manifest, locked_manifest, published_folder
from autograder.quizzes.model import Paper
from autograder.quizzes.paper_notebook import paper_notebook
from autograder.quizzes.papers import make_paper, public
from autograder.quizzes.practice import PRACTICE, check_closed, keys_of, practice_data
from autograder.quizzes.printed import ShownKey, printed_page
from autograder.quizzes.schema import Quiz
from autograder.quizzes.variants import Sitting, normal_id
from autograder.reports.grades_csv import cell
from autograder.reports.text import file_name
from autograder.reports.writing import write_whole

PAPERS = "papers"
"""The folder of what is handed out."""
BLANK = "blank"
TABLE = "papers.csv"
HEAD = ("student", "name", "section", "paper", "file")

Track = Callable[[Sequence[Paper]], Iterable[Paper]]
"""Passes papers on, one by one, and shows how far that is."""


@dataclass(frozen=True)
class Options:
    """What is published, besides a paper for every student."""

    attempt: int = 1
    blank: int = 0
    """Spare papers, altogether."""
    practice: bool = False
    language: Language | None = None
    """Of new papers; None is the student's own."""


@dataclass(frozen=True)
class Published:
    """What was done."""

    folder: Path
    """Of what is handed out."""
    new: tuple[Paper, ...]
    there: int
    """Papers that were made before."""
    left_out: tuple[str, ...] = ()
    """Students who have no such attempt."""


def publish(
    course: Course,
    quiz: Quiz,
    students: Sequence[Student],
    out: Path,
    options: Options | None = None,
    track: Track = iter,
) -> Published:
    """Write a paper for every student who has none; nobody's paper ever changes.

    A paper is in the manifest before it is written. Files that are missing are written
    again, as they were.

    Parameters
    ----------
    out : Path
        Where the files go; the manifest stays in the course.

    Raises
    ------
    AutograderError
        If the secret is gone, the attempt is nobody's, or practice comes too early.
    AuthoringError
        If an item cannot be shown.
    """
    press = _Press(course, quiz, options or Options())
    if press.options.practice:
        return press.practice(students, out, track)
    folder = published_folder(course, quiz.quiz)
    with locked_manifest(folder) as manifest:
        wanted, left_out = press.wanted(students, manifest)
        secret = press.secret()
        new = [press.make(secret, *student) for student in wanted]
        History.read(folder).record(quiz.items, datetime.now(UTC))
        manifest.add(new)
    papers = tuple(manifest.papers.values())
    for paper in track(papers):
        press.write(paper, out)
    write_whole(out / TABLE, _table(papers), encoding="utf-8-sig")
    return Published(out / PAPERS, tuple(new), len(papers) - len(new), left_out)


class _Press:
    """Makes the papers of one quiz."""

    def __init__(self, course: Course, quiz: Quiz, options: Options) -> None:
        if options.blank and (options.attempt > 1 or options.practice):
            raise AutograderError("blank: expected none but for the first attempt")
        self.course = course
        self.quiz = quiz
        self.options = options
        self.window = course.quizzes.get(quiz.quiz)
        self.extensions = calendar.read_extensions(course.root / calendar.FILE)
        self.pictures = course.root / "quizzes"

    def secret(self) -> bytes:
        """Return the secret, made if nothing was ever published."""
        return secret_of(self.course)

    def wanted(
        self, students: Sequence[Student], manifest: Manifest
    ) -> tuple[list[tuple[Student, str]], tuple[str, ...]]:
        """Return who needs a paper for which attempt, and who has no such attempt."""
        attempt = self.options.attempt
        self._check_term(manifest)
        able = [one for one in students if self._attempts(one.id) >= attempt]
        if students and not able:
            most = max(self._attempts(one.id) for one in students)
            raise AutograderError(
                f"attempt: expected at most {most}, as course.yaml and "
                f"{calendar.FILE} allow, got {attempt}"
            )
        have = {
            paper.student
            for paper in manifest.papers.values()
            if paper.attempt == attempt and paper.student
        }
        spare = {paper.sitting for paper in manifest.of("")}
        nobody = Student("", language=self.course.languages[0])
        blanks = (f"{BLANK}-{n}" for n in range(1, self.options.blank + 1))
        wanted = [(one, str(attempt)) for one in able if normal_id(one.id) not in have]
        wanted += [(nobody, name) for name in blanks if name not in spare]
        return wanted, tuple(one.id for one in students if one not in able)

    def make(self, secret: bytes, student: Student, attempt: str) -> Paper:
        """Return a paper.

        Raises
        ------
        AuthoringError
            If an item cannot be drawn or shown.
        """
        try:
            return make_paper(
                self.quiz,
                Sitting(secret, self.course.term, student.id, attempt),
                self.options.language or student.language,
                name=student.name,
                section=student.section,
            )
        except ExpressionError as error:
            raise AuthoringError(
                f"{self.quiz.quiz}: expected a paper for {student.id or attempt}, got "
                f"an error: {error}; see autograder quiz lint {self.quiz.quiz}"
            ) from None

    def write(self, paper: Paper, out: Path) -> None:
        """Write the files of a paper that are missing."""
        window = self._window(paper)
        self._write(paper, out / stem_of(paper), window)

    def practice(
        self, students: Sequence[Student], out: Path, track: Track
    ) -> Published:
        """Write practice papers; they are in no manifest, since they never count."""
        now = datetime.now(UTC)
        check_closed(self.quiz.quiz, self.window, self.extensions, now)
        secret, attempt = self.secret(), f"{PRACTICE}-{self.options.attempt}"
        papers = [self.make(secret, student, attempt) for student in students]
        new = []
        with NumpyWorkers() as numpy:
            for paper in track(papers):
                stem = out / stem_of(paper)
                if not all(path.is_file() for path in _files(stem)):
                    new.append(paper)
                    keys = keys_of(self.quiz, paper, numpy)
                    self._write(
                        paper, stem, None, keys, practice_data(self.quiz, paper)
                    )
        return Published(out / PRACTICE, tuple(new), len(papers) - len(new))

    def _write(
        self,
        paper: Paper,
        stem: Path,
        window: Window | None,
        keys: Sequence[ShownKey] = (),
        further: Mapping[str, Any] | None = None,
    ) -> None:
        notebook, page = _files(stem)
        if not notebook.is_file():
            text = paper_notebook(paper, window, self.pictures, further)
            write_whole(notebook, text)
        if not page.is_file():
            write_whole(page, printed_page(public(paper), window, self.pictures, keys))

    def _window(self, paper: Paper) -> Window | None:
        if self.window is None or not paper.student:
            return self.window
        student, quiz = paper.student, self.quiz.quiz
        return calendar.window_for(
            self.window, self.extensions, student, quiz, paper.attempt
        )

    def _attempts(self, student: str) -> int:
        if self.window is None:
            return 1
        quiz = self.quiz.quiz
        return calendar.attempts_for(self.window, self.extensions, student, quiz)

    def _check_term(self, manifest: Manifest) -> None:
        for paper in manifest.papers.values():
            if paper.term != self.course.term:
                raise AutograderError(
                    f"{shown(manifest.folder)}: expected papers of "
                    f"{self.course.term!r}, got papers of {paper.term!r}: move the "
                    "folder to where you keep that term"
                )


def secret_of(course: Course) -> bytes:
    """Return the secret of a course, made if nothing was ever published in it.

    Raises
    ------
    AutograderError
        If it is gone.
    """
    published = (course.root / manifests.PUBLISHED).glob(f"*/{manifests.FILE}")
    read = existing_secret if any(published) else read_secret
    return read(course.root)


def stem_of(paper: Paper) -> Path:
    """Return where a paper is written, below the folder of a quiz, without suffix."""
    kind, _, number = paper.sitting.partition("-")
    if kind == BLANK:
        return Path(PAPERS, BLANK, f"{int(number):02}")
    if kind == PRACTICE:
        return Path(PRACTICE, file_name(paper.student), f"{paper.quiz}-{paper.sitting}")
    later = f"-{paper.attempt}" if paper.attempt > 1 else ""
    return Path(PAPERS, file_name(paper.student), f"{paper.quiz}{later}")


def _files(stem: Path) -> Iterator[Path]:
    yield stem.with_name(f"{stem.name}.ipynb")
    yield stem.with_name(f"{stem.name}.html")


def _table(papers: Iterable[Paper]) -> str:
    """Return ``papers.csv``, from which letters are made: a row a paper."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEAD)
    for paper in papers:
        file = f"{stem_of(paper).as_posix()}.ipynb"
        who = (paper.student, paper.name, paper.section, paper.id, file)
        rows.writerow(map(cell, who))
    return text.getvalue()

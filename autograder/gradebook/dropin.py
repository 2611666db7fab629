"""In the place of ``nbgrader autograde``: the same folders, the same gradebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.course.course import Course, released_digests
from autograder.course.roster import Student
from autograder.errors import AutograderError, GradebookError
from autograder.gradebook import nbgrader_db
from autograder.gradebook.autograded import write_autograded
from autograder.gradebook.handed import Work, read_work, with_notes
from autograder.gradebook.names import gradebook_id
from autograder.gradebook.nbgrader_db import CONFIG, NEEDED, NbgraderCourse
from autograder.gradebook.policy import Charge, in_charge
from autograder.gradebook.records import Entry
from autograder.gradebook.released import Released, read_released, sheet_of
from autograder.intake.discover import find_handed
from autograder.intake.owners import SUBMITTED
from autograder.intake.reading import Handed
from autograder.messages import LANGUAGES, Language
from autograder.model import (
    Assignment,
    Graded,
    Outcome,
    Submission,
    SubmissionResult,
)

AUTOGRADED = "autograded"
SYNC = "autograder gradebook sync"
LISTED = 5


def is_nbgrader_course(root: Path) -> bool:
    """Return whether nbgrader works in the course at `root`."""
    return (root / CONFIG).is_file() or (root / SUBMITTED).is_dir()


def open_dropin(
    course: Course,
    assignment: Assignment,
    paths: Sequence[Path] = (),
    url: str | None = None,
    language: Language = "en",
    roster: tuple[Student, ...] = (),
) -> DropIn:
    """Return what stands in for nbgrader's own grading of an assignment.

    Parameters
    ----------
    paths : sequence of Path
        What was handed in; by default nbgrader's folder ``submitted``.
    url : str, optional
        Of the gradebook. Without one it is the course's, and where nbgrader is not
        installed, none is written.
    roster : tuple of Student
        All of them are in the gradebook afterwards.

    Raises
    ------
    AutograderError
        If there is nothing to grade, or no nbgrader for the gradebook at `url`.
    """
    if not paths and not is_nbgrader_course(course.root):
        raise AutograderError(
            f"PATH: expected what was handed in, got nothing: {course.root} is not an "
            f"nbgrader course (it has neither {CONFIG} nor {SUBMITTED}/)"
        )
    nbgrader = None
    if url or nbgrader_db.is_installed():
        nbgrader = nbgrader_db.read_course(course.root, url)
    submitted = nbgrader.submitted if nbgrader else course.root / SUBMITTED
    released = released_digests(course, assignment.slug)
    handed = find_handed(paths or [submitted], assignment, released, roster)
    return DropIn(course, assignment, tuple(handed), nbgrader, language, roster)


@dataclass(frozen=True)
class DropIn:
    """One run of grading in an nbgrader course."""

    course: Course
    assignment: Assignment
    handed: tuple[Handed, ...]
    nbgrader: NbgraderCourse | None
    """None where nbgrader is not installed."""
    language: Language = "en"
    """Of notebooks that do not say theirs."""
    roster: tuple[Student, ...] = ()

    @cached_property
    def released(self) -> dict[Language, Released]:
        """What students got, by language."""
        folder = self.course.root / "assignments" / self.assignment.slug
        return {
            language: read_released(folder, self.assignment, language)
            for language in LANGUAGES
        }

    @cached_property
    def submissions(self) -> list[Submission]:
        """What is to be graded, with notes on what is odd about the notebooks."""
        return [
            with_notes(one, self.assignment, self._released_to(read_work(one)))
            for one in self.handed
        ]

    def write(self, results: Sequence[SubmissionResult], out: Path) -> Iterator[str]:
        """Write the notebooks and the gradebook; yield what to tell the grader.

        Parameters
        ----------
        out : Path
            Where the results are: from there the gradebook can be written again.

        Raises
        ------
        GradebookError
            If the gradebook cannot be written. The notebooks are.
        """
        yield from self._write_notebooks(results)
        if self.nbgrader is None:
            yield f"gradebook: not written: {NEEDED}, then: {SYNC} {out}"
            return
        try:
            yield from write_gradebook(
                self.course, self.assignment, results, self.nbgrader, self.roster
            )
        except GradebookError as error:
            raise GradebookError(f"{error}; nothing is lost: {SYNC} {out}") from None

    def _write_notebooks(self, results: Iterable[SubmissionResult]) -> Iterator[str]:
        own = {
            submission.student: one
            for submission, one in zip(self.submissions, self.handed, strict=True)
        }
        count = 0
        for result in results:
            work = read_work(own[result.student])
            folder = self._folder_of(gradebook_id(result.student))
            write_autograded(
                folder, work, result, self.assignment, self._released_to(work)
            )
            count += 1
        yield f"autograded: {count} notebooks"

    def _folder_of(self, student: str) -> Path:
        if self.nbgrader is not None:
            return self.nbgrader.autograded(student, self.assignment.slug)
        return self.course.root / AUTOGRADED / student / self.assignment.slug

    def _released_to(self, work: Work) -> Released:
        return self.released[work.language or self.language]


def write_gradebook(
    course: Course,
    assignment: Assignment,
    results: Sequence[SubmissionResult],
    nbgrader: NbgraderCourse,
    roster: Sequence[Student] = (),
) -> Iterator[str]:
    """Write results into the gradebook, and yield what to tell the grader.

    Parameters
    ----------
    results : sequence of SubmissionResult
        Of several for one student, the last counts.

    Raises
    ------
    GradebookError
        If it cannot be written.
    """
    results = list({result.student: result for result in results}.values())
    charge = in_charge(course.late, nbgrader.config)
    released = read_released(course.root / "assignments" / assignment.slug, assignment)
    sheet = sheet_of(assignment, released)
    if roster:
        nbgrader_db.add_students(nbgrader, known_as(roster))
    entries = [entry_of(result, assignment, charge) for result in results]
    written = nbgrader_db.write_sheet(nbgrader, sheet, entries)
    yield (
        f"gradebook: {len(entries)} submissions: {len(written.new)} new, "
        f"{len(written.changed)} changed, {len(written.same)} as they were: "
        f"{nbgrader_db.shown_url(nbgrader.url)}"
    )
    if charge.sentence:
        yield charge.sentence
    if written.review:
        yield (
            "gradebook: the score changed below a manual one, which still counts: "
            f"{_listed(written.review)}"
        )
    for result in results:
        if (name := gradebook_id(result.student)) != result.student:
            yield f"gradebook: {result.student!r} is called {name} in nbgrader"


def known_as(roster: Iterable[Student]) -> list[tuple[str, str]]:
    """Return id and name of students, as the gradebook has them."""
    return [(gradebook_id(student.id), student.name) for student in roster]


def entry_of(result: SubmissionResult, assignment: Assignment, charge: Charge) -> Entry:
    """Return a student's line in the gradebook; nothing that is unknown is a zero."""
    extension, late = None, result.late
    if late and assignment.due and late.due > assignment.due:
        extension = late.due - assignment.due
    share = late.share_lost if late else 0.0
    return Entry(
        student=gradebook_id(result.student),
        scores={name: _score(result, name) for name in assignment.points},
        time=result.time,
        extension=extension,
        penalty=None if charge.who == "nbgrader" else share,
    )


def _score(result: SubmissionResult, name: str) -> float | None:
    function = result.functions.get(name)
    if result.outcome is not Graded.GRADED or function is None:
        return None
    unknown = (check.outcome is Outcome.COULD_NOT_GRADE for check in function.checks)
    return None if any(unknown) else function.score


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:LISTED]) + ["…"] * (len(names) > LISTED)
    return ", ".join(shown)

"""Bring one sheet of nbgrader's gradebook up to date, and touch nothing else.

Works on an open `nbgrader.api.Gradebook`; what it needs of nbgrader it is given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from autograder.gradebook.records import Entry, Sheet, Source

NO_TIME = timedelta()


@dataclass(frozen=True)
class Tools:
    """What a writer needs of nbgrader."""

    api: Any
    """The module `nbgrader.api`."""
    late_plugin: Any
    """nbgrader's `LateSubmissionPlugin`: asked where an entry names no penalty."""
    checksum: Callable[[dict[str, Any]], str]
    """Of a cell of a notebook, by which nbgrader sees that nobody wrote into it."""


@dataclass
class Written:
    """What became of the entries of a sheet."""

    new: list[str] = field(default_factory=list)
    """Students whose first submission it is."""
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    review: list[str] = field(default_factory=list)
    """Students whose score changed under a manual one, which still counts."""
    nbgraders_penalty: list[str] = field(default_factory=list)
    """Students from whom nbgrader's own rule for lateness took something."""


class SheetWriter:
    """Writes the entries of one sheet.

    Parameters
    ----------
    book : nbgrader.api.Gradebook
        Open.
    """

    def __init__(self, book: Any, sheet: Sheet, tools: Tools) -> None:
        self._book, self._sheet, self._tools = book, sheet, tools
        self._api = tools.api
        self.written = Written()
        self._assignment = self._write_assignment()
        self._notebook = self._write_notebook()
        self._write_cells()
        book.db.commit()
        self._cells = {cell.name: cell for cell in self._notebook.grade_cells}
        self._submissions = {s.student_id: s for s in self._assignment.submissions}

    def write(self, entry: Entry) -> None:
        """Write one entry as a whole or not at all."""
        submission = self._submissions.get(entry.student)
        is_new = submission is None
        if submission is None:
            submission = self._new_submission(entry.student)
        changed = self._write_times(submission, entry)
        notebook = self._own_notebook(submission)
        changed |= self._write_scores(notebook, entry)
        changed |= self._write_penalty(submission, notebook, entry)
        self._book.db.commit()
        done = self.written.changed if changed else self.written.same
        (self.written.new if is_new else done).append(entry.student)

    def _write_assignment(self) -> Any:
        name, due = self._sheet.assignment, _naive(self._sheet.due)
        try:
            assignment = self._book.find_assignment(name)
        except self._api.MissingEntry:
            return self._book.add_assignment(name, duedate=due)
        if due is not None and assignment.duedate != due:
            assignment.duedate = due
        return assignment

    def _write_notebook(self) -> Any:
        name, assignment = self._sheet.notebook_name, self._sheet.assignment
        try:
            return self._book.find_notebook(name, assignment)
        except self._api.MissingEntry:
            kernel = json.dumps(dict(self._sheet.kernel))
            return self._book.add_notebook(name, assignment, kernelspec=kernel)

    def _write_cells(self) -> None:
        """Make the cells what the sheet says, those of other kinds apart."""
        notebook, sheet = self._notebook, self._sheet
        grades = {cell.name: cell for cell in notebook.grade_cells}
        solutions = {cell.name: cell for cell in notebook.solution_cells}
        sources = {cell.name: cell for cell in notebook.source_cells}
        for cell in sheet.cells:
            wanted = {"max_score": float(cell.max_score), "cell_type": cell.kind}
            self._put(grades, self._api.GradeCell, cell.name, wanted)
        for name in sheet.solutions:
            self._put(solutions, self._api.SolutionCell, name, {})
        for source in sheet.sources:
            self._put(sources, self._api.SourceCell, source.name, self._source(source))
        self._drop(grades, (cell.name for cell in sheet.cells))
        self._drop(solutions, sheet.solutions)
        self._drop(sources, (source.name for source in sheet.sources))

    def _put(
        self, there: dict[str, Any], kind: Any, name: str, wanted: dict[str, Any]
    ) -> None:
        cell = there.get(name)
        if cell is None:
            self._book.db.add(kind(name=name, notebook=self._notebook, **wanted))
            return
        for key, value in wanted.items():
            if getattr(cell, key) != value:
                setattr(cell, key, value)

    def _drop(self, there: dict[str, Any], wanted: Iterable[str]) -> None:
        """Remove cells that are no more, unless a human has written to them."""
        names = set(wanted)
        for cell in [cell for name, cell in there.items() if name not in names]:
            # a solution cell has no grades, and a source cell neither
            rows = (getattr(cell, key, None) or () for key in ("grades", "comments"))
            own = [row for part in rows for row in part]
            if not any(map(_by_a_human, own)):
                for row in own:
                    self._book.db.delete(row)
                self._book.db.flush()
                self._book.db.delete(cell)

    def _source(self, source: Source) -> dict[str, Any]:
        cell = next((c for c in self._sheet.cells if c.name == source.name), None)
        marks = {
            "grade_id": source.name,
            "grade": cell is not None,
            "solution": source.name in self._sheet.solutions,
            "locked": source.locked,
            "points": cell.max_score if cell else 0,
        }
        node = {
            "cell_type": source.kind,
            "source": source.text,
            "metadata": {"nbgrader": marks},
        }
        return {
            "cell_type": source.kind,
            "locked": source.locked,
            "source": source.text,
            "checksum": self._tools.checksum(node),
        }

    def _new_submission(self, student: str) -> Any:
        try:
            self._book.find_student(student)
        except self._api.MissingEntry:
            self._book.add_student(student)
        return self._book.add_submission(self._sheet.assignment, student)

    def _write_times(self, submission: Any, entry: Entry) -> bool:
        changed = False
        time = _naive(entry.time)
        if time is not None and submission.timestamp != time:
            submission.timestamp, changed = time, True
        if entry.extension and entry.extension > (submission.extension or NO_TIME):
            submission.extension, changed = entry.extension, True
        return changed

    def _own_notebook(self, submission: Any) -> Any:
        """Return the student's notebook, with a row for every cell there is now."""
        own = (n for n in submission.notebooks if n.notebook_id == self._notebook.id)
        notebook = next(own, None)
        if notebook is None:
            notebook = self._api.SubmittedNotebook(
                notebook=self._notebook, assignment=submission
            )
        rows = {grade.cell_id for grade in notebook.grades}
        for cell in self._cells.values():
            if cell.id not in rows:
                self._api.Grade(cell_id=cell.id, notebook=notebook)
        rows = {comment.cell_id for comment in notebook.comments}
        for cell in self._notebook.solution_cells:
            if cell.id not in rows:
                self._api.Comment(cell_id=cell.id, notebook=notebook)
        self._book.db.flush()
        return notebook

    def _write_scores(self, notebook: Any, entry: Entry) -> bool:
        changed = False
        for grade, name in self._named(notebook):
            if name not in entry.scores:
                continue
            score = entry.scores[name]
            if grade.auto_score == score:
                continue
            changed = True
            grade.auto_score = score
            by_hand = grade.manual_score is not None
            grade.needs_manual_grade = score is None or by_hand
            if by_hand and entry.student not in self.written.review:
                self.written.review.append(entry.student)
        return changed

    def _named(self, notebook: Any) -> Iterator[tuple[Any, str]]:
        names = {cell.id: name for name, cell in self._cells.items()}
        for grade in notebook.grades:
            if grade.cell_id in names:
                yield grade, names[grade.cell_id]

    def _write_penalty(self, submission: Any, notebook: Any, entry: Entry) -> bool:
        score = sum(map(_counts, notebook.grades))
        penalty = self._penalty(submission, entry, score)
        if (notebook.late_submission_penalty or 0) == (penalty or 0):
            return False
        notebook.late_submission_penalty = penalty
        return True

    def _penalty(self, submission: Any, entry: Entry, score: float) -> float | None:
        if entry.penalty is not None:
            return entry.penalty * score or None
        late = submission.total_seconds_late
        plugin = self._tools.late_plugin
        taken = late and plugin.late_submission_penalty(entry.student, score, late)
        if not taken:
            return None
        self.written.nbgraders_penalty.append(entry.student)
        return min(max(float(taken), 0.0), score)


def _counts(grade: Any) -> float:
    """Return what a grade counts for, as nbgrader computes it."""
    score = grade.auto_score if grade.manual_score is None else grade.manual_score
    return 0.0 if score is None else score + (grade.extra_credit or 0.0)


def _by_a_human(row: Any) -> bool:
    """Say whether a human has written to a grade or a comment."""
    keys = ("manual_score", "extra_credit", "manual_comment")
    return any(getattr(row, key, None) is not None for key in keys)


def _naive(time: datetime | None) -> datetime | None:
    """Return a time as nbgrader keeps it: in UTC, without saying so."""
    return time.astimezone(UTC).replace(tzinfo=None) if time else None

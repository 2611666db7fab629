"""A quiz in the gradebook: an assignment whose cells are its items.

Where every paper holds all items, a cell is called as its item. Where papers draw, the
cells are the places on a paper, ``item-1`` to ``item-6``, since all items are worth the
same and nbgrader knows one maximum for all students.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.course.calendar import Window
from autograder.course.extensions import Extension, window_for
from autograder.gradebook import nbgrader_db
from autograder.gradebook.names import gradebook_id
from autograder.gradebook.records import Cell, Entry, Sheet
from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.results import Attempt, QuizResult, read_results
from autograder.quizzes.schema import Quiz


def write_quiz(
    root: Path,
    url: str,
    folder: Path,
    quiz: Quiz,
    window: Window | None,
    extensions: Sequence[Extension] = (),
) -> str:
    """Write the scores of a quiz into nbgrader's gradebook; return what to say.

    Parameters
    ----------
    root : Path
        Of the course.
    url : str
        Of the gradebook.
    folder : Path
        Where the scores are.

    Raises
    ------
    GradebookError
        If nbgrader is not installed, or the database cannot be written.
    """
    entries = quiz_entries(quiz, read_results(folder), window, extensions)
    book = nbgrader_db.read_course(root, url)
    written = nbgrader_db.write_sheet(book, quiz_sheet(quiz, window), entries)
    return (
        f"gradebook: {len(entries)} papers: {len(written.new)} new, "
        f"{len(written.changed)} changed, {len(written.same)} as they were: "
        f"{nbgrader_db.shown_url(book.url)}"
    )


def quiz_sheet(quiz: Quiz, window: Window | None) -> Sheet:
    """Return what can be earned in a quiz."""
    names = _places(quiz) or [item.id for item in quiz.items]
    points = [item.points for item in quiz.items[: len(names)]]
    return Sheet(
        assignment=quiz.quiz,
        cells=tuple(
            Cell(name, worth, "markdown")
            for name, worth in zip(names, points, strict=True)
        ),
        due=window.closes if window else None,
    )


def _places(quiz: Quiz) -> list[str]:
    """Return the places on a paper; empty where every paper holds all items."""
    if quiz.draw is None or quiz.draw >= len(quiz.items):
        return []
    return [f"item-{number}" for number in range(1, quiz.draw + 1)]


def quiz_entries(
    quiz: Quiz,
    results: Iterable[QuizResult],
    window: Window | None,
    extensions: Sequence[Extension] = (),
) -> list[Entry]:
    """Return a line for every student who handed in a paper."""
    return [
        _entry(quiz, result, result.best, window, extensions)
        for result in results
        if result.best is not None
    ]


def _entry(
    quiz: Quiz,
    result: QuizResult,
    best: Attempt,
    window: Window | None,
    extensions: Sequence[Extension],
) -> Entry:
    extended = None
    if window is not None:
        own = window_for(window, extensions, result.student, quiz.quiz, best.number)
        extended = own.closes - window.closes
    points = {item.id: item.points for item in quiz.items}
    places = _places(quiz) or [judged.item for judged in best.items]
    return Entry(
        student=gradebook_id(result.student),
        scores={
            place: _score(judged, best.items, points.get(judged.item, 0.0))
            for place, judged in zip(places, best.items, strict=False)
        },
        time=best.time,
        extension=extended or None,
        penalty=1 - best.credit,
    )


def _score(judged: Judged, items: Sequence[Judged], points: float) -> float | None:
    """Return the score of one cell.

    nbgrader cannot leave a cell out for everybody afterwards: an item that was dropped
    earns the share of its `points` that the rest of the paper earned.
    """
    if judged.outcome is not Verdict.DROPPED:
        return judged.score
    counted = [one for one in items if one.max_score]
    if any(one.score is None for one in counted):
        return None
    possible = sum(one.max_score for one in counted)
    earned = sum(one.score or 0.0 for one in counted)
    return points * earned / possible if possible else points

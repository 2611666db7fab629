"""A term's quizzes together: attendance and scores of every student."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from autograder.course.calendar import AttendanceRules
from autograder.course.course import Course
from autograder.quizzes.attendance import Status, over_term
from autograder.quizzes.results import QuizResult, read_results
from autograder.reports.grades_csv import cell, number

Results = Mapping[str, QuizResult]
"""A student's results, by quiz."""


def term_results(course: Course, folder: Path) -> dict[str, list[QuizResult]]:
    """Return the results of every quiz that was scored, in the order of the calendar.

    Parameters
    ----------
    folder : Path
        Where each quiz has a folder of its results.

    Raises
    ------
    AutograderError
        If a line of them is damaged.
    """
    order = sorted(course.quizzes, key=lambda quiz: course.quizzes[quiz].opens)
    found = {quiz: read_results(folder / quiz) for quiz in order}
    return {quiz: results for quiz, results in found.items() if results}


def term_csv(
    by_quiz: Mapping[str, Sequence[QuizResult]], rules: AttendanceRules
) -> str:
    """Return a row per student, as CSV, to be written with a byte order mark.

    `absences` counts so many lates as one more. `percent` is the mean over the quizzes
    that count: an absence counts 0, an excuse does not count, and where nothing could
    be scored yet there is nothing to count. The worst quizzes are left out of both, so
    many as the course lets go.
    """
    students: dict[str, dict[str, QuizResult]] = {}
    for quiz, results in by_quiz.items():
        for result in results:
            students.setdefault(result.student, {})[quiz] = result
    text = io.StringIO()
    rows = csv.writer(text)
    counts = [*map(str, Status), "dropped", "absences", "percent"]
    rows.writerow(["student", "name", "section", *map(cell, by_quiz), *counts])
    rows.writerows(
        _row(student, students[student], list(by_quiz), rules)
        for student in sorted(students)
    )
    return text.getvalue()


def _row(
    student: str, results: Results, quizzes: Sequence[str], rules: AttendanceRules
) -> list[str]:
    latest = list(results.values())[-1]
    statuses = {quiz: one.presence.status for quiz, one in results.items()}
    summed = over_term(statuses.values(), rules)
    return [
        cell(student),
        cell(latest.name),
        cell(latest.section),
        *(str(statuses.get(quiz, "")) for quiz in quizzes),
        *(str(summed.counts[status]) for status in Status),
        str(summed.dropped),
        str(summed.absences),
        number(mean_percent(results.values(), rules.drop_lowest)),
    ]


def mean_percent(results: Iterable[QuizResult], drop: int) -> float | None:
    """Return the mean of the quizzes that count, in percent; None without any.

    Parameters
    ----------
    drop : int
        How many of the lowest are left out, as long as one stays.
    """
    percents = sorted(
        percent for one in results if (percent := _percent(one)) is not None
    )
    kept = percents[min(drop, len(percents) - 1) :] if percents else []
    return sum(kept) / len(kept) if kept else None


def _percent(result: QuizResult) -> float | None:
    if result.percent is None and result.presence.status is Status.ABSENT:
        return 0.0
    return result.percent

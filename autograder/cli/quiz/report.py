"""``autograder quiz report``: statistics of a quiz that was scored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.messages import Language


def report(
    week: Annotated[str, typer.Argument(help="Its name in quizzes/.")],
    out: Annotated[
        Path | None,
        typer.Option(help="Folder of the scores; graded/WEEK by default."),
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the page.")] = "en",
) -> None:
    """Write the statistics of a scored quiz: a page, and a table of its items."""
    from autograder.course.course import find_course
    from autograder.errors import AutograderError
    from autograder.quizzes.reading import find_quiz, read_quiz
    from autograder.quizzes.report import (
        statistics_csv,
        statistics_of,
        statistics_page,
    )
    from autograder.quizzes.results import RESULTS, read_results
    from autograder.reports.writing import write_whole

    course = find_course()
    quiz = read_quiz(find_quiz(course, week))
    folder = out or course.root / "graded" / quiz.quiz
    results = read_results(folder)
    if not results:
        raise AutograderError(
            f"{folder / RESULTS}: expected the scores of {quiz.quiz}, got nothing: "
            f"autograder quiz score {quiz.quiz} RESPONSES"
        )
    page = folder / "statistics.html"
    write_whole(page, statistics_page(quiz, results, lang))
    table = folder / "statistics.csv"
    write_whole(table, statistics_csv(statistics_of(results)), encoding="utf-8-sig")
    typer.echo(f"{page}\n{table}")

"""``autograder quiz lint``: find what breaks an item for a few students only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.quizzes.lint_item import ItemLint

SOMETHING_FOUND = 1


def lint(
    weeks: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WEEK]...", help="All quizzes by default."),
    ] = None,
    seeds: Annotated[
        int, typer.Option(min=1, help="Variants made of each item with parameters.")
    ] = 1000,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 is one per core.")] = 0,
) -> None:
    """Look for what is wrong in quizzes, over many variants of each item.

    The exit status is 0 when there are at most warnings, 1 when something is wrong,
    2 when the call or the course is.
    """
    import os

    from autograder.course.course import find_course
    from autograder.quizzes.reading import find_quiz, quiz_names

    course = find_course()
    processes = jobs or os.cpu_count() or 1
    paths = [find_quiz(course, week) for week in weeks or quiz_names(course)]
    clean = [_lint(path, seeds, processes) for path in paths]
    if not all(clean):
        raise typer.Exit(SOMETHING_FOUND)


def _lint(path: Path, seeds: int, processes: int) -> bool:
    """Print what is wrong in one quiz, and a table of its items."""
    from rich.console import Console

    from autograder.errors import AuthoringError
    from autograder.quizzes.lint import finding_lines, is_clean, lint_quiz
    from autograder.quizzes.reading import read_quiz_file

    try:
        file, quiz = read_quiz_file(path)
    except AuthoringError as error:
        typer.echo(error)
        return False
    found = lint_quiz(quiz, seeds, processes)
    for line in finding_lines(file, quiz, found):
        typer.echo(line)
    clean = is_clean(quiz, found)
    title = f"{quiz.quiz}: {'clean' if clean else 'not clean'}"
    Console().print(_table(title, found))
    return clean


def _table(title: str, found: list[ItemLint]) -> object:
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    table.add_column("item")
    table.add_column("kind")
    for heading in ("points", "different variants", "tests"):
        table.add_column(heading, justify="right")
    for item in found:
        variants = f"{item.distinct} of {item.variants}"
        row = (f"{item.points:g}", variants, str(item.tests))
        table.add_row(item.id, item.kind, *row)
    return table

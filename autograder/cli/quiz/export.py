"""``autograder quiz export``: a quiz for Canvas, for Moodle, or as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from autograder.quizzes.exports.export import Exported
    from autograder.quizzes.schema import Quiz

Home = Literal["canvas", "moodle", "text"]
VARIANTS = 10


def export(
    week: Annotated[str, typer.Argument(help="Its name in quizzes/.")],
    to: Annotated[Home, typer.Option(help="QTI 1.2, Moodle XML, or readable text.")],
    variants: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Variants of each item with parameters; 10 by default, 1 in a text.",
        ),
    ] = None,
    lang: Annotated[
        Language | None,
        typer.Option(help="The course's first by default; a text is in all of them."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="File to write; in published/WEEK/ by default."),
    ] = None,
) -> None:
    """Write an archive of a quiz for another home; it holds every key.

    An item with parameters becomes a pool of variants, of which the other home draws
    one for each student. What it cannot do is listed, item by item.
    """
    from autograder.course.course import find_course
    from autograder.course.places import shown
    from autograder.quizzes.exports.export import SUFFIXES
    from autograder.quizzes.exports.export import export as make
    from autograder.quizzes.manifest import published_folder
    from autograder.quizzes.reading import find_quiz, read_quiz
    from autograder.reports.writing import write_whole

    course = find_course()
    quiz = read_quiz(find_quiz(course, week))
    every = course.languages if to == "text" else course.languages[:1]
    count = variants or (1 if to == "text" else VARIANTS)
    made = make(course, quiz, to, (lang,) if lang else every, count)
    folder = published_folder(course, quiz.quiz)
    path = out or folder / f"{quiz.quiz}-{to}.{SUFFIXES[to]}"
    write_whole(path, made.archive.raw)
    for line in _summary(quiz, to, made, count):
        typer.echo(line)
    typer.echo(f"archive: {shown(path)}")


def _summary(quiz: Quiz, to: Home, made: Exported, count: int) -> Sequence[str]:
    """Return what is in an archive, and what is otherwise than here."""
    lines = list(_pools(made, count))
    if made.left_out:
        lines.append(f"void, left out: {', '.join(made.left_out)}")
    total = len(made.pools)
    if quiz.draw is not None and quiz.draw < total and to != "text":
        lines.append(
            f"draw: all {total} items are there, of which our papers have {quiz.draw}; "
            f"{_HOW_TO_DRAW[to]}"
        )
    if to == "canvas":
        lines.append("results are hidden in Canvas until you show them")
    return [*lines, *made.archive.notes]


_HOW_TO_DRAW = {
    "canvas": "Canvas draws a variant of each; take out the items you do not want",
    "moodle": "take a random question from as many categories as you want",
}


def _pools(made: Exported, wanted: int) -> Iterator[str]:
    """Yield how many variants there are of which items."""
    found: dict[str, list[str]] = {}
    for pool in made.pools:
        count = len(pool.asked)
        said = f"{count} variants" if count > 1 else "1 variant"
        if pool.item.params and count < wanted:
            said = f"{said}, no more that differ"
        found.setdefault(said, []).append(pool.item.id)
    for said, items in found.items():
        yield f"{said}: {', '.join(items)}"

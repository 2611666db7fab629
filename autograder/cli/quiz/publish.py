"""``autograder quiz publish``: a paper for every student."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from autograder.quizzes.model import Paper
    from autograder.quizzes.publish import Published


def publish(  # noqa: PLR0913 - a parameter is an option of the command
    week: Annotated[str, typer.Argument(help="Its name in quizzes/.")],
    roster: Annotated[
        Path | None,
        typer.Option(help="CSV with id, name, section, lang; roster.csv by default."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder of the papers; published/WEEK by default."),
    ] = None,
    attempt: Annotated[int, typer.Option(min=1, help="Which attempt.")] = 1,
    blank: Annotated[
        int, typer.Option(min=0, help="Spare papers to have, altogether.")
    ] = 0,
    practice: Annotated[
        bool,
        typer.Option(
            "--practice", help="Other variants with keys, once the quiz is closed."
        ),
    ] = False,
    lang: Annotated[
        Language | None,
        typer.Option(help="Language of new papers; the student's own by default."),
    ] = None,
) -> None:
    """Write a paper for every student, as a notebook and as a page to print.

    Run again, it adds new students and changes nobody's paper.
    """
    from autograder.course.course import find_course
    from autograder.course.roster import FILE, read_roster
    from autograder.quizzes.manifest import published_folder
    from autograder.quizzes.publish import Options
    from autograder.quizzes.publish import publish as publish_quiz
    from autograder.quizzes.reading import find_quiz, read_quiz

    course = find_course()
    quiz = read_quiz(find_quiz(course, week))
    students = read_roster(roster or course.root / FILE, course.languages[0])
    target = out or published_folder(course, quiz.quiz)
    options = Options(attempt, blank, practice, lang)
    published = publish_quiz(course, quiz, students, target, options, _track)
    _report(published)
    if quiz.quiz not in course.quizzes:
        typer.echo(f"course.yaml has no times for {quiz.quiz}: papers show none")


def _track(papers: Sequence[Paper]) -> Iterator[Paper]:
    from rich.console import Console

    from autograder.cli.progress import progress

    with progress(len(papers), Console(stderr=True), "publishing") as advance:
        for paper in papers:
            yield paper
            advance(paper)


def _report(published: Published) -> None:
    from autograder.course.places import shown

    typer.echo(f"{len(published.new)} new, {published.there} there already")
    if published.left_out:
        typer.echo(f"no such attempt: {', '.join(published.left_out)}")
    typer.echo(f"papers: {shown(published.folder)}")

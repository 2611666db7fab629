"""``autograder quiz preview``: a quiz as a page for its author."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from autograder.course.course import Course
    from autograder.quizzes.model import Paper
    from autograder.quizzes.schema import Quiz


def preview(
    week: Annotated[str, typer.Argument(help="Its name in quizzes/.")],
    student: Annotated[
        str | None, typer.Option(help="Show the paper of this student.")
    ] = None,
    lang: Annotated[
        Language | None,
        typer.Option(help="Language of the page; that of the paper, or English."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="File to write; published/WEEK/preview.html by default."),
    ] = None,
) -> None:
    """Write a page with every item, its key, its mistakes and three variants."""
    from autograder.course.course import find_course
    from autograder.quizzes.arrays import NumpyWorkers
    from autograder.quizzes.manifest import published_folder
    from autograder.quizzes.preview import Previewer, preview_page
    from autograder.quizzes.reading import find_quiz, read_quiz
    from autograder.reports.writing import write_whole

    course = find_course()
    file = find_quiz(course, week)
    quiz = read_quiz(file)
    paper = _paper(course, quiz, student, lang) if student is not None else None
    language = lang or (paper.language if paper else "en")
    with NumpyWorkers() as numpy:
        previewer = Previewer(language, file.parent, numpy)
        page = preview_page(quiz, previewer, paper)
    path = out or published_folder(course, quiz.quiz) / "preview.html"
    write_whole(path, page)
    typer.echo(path)


def _paper(course: Course, quiz: Quiz, student: str, lang: Language | None) -> Paper:
    """Return the newest paper of a student, or the one they would be given now."""
    from autograder.course.secret import read_secret
    from autograder.quizzes.manifest import Manifest, published_folder
    from autograder.quizzes.papers import make_paper
    from autograder.quizzes.variants import Sitting

    if papers := Manifest.read(published_folder(course, quiz.quiz)).of(student):
        return papers[-1]
    sitting = Sitting(read_secret(course.root), course.term, student)
    return make_paper(quiz, sitting, lang or "en")

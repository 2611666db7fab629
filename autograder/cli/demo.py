"""``autograder demo``: grade the bundled examples, and open the report."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from autograder.model import Submission

ASSIGNMENT = "week5_deep_network"
EXAMPLES = Path("examples", "submissions")
HOSTILE = "hostile_"
"""How the folder of an example begins that attacks the grader."""


def demo(
    lang: Annotated[Language, typer.Option(help="Language of the feedback.")] = "en",
    open_report: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the report in a browser.")
    ] = True,
) -> None:
    """Grade the examples of the course: right, wrong, hostile ones.

    Where the machine cannot confine student code, the hostile ones are left out.
    """
    from autograder.cli.grade import grade_and_report
    from autograder.course.assignment import read_assignment
    from autograder.course.course import find_assignment, find_course
    from autograder.errors import SandboxUnavailableError
    from autograder.grading.run import Options
    from autograder.intake.discover import discover

    course = find_course()
    assignment = read_assignment(find_assignment(course, ASSIGNMENT))
    submissions = discover([course.root / EXAMPLES], assignment)
    out = course.root / "graded" / "demo"
    try:
        options = Options(language=lang)
        _, report = grade_and_report(assignment, submissions, out, options)
    except SandboxUnavailableError as error:
        typer.echo(
            f"no sandbox, so the hostile examples are left out: {error}", err=True
        )
        tame = [s for s in submissions if not is_hostile(s)]
        options = Options(language=lang, unsafe=True)
        _, report = grade_and_report(assignment, tame, out, options)
    if open_report and sys.stdout.isatty():
        typer.launch(report.absolute().as_uri())


def is_hostile(submission: Submission) -> bool:
    """Return whether any folder or name of an example says that it attacks."""
    names = (submission.student, *PurePosixPath(submission.file).parts)
    return any(name.startswith(HOSTILE) for name in names)

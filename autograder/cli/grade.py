"""``autograder grade``: grade what students handed in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from autograder.grading.run import Options
    from autograder.model import Assignment, Submission

ALL_GRADED = 0
SOME_NOT_GRADED = 1


def grade(  # noqa: PLR0913 - a parameter is an option of the command
    assignment: Annotated[str, typer.Argument(help="Its name in solutions/.")],
    paths: Annotated[
        list[Path], typer.Argument(help="Files, folders or zips handed in.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(help="Folder of the results; graded/ASSIGNMENT by default."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 is one per core.")] = 0,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run.")
    ] = False,
    lang: Annotated[Language, typer.Option(help="Language of the feedback.")] = "en",
    unsafe_no_sandbox: Annotated[
        bool,
        typer.Option(
            "--unsafe-no-sandbox",
            help="Run student code unconfined. Every result says so.",
        ),
    ] = False,
) -> None:
    """Grade what students handed in: a table, grades.csv, feedback and a report.

    The exit status is 0 when all were graded, 1 when some could not be, 2 when the
    call or the course is wrong.
    """
    from autograder.course.assignment import read_assignment
    from autograder.course.course import (
        find_assignment,
        find_course,
        released_digests,
    )
    from autograder.grading.run import Options
    from autograder.intake.discover import discover

    course = find_course()
    homework = read_assignment(find_assignment(course, assignment))
    submissions = discover(paths, homework, released_digests(course, homework.slug))
    target = out or course.root / "graded" / homework.slug
    options = Options(jobs=jobs, resume=resume, language=lang, unsafe=unsafe_no_sandbox)
    status, _ = grade_and_report(homework, submissions, target, options)
    raise typer.Exit(status)


def grade_and_report(
    assignment: Assignment,
    submissions: Sequence[Submission],
    out: Path,
    options: Options,
) -> tuple[int, Path]:
    """Grade `submissions`, write everything into `out`, and print the table.

    Returns
    -------
    status : int
        0 when all were graded, 1 when some could not be.
    report : Path
        The page of the class.
    """
    from rich.console import Console

    from autograder.cli.progress import progress
    from autograder.grading import run
    from autograder.model import Graded
    from autograder.reports.grades_csv import write_grades
    from autograder.reports.html import write_feedback, write_report
    from autograder.reports.table import results_table

    language = options.language
    if options.unsafe:
        typer.echo("unsafe: student code runs without a sandbox", err=True)
    with progress(len(submissions), Console(stderr=True)) as advance:
        results = run.grade(assignment, submissions, out, options, advance)
    write_grades(out / "grades.csv", results, assignment)
    for result in results:
        write_feedback(out, result, assignment, language)
    report = write_report(out / "report.html", results, assignment, language)
    Console().print(results_table(results, assignment, language))
    typer.echo(f"report: {_from_here(report)}")
    graded = all(result.outcome is Graded.GRADED for result in results)
    return (ALL_GRADED if graded else SOME_NOT_GRADED), report


def _from_here(path: Path) -> Path:
    """Return `path` relative to the current folder when it is inside."""
    path, here = path.absolute(), Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path

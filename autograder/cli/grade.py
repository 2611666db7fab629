"""``autograder grade``: grade what students handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from autograder.course.course import Course
    from autograder.course.extensions import Extension
    from autograder.course.roster import Student
    from autograder.gradebook.policy import Terms
    from autograder.grading.run import Options
    from autograder.model import Assignment, Submission, SubmissionResult

Format = Literal["pages", "gradescope", "junit"]
WriteMore: TypeAlias = "Callable[[Sequence[SubmissionResult], Path], Iterable[str]]"
ALL_GRADED = 0
SOME_NOT_GRADED = 1


@dataclass(frozen=True)
class Wanted:
    """What becomes of the results, beside ``results.jsonl``."""

    format: Format = "pages"
    roster: tuple[Student, ...] = ()
    terms: Terms | None = None
    """By which late submissions lose points; None: they do not."""
    write_more: WriteMore | None = None
    """Told the results and their folder at the end; returns lines to print."""


def grade(  # noqa: PLR0913 - a parameter is an option of the command
    assignment: Annotated[str, typer.Argument(help="Its name in solutions/.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files, folders or zips handed in; by default nbgrader's submitted/."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder of the results; graded/ASSIGNMENT by default."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 is one per core.")] = 0,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run.")
    ] = False,
    lang: Annotated[Language, typer.Option(help="Language of the feedback.")] = "en",
    output: Annotated[
        Format, typer.Option("--format", help="What is written for the reader.")
    ] = "pages",
    roster: Annotated[
        Path | None, typer.Option(help="roster.csv of the course by default.")
    ] = None,
    extensions: Annotated[
        Path | None, typer.Option(help="extensions.csv of the course by default.")
    ] = None,
    gradebook: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Write nbgrader's gradebook too, such as sqlite:///gradebook.db; "
            "the course's own when no PATH is given.",
        ),
    ] = None,
    unsafe_no_sandbox: Annotated[
        bool,
        typer.Option(
            "--unsafe-no-sandbox",
            help="Run student code unconfined. Every result says so.",
        ),
    ] = False,
    require_sandbox: Annotated[
        Literal["namespaces", "landlock"] | None,
        typer.Option(help="Refuse when only a weaker sandbox holds here."),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Grade on a dask cluster, such as tcp://host:8786, in the place of "
            "--jobs.",
        ),
    ] = None,
) -> None:
    """Grade what students handed in: a table, grades.csv, feedback and a report.

    The exit status is 0 when all were graded, 1 when some could not be, 2 when the
    call or the course is wrong.
    """
    from autograder.sandbox.ahead import started_ahead

    with started_ahead(unsafe=unsafe_no_sandbox):
        from autograder.course.assignment import read_assignment
        from autograder.course.course import find_assignment, find_course
        from autograder.gradebook.policy import Terms
        from autograder.grading.run import Options

        course = find_course()
        homework = read_assignment(find_assignment(course, assignment))
        terms = Terms(homework, course.late, _extensions(course, extensions), lang)
        wanted = Wanted(output, _roster(course, roster), terms)
        submissions, wanted = _submissions(
            course, homework, paths or (), gradebook, lang, wanted
        )
        options = Options(
            jobs=jobs,
            resume=resume,
            language=lang,
            unsafe=unsafe_no_sandbox,
            require=require_sandbox,
            own_rounds=output != "pages",
            scheduler=scheduler,
        )
        target = out or course.root / "graded" / homework.slug
        status, _ = grade_and_report(homework, submissions, target, options, wanted)
    raise typer.Exit(status)


def _submissions(
    course: Course,
    assignment: Assignment,
    paths: Sequence[Path],
    gradebook: str | None,
    language: Language,
    wanted: Wanted,
) -> tuple[Sequence[Submission], Wanted]:
    """Return what was handed in, and what becomes of its results."""
    from autograder.course.course import released_digests

    released = released_digests(course, assignment.slug)
    if wanted.format == "gradescope":
        from autograder.intake.container import in_container

        return [in_container(paths, assignment, released)], wanted
    if paths and gradebook is None:
        from autograder.intake.discover import discover

        return discover(paths, assignment, released, wanted.roster), wanted
    from autograder.gradebook.dropin import open_dropin

    dropin = open_dropin(course, assignment, paths, gradebook, language, wanted.roster)
    return dropin.submissions, replace(wanted, write_more=dropin.write)


def _roster(course: Course, path: Path | None) -> tuple[Student, ...]:
    from autograder.course.roster import FILE, read_roster

    usual = course.root / FILE
    return read_roster(path or usual) if path or usual.is_file() else ()


def _extensions(course: Course, path: Path | None) -> tuple[Extension, ...]:
    from autograder.course.extensions import FILE, read_extensions

    return read_extensions(path or course.root / FILE)


def grade_and_report(
    assignment: Assignment,
    submissions: Sequence[Submission],
    out: Path,
    options: Options,
    wanted: Wanted | None = None,
) -> tuple[int, Path]:
    """Grade `submissions`, write everything into `out`, and print the table.

    Returns
    -------
    status : int
        0 when all were graded, 1 when some could not be.
    report : Path
        The page of the class, or the file in another format.
    """
    from rich.console import Console

    from autograder.cli.progress import progress
    from autograder.gradebook.policy import Terms
    from autograder.grading import run
    from autograder.grading.journal import KEPT
    from autograder.model import Graded
    from autograder.reports.students import StudentPages

    language, wanted = options.language, wanted or Wanted()
    if options.unsafe:
        typer.echo("unsafe: student code runs without a sandbox", err=True)
    pages = StudentPages(out, assignment, language)
    write_page = pages.put if wanted.format == "pages" else lambda _: None
    with progress(len(submissions), Console(stderr=True)) as advance:
        hooks = run.Hooks(
            settle=(wanted.terms or Terms(assignment)).settle,
            on_kept=lambda kept: _say_kept(kept, len(submissions)),
            on_result=lambda result: (write_page(result), advance(result)),
        )
        try:
            results = run.grade(assignment, submissions, out, options, hooks)
        except KeyboardInterrupt:
            raise KeyboardInterrupt(f"interrupted: {KEPT}") from None
    pages.finish()
    report = write_results(results, assignment, out, language, wanted)
    _print_table(results, assignment, language)
    if wanted.write_more:
        for line in wanted.write_more(results, _from_here(out)):
            typer.echo(line)
    typer.echo(f"report: {_from_here(report)}")
    graded = all(result.outcome is Graded.GRADED for result in results)
    return (ALL_GRADED if graded else SOME_NOT_GRADED), report


def _print_table(
    results: Sequence[SubmissionResult], assignment: Assignment, language: Language
) -> None:
    from rich.console import Console

    from autograder.reports.table import results_table

    Console().print(results_table(results, assignment, language))


def _say_kept(kept: int, of: int) -> None:
    typer.echo(f"resumed: {kept} of {of} are kept, {of - kept} to grade", err=True)


def write_results(
    results: Sequence[SubmissionResult],
    assignment: Assignment,
    out: Path,
    language: Language,
    wanted: Wanted,
) -> Path:
    """Write what is wanted of all results into `out`; return the file to open."""
    from autograder.reports import grades_csv, gradescope, html, junit

    if wanted.format == "gradescope":
        path = out / gradescope.FILE
        gradescope.write_gradescope(path, results[0], assignment, language)
    elif wanted.format == "junit":
        path = out / junit.FILE
        junit.write_junit(path, results, assignment, language)
    else:
        path, roster = out / "report.html", wanted.roster
        grades_csv.write_grades(out / "grades.csv", results, assignment, roster)
        html.write_report(path, results, assignment, language, roster)
    return path


def _from_here(path: Path) -> Path:
    """Return `path` relative to the current folder when it is inside."""
    path, here = path.absolute(), Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path

"""``autograder quiz score``: responses to scores, and again after a key has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.course.course import Course
    from autograder.quizzes.results import Came, Problem, QuizResult
    from autograder.quizzes.scoring import Setting

ALL_SCORED = 0
SOME_NOT_SCORED = 1


def score(  # noqa: PLR0913 - a parameter is an option of the command
    week: Annotated[str, typer.Argument(help="Its name in quizzes/.")],
    responses: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Notebooks, folders or zips of them, nbgrader's submitted/, CSV or "
            "JSON. Without any, those of the last run are scored again."
        ),
    ] = None,
    published: Annotated[
        Path | None,
        typer.Option(help="Folder of the manifest; published/WEEK by default."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder of the results; graded/WEEK by default."),
    ] = None,
    roster: Annotated[
        Path | None, typer.Option(help="roster.csv of the course by default.")
    ] = None,
    extensions: Annotated[
        Path | None, typer.Option(help="extensions.csv of the course by default.")
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="List whose score would change; write nothing."),
    ] = False,
    gradebook: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Write nbgrader's gradebook too, such as sqlite:///gradebook.db.",
        ),
    ] = None,
    show: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Show one response: the number of a paper, and an item."),
    ] = None,
) -> None:
    """Score what came back: results.jsonl, grades.csv, attendance, feedback.

    Scored again without RESPONSES after a key was corrected, every response is judged
    by the parameters it was asked with. Keys and feedback are written only after the
    last student's window. The exit status is 0 when all were scored, 1 when something
    could not be, 2 when the call or the course is wrong.
    """
    from autograder.course.course import find_course

    course = find_course()
    files = (published, roster, extensions)
    setting = read_setting(course, week, files, datetime.now(UTC))
    target = out or course.root / "graded" / setting.quiz.quiz
    if show is not None:
        status = show_response(setting, responses or [], target, show)
    elif dry_run:
        status = show_changes(setting, responses or [], target)
    else:
        status = score_and_report(course, setting, responses or [], target)
        if gradebook is not None:
            from autograder.gradebook.quiz_sheet import write_quiz

            who = setting.quiz, setting.window, setting.extensions
            typer.echo(write_quiz(course.root, gradebook, target, *who))
    raise typer.Exit(status)


def read_setting(
    course: Course,
    week: str,
    files: tuple[Path | None, Path | None, Path | None],
    now: datetime,
) -> Setting:
    """Read the quiz, who was asked what, and when.

    Parameters
    ----------
    files : tuple
        The folder of the manifest, the roster and the extensions; None is the usual.
    now : datetime
        With its zone.

    Raises
    ------
    AutograderError
        If nothing was published, or a file is wrong.
    """
    from autograder.course import extensions, roster
    from autograder.course.places import shown
    from autograder.errors import AutograderError
    from autograder.quizzes.asked import Asked
    from autograder.quizzes.history import History
    from autograder.quizzes.manifest import FILE, Manifest, published_folder
    from autograder.quizzes.reading import find_quiz, read_quiz
    from autograder.quizzes.scoring import Setting

    quiz = read_quiz(find_quiz(course, week))
    published, students, extended = files
    folder = published or published_folder(course, quiz.quiz)
    manifest = Manifest.read(folder)
    if not manifest.papers:
        raise AutograderError(
            f"{shown(folder / FILE)}: expected papers, got nothing: "
            f"autograder quiz publish {quiz.quiz}"
        )
    taking = students or course.root / roster.FILE
    known = roster.read_roster(taking) if students or taking.is_file() else ()
    if extended and not extended.is_file():
        raise AutograderError(f"{extended}: expected a file, got nothing")
    return Setting(
        quiz=quiz,
        asked=Asked(quiz.quiz, manifest.papers.values(), known),
        history=History.read(folder),
        now=now,
        window=course.quizzes.get(quiz.quiz),
        extensions=extensions.read_extensions(
            extended or course.root / extensions.FILE
        ),
        rules=course.attendance,
    )


def score_and_report(
    course: Course, setting: Setting, paths: Sequence[Path], out: Path
) -> int:
    """Score, write everything into `out`, and print the table; return the status."""
    from rich.console import Console

    from autograder.quizzes.grades import grades_csv
    from autograder.quizzes.results import write_responses, write_results
    from autograder.quizzes.score_tables import results_table
    from autograder.quizzes.term import term_csv, term_results
    from autograder.reports.writing import write_whole

    setting.history.record(setting.quiz.items, setting.now)
    came, results, problems = _scored(setting, paths, out)
    write_responses(out, came)
    write_results(out, results)
    grades = grades_csv(results, [item.id for item in setting.quiz.items])
    write_whole(out / "grades.csv", grades, encoding="utf-8-sig")
    term = term_csv(term_results(course, out.parent), course.attendance)
    write_whole(out.parent / "term.csv", term, encoding="utf-8-sig")
    Console().print(results_table(results))
    _print_problems(problems)
    typer.echo(f"results: {out}")
    typer.echo(f"feedback: {_feedback(course, setting, results, out)}")
    return _status(results, problems)


def show_changes(setting: Setting, paths: Sequence[Path], out: Path) -> int:
    """Print whose score would change; write nothing; return the status."""
    from rich.console import Console

    from autograder.quizzes.rescore import changed_items, changes
    from autograder.quizzes.results import read_results
    from autograder.quizzes.score_tables import changes_table

    before = read_results(out)
    _, results, problems = _scored(setting, paths, out)
    changed = changed_items(setting.quiz.items, setting.history, before)
    found = list(changes(before, results))
    if found:
        Console().print(changes_table(found))
    typer.echo(f"items that have changed: {', '.join(changed) or 'none'}")
    typer.echo(f"scores that would change: {len(found)} of {len(results)}")
    _print_problems(problems)
    return _status(results, problems)


def show_response(
    setting: Setting, paths: Sequence[Path], out: Path, which: tuple[str, str]
) -> int:
    """Print what became of one response, and from what; return the status.

    Raises
    ------
    AutograderError
        If there is no such paper, or no such item on it.
    """
    from rich.console import Console

    from autograder.course.places import one_of
    from autograder.errors import AutograderError
    from autograder.quizzes.asked import item_on
    from autograder.quizzes.results import read_results
    from autograder.quizzes.score_tables import response_table

    results = _scored(setting, paths, out)[1] if paths else read_results(out)
    attempts = {one.paper: one for result in results for one in result.attempts}
    paper = setting.asked.paper(which[0])
    if paper is None or paper.id not in attempts:
        what = one_of(attempts, paper.id if paper else which[0])
        raise AutograderError(f"paper: {what}")
    variants = {variant.item: variant for variant in paper.variants}
    item = item_on(paper, which[1])
    if item not in variants:
        raise AutograderError(f"item: {one_of(variants, which[1])}")
    judged = next(one for one in attempts[paper.id].items if one.item == item)
    Console().print(response_table(paper, variants[item], judged))
    return ALL_SCORED


def _scored(
    setting: Setting, paths: Sequence[Path], out: Path
) -> tuple[Came, list[QuizResult], list[Problem]]:
    """Score what is at `paths`, or else what was scored last."""
    from autograder.quizzes.responses import read_responses
    from autograder.quizzes.results import read_stored
    from autograder.quizzes.scoring import score_quiz

    zone = (setting.window.opens.tzinfo if setting.window else None) or UTC
    came = read_responses(paths, setting.asked, zone) if paths else read_stored(out)
    results, problems = score_quiz(came, setting, _quiz_of(setting.history.folder))
    return came, results, problems


def _quiz_of(folder: Path) -> Callable[[str], str]:
    """Return what tells which of the other published quizzes a paper is of."""
    from autograder.errors import AutograderError
    from autograder.quizzes.manifest import FILE, Manifest

    found: dict[str, str] | None = None

    def quiz_of(number: str) -> str:
        nonlocal found
        if found is None:
            found = {}
            for path in sorted(folder.absolute().parent.glob(f"*/{FILE}")):
                try:
                    papers = Manifest.read(path.parent).papers
                except AutograderError:  # of another week; that is not scored now
                    continue
                found |= {paper.id: paper.quiz for paper in papers.values()}
        return found.get(number, "")

    return quiz_of


def _feedback(
    course: Course, setting: Setting, results: Sequence[QuizResult], out: Path
) -> str:
    """Write the students' pages if it is time; return what to say of them."""
    from autograder.course.extensions import feedback_from
    from autograder.course.times import local
    from autograder.quizzes.feedback import FEEDBACK, write_feedback
    from autograder.quizzes.judging import Judge

    quiz, window = setting.quiz, setting.window
    if window is None:
        return f"not written: expected quizzes.{quiz.quiz} in course.yaml, got no times"
    due = feedback_from(window, setting.extensions, quiz.quiz)
    if setting.now < due:
        return f"not before {local(due, window.opens)}"
    judge = Judge(quiz.items, setting.history)
    for result in results:
        language = setting.asked.students[result.student].language
        papers, pictures = setting.asked.papers, course.root / "quizzes"
        write_feedback(out, result, papers, judge, pictures, language)
    return f"{out / FEEDBACK}"


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        typer.echo(str(problem), err=True)


def _status(results: Sequence[QuizResult], problems: Sequence[Problem]) -> int:
    is_whole = all(result.is_scored for result in results)
    lost = any(problem.lost for problem in problems)
    return ALL_SCORED if is_whole and not lost else SOME_NOT_SCORED

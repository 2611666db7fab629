"""``autograder audit``: grade the checks."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.authoring.audit import Audit
    from autograder.authoring.verdicts import Fate

SOMETHING_WRONG = 1
INDENT = "    "
HEADINGS = ("mutants", "die", "listed", "survive", "explained", "wrongly")


def audit(
    assignments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ASSIGNMENT]...", help="All of them by default."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 is one per core.")] = 0,
    unsafe_no_sandbox: Annotated[
        bool,
        typer.Option("--unsafe-no-sandbox", help="Run wrong versions unconfined."),
    ] = False,
) -> None:
    """Grade the checks: try right and wrong solutions on them.

    The reference must get everything, nothing must earn nothing, every mistake must
    be named, and every mutant of the reference must die. The exit status is 0 when
    all this holds, 1 when something does not, 2 when the call or the course is wrong.
    """
    import os

    from rich.console import Console

    from autograder.authoring.audit import Plan
    from autograder.cli.progress import progress
    from autograder.course.assignment import read_assignment
    from autograder.course.course import find_assignment, find_course

    course = find_course()
    all_clean = True
    for slug in assignments or course.assignments:
        started = time.monotonic()
        assignment = read_assignment(find_assignment(course, slug))
        if assignment.presence:
            typer.echo(
                f"{slug}: clean; any file earns the points, so no check is there"
            )
            continue
        with (
            closing(Plan(assignment, unsafe=unsafe_no_sandbox)) as plan,
            progress(plan.size, Console(stderr=True)) as advance,
        ):
            found = plan.carry_out(jobs or os.cpu_count() or 1, advance)
        seconds = time.monotonic() - started
        for line in (*table_lines(found), *finding_lines(found, seconds)):
            typer.echo(line)
        all_clean &= found.is_clean
    if not all_clean:
        raise typer.Exit(SOMETHING_WRONG)


def table_lines(audit: Audit) -> Iterator[str]:
    """Yield a table in Markdown: for each function, what became of its mutants."""
    from autograder.authoring.verdicts import tallies

    rows = tallies(audit.fates)
    width = max(map(len, (audit.assignment.slug, *rows)))
    yield f"| {audit.assignment.slug:{width}} | {' | '.join(HEADINGS)} |"
    yield f"|{'-' * (width + 2)}|" + "".join(
        f"{'-' * (len(h) + 1)}:|" for h in HEADINGS
    )
    for name, tally in rows.items():
        numbers = (tally.mutants, tally.die, tally.listed, tally.survive)
        told = (tally.explained, tally.misnamed)
        cells = zip(HEADINGS, (*numbers, *told), strict=True)
        yield f"| {name:{width}} | {' | '.join(f'{n:{len(h)}}' for h, n in cells)} |"


def finding_lines(audit: Audit, seconds: float) -> Iterator[str]:
    """Yield what is wrong, with the diff of each mutant, and a sum in the last line."""
    yield from audit.problems
    for fate in audit.survivors:
        yield f"{_place(audit, fate)}: survives"
        yield from _diff(fate)
    for fate in audit.misnamed:
        said, again = (", ".join(c) or "nothing" for c in (fate.causes, fate.again))
        place = _place(audit, fate)
        yield f"{place}: explained as {said!r}, in another round as {again!r}"
        yield from _diff(fate)
    for name in audit.redundant:
        yield f"{name}: sees nothing that no other check sees; could be dropped"
    yield (
        f"{audit.assignment.slug}: {'clean' if audit.is_clean else 'not clean'}; "
        f"{audit.mistakes} mistakes and {len(audit.fates)} mutants in {seconds:.0f} s"
    )


def _place(audit: Audit, fate: Fate) -> str:
    mutant = fate.mutant
    file = f"{audit.assignment.module}.py"
    return f"{file}:{mutant.line}: {mutant.function}: {mutant.what}"


def _diff(fate: Fate) -> Iterator[str]:
    for line in fate.mutant.diff.splitlines():
        yield INDENT + line

"""``autograder release``: derive what students get from the solutions."""

from __future__ import annotations

from typing import Annotated

import typer

OUT_OF_STEP = 1


def release(
    assignments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ASSIGNMENT]...", help="All of them by default."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say what is out of step.")
    ] = False,
) -> None:
    """Write assignments/ from solutions/, or say how the two differ.

    With --check the exit status is 1 when they do.
    """
    from autograder.authoring.release import check_release
    from autograder.authoring.release import release as write
    from autograder.course.assignment import read_assignment
    from autograder.course.course import find_assignment, find_course
    from autograder.course.places import shown
    from autograder.grading.examples import record_examples

    course = find_course()
    differences = []
    for slug in assignments or course.assignments:
        assignment = read_assignment(find_assignment(course, slug))
        target = course.root / "assignments" / assignment.slug
        if check:
            differences += check_release(assignment, target, record_examples)
        else:
            for path in write(assignment, target, record_examples):
                typer.echo(f"wrote {shown(path)}")
    for difference in differences:
        typer.echo(difference, err=True)
    if differences:
        raise typer.Exit(OUT_OF_STEP)

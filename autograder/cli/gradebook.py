"""``autograder gradebook``: nbgrader's gradebook, apart from grading."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

gradebook = typer.Typer(
    no_args_is_help=True, help="Write into the gradebook of nbgrader."
)

Url = Annotated[
    str | None,
    typer.Option(
        "--gradebook",
        metavar="URL",
        help="The gradebook; by default the course's, sqlite:///gradebook.db.",
    ),
]


@gradebook.command()
def sync(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Of the results of a run.")
    ],
    url: Url = None,
) -> None:
    """Write the results of a run into the gradebook, again or for the first time."""
    from autograder.course.assignment import read_assignment
    from autograder.course.course import find_assignment, find_course
    from autograder.errors import GradebookError
    from autograder.gradebook.dropin import write_gradebook
    from autograder.gradebook.nbgrader_db import read_course
    from autograder.grading.journal import FILE, Journal

    results = Journal(folder / FILE).read()
    if not results:
        raise GradebookError(f"{folder / FILE}: expected results, got none")
    course = find_course()
    assignment = read_assignment(find_assignment(course, results[0].assignment))
    nbgrader = read_course(course.root, url)
    for line in write_gradebook(course, assignment, results, nbgrader):
        typer.echo(line)


@gradebook.command()
def students(
    roster: Annotated[Path, typer.Argument(help="roster.csv.")], url: Url = None
) -> None:
    """Add the students of a roster to the gradebook; names that are there stay."""
    from autograder.course.course import find_course
    from autograder.course.roster import read_roster
    from autograder.gradebook.dropin import known_as
    from autograder.gradebook.nbgrader_db import add_students, read_course

    names = known_as(read_roster(roster))
    added = add_students(read_course(find_course().root, url), names)
    typer.echo(f"gradebook: {added} of {len(names)} students added")

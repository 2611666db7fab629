"""``autograder new``: make the folder of another course."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    folder: Annotated[Path, typer.Argument(help="Must not exist yet, or be empty.")],
) -> None:
    """Make a course folder with a small assignment, ready to release and to grade."""
    from autograder.authoring.new import new_course
    from autograder.grading.examples import record_examples

    new_course(folder, record_examples)
    typer.echo(f"made {folder}; read {folder / 'README.md'}")

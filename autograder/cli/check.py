"""``autograder check``: students try the public examples on their own machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.messages import Language


def check(
    file: Annotated[
        Path | None,
        typer.Argument(help="Your .py or .ipynb; the only one here by default."),
    ] = None,
    lang: Annotated[
        Language | None,
        typer.Option(help="Language of the feedback; your system's by default."),
    ] = None,
) -> None:
    """Try the public examples on your own file, on your own machine.

    The exit status is 0 when every example passes, 1 when one does not, 2 when the
    call is wrong.
    """
    from autograder.cli.self_check import self_check

    raise typer.Exit(self_check(file, lang))

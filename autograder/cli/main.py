"""The command ``autograder``: its subcommands, and how every error ends."""

from __future__ import annotations

import io
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import autograder
from autograder.cli.audit import audit
from autograder.cli.check import check
from autograder.cli.demo import demo
from autograder.cli.grade import grade
from autograder.cli.gradebook import gradebook
from autograder.cli.new import new
from autograder.cli.quiz import quiz
from autograder.cli.release import release
from autograder.cli.sandbox import sandbox
from autograder.errors import AutograderError

WRONG_CALL = 2
INTERRUPTED = 130
"""128 + SIGINT, as shells expect it."""


class Commands(TyperGroup):
    """The subcommands; an error of theirs is lines on stderr and a status."""

    def invoke(self, ctx: Any) -> Any:
        """Run the subcommand.

        Raises
        ------
        typer.Exit
            With 2 when the call, the course or a file is wrong, with 130 when the
            user interrupts.
        """
        try:
            return super().invoke(ctx)
        except AutograderError as error:
            typer.echo(error, err=True)
        except BrokenPipeError:  # the reader has seen enough; typer ends quietly
            raise
        except OSError as error:
            typer.echo(
                f"{error.filename or 'autograder'}: {error.strerror or error}", err=True
            )
        except KeyboardInterrupt:
            typer.echo("interrupted", err=True)
            raise typer.Exit(INTERRUPTED) from None
        raise typer.Exit(WRONG_CALL)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(demo)
app.command()(grade)
app.command()(check)
app.command()(release)
app.command()(audit)
app.command()(new)
app.command()(sandbox)
app.add_typer(quiz, name="quiz")
app.add_typer(gradebook, name="gradebook")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"autograder {autograder.__version__}")
        raise typer.Exit


@app.callback()
def _autograder(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Say which."
        ),
    ] = False,
) -> None:
    """Grade NumPy homework: unforgeable, fair, fast, and every lost point explained."""


def main() -> None:
    """Run the command line; a terminal that lacks a character shows ``?`` for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()

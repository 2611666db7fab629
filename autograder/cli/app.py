"""The subcommands of ``autograder``, and how every error of theirs ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import autograder
from autograder.cli.ending import Told, tell

COMMANDS = (
    *("demo", "grade", "check", "release", "audit", "new", "sandbox"),
    *("quiz", "gradebook"),
)
"""In the order of ``--help``; each is a module here, and a name in it."""


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
        except BrokenPipeError:  # the reader has seen enough; typer ends quietly
            raise
        except Told as error:
            raise typer.Exit(tell(error)) from None


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"autograder {autograder.__version__}")
        raise typer.Exit


def _autograder(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Say which."
        ),
    ] = False,
) -> None:
    """Grade NumPy homework: unforgeable, fair, fast, and every lost point explained."""


def app_for(words: Sequence[str]) -> typer.Typer:
    """Return the command line for a call: one subcommand needs no other."""
    return app_with(words[:1] if words and words[0] in COMMANDS else COMMANDS)


def app_with(names: Iterable[str]) -> typer.Typer:
    """Return the command line with some of its subcommands."""
    app = typer.Typer(
        cls=Commands,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_autograder)
    for name in names:
        command = getattr(import_module(f"autograder.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command()(command)
    return app

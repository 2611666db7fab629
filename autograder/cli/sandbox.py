"""``autograder sandbox``: what holds on this machine, found out by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from autograder.sandbox.examination import Examination


def sandbox() -> None:
    """Try every forbidden act from inside the sandbox, and show what happened.

    At each level; `autograder grade` uses the first that holds. The exit status is 0
    when one does, else 1.
    """
    from autograder.sandbox.confined import LEVELS, ConfinedSandbox
    from autograder.sandbox.examination import examine
    from autograder.sandbox.selftest import missing_features

    if missing := missing_features():
        typer.echo("\n".join([*missing, "sandbox: no level holds here"]), err=True)
        raise typer.Exit(1)
    found: dict[str, Examination] = {}
    for level in LEVELS:
        workers = ConfinedSandbox(level)
        try:
            found[level] = examine(workers)
        finally:
            workers.close()
    _show_acts(found)
    _show_unreachable()
    for name, examination in found.items():
        typer.echo(f"sandbox: {name}: {examination.weakness or 'holds'}")
    if all(examination.weakness for examination in found.values()):
        typer.echo("sandbox: no level holds here", err=True)
        raise typer.Exit(1)


def _show_acts(found: dict[str, Examination]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from autograder.sandbox.examination import NOT_PROMISED, OPEN

    styles = {OPEN: "red", NOT_PROMISED: "yellow"}
    shown = {level: e.acts for level, e in found.items() if e.acts}
    if not shown:
        return
    table = Table("student code tries to …", *shown, box=box.SIMPLE_HEAD)
    for act in next(iter(shown.values())):
        results = [acts[act] for acts in shown.values()]
        table.add_row(Text(act), *(Text(r, styles.get(r, "green")) for r in results))
    Console().print(table)


def _show_unreachable() -> None:
    """Say what student code can import only because it is loaded before."""
    import os

    from autograder.sandbox.lockdown import UNPRIVILEGED_UID, readable_folders
    from autograder.sandbox.selftest import unreachable

    uid = UNPRIVILEGED_UID if os.geteuid() == 0 else None
    for sentence in unreachable(readable_folders(), uid):
        typer.echo(f"sandbox: landlock: {sentence}")

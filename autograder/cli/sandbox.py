"""``autograder sandbox``: what holds on this machine, found out by trying."""

from __future__ import annotations

import typer

OPEN = "OPEN"


def sandbox() -> None:
    """Try every forbidden act from inside the sandbox, and show what happened.

    The exit status is 0 when all are denied, else 1.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from autograder.grading.examination import examine

    examination = examine()
    table = Table("student code tries to …", "result", box=box.SIMPLE_HEAD)
    for act, result in examination.acts.items():
        table.add_row(Text(act), Text(result, "red" if result == OPEN else "green"))
    if examination.acts:
        Console().print(table)
    for problem in examination.problems:
        typer.echo(problem, err=True)
    if examination.problems or OPEN in examination.acts.values():
        typer.echo(f"sandbox: {examination.level}: does not hold", err=True)
        raise typer.Exit(1)
    typer.echo(f"sandbox: {examination.level}: holds")

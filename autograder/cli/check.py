"""``autograder check``: students try the public examples on their own machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from autograder.model import SubmissionResult

EXAMPLES = "examples.json"
KOREAN_NOTEBOOK = ".ko.ipynb"
COLOURS = {"✓": "green", "✗": "red"}
"""Of a line that begins so."""


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
    from autograder.grading.self_check import check_file

    file = file or only_file(Path.cwd())
    language = lang or language_of(file, os.environ)
    result = check_file(file, language)
    for line in lines(result, language):
        typer.echo(line)
    raise typer.Exit(0 if all_passed(result) else 1)


def only_file(folder: Path) -> Path:
    """Return the one file in `folder` that a student can have filled in.

    Raises
    ------
    AutograderError
        If the folder holds no examples, or not exactly one such file.
    """
    from autograder.errors import AutograderError

    if not (folder / EXAMPLES).is_file():
        raise AutograderError(
            f"{folder.name}: expected the folder of an assignment, got no {EXAMPLES}"
        )
    files = sorted(
        path
        for path in folder.iterdir()
        if path.suffix in (".py", ".ipynb") and path.name != "given.py"
    )
    if len(files) == 1:
        return files[0]
    names = ", ".join(path.name for path in files) or "none"
    raise AutograderError(
        f"{folder.name}: expected one file to check, got {names}; "
        f"say which: autograder check FILE"
    )


def language_of(file: Path, environment: Mapping[str, str]) -> Language:
    """Return the language of the notebook, else the one the system is set to."""
    if file.name.endswith(KOREAN_NOTEBOOK):
        return "ko"
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    return "ko" if locale.startswith("ko") else "en"


def all_passed(result: SubmissionResult) -> bool:
    """Return whether the file could be run and no example failed."""
    from autograder.model import Graded
    from autograder.reports.self_check import failures

    functions = result.functions.values()
    return result.outcome is Graded.GRADED and not any(map(failures, functions))


def lines(result: SubmissionResult, language: Language) -> Iterator[str]:
    """Say what is remarked of the file, and how every function went."""
    from autograder.reports.self_check import function_lines, summary
    from autograder.reports.text import plain

    for note in result.notes:
        yield plain(note)
    if result.error:
        yield plain(result.error)
    for line in function_lines(result.functions, language):
        yield typer.style(line, fg=COLOURS.get(line[:1]))
    yield ""
    yield summary(result.functions, language)

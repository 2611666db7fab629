"""Try the public examples on a student's own file, and say how every function went.

No parser of the command line is needed here: see `main`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.messages import Language

if TYPE_CHECKING:
    from autograder.model import SubmissionResult

EXAMPLES = "examples.json"
KOREAN_NOTEBOOK = ".ko.ipynb"
COLOURS = {"✓": "green", "✗": "red"}
"""Of a line that begins so."""
CODES = {"green": 32, "red": 31}
"""Of the colours, as terminals know them."""


def self_check(file: Path | None, language: Language | None = None) -> int:
    """Try the public examples on `file`, or on the only one here, and say how it went.

    Returns
    -------
    int
        0 when every example passes, 1 when one does not.
    """
    from autograder.sandbox.plain import PlainSandbox

    file = file or only_file(Path.cwd())
    language = language or language_of(file, os.environ)
    sandbox = PlainSandbox()
    sandbox.start_ahead()  # it imports numpy while we import the rest
    try:
        from autograder.grading.self_check import check_file

        result = check_file(file, language, sandbox)
    finally:
        sandbox.close()
    for line in lines(result, language):
        _say(line)
    return 0 if all_passed(result) else 1


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
    if not result.functions:
        return
    yield from function_lines(result.functions, language)
    yield ""
    yield summary(result.functions, language)


def _say(line: str) -> None:
    """Print a line, in its colour on a terminal, for all to see at once."""
    colour = COLOURS.get(line[:1])
    if colour is None or not sys.stdout.isatty():
        print(line, flush=True)
    elif os.name == "nt":
        import typer  # which knows all kinds of terminals there

        typer.secho(line, fg=colour)
    else:
        print(f"\x1b[{CODES[colour]}m{line}\x1b[0m", flush=True)

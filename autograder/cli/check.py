"""``autograder check``: students try the public examples on their own machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.messages import Language

if TYPE_CHECKING:
    from autograder.model import CheckResult, FunctionResult, SubmissionResult

EXAMPLES = "examples.json"
KOREAN_NOTEBOOK = ".ko.ipynb"


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

    functions = result.functions.values()
    return result.outcome is Graded.GRADED and not any(map(_wrong, functions))


def lines(result: SubmissionResult, language: Language) -> Iterator[str]:
    """Say for every function whether its examples pass, and why not."""
    from autograder.messages import Message
    from autograder.reports.text import plain

    for note in result.notes:
        yield plain(note)
    if result.error:
        yield plain(result.error)
    for name, function in result.functions.items():
        yield from _function_lines(name, function, language)
    tried = [f for f in result.functions.values() if f.checks]
    passed = sum(not _wrong(function) for function in tried)
    yield ""
    yield Message(
        "{passed} of {tried} functions pass their examples",
        passed=passed,
        tried=len(tried),
    ).render(language)


def _function_lines(
    name: str, function: FunctionResult, language: Language
) -> Iterator[str]:
    from autograder.messages import Message
    from autograder.reports.labels import function_label
    from autograder.reports.text import plain

    label, wrong = function_label(name, language), _wrong(function)
    if not function.checks:
        nothing = Message("no public example").render(language)
        yield f"· {label}: {nothing}"
    elif not wrong:
        yield typer.style(f"✓ {label}", fg="green")
    else:
        yield typer.style(f"✗ {label}", fg="red")
    told = "\n\n".join(dict.fromkeys(plain(_why(c, language)) for c in wrong))
    yield from (f"    {line}".rstrip() for line in told.splitlines())
    yield from (f"    {plain(note)}" for note in function.notes)


def _wrong(function: FunctionResult) -> list[CheckResult]:
    from autograder.model import Outcome

    return [check for check in function.checks if check.outcome is not Outcome.PASSED]


def _why(check: CheckResult, language: Language) -> str:
    from autograder.checks.feedback import render_text

    return render_text(check.feedback, language) if check.feedback else check.title

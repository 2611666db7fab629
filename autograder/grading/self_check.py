"""Let students try the public examples on their own file, on their own machine.

Without a sandbox: it is their own code.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from autograder.course.examples import ExampleFile, load_examples
from autograder.errors import AutograderError
from autograder.grading.callers import OwnHelpers
from autograder.grading.home import Home
from autograder.grading.public_examples import Tries
from autograder.intake.discover import discover
from autograder.intake.names import is_archive, is_source
from autograder.messages import Language, Text
from autograder.model import (
    Assignment,
    Graded,
    GradedFunction,
    Submission,
    SubmissionResult,
)
from autograder.sandbox.opening import Sandbox
from autograder.sandbox.plain import PlainSandbox

EXAMPLES = "examples.json"
GIVEN = "given.py"


class Own(OwnHelpers):
    """Calls of a student's own functions, in a process of their own."""

    def without_return(self) -> frozenset[str]:
        """Return the functions that hold no ``return``."""
        return self.home.without_return()


def check_file(
    file: Path, language: Language, sandbox: Sandbox | None = None
) -> SubmissionResult:
    """Return how the public examples went on `file`; there are no points.

    Parameters
    ----------
    file : Path
        A ``.py`` or ``.ipynb`` file beside the ``examples.json`` of its assignment.
    sandbox : Sandbox, optional
        Starts the workers; by default processes without confinement.

    Raises
    ------
    AutograderError
        If there is no such file, no examples are beside it, or it cannot be read.
    """
    _expect_own(file)
    examples = load_examples(file.parent / EXAMPLES)
    assignment = _assignment(examples, file.parent)
    (submission,) = discover([file], assignment)
    blank = _blank(submission, examples.slug)
    if submission.problem is not None:
        return replace(blank, error=submission.problem.render(language))
    started = time.perf_counter()
    parameters, given = _parameters(examples), _given(file.parent)
    home = Home(sandbox or PlainSandbox(), assignment, submission, parameters, given)
    try:
        tries = Tries(examples, Own(home), language)
        functions = {name: tries.result(name) for name in examples.functions}
    finally:
        home.close()
    return replace(
        blank,
        outcome=Graded.GRADED,
        seconds=round(time.perf_counter() - started, 6),
        functions=functions,
        notes=tuple(words.render(language) for words in home.notes()),
    )


def _expect_own(file: Path) -> None:
    """Refuse what no student can mean, in fewer words than graders are told."""
    known = is_source(file.name) or is_archive(file.name)
    if file.exists() and (known or not file.is_file()):
        return
    got = "another kind of file" if file.exists() else "nothing of this name"
    raise AutograderError(f"{file}: expected your .py or .ipynb file, got {got}")


def _blank(submission: Submission, slug: str) -> SubmissionResult:
    return SubmissionResult(
        student=submission.student,
        assignment=slug,
        file=submission.file,
        sha256=submission.sha256,
        outcome=Graded.COULD_NOT_GRADE,
        score=None,
        max_score=0.0,
        seconds=0.0,
        sandbox=PlainSandbox.level,
        round="public",
    )


def _assignment(examples: ExampleFile, folder: Path) -> Assignment:
    functions = {
        name: GradedFunction(
            name,
            0.0,
            returns,
            calls=examples.calls.get(name, ()),
            optional=examples.optional.get(name, ()),
        )
        for name, returns in examples.functions.items()
    }
    title = Text(examples.slug, examples.slug)
    return Assignment(examples.slug, folder, title, examples.module, functions)


def _parameters(examples: ExampleFile) -> Mapping[str, list[str]]:
    names: dict[str, list[str]] = {name: [] for name in examples.functions}
    return names | {e.function: list(e.args) for e in examples.examples}


def _given(folder: Path) -> str:
    path = folder / GIVEN
    return path.read_text(encoding="utf-8") if path.is_file() else ""

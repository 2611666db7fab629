"""The public examples of an assignment: ``examples.json``, as plain readable data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.plain import decoded, encoded, laid_out
from autograder.errors import AuthoringError, AutograderError
from autograder.messages import Text
from autograder.model import Assignment, Returns

FORMAT = 1
"""Of the file; a file of another format is refused."""


@dataclass(frozen=True)
class RecordedExample:
    """A call, and how what it returns is judged."""

    id: str
    function: str
    title: Text
    args: Mapping[str, Any]
    """Parameter to argument, in the order of the call."""
    judgement: str
    """The name of a judgement."""
    parameters: Mapping[str, Any]
    """What the judgement is told, such as the expected values."""


@dataclass(frozen=True)
class ExampleFile:
    """What a student needs to check a file, without a check or a reference."""

    slug: str
    module: str
    functions: Mapping[str, Returns]
    """The graded functions, each with the names of what it returns."""
    calls: Mapping[str, tuple[str, ...]]
    """Graded functions that each of them calls directly."""
    optional: Mapping[str, tuple[str, ...]]
    """Last parameters that a student's version need not take."""
    examples: tuple[RecordedExample, ...]


def dump_examples(assignment: Assignment, recorded: Iterable[RecordedExample]) -> str:
    """Return the text of ``examples.json``; equal for equal examples.

    Raises
    ------
    AuthoringError
        If an example holds something that is not plain data.
    """
    functions = assignment.functions
    returns = {
        name: f.returns if isinstance(f.returns, str) else list(f.returns)
        for name, f in functions.items()
    }
    file = {
        "format": FORMAT,
        "assignment": assignment.slug,
        "module": assignment.module,
        "functions": returns,
        "calls": {name: list(f.calls) for name, f in functions.items()},
        "optional": {n: list(f.optional) for n, f in functions.items() if f.optional},
        "examples": [_dumped(example) for example in recorded],
    }
    return laid_out(file) + "\n"


def load_examples(path: Path) -> ExampleFile:
    """Read an ``examples.json``.

    Raises
    ------
    AutograderError
        If it is missing or damaged.
    """
    try:
        return _loaded(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        got = error.strerror
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        got = f"{type(error).__name__}: {error}"
    raise AutograderError(
        f"{path}: expected the public examples of an assignment, got {got}; "
        "fetch a fresh copy of this file from your course"
    )


def _dumped(example: RecordedExample) -> dict[str, Any]:
    try:
        return {
            "id": example.id,
            "function": example.function,
            "title": {"en": example.title.en, "ko": example.title.ko},
            "args": {name: encoded(value) for name, value in example.args.items()},
            "judgement": example.judgement,
            "parameters": encoded(dict(example.parameters)),
        }
    except TypeError as error:
        raise AuthoringError(f"example {example.id}: {error}") from None


def _loaded(file: dict[str, Any]) -> ExampleFile:
    if file["format"] != FORMAT:
        raise ValueError(f"format {file['format']!r} instead of {FORMAT}")
    return ExampleFile(
        slug=file["assignment"],
        module=file["module"],
        functions={
            name: returns if isinstance(returns, str) else tuple(returns)
            for name, returns in file["functions"].items()
        },
        calls={name: tuple(names) for name, names in file["calls"].items()},
        optional={
            name: tuple(names) for name, names in file.get("optional", {}).items()
        },
        examples=tuple(
            RecordedExample(
                id=example["id"],
                function=example["function"],
                title=Text(example["title"]["en"], example["title"]["ko"]),
                args={name: decoded(v) for name, v in example["args"].items()},
                judgement=example["judgement"],
                parameters=decoded(example["parameters"]),
            )
            for example in file["examples"]
        ),
    )

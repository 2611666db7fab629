"""Submissions of which it is known beforehand what they must score."""

from __future__ import annotations

import re
from collections.abc import Mapping

from autograder.course.modules import used_sources
from autograder.model import Assignment, Cell, Submission

NOTHING: Mapping[str, str] = {
    "the stub": "def {name}(*args):\n    raise NotImplementedError\n",
    "pass": "def {name}(*args):\n    pass\n",
    "zeros of the right shape": "{name} = _each(0, {name})\n",
    "all ones": "{name} = _each(1, {name})\n",
    "the first argument": "def {name}(*args):\n    return args[0]\n",
}
"""Ways to write nothing that is worth a point."""

_EACH = """
import numpy as _np
def _fill(value, number):
    if isinstance(value, dict):
        return {k: _fill(v, number) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_fill(v, number) for v in value)
    return _np.zeros(_np.shape(value)) + number
def _each(number, function):
    return lambda *args: _fill(function(*args), number)
"""
_MARK = "def mistake(*_, **__):\n    return lambda function: function\n"
_IMPORT_OF_OURS = re.compile(r"^from autograder.*$", re.MULTILINE)


def reference_text(assignment: Assignment) -> str:
    """Return the text of the reference."""
    path = assignment.folder / f"{assignment.module}.py"
    return path.read_text(encoding="utf-8")


def submission_of(
    assignment: Assignment, text: str, modules: Mapping[str, str] | None = None
) -> Submission:
    """Return a submission of this text; other modules lie beside it."""
    file = f"{assignment.module}.py"
    beside = used_sources(assignment) | dict(modules or {})
    return Submission("audit", file, "", (Cell(file, text),), beside)


def nothing_text(assignment: Assignment, kind: str) -> str:
    """Return a text in which every function is written as `kind` of `NOTHING` says."""
    parts = (NOTHING[kind].format(name=name) for name in assignment.functions)
    return f"{reference_text(assignment)}\n{_EACH}\n{''.join(parts)}"


def mistaken(
    assignment: Assignment, function: str, mistake: str
) -> tuple[str, dict[str, str]]:
    """Return a text that is right but for one mistake, and the modules beside it.

    The other functions call the mistaken one; what the mistake itself calls is right.
    """
    path = assignment.folder / "mistakes.py"
    wrong = _IMPORT_OF_OURS.sub("", path.read_text(encoding="utf-8"))
    wrong = wrong.replace(f"from {assignment.module} import", "from right import")
    right = reference_text(assignment)
    text = f"{right}\nfrom wrong import {mistake}\n{function} = {mistake}\n"
    return text, {"right": right, "wrong": _MARK + wrong}

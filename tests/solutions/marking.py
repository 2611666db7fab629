"""What the tests of all assignments share: sources, wrong versions, nothing at all."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOLUTIONS = ROOT / "solutions"
FAKE_MARK = "def mistake(*_, **__):\n    return lambda function: function\n"
NOTHING = {
    "the stub": "def {name}(*args):\n    raise NotImplementedError\n",
    "pass": "def {name}(*args):\n    pass\n",
    "zeros of the right shape": "{name} = _each(0, {name})\n",
    "all ones": "{name} = _each(1, {name})\n",
    "the first argument": "def {name}(*args):\n    return args[0]\n",
}
"""Ways to write nothing that is worth a point."""
EACH = """
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


def reference_of(assignment):
    """Return the text of the reference."""
    path = assignment.folder / f"{assignment.module}.py"
    return path.read_text(encoding="utf-8")


def nothing(assignment, kind):
    """Return a submission in which every function is written as `kind` says."""
    parts = (NOTHING[kind].format(name=name) for name in assignment.functions)
    return f"{reference_of(assignment)}\n{EACH}\n{''.join(parts)}"


def declared(slug):
    """Return function and id of every mistake, in the order of the file."""
    text = (SOLUTIONS / slug / "mistakes.py").read_text(encoding="utf-8")
    return re.findall(r'^@mistake\(\s*"(\w+)".*?^def (\w+)\(', text, re.M | re.S)


def with_mistake(assignment, function, name):
    """Return a submission, right but for one mistake, and its sibling modules."""
    path = assignment.folder / "mistakes.py"
    text = re.sub(
        r"^from autograder.*$", "", path.read_text(encoding="utf-8"), flags=re.M
    )
    wrong = FAKE_MARK + text.replace(
        f"from {assignment.module} import", "from right import"
    )
    source = f"from right import {', '.join(assignment.functions)}\n"
    source += f"from wrong import {name}\n{function} = {name}\n"
    return source, {"right": reference_of(assignment), "wrong": wrong}


def lost(result):
    """Return the feedback on every function that lost points, by function."""
    return {
        name: [check.feedback for check in function.checks if check.feedback]
        for name, function in result.functions.items()
        if function.score < function.max_score
    }

"""The work that all contenders do: the same submissions, calls and right answers."""

from __future__ import annotations

import ast
import compileall
import json
import pickle
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SLUG = "week5_deep_network"
SOLUTION = ROOT / "solutions" / SLUG
EXAMPLES = ROOT / "examples" / "submissions"
RIGHT = EXAMPLES / "right_new_naming" / "deep_network.py"
WRONG = EXAMPLES / "wrong_no_mean" / "deep_network.py"

Call = tuple[str, list[Any], str, dict[str, Any]]
"""Function, arguments, and the judgement on its value with what that needs."""


@dataclass(frozen=True)
class Workload:
    """The checks, and where what the peers need of them lies."""

    folder: Path
    checks: dict[str, str]
    """Name of each check to the function that it grades."""
    calls: int
    """How many calls all checks make together."""

    @property
    def functions(self) -> list[str]:
        """The graded functions, in the order of the checks."""
        graded = dict.fromkeys(self.checks.values())
        return [name for name in graded if name != "as_handed_in"]

    @property
    def first_checks(self) -> dict[str, str]:
        """The first check of each function."""
        named = {function: name for name, function in reversed(self.checks.items())}
        return {named[function]: function for function in self.functions}

    @property
    def environment(self) -> dict[str, str]:
        """Return what a peer finds in its environment."""
        peers = Path(__file__).parent / "peers"
        return {
            "BENCHMARK_CASES": str(self.folder / "cases.pickle"),
            "PYTHONPATH": f"{peers}:{self.folder / 'beside'}",
            "HOME": str(self.folder),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }


def warm_up() -> None:
    """Compile our package, as its installation does: the zygote never writes caches."""
    compileall.compile_dir(ROOT / "autograder", quiet=1)


def make_workload(folder: Path) -> Workload:
    """Record the hidden checks once, on the reference, for those who repeat them."""
    from autograder.grading.bench import try_on_reference

    with opened_bench() as bench:
        cases = {
            check.id: [
                _recorded(seen)
                for seen in try_on_reference(bench, check).observations
                if _is_plain(seen)
            ]
            for check in bench.checks
        }
        graded = {check.id: check.function for check in bench.checks}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cases.pickle").write_bytes(pickle.dumps(cases))
    (folder / "beside").mkdir(exist_ok=True)
    shutil.copy(SOLUTION / "given.py", folder / "beside")
    return Workload(folder, graded, sum(map(len, cases.values())))


def opened_bench() -> Any:
    """Return the assignment, ready to be graded, as a context manager."""
    from contextlib import closing

    from autograder.course.assignment import read_assignment
    from autograder.grading.bench import open_bench
    from autograder.grading.examples import NoSandbox
    from autograder.grading.rounds import Round

    assignment = read_assignment(SOLUTION)
    inputs = Round(b"benchmark", assignment.slug, "benchmark")
    return closing(open_bench(assignment, inputs, NoSandbox()))


def _is_plain(observation: Any) -> bool:
    """Whether a judgement is data: one lambda of a check is not."""
    return str(observation.judgement) != "holds"


def _recorded(observation: Any) -> Call:
    question = observation.call
    return (
        question.function,
        list(question.args),
        observation.judgement,
        dict(observation.parameters),
    )


def notebook(source: Path, graded: dict[str, str] | None = None) -> str:
    """Return a notebook of a script, a cell for each statement at the top.

    Parameters
    ----------
    graded : dict of str to str, optional
        Check to its function: below each function comes nbgrader's cell for it.
    """
    named = {function: check for check, function in (graded or {}).items()}
    cells = []
    for number, (name, text) in enumerate(_statements(source)):
        solution = _nbgrader(f"{name}-solution", solution=True) if name in named else {}
        cells.append(_cell(f"cell{number}", text, solution))
        if name in named:
            test = f'from checking import check\n\ncheck("{named[name]}", globals())'
            cells.append(_cell(f"test{number}", test, _nbgrader(name, grade=True)))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    whole = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    return json.dumps(whole, indent=1)


def _statements(source: Path) -> Iterator[tuple[str, str]]:
    text = source.read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        yield getattr(node, "name", ""), ast.get_source_segment(text, node) or ""


def _cell(name: str, text: str, metadata: dict[str, Any]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "execution_count": None,
        "outputs": [],
        "source": text,
    }


def _nbgrader(name: str, **kind: bool) -> dict[str, Any]:
    kind = {"grade": False, "solution": False, "task": False, **kind}
    metadata = {"schema_version": 3, "grade_id": name, "locked": kind["grade"], **kind}
    if kind["grade"]:
        metadata["points"] = 1
    return {"nbgrader": metadata}

"""One course, graded once: most tests look at what came of it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.system import hostile
from tests.system.nbgrader_course import (
    SLUG,
    cell_of,
    example,
    filled,
    hand_in,
    make_course,
    marks,
    released,
    run,
)


def _odd_notebooks(folder, right):
    """Yield student and notebook: one way each in which a notebook can be odd."""
    new = lambda: filled(released(folder), right)  # noqa: E731 - as short as its use
    notebook = new()
    again = json.loads(json.dumps(cell_of(notebook, "linear_forward-solution")))
    again["source"] = "# again"
    notebook["cells"] += [again, json.loads(json.dumps(notebook["cells"][4]))]
    yield "duplicate", notebook
    notebook = new()
    gone = ("compute_cost", "compute_cost-solution", "markdown-4")
    notebook["cells"] = [
        c for c in notebook["cells"] if marks(c).get("grade_id") not in gone
    ]
    yield "deleted", notebook
    notebook = new()
    cell_of(notebook, "compute_cost")["source"] = "print('full marks')"
    yield "altered", notebook
    notebook = new()
    marks(cell_of(notebook, "compute_cost"))["points"] = 1000
    yield "richer", notebook
    notebook = new()
    notebook["metadata"]["kernelspec"] = {"name": "no-such-kernel"}
    yield "kernel", notebook


@pytest.fixture(scope="session")
def place():
    """Return a folder that other users may look into, unlike those of pytest."""
    with tempfile.TemporaryDirectory(prefix="autograder-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def handed_in(place):
    """Return a course in which everything was handed in, and nothing graded."""
    folder = make_course(place / "course")
    right = example("right_new_naming")
    hand_in(folder, "right", filled(released(folder), right))
    wrong = example("wrong_no_mean")
    hand_in(folder, "홍길동", filled(released(folder, ".ko"), wrong))
    hand_in(folder, "script", wrong, "deep_network.py")
    hand_in(folder, "corrupt", '{"cells": [')
    for student, notebook in _odd_notebooks(folder, right):
        hand_in(folder, student, notebook)
    hand_in(folder, "renamed", filled(released(folder), right), "hw5.ipynb")
    evil = hostile.hostile_notebook(released(folder))
    hand_in(folder, "hostile", evil, hostile.FILE)
    home = hand_in(folder, hostile.STUDENT, evil)
    (home / "index.html").write_text(hostile.SCRIPT)
    (home / "picture.svg").write_text(hostile.SVG)
    return folder


@pytest.fixture(scope="session")
def graded(handed_in):
    """Return that course after `autograder grade`, and what the command said."""
    done = run(handed_in, "autograder", "grade", SLUG, check=False)
    return SimpleNamespace(folder=handed_in, done=done)


@pytest.fixture(scope="session")
def feedback(graded):
    """Return the pages that `nbgrader generate_feedback` makes of it, by student."""
    run(graded.folder, "nbgrader", "generate_feedback", SLUG)
    found = graded.folder.glob(f"feedback/*/{SLUG}/*.html")
    return {path.parts[-3]: path for path in found}

"""A released notebook with two functions, and what a student made of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.gradebook.released import read_released
from autograder.intake.files import File
from autograder.intake.reading import Handed
from autograder.messages import Text
from autograder.model import (
    Assignment,
    FunctionResult,
    Graded,
    GradedFunction,
    Submission,
    SubmissionResult,
)


def marked(name, text, kind="code", **marks):
    """Return a cell of the release, with nbgrader's marks."""
    usual = {"grade": False, "locked": True, "solution": False, "schema_version": 3}
    nbgrader = usual | {"grade_id": name, "cell_type": kind} | marks
    cell = {"cell_type": kind, "id": name, "source": text}
    cell["metadata"] = {"nbgrader": nbgrader}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def notebook_of(cells, **metadata):
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    usual = {"kernelspec": kernel, "lang": "en"}
    return {
        "cells": cells,
        "metadata": usual | metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }


@pytest.fixture
def assignment():
    return Assignment(
        slug="week1",
        folder=Path("/srv/solutions/week1"),
        title=Text("Units", "유닛"),
        module="unit",
        functions={n: GradedFunction(n, 10, "Z") for n in ("forward", "backward")},
        as_handed_in=4,
        week=1,
    )


@pytest.fixture
def cells():
    """The cells of the release, new for every test."""
    return [
        marked("intro", "# Units", "markdown"),
        marked("forward-solution", "# YOUR CODE", solution=True, locked=False),
        marked("forward", "# Points: 10", grade=True, points=10),
        marked("backward-solution", "# YOUR CODE", solution=True, locked=False),
        marked("backward", "# Points: 10", grade=True, points=10),
        marked("as_handed_in", "# Points: 4", grade=True, points=4),
    ]


@pytest.fixture
def folder(tmp_path, cells):
    """What was released, in two languages."""
    folder = tmp_path / "assignments" / "week1"
    folder.mkdir(parents=True)
    for name, language in (("unit.ipynb", "en"), ("unit.ko.ipynb", "ko")):
        text = json.dumps(notebook_of(cells, lang=language))
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def released(folder, assignment):
    return read_released(folder, assignment)


@pytest.fixture
def result():
    return SubmissionResult(
        student="kim",
        assignment="week1",
        file="kim/unit.ipynb",
        sha256="0",
        outcome=Graded.GRADED,
        score=24,
        max_score=24,
        seconds=0.1,
        sandbox="landlock",
        round="0123456789abcdef",
        functions={
            "forward": FunctionResult(10, 10),
            "backward": FunctionResult(10, 10),
            "as_handed_in": FunctionResult(4, 4),
        },
    )


@pytest.fixture
def hand_in():
    """Return a function that makes what intake found of one student."""

    def make(what, name="unit.ipynb", beside=(), **changes):
        raw = what if isinstance(what, bytes) else json.dumps(what).encode()
        file = File(("kim", name), 0.0, lambda size: raw[:size])
        others = tuple(
            File(("kim", other), 0.0, lambda size, text=text: text[:size])
            for other, text in dict(beside).items()
        )
        submission = replace(Submission("kim", f"kim/{name}", "0"), **changes)
        return Handed(submission, "kim", file.path, 0.0, file, (file, *others))

    return make

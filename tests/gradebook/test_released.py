from __future__ import annotations

import json
from dataclasses import replace

import pytest

from autograder.errors import GradebookError
from autograder.gradebook.records import Cell, Source
from autograder.gradebook.released import KERNEL, read_released, sheet_of


def test_a_sheet_says_what_nbgrader_would_register(released, assignment):
    sheet = sheet_of(assignment, released)
    assert (sheet.assignment, sheet.notebook_name, sheet.due) == ("week1", "unit", None)
    assert sheet.cells == (
        Cell("forward", 10),
        Cell("backward", 10),
        Cell("as_handed_in", 4),
    )
    assert sheet.solutions == ("forward-solution", "backward-solution")
    assert sheet.sources[:3] == (
        Source("intro", "# Units", "markdown"),
        Source("forward-solution", "# YOUR CODE", locked=False),
        Source("forward", "# Points: 10"),
    )
    assert len(sheet.sources) == 6
    assert sheet.kernel["name"] == "python3"


def test_the_language_of_the_notebook(folder, assignment):
    assert read_released(folder, assignment, "ko").language == "ko"
    (folder / "unit.ko.ipynb").unlink()
    assert read_released(folder, assignment, "ko").language == "en"


def test_without_a_release_there_are_grade_cells_all_the_same(tmp_path, assignment):
    released = read_released(tmp_path, assignment)
    assert [cell.id for cell in released.cells] == list(assignment.points)
    assert released.kernel == KERNEL
    assert sheet_of(assignment, released).cells[2] == Cell("as_handed_in", 4)


def test_a_release_that_is_out_of_step(folder, assignment):
    """The points of the assignment count; what earns nothing is no grade cell."""
    other = replace(assignment, as_handed_in=0, presence=5)
    released = read_released(folder, other)
    assert sheet_of(other, released).cells == (
        Cell("forward", 10),
        Cell("backward", 10),
        Cell("presence", 5),
    )
    assert not [
        cell for cell in released.cells if cell.id == "as_handed_in" and cell.grade
    ]


def test_cells_that_nbgrader_does_not_know_and_cells_that_are_none(folder, assignment):
    plain = {"cell_type": "markdown", "metadata": {}, "source": ["a\n", "b"]}
    text = json.dumps({"cells": [plain, 7], "metadata": {}})
    (folder / "unit.ipynb").write_text(text)
    first, *_ = read_released(folder, assignment).cells
    assert (first.id, first.kind, first.text) == ("cell-1", "markdown", "a\nb")


@pytest.mark.parametrize("raw", [b"{", b"[]", b"\xff"])
def test_a_release_that_is_no_notebook(folder, assignment, raw):
    (folder / "unit.ipynb").write_bytes(raw)
    with pytest.raises(GradebookError, match=r"unit\.ipynb: expected a notebook: "):
        read_released(folder, assignment)

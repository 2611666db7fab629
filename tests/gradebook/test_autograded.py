from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from autograder.gradebook.autograded import notebook_text, write_autograded
from autograder.gradebook.handed import Work
from autograder.gradebook.released import read_released
from autograder.model import Graded

HTML = {"output_type": "display_data", "data": {"text/html": "<b>"}, "metadata": {}}


@pytest.fixture
def write(tmp_path, result, assignment, released):
    """Return a function that writes a student's folder and returns its files."""
    folder = tmp_path / "autograded" / "kim" / "week1"

    def make(work, result=result):
        write_autograded(folder, work, result, assignment, released)
        return {path.name: path.read_text("utf-8") for path in folder.iterdir()}

    make.folder = folder
    return make


def by_id(text):
    notebook = json.loads(text)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(ids) == len(set(ids))
    return {cell["id"]: cell for cell in notebook["cells"]}


def test_a_graded_notebook(write, cells):
    cells[1] |= {"source": "def forward():\n    ...", "outputs": [HTML]}
    cells[2]["outputs"] = [HTML]
    own = {
        "cell_type": "markdown",
        "source": "<b>mine</b>",
        "metadata": {"tags": ["<b>"]},
        "attachments": {"a": {"text/html": "<b>"}},
    }
    files = write(Work("en", (*cells, own), timestamp="2026", secret="abc"))
    assert set(files) == {"unit.ipynb", "timestamp.txt", "submission_secret.txt"}
    assert (files["timestamp.txt"], files["submission_secret.txt"]) == ("2026", "abc")
    found = by_id(files["unit.ipynb"])
    assert list(found) == [
        *("autograder-summary", "intro", "forward-solution", "forward"),
        *("backward-solution", "backward", "as_handed_in", "handed-in-1"),
    ]
    assert found["autograder-summary"]["outputs"][0]["text"] == "Score: 24 / 24\n"
    solution = found["forward-solution"]
    assert solution["source"] == ["def forward():\n", "    ..."]
    assert solution["outputs"] == []
    assert solution["metadata"]["nbgrader"]["solution"] is True
    assert "editable" not in solution["metadata"]
    grade = found["forward"]
    assert grade["outputs"] == [
        {"output_type": "stream", "name": "stdout", "text": "✓ forward: 10 / 10\n"}
    ]
    assert grade["metadata"]["nbgrader"]["points"] == 10
    assert grade["metadata"]["editable"] is False
    assert found["handed-in-1"] == {
        "cell_type": "markdown",
        "id": "handed-in-1",
        "metadata": {},
        "source": ["< b>mine< /b>"],
    }


def test_pictures_are_kept(write):
    png = "iVBORw0KGgo="
    own = {
        "cell_type": "markdown",
        "source": "![x](attachment:x.png)",
        "attachments": {"x.png": {"image/png": png}},
    }
    cell = by_id(write(Work(cells=(own,)))["unit.ipynb"])["handed-in-1"]
    assert cell["attachments"] == {"picture-1": {"image/png": png}}
    assert cell["source"] == ["![x](attachment:picture-1)"]


def test_a_script_and_its_modules(write):
    files = write(Work(script="import mine\n", modules={"mine": "x = 1"}))
    assert files["mine.py"] == "x = 1"
    found = by_id(files["unit.ipynb"])
    assert found["handed-in-1"]["source"] == ["import mine\n"]
    assert "handed in as a script" in found["forward-solution"]["source"][0]


def test_what_could_not_be_graded(write, result, folder, assignment):
    lost = replace(
        result, outcome=Graded.COULD_NOT_GRADE, score=None, functions={}, error="empty"
    )
    found = by_id(write(Work(), lost)["unit.ipynb"])
    said = found["autograder-summary"]["outputs"][0]["text"]
    assert said == "Score: – / 24\nCould not be graded: empty\n"
    assert found["forward"]["outputs"][0]["text"] == "– forward: Could not be graded\n"
    assert found["forward-solution"]["source"] == ["# nothing was handed in here"]
    korean = read_released(folder, assignment, "ko")
    assert "채점하지 못함" in notebook_text(Work(), lost, assignment, korean)


def test_a_cell_that_nbgrader_does_not_know(write, folder, assignment, result):
    text = json.dumps({"cells": [{"cell_type": "markdown", "source": "x"}]})
    (folder / "unit.ipynb").write_text(text)
    released = read_released(folder, assignment)
    cell = by_id(notebook_text(Work(), result, assignment, released))["cell-1"]
    assert cell["metadata"] == {}


def test_what_nbgrader_needs_is_always_there(write, result):
    """Without either, its `release_feedback` stops for the whole class."""
    files = write(Work())
    assert files["timestamp.txt"] == ""
    secret = files["submission_secret.txt"]
    assert len(secret) == 64
    time = datetime(2026, 11, 20, 10, tzinfo=UTC)
    files = write(Work(), replace(result, time=time))
    assert files["timestamp.txt"] == "2026-11-20 10:00:00.000000 UTC"
    assert files["submission_secret.txt"] == secret


def test_other_files_are_removed_and_the_same_ones_left_alone(write, tmp_path):
    write(Work())
    (write.folder / "index.html").write_text("<script>")
    (write.folder / "inner").mkdir()
    (write.folder / "inner" / "x.svg").write_text("<svg>")
    (write.folder / "link").symlink_to(tmp_path)
    before = (write.folder / "unit.ipynb").stat().st_mtime_ns
    assert set(write(Work())) == {
        "unit.ipynb",
        "timestamp.txt",
        "submission_secret.txt",
    }
    assert (write.folder / "unit.ipynb").stat().st_mtime_ns == before
    assert tmp_path.is_dir()

from __future__ import annotations

import json
from dataclasses import replace

import msgspec
import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.intake.files import MIB, UnusableError
from autograder.messages import Message
from autograder.quizzes.model import Paper
from autograder.quizzes.paper_notebook import (
    OURS,
    fill,
    paper_notebook,
    read_paper_notebook,
)
from autograder.quizzes.papers import make_paper, public


@pytest.fixture
def text(paper):
    return paper_notebook(paper)


@pytest.fixture
def read(text):
    """Return a function that reads the notebook after a change to it."""

    def changed(change=lambda notebook: None):
        notebook = json.loads(text)
        change(notebook)
        return read_paper_notebook(json.dumps(notebook).encode(), "week5.ipynb")

    return changed


def cell_of(notebook, name):
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


def test_it_is_a_valid_notebook_of_two_cells_an_item(paper, window):
    text = paper_notebook(paper, window)
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    items = [variant.item for variant in paper.variants]
    pairs = [name for item in items for name in (f"{item}-prompt", item)]
    assert [cell.id for cell in notebook.cells] == ["paper_head", *pairs]
    assert {cell.cell_type for cell in notebook.cells} == {"markdown"}
    assert notebook.cells[0].source.startswith("# Deep networks\n")
    assert "2026-12-01 10:00" in notebook.cells[0].source
    assert notebook.metadata.lang == "en"
    assert paper_notebook(paper, window) == text


def test_what_nbgrader_is_told(text):
    cells = json.loads(text)["cells"]
    assert cells[1]["metadata"] == {
        "deletable": False,
        "editable": False,
        "nbgrader": {
            "cell_type": "markdown",
            "grade": False,
            "grade_id": "w-shape-prompt",
            "locked": True,
            "schema_version": 3,
            "solution": False,
            "task": False,
        },
    }
    assert cells[2]["metadata"] == {
        "deletable": False,
        "nbgrader": {
            "cell_type": "markdown",
            "grade": True,
            "grade_id": "w-shape",
            "locked": False,
            "points": 2.0,
            "schema_version": 3,
            "solution": True,
            "task": False,
        },
    }


def test_it_holds_the_public_paper_and_no_more(paper, text):
    ours = json.loads(text)["metadata"][OURS]
    assert list(ours) == ["paper"]
    assert msgspec.convert(ours["paper"], Paper) == public(paper)
    assert paper_notebook(public(paper)) == text
    for key in ("good", "worse", "weights", "matrix", "swapped"):
        assert f'"{key}"' not in text


def test_what_a_practice_paper_holds_besides(paper):
    text = paper_notebook(paper, further={"practice": {"items": []}})
    assert json.loads(text)["metadata"][OURS]["practice"] == {"items": []}


def test_nothing_is_answered_yet(paper, read):
    filled = read()
    assert (filled.file, filled.paper, filled.student) == ("week5.ipynb", paper.id, "")
    assert (filled.responses, filled.notes) == ({}, ())
    assert list(filled.prompts) == [variant.item for variant in paper.variants]
    assert filled.prompts["w-shape"].startswith("### 1 · 2 points\n\nWith ")


def test_every_item_is_filled_in(paper, text):
    responses = {
        "w-shape": "(4, 5)",
        "pick": "②",
        "pairs": "a: 2\nb: 1",
        "gaps": "axis: 1\nkeep: True",
        "wrong-line": "3",
        "net": "2",
    }
    for item, response in responses.items():
        text = fill(text, item, response)
    nbformat.validate(nbformat.reads(text, as_version=4))
    assert read_paper_notebook(text.encode(), "x.ipynb").responses == responses
    assert cell_of(json.loads(text), "pick")["source"] == "Response:\n②"
    for item in responses:
        text = fill(text, item, "")
    assert read_paper_notebook(text.encode(), "x.ipynb").responses == {}


def test_a_korean_paper(quiz, sitting):
    text = paper_notebook(make_paper(quiz, sitting, "ko"))
    filled = read_paper_notebook(fill(text, "pick", "없음").encode(), "x.ipynb")
    assert filled.responses == {"pick": "없음"}
    assert "유닛" in filled.prompts["w-shape"]


def test_source_as_lines_and_other_ends_of_lines(read):
    def change(notebook):
        cell_of(notebook, "pairs")["source"] = ["Response:\r\n", "a: 2\r\n", "b: 1"]

    assert read(change).responses == {"pairs": "a: 2\nb: 1"}


def test_cells_are_known_without_nbgrader_and_without_ids(read):
    def answer(notebook, *names):
        for name in names:
            cell_of(notebook, name)["source"] = "Response: 1"

    def without_nbgrader(notebook):
        answer(notebook, "pick", "net")
        for cell in notebook["cells"]:
            cell["metadata"] = {}

    def without_ids(notebook):
        answer(notebook, "pick", "net")
        for number, cell in enumerate(notebook["cells"]):
            cell["id"] = f"c{number}"

    def without_paper(notebook):
        answer(notebook, "pick", "net")
        del notebook["metadata"][OURS]

    both = {"pick": "1", "net": "1"}
    assert read(without_nbgrader).responses == both
    assert read(without_ids).responses == both
    assert (read(without_paper).responses, read(without_paper).paper) == (both, "")


def test_a_deleted_cell_and_an_edited_prompt(read):
    def change(notebook):
        cell_of(notebook, "net")["source"] = "Response: 1"
        cell_of(notebook, "pick-prompt")["source"] = " mine \n"
        notebook["cells"].remove(cell_of(notebook, "pick"))
        notebook["cells"].remove(cell_of(notebook, "gaps-prompt"))

    filled = read(change)
    assert filled.responses == {"net": "1"}
    assert filled.prompts["pick"] == "mine"
    assert "gaps" not in filled.prompts


@pytest.mark.parametrize(
    ("copies", "response", "noted"),
    [
        (["Response:", "Response: 2"], "2", False),
        (["Response: 2", "Response:"], "2", False),
        (["Response: 2", "Response: 2"], "2", False),
        (["Response: 2", "Response: 3"], "2", True),
    ],
)
def test_of_a_cell_that_is_there_twice_the_first_with_text_counts(
    read, copies, response, noted
):
    def change(notebook):
        cell = cell_of(notebook, "net")
        cell["source"] = copies[0]
        notebook["cells"].append({**cell, "source": copies[1]})

    filled = read(change)
    assert filled.responses == {"net": response}
    note = Message(
        "several cells hold a response to `{item}`; the first one counts", item="net"
    )
    assert filled.notes == ((note,) if noted else ())


def test_a_response_in_a_cell_of_its_own_counts_where_there_is_no_other(read):
    def change(notebook):
        cells = notebook["cells"]
        cell_of(notebook, "pick")["source"] = "Response: 2"
        for name in ("pick", "w-shape", "paper_head"):
            place = cells.index(cell_of(notebook, name)) + 1
            cells.insert(place, {"cell_type": "code", "source": f"below {name}"})

    filled = read(change)
    assert filled.responses == {"pick": "2", "w-shape": "below w-shape"}
    assert filled.notes == ()


def test_a_response_is_put_back_where_its_cell_was_deleted(text):
    notebook = json.loads(text)
    notebook["cells"].remove(cell_of(notebook, "pick"))
    again = fill(json.dumps(notebook), "pick", "2")
    assert read_paper_notebook(again.encode(), "x").responses == {"pick": "2"}


def test_an_empty_response_is_not_replaced_by_a_copy(text):
    notebook = json.loads(text)
    cell = cell_of(notebook, "net")
    cell["source"] = "Response: 1"
    notebook["cells"].append(dict(cell))
    again = fill(json.dumps(notebook), "net", "")
    assert read_paper_notebook(again.encode(), "x").responses == {}


def test_half_a_character_does_not_break_the_file(text):
    assert "�" in fill(text, "net", "\udcff").replace("?", "�")
    fill(text, "net", "\udcff").encode()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "`x.ipynb` is not a notebook: line 1 is not valid JSON. "),
        (b"{}", "`x.ipynb` is not a notebook: it has no list of cells. "),
        (b"[1]", "`x.ipynb` is not a notebook: it has no list of cells. "),
        (b"\xff\xfe{", "`x.ipynb` is saved as UTF-16; expected UTF-8. "),
        (b"[" * 100_000, "`x.ipynb` is not a notebook: it has no list of cells. "),
        (b" " * (20 * MIB + 1), "`x.ipynb` is larger than 20 MiB. "),
    ],
)
def test_what_is_no_notebook(raw, said):
    with pytest.raises(UnusableError) as caught:
        read_paper_notebook(raw, "x.ipynb")
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        [],
        {OURS: 3},
        {OURS: {"paper": None}},
        {OURS: {"paper": {"id": 4, "variants": 5}}},
        {OURS: {"paper": {"id": "X" * 10_000, "variants": [1, {"item": 2}, {}]}}},
    ],
)
def test_metadata_of_any_kind(read, metadata):
    filled = read(lambda notebook: notebook.update(metadata=metadata))
    assert len(filled.paper) <= 40
    assert filled.responses == {}


@pytest.mark.parametrize(
    "cell",
    [
        3,
        {},
        {"id": 5, "metadata": [], "source": 7},
        {"id": "net", "source": [1, 2]},
        {"id": "net", "metadata": {"nbgrader": {"grade_id": ["net"]}}},
    ],
)
def test_cells_of_any_kind(read, cell):
    assert read(lambda notebook: notebook["cells"].insert(3, cell)).responses == {}


def test_a_very_long_response_is_cut_but_stays_too_long(read):
    def change(notebook):
        cell_of(notebook, "net")["source"] = "1+" * (5 * MIB)

    assert len(read(change).responses["net"]) == MIB


WORDS = ("cells", "metadata", "paper", "variants", "item", "id")
WORDS += ("nbgrader", "grade_id", "solution", "source", "worksheets")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([OURS, *WORDS]), inner, max_size=4)
    ),
    max_leaves=30,
)


@given(JSON)
def test_reading_is_total(value):
    raw = json.dumps({"cells": [value], "metadata": value}).encode()
    assert read_paper_notebook(raw, "x").file == "x"


@given(st.binary(max_size=60))
def test_reading_is_total_for_bytes(raw):
    with pytest.raises(UnusableError):
        read_paper_notebook(raw, "x")


def test_an_id_longer_than_notebooks_allow(paper):
    item = "very-" * 20 + "long"
    variant = replace(paper.variants[0], item=item)
    text = paper_notebook(replace(paper, variants=(variant,)))
    nbformat.validate(nbformat.reads(text, as_version=4))
    notebook = json.loads(fill(text, item, "(1, 2)"))
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    raw = json.dumps(notebook).encode()
    assert read_paper_notebook(raw, "x").responses == {item: "(1, 2)"}


@pytest.mark.parametrize(
    "seconds", [-1, 0, True, "12", None, [], 1e9, float("nan"), float("inf")]
)
def test_no_time_that_cannot_be_is_read(paper, seconds):
    notebook = json.loads(paper_notebook(paper))
    for cell in notebook["cells"]:
        cell["metadata"]["autograder"] = {"seconds": seconds}
    raw = json.dumps(notebook).encode()
    assert read_paper_notebook(raw, "p.ipynb").seconds == {}

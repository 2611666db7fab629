from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.intake.files import UnusableError
from autograder.intake.notebook import decode, read_notebook
from autograder.model import Cell

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)
CELL = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.just("code") | JSON,
        "source": st.text() | st.lists(st.text() | JSON, max_size=3) | JSON,
        "input": st.text() | JSON,
        "metadata": JSON | st.fixed_dictionaries({"nbgrader": JSON}),
    },
)
NOTEBOOK = st.fixed_dictionaries(
    {},
    optional={
        "cells": st.lists(CELL | JSON, max_size=4) | JSON,
        "worksheets": JSON
        | st.lists(
            st.fixed_dictionaries({"cells": st.lists(CELL, max_size=3) | JSON}),
            max_size=2,
        ),
    },
)


def code(source: object, **more: object) -> dict[str, object]:
    return {"cell_type": "code", "source": source, **more}


def notebook(*cells: object) -> bytes:
    return json.dumps({"nbformat": 4, "cells": cells}).encode()


def read(raw: bytes) -> list[tuple[str, str]]:
    return [(cell.label, cell.text) for cell in read_notebook(raw, "hw.ipynb")]


def reason(raw: bytes) -> str:
    with pytest.raises(UnusableError) as caught:
        read_notebook(raw, "hw.ipynb")
    return caught.value.message.render("en")


def test_code_cells_are_labelled_by_their_place_among_all_cells():
    markdown = {"cell_type": "markdown", "source": "x = 1"}
    raw = notebook(markdown, code("a = 1"), code("  \n"), code(["b = 2\n", "c = 3"]))
    assert read_notebook(raw, "hw.ipynb") == (
        Cell("hw.ipynb, cell 2", "a = 1"),
        Cell("hw.ipynb, cell 4", "b = 2\nc = 3"),
    )


def test_version_3_has_worksheets_and_input():
    sheets = [
        {"cells": [{"cell_type": "heading"}, {"cell_type": "code", "input": "a"}]},
        "not a worksheet",
        {"cells": [{"cell_type": "code", "input": ["b"]}]},
    ]
    raw = json.dumps({"nbformat": 3, "worksheets": sheets}).encode()
    assert read(raw) == [("hw.ipynb, cell 2", "a"), ("hw.ipynb, cell 3", "b")]


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        ({"grade": True, "solution": False}, False),
        ({"grade": True, "solution": True}, True),
        ({"grade": False, "solution": True}, True),
        ({"grade": False, "solution": False, "locked": True}, True),
        ({"grade": 1, "solution": 0}, True),
        ("grade", True),
    ],
)
def test_only_the_teachers_grade_cells_are_left_out(marks, kept):
    raw = notebook(code("check()", metadata={"nbgrader": marks}))
    assert bool(read(raw)) is kept


@pytest.mark.parametrize("bad", [5, None, ["a", 5], {"a": 1}, [["a"]]])
def test_a_bad_cell_loses_itself_and_not_the_file(bad):
    raw = notebook(code(bad), "not a cell", code("a = 1"))
    assert read(raw) == [("hw.ipynb, cell 3", "a = 1")]


def test_duplicate_ids_and_a_hundred_thousand_cells():
    cells = read(notebook(*[code("a", id="same")] * 100_000))
    assert cells[-1] == ("hw.ipynb, cell 100000", "a")


def test_what_is_not_text_is_replaced_and_line_ends_are_one_kind():
    assert read(notebook(code("a\ud800\x00\r\nb\rc"))) == [
        ("hw.ipynb, cell 1", "a\ufffd\ufffd\nb\nc")
    ]


def test_byte_order_mark_is_accepted():
    assert read(b"\xef\xbb\xbf" + notebook(code("a"))) == [("hw.ipynb, cell 1", "a")]


NO_CELLS = (
    "`hw.ipynb` is not a notebook: it has no list of cells. Open it in Jupyter, save "
    "it and hand it in again."
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            b'{"cells": [\n oops',
            "`hw.ipynb` is not a notebook: line 2 is not valid JSON. Open it in "
            "Jupyter, save it and hand it in again.",
        ),
        (b"{}", NO_CELLS),
        (b"[]", NO_CELLS),
        (b"3", NO_CELLS),
        (b'{"cells": {}}', NO_CELLS),
        (b"[" * 200_000, NO_CELLS),
        (b"9" * 5_000, NO_CELLS),
        (b'{"cells": [' + b"[]," * 600_000 + b"[]]}", NO_CELLS),
        (b'{"cells": [' + b"0," * 3_100_000 + b"0]}", NO_CELLS),
        (
            b"\xff\xfe{\x00}\x00",
            "`hw.ipynb` is saved as UTF-16; expected UTF-8. Save it again with the "
            "encoding UTF-8.",
        ),
        (
            "{'한'}".encode("cp949"),
            "`hw.ipynb` is not UTF-8 text (byte 3). Save it again with the encoding "
            "UTF-8.",
        ),
        (
            b"{\x00}",
            "`hw.ipynb` is not a text file: it holds NUL bytes. Save it again as UTF-8 "
            "text.",
        ),
    ],
)
def test_what_is_not_a_notebook_is_told(raw, expected):
    assert reason(raw) == expected


def test_decode_makes_line_ends_one_kind():
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "a.py") == "a\nb\nc\n"


@settings(max_examples=150, deadline=None)
@given(NOTEBOOK | JSON)
def test_any_json_gives_cells_or_a_reason(value):
    assert_total(json.dumps(value).encode())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_cells_or_a_reason(raw):
    assert_total(raw)


def assert_total(raw: bytes) -> None:
    try:
        cells = read_notebook(raw, "hw.ipynb")
    except UnusableError:
        return
    assert all(cell.text.strip() and cell.text.encode() for cell in cells)

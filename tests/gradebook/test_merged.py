from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.gradebook.merged import MOST_CELLS, in_one_piece, merge
from autograder.gradebook.released import Released, ReleasedCell


def shown(merged):
    """Return what stands where: the name of a released cell, the text of another."""
    return [
        placed.released.id if placed.released else f"+{placed.handed['source']}"
        for placed in merged.cells
    ]


def said(merged):
    return [note.render("en") for note in merged.notes]


def own(text, kind="code"):
    return {"cell_type": kind, "source": text, "metadata": {}}


ORDER = [
    "intro",
    "forward-solution",
    "forward",
    "backward-solution",
    "backward",
    "as_handed_in",
]


def test_a_notebook_as_it_should_be(released, cells):
    cells[1]["source"] = "def forward(): ..."
    merged = merge(released, cells)
    assert shown(merged) == ORDER
    assert said(merged) == []
    assert merged.cells[1].handed["source"] == "def forward(): ..."
    assert merged.cells[2].handed is None


def test_own_cells_stay_where_they_were(released, cells):
    cells.insert(0, own("first"))
    cells.insert(3, own("note", "markdown"))
    cells.append(own("last", "raw"))
    assert shown(merge(released, cells)) == [
        *("+first", "intro", "forward-solution", "+note"),
        *(*ORDER[2:], "+last"),
    ]


def test_deleted_cells_are_there_again(released, cells):
    merged = merge(released, [cells[0], cells[1], cells[2]])
    assert shown(merged) == ORDER
    assert said(merged) == [
        "Cells were missing: `backward-solution`, `backward`, `as_handed_in`."
    ]
    assert merged.cells[3].handed is None


def test_an_altered_cell_is_shown_as_released_and_as_handed_in(released, cells):
    cells[2]["source"] = "print('full marks')"
    cells[0]["source"] = ""
    merged = merge(released, cells)
    assert shown(merged) == [*ORDER[:3], "+print('full marks')", *ORDER[3:]]
    assert said(merged) == [
        "Read-only cells were changed; they count as they were released: `intro`, "
        "`forward`."
    ]


def test_a_cell_that_is_there_twice(released, cells):
    again = {**cells[1], "source": "# another"}
    merged = merge(released, [*cells, again, cells[1], cells[2]])
    assert shown(merged) == [*ORDER, "+# another"]
    assert said(merged) == [
        "Several cells have one name; all of them were read: `forward-solution`."
    ]


def test_other_points(released, cells):
    cells[4]["metadata"]["nbgrader"]["points"] = 1000
    assert said(merge(released, cells)) == [
        "The points of cells were changed; they count as they were released: "
        "`backward`."
    ]


def test_another_notebook(released):
    merged = merge(released, [own("x = 1")])
    assert shown(merged) == ["+x = 1", *ORDER]
    assert said(merged) == [
        "The notebook is not the one that was released: none of its cells was found."
    ]


def test_a_frame_without_names_expects_none():
    frame = Released("en", (ReleasedCell("cell-1", "code", "x", {}),), {})
    assert said(merge(frame, [])) == []


def test_many_names_are_cut(cells):
    frame = tuple(
        ReleasedCell(f"c{n}", "code", "", {"grade": True, "grade_id": f"c{n}"})
        for n in range(9)
    )
    first = {
        "cell_type": "code",
        "source": "",
        "metadata": {"nbgrader": {"grade_id": "c0"}},
    }
    assert said(merge(Released("en", frame, {}), [first])) == [
        "Cells were missing: `c1`, `c2`, `c3`, `c4`, `c5`, …."
    ]


def test_a_script_is_one_cell_above(released):
    merged = in_one_piece(released, "def forward(): ...")
    assert shown(merged) == ["+def forward(): ...", *ORDER]
    text = "# handed in as a script: it is in the cell above"
    assert merged.cells[2].handed == {"source": text}
    assert merged.cells[3].handed is None


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["cell_type", "metadata", "nbgrader", "grade_id", "source"]
            ),
            inner | st.sampled_from(["code", "markdown", "forward", "intro"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(handed=st.lists(json, max_size=5))
def test_cells_of_any_shape(handed):
    marks = {"grade_id": "forward", "grade": True, "points": 1}
    frame = Released("en", (ReleasedCell("forward", "code", "#", marks),), {})
    merged = merge(frame, handed)
    assert [p.released.id for p in merged.cells if p.released] == ["forward"]
    assert all(note.render("ko") for note in merged.notes)


def test_too_many_cells(released):
    merged = merge(released, [own(str(n)) for n in range(MOST_CELLS + 10)])
    assert len(merged.cells) == MOST_CELLS + len(ORDER)


@pytest.mark.parametrize("kind", ["heading", None, 7])
def test_a_cell_of_an_unknown_kind_is_left_out(released, kind):
    assert shown(merge(released, [{"cell_type": kind, "source": "x"}])) == ORDER

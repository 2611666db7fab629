from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from autograder.intake.shelf import Shelf, off_shelf
from autograder.model import Cell, Submission

CELLS = (Cell("a.ipynb, cell 1", "x = '한글'"), Cell("a.ipynb, cell 2", "\ud800\0"))
SUBMISSION = Submission(
    "s01", "a.ipynb", "0", cells=CELLS, modules={"helpers": "def f(): ...\r\n"}
)


def test_what_is_on_a_shelf_reads_as_before():
    kept = Shelf().put(SUBMISSION)
    assert kept == SUBMISSION
    assert (kept.cells[1], len(kept.cells), list(kept.cells)) == (
        CELLS[1],
        2,
        list(CELLS),
    )
    assert (kept.modules["helpers"], len(kept.modules)) == ("def f(): ...\r\n", 1)
    assert "helpers" in kept.modules
    assert kept.cells != ()
    assert kept.cells != 5


def test_each_finds_its_own_among_many():
    shelf = Shelf()
    before = [replace(SUBMISSION, cells=(Cell("a", "x" * n),)) for n in range(20)]
    kept = [shelf.put(one) for one in before]
    assert kept[::-1] == before[::-1]


def test_texts_are_neither_in_memory_nor_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    kept = Shelf().put(SUBMISSION)
    assert not isinstance(kept.cells, tuple)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "taken", [off_shelf, lambda kept: pickle.loads(pickle.dumps(kept))]
)
def test_what_is_taken_off_has_its_texts_with_it(taken):
    off = taken(Shelf().put(SUBMISSION))
    assert off == SUBMISSION
    assert (type(off.cells), type(off.modules)) == (tuple, dict)


def test_where_the_disk_is_full_texts_stay_in_memory(monkeypatch):
    class Full:
        def seek(self, *_):
            raise OSError(28, "No space left on device")

        def close(self):
            pass

    monkeypatch.setattr("tempfile.TemporaryFile", Full)
    assert Shelf().put(SUBMISSION) is SUBMISSION

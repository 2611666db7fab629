from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from autograder.intake import reading

MIB = 1 << 20
M = "deep_network.py"


def said(submission):
    return [note.render("en") for note in submission.notes]


def of_cells(*sources):
    cells = [{"cell_type": "code", "source": source} for source in sources]
    return json.dumps({"cells": cells}).encode()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("kim.py", b"", "`kim.py` is empty. Save your work and hand it in again."),
        (
            "kim.ipynb",
            b" \n",
            "`kim.ipynb` is empty. Save your work and hand it in again.",
        ),
        (
            "kim.ipynb",
            b'{"cells": []}',
            "`kim.ipynb` has no code in it. Save your work and hand it in again.",
        ),
        (
            "kim.py",
            b"\xef\xbb\xbf \n",
            "`kim.py` has no code in it. Save your work and hand it in again.",
        ),
        (
            "kim.py",
            b"#" * (MIB + 1),
            "`kim.py` holds more than 1 MiB of code. Hand in only the functions, "
            "without data.",
        ),
        (
            "kim.ipynb",
            of_cells("#" * MIB, "a"),
            "`kim.ipynb` holds more than 1 MiB of code. Hand in only the functions, "
            "without data.",
        ),
        (
            "kim.py",
            b"a = '\x00'",
            "`kim.py` is not a text file: it holds NUL bytes. Save it again as UTF-8 "
            "text.",
        ),
    ],
)
def test_a_file_that_cannot_be_graded_is_that_students_problem(
    find, tree, name, content, expected
):
    found = find(tree({name: content, "lee.py": b"a = 1"}))
    assert found["kim"].problem.render("en") == expected
    assert found["kim"].file == name
    assert found["lee"].problem is None


def test_a_huge_file_is_told_without_reading_it(find, tree):
    root = tree({"kim.ipynb": b"", "lee.py": b"a = 1"})
    with (root / "kim.ipynb").open("wb") as file:
        file.truncate(1 << 40)
    problem = find(root)["kim"].problem
    assert problem.render("en") == (
        "`kim.ipynb` is larger than 20 MiB. Clear the outputs of the notebook, save it "
        "and hand it in again."
    )


def test_the_largest_code_is_accepted(find, tree):
    submission = find(tree({"kim.py": b"#" * MIB}))["kim"]
    assert submission.problem is None


def test_other_files_that_cannot_be_used_are_left_out_with_a_note(find, tree):
    files = {
        f"s01/{M}": b"x = 1",
        "s01/a.py": b"a = 1",
        "s01/b.py": "가".encode("cp949"),
        "s01/c.py": b"#" * MIB,
        "s01/d.py": b"",
    }
    submission = find(tree(files))["s01"]
    assert submission.problem is None
    assert submission.modules == {"a": "a = 1", "d": ""}
    assert said(submission) == [
        "Left out: `b.py` is not UTF-8 text (byte 1). Save it again with the encoding "
        "UTF-8.",
        "Left out: `c.py` exceeds the limit: at most 100 other files, 1 MiB "
        "altogether.",
    ]


def test_the_number_of_other_files_is_limited(find, tree, monkeypatch):
    monkeypatch.setattr(reading, "MAX_MODULES", 2)
    files = [f"s01/{M}", "s01/a.py", "s01/b.py", "s01/c.py"]
    submission = find(tree(files))["s01"]
    assert list(submission.modules) == ["a", "b"]
    assert said(submission) == [
        "Left out: `c.py` exceeds the limit: at most 2 other files, 1 MiB altogether."
    ]


@pytest.mark.parametrize(
    "change", [{f"s01/{M}": b"2"}, {"s01/a.py": b"2"}, {"s01/b.py": b"1"}]
)
def test_sha256_changes_with_every_file_that_is_used(find, tree, change):
    files = {f"s01/{M}": b"1", "s01/a.py": b"1"}
    before = find(tree(files, under="before"))["s01"].sha256
    assert find(tree(files | change, under="after"))["s01"].sha256 != before


def test_names_in_labels_can_be_printed(find, tree):
    submission = find(tree({"ki\u202em.py": b"a = 1"}))["kim"]
    assert submission.cells[0].label == submission.file == "kim.py"


SLUG = "week5_deep_network"
STAMP = b"2026-11-20 18:21:33.5 UTC\n"
WHEN = datetime(2026, 11, 20, 18, 21, 33, 500000, tzinfo=UTC)


def times(found):
    return {student: submission.time for student, submission in found.items()}


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        (STAMP, WHEN),
        (b"2026-11-20 18:21:33.500000", WHEN),  # nbgrader means UTC, too
        (b"2026-11-21 03:21:33.5 Asia/Seoul", WHEN),
        (b"soon", None),
        (b"\xff\xfe", None),
    ],
)
def test_the_time_that_nbgrader_wrote(find, tree, stamp, expected):
    files = {
        f"submitted/s01/{SLUG}/{M}": b"x = 1",
        f"submitted/s01/{SLUG}/timestamp.txt": stamp,
        f"submitted/s02/{SLUG}/{M}": b"x = 1",
    }
    root = tree(files) / "submitted"
    assert times(find(root)) == {"s01": expected, "s02": None}
    for path in ("s01", f"s01/{SLUG}", f"s01/{SLUG}/{M}"):
        assert times(find(root / path)) == {"s01": expected}
    assert times(find(*root.iterdir())) == {"s01": expected, "s02": None}


def test_the_time_of_what_cannot_be_graded(find, tree):
    files = {f"submitted/s01/{SLUG}/a.txt": b"", f"submitted/s02/{SLUG}/{M}": b"x = 1"}
    stamps = {f"submitted/s01/{SLUG}/timestamp.txt": STAMP}
    found = find(tree(files | stamps))
    assert found["s01"].problem is not None
    assert found["s01"].time == WHEN


def test_times_in_a_zip_of_a_class_but_not_of_one_student(find, tree, zipped):
    one = {
        f"submitted/s01/{SLUG}/{M}": b"",
        f"submitted/s01/{SLUG}/timestamp.txt": STAMP,
    }
    two = {f"submitted/s02/{SLUG}/{M}": b"x = 1"}
    root = tree({"one.zip": one, "two.zip": one | two})
    assert times(find(root / "one.zip")) == {"s01": None}
    assert times(find(root / "two.zip")) == {"s01": WHEN, "s02": None}


def test_times_that_students_wrote_themselves(find, tree):
    files = {f"{SLUG}/{M}": b"x = 1", f"{SLUG}/timestamp.txt": STAMP}
    root = tree(
        {
            "submitted/s01.zip": files,
            f"submitted/s02/{SLUG}/hw.zip": {M: b"x = 1", "timestamp.txt": STAMP},
            f"submitted/s03/{SLUG}.zip": {M: b"x = 1", "timestamp.txt": STAMP},
            f"submitted/s04/{SLUG}/{SLUG}/{M}": b"x = 1",
            f"submitted/s04/{SLUG}/{SLUG}/timestamp.txt": STAMP,
        }
    )
    assert times(find(root)) == dict.fromkeys(("s01", "s02", "s03", "s04"))
    elsewhere = tree([f"s01/{M}", f"s02/{M}"], under="elsewhere")
    (elsewhere / "s01" / "timestamp.txt").write_bytes(STAMP)
    assert times(find(elsewhere)) == {"s01": None, "s02": None}


def test_the_newest_by_a_time_that_can_be_trusted(find, tree):
    stamped = {
        f"submitted/s01/{SLUG}/{M}": b"old = 1",
        f"submitted/s01/{SLUG}/timestamp.txt": STAMP,
        f"submitted/s02/{SLUG}/{M}": b"x = 1",
    }
    first, newer = tree(stamped, under="a"), tree([f"s01/{M}", f"s03/{M}"], under="b")
    found = find(first, newer)
    assert set(found) == {"s01", "s02", "s03"}
    assert found["s01"].cells[0].text == "old = 1"

from __future__ import annotations

import json

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

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from autograder.errors import SubmissionError
from autograder.intake.discover import discover

PDF = b"%PDF-1.7 \x00\xff"
STAMP = b"2026-12-01 10:00:00.5 Asia/Seoul"


@pytest.fixture
def summary(assignment):
    return replace(
        assignment, slug="week3_summary", module="week3_summary", presence=10
    )


@pytest.fixture
def find(summary):
    """Return a function that finds what was handed in, by student."""

    def by_student(*paths, released=()):
        return {s.student: s for s in discover(paths, summary, released)}

    return by_student


def files_of(found):
    return {student: one.file for student, one in found.items()}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["s01.pdf", "s02.docx"], {"s01": "s01.pdf", "s02": "s02.docx"}),
        (
            ["s01/a.pdf", "s02/b.txt", "s02/c.png"],
            {"s01": "s01/a.pdf", "s02": "s02/c.png"},
        ),
        (
            ["class/s01/a.pdf", "class/s02/b.txt"],
            {"s01": "s01/a.pdf", "s02": "s02/b.txt"},
        ),
        (["s01/a.pdf"], {"s01": "s01/a.pdf"}),
        (["s01/week3_summary/deep/a.pdf"], {"s01": "s01/week3_summary/deep/a.pdf"}),
        (
            [
                "submitted/s01/week3_summary/a.pdf",
                "submitted/s02/week5_deep_network/deep_network.py",
            ],
            {"s01": "s01/week3_summary/a.pdf"},
        ),
        (
            ["week3_summary/a.pdf", "week3_summary/b.pdf"],
            {"class": "class/week3_summary/b.pdf"},
        ),
        (
            ["kim_123_456_summary.pdf", "lee_124_457_notes.txt"],
            {
                "kim": "class/kim_123_456_summary.pdf",
                "lee": "class/lee_124_457_notes.txt",
            },
        ),
        (["김민수.hwp", ".DS_Store"], {"김민수": "김민수.hwp"}),
    ],
)
def test_any_file_in_any_form(find, tree, files, expected):
    found = find(tree(files))
    assert all(one.problem is None for one in found.values())
    assert files_of(found) == expected


def test_a_single_file_that_the_grader_names(find, tree):
    root = tree({"s01.pdf": PDF})
    found = find(root / "s01.pdf")
    assert files_of(found) == {"s01": "s01.pdf"}
    assert found["s01"].sha256 == hashlib.sha256(PDF).hexdigest()


def test_a_single_file_of_nbgrader(find, tree):
    stamp = "submitted/s01/week3_summary/timestamp.txt"
    root = tree({stamp: STAMP, "submitted/s01/week3_summary/a.pdf": PDF})
    found = find(root / "submitted" / "s01" / "week3_summary" / "a.pdf")
    assert files_of(found) == {"s01": "week3_summary/a.pdf"}
    assert found["s01"].time is not None


def test_a_zip_of_anything(find, tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("class/s01.pdf", PDF)
        archive.writestr("class/s02.pdf", PDF)
    (tmp_path / "handed-in.zip").write_bytes(packed.getvalue())
    assert set(find(tmp_path / "handed-in.zip")) == {"s01", "s02"}


def test_the_time_is_that_of_nbgrader(find, tree):
    root = tree(
        {
            "submitted/s01/week3_summary/a.pdf": PDF,
            "submitted/s01/week3_summary/timestamp.txt": STAMP,
        }
    )
    assert find(root)["s01"].time == datetime(2026, 12, 1, 1, 0, 0, 500000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("files", "student", "problem"),
    [
        (
            {"s01/a.txt": b" \n"},
            "s01",
            "`a.txt` is empty. Save your work and hand it in again.",
        ),
        (
            {"submitted/s01/week3_summary/timestamp.txt": STAMP},
            "s01",
            "`s01` holds no file. Hand in what you made.",
        ),
    ],
)
def test_nothing_is_no_presence(find, tree, files, student, problem):
    assert find(tree(files))[student].problem.render("en") == problem


def test_a_link_that_leads_out_is_nothing(find, tree, tmp_path):
    root = tree({"s02/b.pdf": PDF})
    (tmp_path / "elsewhere.pdf").write_bytes(PDF)
    (root / "s01").mkdir()
    (root / "s01" / "a.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    found = find(root)
    assert found["s01"].problem.render("en").startswith("`a.pdf` is a link that leads")
    assert found["s02"].problem is None


def test_what_was_released_goes_before_nothing_else(find, tree):
    root = tree({"s01/own.txt": b"mine", "s01/slides.txt": b"given", "s02/a.txt": PDF})
    given = hashlib.sha256(b"given").hexdigest()
    assert find(root)["s01"].file == "s01/slides.txt"
    assert find(root, released={given})["s01"].file == "s01/own.txt"


def test_an_empty_folder(find, tree):
    with pytest.raises(
        SubmissionError, match="no submission found: expected a file or"
    ):
        find(tree({".hidden": b""}))

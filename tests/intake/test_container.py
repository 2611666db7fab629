from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.errors import AutograderError
from autograder.intake.container import in_container, read_metadata

CREATED = "2026-12-01T10:05:33.948203-08:00"
USER = {"email": "minsu@example.edu", "id": 1234, "name": "김민수"}


@pytest.fixture
def container(tree):
    """Return a function that lays out the container and returns the submission."""

    def make(files, metadata=None):
        root = tree({f"submission/{name}": content for name, content in files.items()})
        (root / "submission").mkdir(exist_ok=True)
        if metadata is not None:
            (root / "submission_metadata.json").write_text(metadata, encoding="utf-8")
        return root / "submission"

    return make


def test_who_and_when_is_what_gradescope_says(container, assignment):
    metadata = json.dumps({"created_at": CREATED, "users": [USER, {"email": "b@c.d"}]})
    folder = container({"deep_network.py": b"a = 1", "own.py": b"b = 2"}, metadata)
    found = in_container([folder], assignment)
    assert found.student == "minsu@example.edu"
    assert found.time == datetime(2026, 12, 1, 18, 5, 33, 948203, tzinfo=UTC)
    assert found.file == "submission/deep_network.py"
    assert (found.problem, list(found.modules)) == (None, ["own"])


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (None, ("", None)),
        ("{", ("", None)),
        ("[" * 100_000, ("", None)),
        ("[]", ("", None)),
        ("{}", ("", None)),
        ('{"users": {}, "created_at": 5}', ("", None)),
        ('{"users": [], "created_at": "soon"}', ("", None)),
        ('{"users": ["a"]}', ("", None)),
        ('{"users": [{"email": " ", "name": "Kim\\u202e\\n"}]}', ("Kim", None)),
        (
            '{"created_at": "2026-12-01T10:00:00Z"}',
            ("", datetime(2026, 12, 1, 10, tzinfo=UTC)),
        ),
    ],
)
def test_whatever_the_metadata_say(tmp_path, metadata, expected):
    path = tmp_path / "submission_metadata.json"
    if metadata is not None:
        path.write_text(metadata)
    assert read_metadata(path) == expected


def test_metadata_inside_the_submission_are_the_students_own(container, assignment):
    forged = json.dumps({"created_at": CREATED, "users": [USER]}).encode()
    folder = container(
        {"deep_network.py": b"a = 1", "submission_metadata.json": forged}
    )
    found = in_container([folder], assignment)
    assert (found.student, found.time) == ("submission", None)


def test_nothing_in_it_is_told_to_the_student(container, assignment):
    found = in_container([container({"notes.txt": b"hello"})], assignment)
    assert found.problem.render("en") == (
        "`submission` holds no homework: expected `deep_network.py` or "
        "`deep_network.ipynb`. Hand in the file that you filled in."
    )


@pytest.mark.parametrize(
    ("paths", "got"), [([], "nothing"), ([Path("/no")], "/no"), (["a", "b"], "a, b")]
)
def test_one_folder_is_expected(assignment, paths, got):
    with pytest.raises(AutograderError) as error:
        in_container(paths, assignment)
    assert str(error.value) == (
        f"--format gradescope: expected the folder of one submission, got {got}"
    )


def test_any_file_will_do_where_presence_is_graded(container, assignment):
    summary = replace(assignment, presence=10)
    found = in_container([container({"a.pdf": b"%PDF", "b/c.png": b"\x89"})], summary)
    assert (found.student, found.file, found.problem) == (
        "submission",
        "submission/b/c.png",
        None,
    )

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from autograder.intake.discover import discover
from autograder.messages import Text
from autograder.model import Assignment, Submission

SCRIPT = "def f():\n    return 1\n"
CODE = SCRIPT.encode()
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "source": SCRIPT}]}).encode()

Content = bytes | Mapping[str, "Content"] | Sequence[str]


@pytest.fixture
def assignment(tmp_path: Path) -> Assignment:
    return Assignment(
        "week5_deep_network", tmp_path, Text("t", "t"), "deep_network", functions={}
    )


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., Path]:
    """Write files, each newer than the one before, and return their folder.

    Names alone are given some code; a zip is given as what is in it.
    """

    def make(files: Content, under: str = "class") -> Path:
        root = tmp_path / under
        root.mkdir(parents=True, exist_ok=True)
        for second, (name, content) in enumerate(with_content(files)):
            path = root / name
            if name.endswith("/"):
                path.mkdir(parents=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            os.utime(path, (1_700_000_000 + second,) * 2)
        return root

    return make


@pytest.fixture
def find(assignment: Assignment) -> Callable[..., dict[str, Submission]]:
    """Return the submissions in some paths by student."""

    def by_student(*paths: Path) -> dict[str, Submission]:
        found = discover(paths, assignment)
        students = {submission.student: submission for submission in found}
        assert list(students) == sorted(s.student for s in found)
        return students

    return by_student


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    return make_zip


def with_content(files: Content) -> list[tuple[str, bytes]]:
    if not isinstance(files, Mapping):
        files = {n: NOTEBOOK if n.endswith(".ipynb") else CODE for n in files}
    return [(n, c if isinstance(c, bytes) else make_zip(c)) for n, c in files.items()]


def make_zip(files: Content, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip, each file in it newer than the one before."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number, (name, content) in enumerate(with_content(files)):
            entry = zipfile.ZipInfo(name, (2026, 1, 1, number // 60, number % 60, 0))
            archive.writestr(entry, content, method)
    return stream.getvalue()

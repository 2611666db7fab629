from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]


@pytest.fixture
def course_root(tmp_path):
    """An empty course."""
    (tmp_path / "course.yaml").write_text("title: {en: Course, ko: 강의}\n")
    return tmp_path


@pytest.fixture
def write(course_root):
    """Return a function that writes an assignment folder from texts by file name."""

    def write_files(files: dict[str, str], slug: str = "week5") -> Path:
        folder = course_root / "solutions" / slug
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write_files

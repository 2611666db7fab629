from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.reports import html
from autograder.reports.students import StudentPages


@pytest.fixture
def pages(tmp_path, assignment):
    return StudentPages(tmp_path, assignment, "en")


def names(folder):
    return sorted(path.name for path in (folder / "feedback").iterdir())


def test_a_page_is_there_at_once(pages, right, tmp_path):
    pages.put(right)
    assert names(tmp_path) == ["s01.html"]


def test_what_cannot_be_written_is_tried_again_in_the_end(pages, right, tmp_path):
    (tmp_path / "feedback").touch()
    for student in ("s01", "s02"):
        pages.put(replace(right, student=student))
    with pytest.raises(OSError, match="exists"):
        pages.finish()
    (tmp_path / "feedback").unlink()
    pages.finish()
    assert names(tmp_path) == ["s01.html", "s02.html"]


@pytest.fixture
def rendered(monkeypatch):
    """The students whose pages were made, in order."""
    made, really = [], html._feedback
    monkeypatch.setattr(
        html,
        "_feedback",
        lambda result, *more: made.append(result.student) or really(result, *more),
    )
    return made


def test_a_page_that_says_the_same_is_left_alone(pages, right, rendered):
    for _ in range(2):
        pages.put(right)
    assert rendered == ["s01"]


def test_a_page_comes_back(pages, right, tmp_path, rendered):
    pages.put(right)
    path = tmp_path / "feedback" / "s01.html"
    whole = path.read_bytes()
    for damage in (path.unlink, path.touch, lambda: path.write_bytes(whole[:-9])):
        damage()
        pages.put(right)
        assert path.read_bytes() == whole
    assert len(rendered) == 3


def test_a_page_that_would_say_anything_else_is_made_again(
    right, assignment, tmp_path, rendered, monkeypatch
):
    other = replace(assignment, title=replace(assignment.title, en="Another"))
    told = replace(right, notes=("a note",))
    for arguments in (
        (right, assignment, "en"),
        (told, assignment, "en"),
        (told, other, "en"),
        (told, other, "ko"),
    ):
        html.write_feedback(tmp_path, *arguments)
    monkeypatch.setattr("autograder.__version__", "9")
    html.write_feedback(tmp_path, told, other, "ko")
    monkeypatch.setattr(html, "_templates", lambda: b"another layout")
    html.write_feedback(tmp_path, told, other, "ko")
    assert len(rendered) == 6

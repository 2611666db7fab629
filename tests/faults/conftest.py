"""A class whose submissions are graded while something breaks."""

from __future__ import annotations

import pytest

from autograder.sandbox import syscalls
from tests.faults.runs import Class, orphans
from tests.grading.conftest import new_course, right_file

PR_SET_CHILD_SUBREAPER = 36


@pytest.fixture(autouse=True)
def reaper():
    """Make us the parent of whatever a run leaves behind."""
    before = orphans()
    assert before == []
    syscalls.call("prctl", PR_SET_CHILD_SUBREAPER, 1)
    yield
    syscalls.call("prctl", PR_SET_CHILD_SUBREAPER, 0)


@pytest.fixture
def make_class(tmp_path):
    """Return a function that makes a class in which everybody is right."""

    def make(size, **bodies):
        course = new_course(tmp_path / "course")
        students = tuple(f"s{number:02}" for number in range(size))
        for student in students:
            path = course.root / "handed" / student / "tiny.py"
            path.parent.mkdir(parents=True)
            path.write_text(right_file(**bodies), encoding="utf-8")
        return Class(course.root, students)

    return make

from __future__ import annotations

import pytest

from autograder import grading
from autograder.grading.marks import example, grades


@pytest.mark.parametrize(("mark", "name"), [(grades, "grades"), (example, "example")])
def test_a_mark_carries_the_name_of_a_function(mark, name):
    made = mark("linear").mark
    assert (made.name, made.args, made.kwargs) == (name, ("linear",), {})


def test_check_files_import_the_marks_from_the_room():
    assert (grading.grades, grading.example) == (grades, example)

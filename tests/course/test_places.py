from pathlib import Path

import pytest

from autograder.course.places import one_of, root_above, shown


def test_the_course_is_the_nearest_folder_above_with_a_course_file(course_root):
    inner = course_root / "a" / "b"
    inner.mkdir(parents=True)
    assert root_above(inner) == course_root
    assert root_above(course_root) == course_root


def test_a_file_of_a_course_is_named_from_the_course_folder(course_root):
    assert shown(course_root / "solutions" / "x" / "given.py") == "solutions/x/given.py"


def test_a_file_outside_a_course_is_named_as_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown(Path("given.py")) == "given.py"


@pytest.mark.parametrize(
    ("valid", "got", "message"),
    [
        (
            ["points", "calls"],
            "pionts",
            "expected one of points, calls (nearest: points), got 'pionts'",
        ),
        (["points", "calls"], "x", "expected one of points, calls, got 'x'"),
        ([], "x", "expected one of nothing, got 'x'"),
    ],
)
def test_a_wrong_name_lists_the_right_ones_and_the_nearest(valid, got, message):
    assert one_of(valid, got) == message

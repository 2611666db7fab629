from __future__ import annotations

from pathlib import Path

import pytest

from autograder.intake.owners import owner_of


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/class/kim.py", "kim"),
        ("/class/kim.ko.ipynb", "kim"),
        ("/class/s.01", "s.01"),
        ("/class/kim.zip", "kim"),
        ("/class/s01/deep_network.py", "s01"),
        ("/submitted/s01/week5_deep_network/deep_network.ipynb", "s01"),
        ("/submitted/s01/week5_deep_network", "s01"),
        ("/s01/deep_network.zip", "s01"),
        ("/deep_network.py", "deep_network"),
    ],
)
def test_the_student_is_the_last_name_not_of_the_assignment(assignment, path, expected):
    assert owner_of(Path(path), assignment) == expected

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.intake import names
from autograder.messages import Text
from autograder.model import Assignment

ASSIGNMENT = Assignment(
    "week5_deep_network", Path("x"), Text("t", "t"), "deep_network", functions={}
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("deep_network.py", "deep_network"),
        ("deep_network.ipynb", "deep_network"),
        ("deep_network.ko.ipynb", "deep_network"),
        ("kim.v2.py", "kim.v2"),
        ("홍길동.ipynb", "홍길동"),
    ],
)
def test_stem_has_neither_kind_nor_language(name, expected):
    assert names.stem(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("s01", "s01"), ("s.01", "s.01"), ("s01.zip", "s01"), ("S01.ZIP", "S01")],
)
def test_bare_name_of_folder_or_archive(name, expected):
    assert names.bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kim.py", True),
        ("KIM.IPYNB", True),
        ("given.py", False),
        ("test_deep_network.py", False),
        ("__init__.py", False),
        ("kim.txt", False),
        ("py", False),
    ],
)
def test_homework_is_a_script_or_notebook_of_the_student(name, expected):
    assert names.is_homework(name) is expected


@pytest.mark.parametrize("name", [".DS_Store", "__MACOSX", ".ipynb_checkpoints"])
def test_clutter(name):
    assert names.is_clutter(name)
    assert not names.is_clutter("s01")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("deep_network", True),
        ("Deep_Network.ipynb", True),
        ("week5_deep_network", True),
        ("week5_deep_network.zip", True),
        ("deep", False),
    ],
)
def test_named_after_the_assignment(name, expected):
    assert names.is_named_after(name, ASSIGNMENT) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (" kim ", "kim"),
        ("\u1112\u1169\u11bc", "홍"),
        ("a\u202eb\x07c\n", "abc"),
        ("\u200b", "?"),
        ("caf\udce9", "caf?"),
        ("x" * 200, "x" * 80),
    ],
)
def test_visible_names_are_short_printable_and_composed(name, expected):
    assert names.visible(name) == expected

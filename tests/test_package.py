"""What ``import autograder`` gives, and that it costs nothing."""

import subprocess
import sys

import pytest

import autograder
from autograder.cli import notebook


def test_importing_it_imports_nothing():
    """The zygote imports it, and student code is forked from there."""
    code = (
        "import sys; before = set(sys.modules); import autograder; "
        "print(sorted(set(sys.modules) - before - {'typing', '__future__'}))"
    )
    said = subprocess.run(
        [sys.executable, "-Sc", "import typing; " + code],
        capture_output=True,
        text=True,
        check=True,
        cwd=autograder.__path__[0] + "/..",
    ).stdout
    assert said == "['autograder']\n"


def test_its_names():
    assert autograder.__all__ == ["check"]
    assert autograder.check is notebook.check


def test_another_name_is_none_of_its():
    with pytest.raises(
        AttributeError, match=r"^module 'autograder' has no attribute 'grade'$"
    ):
        _ = autograder.grade

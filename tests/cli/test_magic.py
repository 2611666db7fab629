from __future__ import annotations

import pytest

import autograder
from autograder.cli.magic import arguments


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ((), None)),
        ("relu", (("relu",), None)),
        ("relu sigmoid", (("relu", "sigmoid"), None)),
        ("(relu, sigmoid)", (("relu", "sigmoid"), None)),
        ("--lang ko", ((), "ko")),
        ("relu --lang=ko", (("relu",), "ko")),
        ("--lang", ((), None)),
    ],
)
def test_the_line_of_the_magic(line, expected):
    assert arguments(line) == expected


class Shell:
    """As much of IPython as an extension needs."""

    def __init__(self, **names):
        self.user_ns = names
        self.magics = {}

    def register_magic_function(self, function, kind, name):
        self.magics[kind, name] = function


def test_the_extension(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shell = Shell()
    autograder.load_ipython_extension(shell)
    assert shell.magics["line", "check"]("relu --lang en") is None
    assert capsys.readouterr().out == (
        "There is no `examples.json` in this folder. Open the notebook in the folder "
        "of its assignment.\n"
    )

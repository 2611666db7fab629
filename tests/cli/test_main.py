from __future__ import annotations

import errno
import runpy
import subprocess
import sys

import pytest

import autograder
from autograder.cli.main import main
from autograder.errors import AuthoringError, AutograderError


def test_version(run):
    assert run("--version").stdout == f"autograder {autograder.__version__}\n"


def test_every_command_has_a_summary_and_no_heavy_import():
    heavy = "{'numpy', 'pytest', 'jinja2', 'pydantic', 'yaml'} & set(sys.modules)"
    code = (
        "import atexit, sys; sys.argv[1:] = ['--help']; "
        f"atexit.register(lambda: print('heavy:', {heavy} or 'nothing')); "
        "import runpy; runpy.run_module('autograder', run_name='__main__')"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    for command in ("demo", "grade", "check", "release", "new", "sandbox"):
        assert f" {command} " in said
    assert "heavy: nothing" in said


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (AutograderError("x: expected a, got b"), 2, "x: expected a, got b\n"),
        (AuthoringError(["a: wrong", "b: wrong"]), 2, "a: wrong\nb: wrong\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (
            PermissionError(errno.EACCES, "Permission denied", "graded"),
            2,
            "graded: Permission denied\n",
        ),
        (OSError(errno.ENOSPC, "No space left"), 2, "autograder: No space left\n"),
        (OSError("odd"), 2, "autograder: odd\n"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 1, ""),
    ],
)
def test_every_error_is_said_without_a_traceback(run, monkeypatch, error, status, said):
    def fail():
        raise error

    monkeypatch.setattr("autograder.course.course.find_course", fail)
    result = run("demo")
    assert (result.exit_code, result.stderr) == (status, said)


def test_an_error_of_ours_is_not_hidden(run, monkeypatch):
    monkeypatch.setattr("autograder.course.course.find_course", lambda: 1 / 0)
    assert isinstance(run("demo").exception, ZeroDivisionError)


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["grade", "week5"], ["check", "-x"]]
)
def test_a_wrong_call_is_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_the_package_runs_as_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["autograder", "--version"])
    with pytest.raises(SystemExit):
        runpy.run_path(autograder.__path__[0] + "/__main__.py", run_name="__main__")
    assert capsys.readouterr().out == f"autograder {autograder.__version__}\n"


def test_a_terminal_that_lacks_a_character(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["autograder", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert sys.stdout.errors == sys.stderr.errors == "replace"

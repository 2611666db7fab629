from __future__ import annotations

import errno
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import autograder
from autograder.cli.app import COMMANDS
from autograder.cli.main import main
from autograder.errors import AuthoringError, AutograderError

ROOT = Path(autograder.__file__).parents[1]


def test_version(run):
    assert run("--version").stdout == f"autograder {autograder.__version__}\n"


STUB = "assignments/week5_deep_network/deep_network.py"
PARSER = {"rich", "typer"}
HEAVY = {
    *("IPython", "distributed", "jinja2", "nbclient", "nbformat", "nbgrader"),
    *("pydantic", "pytest", "rich.progress", "sqlalchemy", "yaml"),
}
"""What takes as long to import as a command may take to start."""


def test_every_command_has_a_summary(run):
    said = run("--help").stdout
    assert re.findall(r"^│ (\w+)  ", said, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        ("call('--help')", HEAVY | {"numpy"}),
        ("from autograder import check", HEAVY | PARSER | {"numpy"}),
        ("import autograder.grading.in_kernel", HEAVY | PARSER),
        pytest.param(
            f"call('check', {STUB!r})", HEAVY | PARSER, marks=pytest.mark.slow
        ),
    ],
)
def test_nothing_heavy_is_imported_without_need(code, heavy):
    """Of a user's time, imports are what is spent before anything is done."""
    whole = (
        "import atexit, runpy, sys\n"
        f"heavy = {heavy}\n"
        "atexit.register(lambda: print('heavy:', sorted(heavy & set(sys.modules))))\n"
        "def call(*words):\n"
        "    sys.argv[1:] = words\n"
        "    runpy.run_module('autograder', run_name='__main__')\n"
        f"{code}"
    )
    said = subprocess.run(
        [sys.executable, "-c", whole], cwd=ROOT, capture_output=True, text=True
    )
    assert said.stderr == ""
    assert said.stdout.splitlines()[-1] == "heavy: []"


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


THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@pytest.fixture
def threads(monkeypatch):
    """The variables that say how many threads a product has, unset."""
    for name in THREADS:
        monkeypatch.setenv(name, "to be forgotten")
        monkeypatch.delenv(name)
    return monkeypatch


def test_small_products_have_one_thread_unless_the_user_wants_more(threads):
    threads.setattr("autograder.cli.app.app_for", lambda _: lambda: None)
    threads.setattr(sys, "argv", ["autograder", "grade"])
    threads.setenv("OMP_NUM_THREADS", "4")
    main()
    assert [os.environ[name] for name in THREADS] == ["1", "4", "1"]


@pytest.mark.usefixtures("threads")
def test_an_interrupt_while_a_command_is_imported(monkeypatch, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("autograder.cli.app.app_for", interrupted)
    monkeypatch.setattr(sys, "argv", ["autograder", "grade"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "interrupted\n"


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

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.cli import self_check
from autograder.cli.main import main
from autograder.cli.self_check import language_of
from autograder.model import (
    CheckResult,
    FunctionResult,
    Graded,
    Outcome,
    RenderedFeedback,
)

PASSED = CheckResult("a", "relu of zeros", Outcome.PASSED)
FAILED = CheckResult(
    "b",
    "relu of ones",
    Outcome.FAILED,
    RenderedFeedback(
        "wrong-shape",
        "`A` has shape (3,); expected (3, 1)\x1b[2J",
        cause="the second axis is missing",
        call="relu(Z), Z (3, 1)",
    ),
)
NOT_RUN = CheckResult("c", "relu of nothing", Outcome.COULD_NOT_GRADE)


@pytest.fixture
def checked(replace_module, result, monkeypatch):
    """The calls of `check_file`, which answers with `functions`."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    calls = {"got": [], "changes": {}}

    def check_file(file, language, sandbox):
        calls["got"].append((file, language))
        return replace(result, **calls["changes"])

    replace_module("autograder.grading.self_check", check_file=check_file)
    return calls


def test_all_passed(run, checked):
    checked["changes"] = {"functions": {"relu": FunctionResult(0, 0, (PASSED,))}}
    result = run("check", "deep_network.py")
    assert checked["got"] == [(Path("deep_network.py"), "en")]
    assert result.stdout == "✓ relu\n\n1 of 1 functions pass their examples\n"
    assert result.exit_code == 0


def test_every_failure_is_explained(run, checked):
    checked["changes"] = {
        "notes": ("two files",),
        "functions": {
            "relu": FunctionResult(0, 0, (PASSED, FAILED, NOT_RUN), ("`Z` changed",)),
            "sigmoid": FunctionResult(0, 0, (PASSED,)),
            "cost": FunctionResult(0, 0),
        },
    }
    result = run("check", "deep_network.py")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "two files",
        "✗ relu",
        "    `A` has shape (3,); expected (3, 1)␛[2J",
        "      cause: the second axis is missing",
        "      call: relu(Z), Z (3, 1)",
        "",
        "    relu of nothing",
        "    `Z` changed",
        "✓ sigmoid",
        "· cost: no public example",
        "",
        "1 of 2 functions pass their examples",
    ]


def test_a_file_that_cannot_be_run_is_1(run, checked):
    checked["changes"] = {
        "outcome": Graded.COULD_NOT_GRADE,
        "score": None,
        "error": "the notebook is not JSON",
        "functions": {},
    }
    result = run("check", "deep_network.ipynb")
    assert result.exit_code == 1
    assert result.stdout == "the notebook is not JSON\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (["deep_network.py"], "deep_network.py"),
        (["deep_network.ipynb", "given.py", "README.md"], "deep_network.ipynb"),
    ],
)
def test_the_only_file_is_found(run, checked, tmp_path, monkeypatch, files, found):
    for name in [*files, "examples.json"]:
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    run("check")
    assert checked["got"] == [(tmp_path / found, "en")]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "week5: expected the folder of an assignment, got no examples.json\n"),
        (
            ["examples.json", "given.py"],
            "week5: expected one file to check, got none; "
            "say which: autograder check FILE\n",
        ),
        (
            ["examples.json", "a.py", "a.ipynb"],
            "week5: expected one file to check, got a.ipynb, a.py; "
            "say which: autograder check FILE\n",
        ),
    ],
)
def test_no_file_or_several_are_a_wrong_call(
    run, checked, tmp_path, monkeypatch, files, said
):
    folder = tmp_path / "week5"
    folder.mkdir()
    for name in files:
        (folder / name).touch()
    monkeypatch.chdir(folder)
    result = run("check")
    assert (result.exit_code, result.stderr) == (2, said)
    assert checked["got"] == []


@pytest.mark.parametrize(
    ("file", "environment", "language"),
    [
        ("a.py", {}, "en"),
        ("a.py", {"LANG": "ko_KR.UTF-8"}, "ko"),
        ("a.py", {"LANG": "ko_KR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ("a.py", {"LANG": "ko_KR.UTF-8", "LC_ALL": ""}, "ko"),
        ("a.py", {"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR"}, "ko"),
        ("a.ko.ipynb", {"LANG": "en_US.UTF-8"}, "ko"),
        ("a.ipynb", {"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_language_of(file, environment, language):
    assert language_of(Path(file), environment) == language


def test_the_option_beats_the_notebook(run, checked):
    run("check", "a.ko.ipynb", "--lang", "en")
    assert checked["got"] == [(Path("a.ko.ipynb"), "en")]


# ------------------------------------------------- without the parser: see `main`


@pytest.fixture
def call(monkeypatch, capsys):
    """Return a function that calls the command, and returns status, stdout, stderr."""

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["autograder", "check", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return call


@pytest.fixture
def no_parser(monkeypatch):
    monkeypatch.setitem(sys.modules, "autograder.cli.app", None)


FUNCTIONS = {"relu": FunctionResult(0, 0, (PASSED, FAILED))}


@pytest.mark.parametrize("functions", [{}, FUNCTIONS])
def test_the_parser_changes_nothing(run, call, checked, functions, request):
    checked["changes"] = {"functions": functions, "notes": ("two files",)}
    parsed = run("check", "deep_network.py")
    request.getfixturevalue("no_parser")
    told = (parsed.exit_code, parsed.stdout, parsed.stderr)
    assert call("deep_network.py") == told


def test_nor_does_it_where_nothing_is_named(run, call, checked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    parsed = run("check")
    assert parsed.exit_code == 2
    assert call() == (2, "", parsed.stderr)
    Path("examples.json").touch()
    Path("mine.py").touch()
    assert call()[0] == 0
    assert checked["got"] == [(tmp_path / "mine.py", "en")]


@pytest.mark.parametrize(
    ("words", "status"),
    [(["--help"], 0), (["--lang", "ko", "a.py"], 0), (["a", "b"], 2)],
)
def test_what_has_to_be_parsed_is(call, checked, words, status):
    assert call(*words)[0] == status


def test_an_interrupt_is_one_line(call, replace_module, no_parser):
    def interrupted(*_):
        raise KeyboardInterrupt

    replace_module("autograder.grading.self_check", check_file=interrupted)
    assert call("a.py") == (130, "", "interrupted\n")


def test_an_error_of_ours_keeps_its_traceback(call, replace_module, no_parser):
    replace_module("autograder.grading.self_check", check_file=lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call("a.py")


@pytest.mark.slow
def test_a_reader_who_leaves_ends_it_quietly():
    folder = Path(self_check.__file__).parents[2] / "assignments/week5_deep_network"
    with subprocess.Popen(
        [sys.executable, "-m", "autograder", "check", "deep_network.py"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


def test_colours_are_for_terminals(call, checked, monkeypatch):
    checked["changes"] = {"functions": {"relu": FunctionResult(0, 0, (PASSED,))}}
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    summary = "\n1 of 1 functions pass their examples\n"
    assert call("a.py")[1] == f"\x1b[32m✓ relu\x1b[0m\n{summary}"
    said = []
    monkeypatch.setattr("typer.secho", lambda line, fg: said.append((line, fg)))
    windows = SimpleNamespace(name="nt", environ=os.environ)
    monkeypatch.setattr(self_check, "os", windows)
    assert call("a.py")[1] == summary
    assert said == [("✓ relu", "green")]

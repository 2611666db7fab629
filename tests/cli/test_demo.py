from __future__ import annotations

import sys

import pytest

from autograder.cli.demo import ASSIGNMENT, is_hostile
from autograder.errors import SandboxUnavailableError
from autograder.model import Submission


def test_grades_the_examples(run, course, graded):
    result = run("demo")
    assert result.exit_code == 0
    assert graded.discovered == [[course.root / "examples" / "submissions"]]
    ((slug, submissions, out, options),) = graded.graded
    assert (slug, len(submissions), options.unsafe) == (ASSIGNMENT, 3, False)
    assert out == course.root / "graded" / "demo"
    assert result.stdout.splitlines()[-1] == "report: graded/demo/report.html"


def test_without_a_sandbox_nothing_hostile_runs(run, course, graded):
    graded.unavailable = SandboxUnavailableError("Landlock is missing")
    result = run("demo", "--lang", "en")
    assert result.exit_code == 0
    ((_, submissions, _, options),) = graded.graded
    assert [s.student for s in submissions] == ["s01", "s02"]
    assert options.unsafe
    assert result.stderr.startswith(
        "no sandbox, so the hostile examples are left out: Landlock is missing\n"
    )


@pytest.mark.parametrize(
    ("student", "file", "hostile"),
    [
        ("s01", "s01/deep_network.py", False),
        ("hostile_exit", "deep_network.py", True),
        ("s01", "hostile_exit/deep_network.py", True),
        ("s01", "all/hostile_exit/deep_network.py", True),
        ("not_hostile_", "a/not_hostile_.py", False),
    ],
)
def test_is_hostile(student, file, hostile):
    assert is_hostile(Submission(student, file, "0")) is hostile


@pytest.mark.parametrize(
    ("terminal", "arguments", "opened"),
    [(True, [], 1), (True, ["--no-open"], 0), (False, [], 0)],
)
def test_only_a_terminal_gets_a_browser(
    course, graded, monkeypatch, capsys, terminal, arguments, opened
):
    from autograder.cli.app import app_for

    launched = []
    monkeypatch.setattr("typer.launch", launched.append)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    app_for(["demo"])(["demo", *arguments], standalone_mode=False)
    page = (course.root / "graded" / "demo" / "report.html").as_uri()
    assert launched == [page] * opened

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from autograder.sandbox import selftest

pytest_plugins = ["pytester"]
pytestmark = pytest.mark.slow


@pytest.fixture
def run(pytester, course, monkeypatch):
    """Return a function that runs pytest on the checks of the course."""
    monkeypatch.chdir(course.root)
    monkeypatch.delitem(sys.modules, "test_tiny", raising=False)  # of another course

    def run_pytest(*arguments):
        return pytester.runpytest_inprocess(
            course.folder, "-p", "no:cacheprovider", *map(str, arguments)
        )

    return run_pytest


@pytest.fixture
def write(tmp_path, solution):
    """Return a function that writes the file of a student."""

    def write_file(**bodies):
        folder = tmp_path / "handed_in"
        folder.mkdir()
        path = folder / "tiny.py"
        path.write_text(solution(**bodies), encoding="utf-8")
        return path

    return write_file


def test_without_a_submission_the_reference_is_run(run):
    run().assert_outcomes(passed=10)


def test_a_right_submission_passes(run, write):
    run("--submission", write()).assert_outcomes(passed=10)


def test_a_wrong_submission_fails_as_the_grader_says(run, write):
    file = write(cost="def cost(A, Y, scale=0.5):\n    return 1.5", linear="")
    result = run("--submission", file)
    result.assert_outcomes(passed=4, failed=6)
    result.stdout.fnmatch_lines(
        [
            "*_ test_linear?3-4-5? _*",
            "`linear` is not defined",
            "*_ test_cost?5? _*",
            "`cost` has the wrong value",
            "    cost: expected *, got 1.5",
            "  call: cost(A, Y), A (3, 5), Y (3, 5)",
            "*FAILED *::test_cost?5?*",
        ]
    )
    assert "Traceback" not in result.stdout.str()


def test_checks_can_be_selected(run, write):
    file = write(cost="def cost(A, Y, scale=0.5):\n    return 1.5")
    result = run("--submission", file, "-k", "layer or example")
    result.assert_outcomes(passed=4, deselected=6)


def test_ordinary_tests_beside_are_ordinary(run, course):
    course.write(
        "test_more.py", "def test_more(tmp_path):\n    assert tmp_path.exists()\n"
    )
    run().assert_outcomes(passed=11)


def test_a_submission_that_is_not_there_ends_the_run_in_one_line(run):
    result = run("--submission", "nothing.py")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(["!*Exit: nothing.py: does not exist: *!"])
    assert "INTERNALERROR" not in result.stdout.str() + result.stderr.str()


def test_checks_that_are_wrong_end_the_run_in_one_line(run, course):
    course.change("test_tiny.py", '@grades("cost")', '@grades("kost")')
    result = run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(["!*Exit: *: cost: has points and no check*"])


def test_a_machine_without_a_sandbox_ends_the_run(run, monkeypatch):
    monkeypatch.setattr(selftest, "missing_features", lambda: ["Landlock is missing"])
    result = run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(["!*Exit: Landlock is missing*"])


def test_it_works_from_the_command_line(course, write):
    """The plugin is found by pytest itself, in a process of its own."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "solutions/tiny",
            "-q",
            "--submission",
            write(),
        ],
        cwd=course.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "10 passed" in ended.stdout

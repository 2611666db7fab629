from __future__ import annotations

import importlib
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from typer.testing import CliRunner

from autograder.cli.app import app_for
from autograder.messages import Text
from autograder.model import (
    Assignment,
    FunctionResult,
    Graded,
    GradedFunction,
    Submission,
    SubmissionResult,
)


@pytest.fixture
def run(monkeypatch):
    """Return a function that runs the command line as a user does."""
    monkeypatch.setenv("COLUMNS", "100")
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app_for(arguments), list(arguments))


@pytest.fixture
def replace_module(monkeypatch):
    """Return a function that puts a module of the given names in the place of one."""

    def put(name, **names):
        parent, _, child = name.rpartition(".")
        module = ModuleType(name)
        vars(module).update(names)
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(
            importlib.import_module(parent), child, module, raising=False
        )

    return put


@pytest.fixture
def result():
    """What became of a perfect submission."""
    return SubmissionResult(
        student="s01",
        assignment="week5",
        file="s01/deep_network.py",
        sha256="0",
        outcome=Graded.GRADED,
        score=10,
        max_score=10,
        seconds=0.1,
        sandbox="landlock",
        round="0123456789abcdef",
        functions={"relu": FunctionResult(10, 10)},
    )


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course with one assignment, without files; the current folder is in it."""
    assignment = Assignment(
        slug="week5",
        folder=tmp_path / "solutions" / "week5",
        title=Text("Deep network", "심층 신경망"),
        module="deep_network",
        functions={"relu": GradedFunction("relu", 10, "A")},
    )
    course = SimpleNamespace(root=tmp_path, assignments=("week4", "week5"), late=None)
    monkeypatch.setattr("autograder.course.course.find_course", lambda: course)
    monkeypatch.setattr(
        "autograder.course.course.find_assignment",
        lambda course, slug: course.root / "solutions" / slug,
    )
    monkeypatch.setattr(
        "autograder.course.assignment.read_assignment",
        lambda folder: replace(assignment, folder=folder, slug=folder.name),
    )
    monkeypatch.chdir(tmp_path)
    return course


@pytest.fixture
def graded(monkeypatch, result):
    """The calls of `discover` and `grade`, which do nothing but answer."""
    calls = SimpleNamespace(discovered=[], graded=[], outcomes={}, unavailable=None)
    calls.result = result
    calls.replace = lambda grade: monkeypatch.setattr(
        "autograder.grading.run.grade", grade
    )

    def discover(paths, assignment, released=(), roster=()):
        calls.discovered.append(paths)
        names = ("hostile_reads", "s01", "s02")
        return [Submission(name, f"{name}/deep_network.py", "0") for name in names]

    def grade(assignment, submissions, out, options, hooks):
        if calls.unavailable and not options.unsafe:
            raise calls.unavailable
        calls.graded.append((assignment.slug, submissions, Path(out), options))
        results = [
            hooks.settle(
                s,
                replace(result, student=s.student, **calls.outcomes.get(s.student, {})),
            )
            for s in submissions
        ]
        if options.resume:
            hooks.on_kept(1)
        for one in results:
            hooks.on_result(one)
        return results

    monkeypatch.setattr("autograder.intake.discover.discover", discover)
    calls.replace(grade)
    return calls

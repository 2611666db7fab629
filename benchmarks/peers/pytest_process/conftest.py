"""The usual way: student code and checks in one pytest process a submission.

The fixtures give the hidden checks the student's module itself, called in process, with
the same inputs and the same comparison as ours.
"""

import importlib.util
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.checks.judgements import JUDGEMENTS
from autograder.course.assignment import read_assignment
from autograder.grading.rounds import Round

ASSIGNMENT = read_assignment(Path(os.environ["BENCHMARK_ASSIGNMENT"]))
INPUTS = Round(b"benchmark", ASSIGNMENT.slug, "benchmark")


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


GIVEN = load(ASSIGNMENT.folder / "given.py")
REFERENCE = load(ASSIGNMENT.folder / f"{ASSIGNMENT.module}.py")
STUDENT = load(Path(os.environ["BENCHMARK_SUBMISSION"]))


class Reply:
    def __init__(self, name, args):
        self.name, self.args = name, args
        self.value = getattr(STUDENT, name)(*args)

    def judge(self, judgement, **parameters):
        returns = ASSIGNMENT.functions[self.name].returns
        assert JUDGEMENTS[judgement].judge(self.value, returns, **parameters) is None

    def matches_reference(self):
        self.matches(getattr(REFERENCE, self.name)(*self.args))

    def matches(self, expected):
        self.judge("matches", expected=expected)

    def matches_any(self, *alternatives):
        self.judge("matches_any", alternatives=list(alternatives))

    def is_initialization(self, *, shapes, spread):
        self.judge("is_initialization", shapes=shapes, spread=spread)

    def holds(self, predicate, otherwise):
        assert predicate(self.value), otherwise["en"]


class Student:
    def __getattr__(self, name):
        return lambda *args: Reply(name, args)


@pytest.fixture
def student():
    return Student()


@pytest.fixture
def rng(request) -> np.random.Generator:
    return INPUTS.generator(request.node.name)


@pytest.fixture
def reference():
    return REFERENCE


@pytest.fixture
def given():
    return GIVEN


def pytest_configure(config):
    config.addinivalue_line("markers", "grades(function): a hidden check")
    config.addinivalue_line("markers", "example(function): public")

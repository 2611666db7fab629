"""A small class, made by hand."""

from __future__ import annotations

import gettext
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder import messages
from autograder.messages import Text
from autograder.model import (
    Assignment,
    CheckResult,
    FunctionResult,
    Graded,
    GradedFunction,
    Outcome,
    RenderedFeedback,
    SubmissionResult,
)

POINTS = {"linear_forward": 40, "relu": 20, "linear_backward": 36}
NO_MEAN = RenderedFeedback(
    symptom="values",
    headline="`dW` has the right shape but 12 of 12 values differ",
    evidence=("dW[0, 0]: expected 0.0634767, got 0.317384", "... and 11 more"),
    cause="every entry is 5 times the expected one, and m = 5",
    mistake="linear_backward_no_mean",
    hint="the cost is a mean over the batch; so is its gradient",
    call="linear_backward(dZ, cache), dZ (3, 5), A_prev (4, 5), W (3, 4)",
)
RAISED = RenderedFeedback(
    symptom="raised",
    headline="`relu` raised AttributeError",
    evidence=(
        "deep_network.ipynb, cell 9, line 2, in relu",
        "    return np.maxium(0, Z)",
        "module 'numpy' has no attribute 'maxium'",
    ),
    cause="there is an attribute with a similar name: 'maximum'",
)


def check(name, outcome=Outcome.PASSED, feedback=None):
    return CheckResult(f"test_{name}", f"what {name} returns", outcome, feedback)


def function(name, *failures, of=3):
    failed = tuple(check(name, Outcome.FAILED, f) for f in failures)
    passed = tuple(check(name) for _ in range(of - len(failures)))
    worth = POINTS.get(name, 4)
    return FunctionResult(worth * len(passed) / of, worth, failed + passed)


def submission(student, functions=None, **changes):
    functions = functions or {}
    fields = {
        "student": student,
        "assignment": "week5_deep_network",
        "file": f"{student}/deep_network.py",
        "sha256": "0" * 64,
        "outcome": Graded.GRADED,
        "score": sum(f.score for f in functions.values()),
        "max_score": 100,
        "seconds": 0.03,
        "sandbox": "namespaces",
        "round": "0123456789abcdef",
        "functions": functions,
    }
    return SubmissionResult(**(fields | changes))


def functions(**failures):
    names = (*POINTS, "as_handed_in")
    return {name: function(name, *failures.get(name, ())) for name in names}


@pytest.fixture
def assignment():
    return Assignment(
        slug="week5_deep_network",
        folder=Path("/srv/course/solutions/week5_deep_network"),
        title=Text("Deep network, step by step", "심층 신경망 만들기"),
        module="deep_network",
        functions={
            name: GradedFunction(name, points, "Z") for name, points in POINTS.items()
        },
        as_handed_in=4,
        week=5,
    )


@pytest.fixture
def right():
    return submission("s01", functions())


@pytest.fixture
def wrong():
    return submission(
        "s02",
        functions(
            linear_backward=(NO_MEAN, NO_MEAN),
            relu=(RAISED, RAISED, RAISED),
            as_handed_in=(RAISED,),
        ),
    )


@pytest.fixture
def unreadable():
    return submission(
        "s03",
        outcome=Graded.COULD_NOT_GRADE,
        score=None,
        error="the notebook is not JSON: line 1, column 5",
    )


@pytest.fixture
def results(right, wrong, unreadable):
    return [right, wrong, unreadable]


@pytest.fixture
def make():
    """What tests build their own results from."""
    return SimpleNamespace(
        check=check,
        function=function,
        functions=functions,
        submission=submission,
        no_mean=NO_MEAN,
        raised=RAISED,
    )


class Marked(gettext.NullTranslations):
    """A catalogue that shows which words went through it."""

    def gettext(self, message):
        return f"«{message}»"


@pytest.fixture
def marked_korean(monkeypatch):
    """Have the Korean catalogue put every message between « and »."""
    english = messages._catalogue
    monkeypatch.setattr(
        messages, "_catalogue", lambda it: Marked() if it == "ko" else english(it)
    )

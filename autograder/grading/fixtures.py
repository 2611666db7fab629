"""What a check is given, in a grading session; the only plugin that a session loads.

Every item that is run carries a `Trial`: the fixtures take from it, and what the check
raises is kept in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from autograder.grading.marks import pytest_configure
from autograder.grading.student import Student
from autograder.grading.trial import Trial

__all__ = ["PROVIDED", "TRIAL", "pytest_configure"]

TRIAL: pytest.StashKey[Trial] = pytest.StashKey()
"""The `Trial` for which an item is being run."""

PROVIDED: Mapping[str, Callable[[Trial], object]] = {
    "student": Student,
    "rng": lambda trial: trial.generator(),
    "reference": lambda trial: trial.reference,
    "given": lambda trial: trial.reference.given,
}
"""What a check is given by name; see the fixtures of the same names."""


@pytest.fixture
def student(request: pytest.FixtureRequest) -> object:
    """Give the student's functions: ``student.f(*args)`` is a `Reply`."""
    return PROVIDED["student"](_trial(request))


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> object:
    """Give a generator for the inputs of this check, the same for every submission."""
    return PROVIDED["rng"](_trial(request))


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> object:
    """Give the graded functions of the teaching team; their results are read-only."""
    return PROVIDED["reference"](_trial(request))


@pytest.fixture
def given(request: pytest.FixtureRequest) -> object:
    """Give the functions of ``given.py``."""
    return PROVIDED["given"](_trial(request))


def _trial(request: pytest.FixtureRequest) -> Trial:
    node: pytest.Item = request.node
    return node.stash[TRIAL]


def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> pytest.TestReport | None:
    """Keep what a check raised, and format nothing that nobody reads."""
    trial = item.stash.get(TRIAL, None)
    if trial is None:
        return None
    if call.excinfo is not None and trial.error is None:
        trial.error = call.excinfo.value
    return pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords={},
        outcome="failed" if call.excinfo else "passed",
        longrepr=None,
        when=call.when,  # type: ignore[arg-type]  # never "collect" here
    )

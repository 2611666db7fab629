"""The pytest plugin: fixtures, marks and hooks; no rules.

In a grading session every item carries a `Trial`. In an author's own
``pytest solutions/<slug> --submission FILE`` the same checks are judged as the grader
judges them, and reported by pytest as usual.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from autograder.grading.marks import EXAMPLE, GRADES
from autograder.grading.trial import Student, Trial

TRIAL: pytest.StashKey[Trial] = pytest.StashKey()
"""The `Trial` for which an item is being run."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option for whoever writes the checks."""
    parser.getgroup("autograder").addoption(
        "--submission",
        metavar="FILE",
        help="the submission on which the checks are run (default: the reference)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks, so that a misspelt one is an error."""
    config.addinivalue_line("markers", "grades(function): a hidden check, with points")
    config.addinivalue_line("markers", "example(function): public, without points")


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


def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    """Decide a check as the grader does; leave every other test to pytest."""
    if not any(item.iter_markers(GRADES)) and not any(item.iter_markers(EXAMPLE)):
        return None
    if not item.path.with_name("assignment.yaml").is_file():  # somebody else's marks
        return None
    from autograder.grading.author import run_check  # other test runs do without

    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    item.ihook.pytest_runtest_logreport(report=run_check(item))
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


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

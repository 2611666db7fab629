"""The pytest plugin for whoever writes checks: an option and a hook, no rules.

In ``pytest solutions/<slug> --submission FILE`` the checks are decided as the grader
decides them, and reported by pytest as usual.
"""

from __future__ import annotations

import pytest

from autograder.grading.marks import EXAMPLE, GRADES, pytest_configure

__all__ = ["pytest_addoption", "pytest_configure", "pytest_runtest_protocol"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the submission."""
    parser.getgroup("autograder").addoption(
        "--submission",
        metavar="FILE",
        help="the submission on which the checks are run (default: the reference)",
    )


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

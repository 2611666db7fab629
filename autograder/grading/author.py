"""``pytest solutions/<slug> --submission FILE``: the grader's verdicts, in pytest.

For whoever writes the checks. Every check is decided exactly as the grader decides it;
pytest collects, selects (``-k``) and reports.
"""

from __future__ import annotations

import atexit
from pathlib import Path

import pytest

from autograder.checks.feedback import render_text
from autograder.course.assignment import read_assignment
from autograder.course.course import find_course
from autograder.course.secret import read_secret
from autograder.grading.bench import Bench, open_bench
from autograder.grading.job import open_sandbox
from autograder.grading.marking import Marking
from autograder.grading.rounds import Round, draw_round
from autograder.intake.discover import discover

OPTION = "--submission"

_markings: dict[tuple[Path, str | None], Marking] = {}


def run_check(item: pytest.Item) -> pytest.TestReport:
    """Decide one check and return the report.

    Raises
    ------
    AutograderError
        If the assignment or the submission cannot be used.
    """
    chosen = item.config.getoption(OPTION)
    key = (item.path.parent, chosen)
    if key not in _markings:
        _markings[key] = _open(item.path.parent, chosen)
    marking = _markings[key]
    check = next(c for c in marking.bench.session.checks if c.id == item.name)
    verdict = marking.bench.session.execute(lambda: marking.decide(check))
    feedback = verdict.feedback
    text = feedback and render_text(feedback.render("en", hidden=False), "en")
    return pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords=dict.fromkeys(item.keywords, 1),
        outcome="failed" if feedback else "passed",
        longrepr=text or None,
        when="call",
    )


def _open(folder: Path, chosen: str | None) -> Marking:
    assignment = read_assignment(folder)
    file = Path(chosen) if chosen else folder / f"{assignment.module}.py"
    secret = read_secret(find_course(folder).root)
    inputs = Round(secret, assignment.slug, draw_round())
    bench = open_bench(assignment, inputs, open_sandbox(unsafe=False))
    marking = Marking(bench, discover([file], assignment)[0], "en", show_values=True)
    atexit.register(_close, bench, marking)
    return marking


def _close(bench: Bench, marking: Marking) -> None:
    marking.home.close()
    bench.close()

"""``pytest solutions/<slug> --submission FILE``: the grader's verdicts, in pytest.

For whoever writes the checks. Every check is decided exactly as the grader decides it;
pytest collects, selects (``-k``) and reports.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.checks.feedback import Feedback, render_text
from autograder.course.assignment import read_assignment
from autograder.course.course import find_course
from autograder.course.modules import used_sources
from autograder.course.secret import read_secret
from autograder.errors import AutograderError
from autograder.grading.bench import open_bench
from autograder.grading.job import REFUSAL
from autograder.grading.marking import Marking
from autograder.grading.rounds import Round, draw_round
from autograder.intake.discover import discover
from autograder.sandbox.opening import open_sandbox

OPTION = "--submission"

MARKINGS: pytest.StashKey[dict[Path, Marking]] = pytest.StashKey()
"""The submission under test, by the folder of its assignment."""


def run_check(item: pytest.Item) -> pytest.TestReport:
    """Decide one check and return the report.

    Ends the run, in one line, if the assignment or the submission cannot be used.
    """
    try:
        feedback = _decide(item)
    except AutograderError as error:
        pytest.exit(str(error), returncode=pytest.ExitCode.USAGE_ERROR)
    text = feedback and render_text(feedback.render("en", hidden=False), "en")
    return pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords=dict.fromkeys(item.keywords, 1),
        outcome="failed" if feedback else "passed",
        longrepr=text or None,
        when="call",
    )


def _decide(item: pytest.Item) -> Feedback | None:
    marking = _marking(item)
    check = next(c for c in marking.bench.session.checks if c.id == item.name)
    return marking.bench.session.execute(lambda: marking.decide(check)).feedback


def _marking(item: pytest.Item) -> Marking:
    config, folder = item.config, item.path.parent
    markings = config.stash.setdefault(MARKINGS, {})
    if folder not in markings:
        markings[folder] = marking = _open(config, folder)
        config.add_cleanup(marking.home.close)
    return markings[folder]


def _open(config: pytest.Config, folder: Path) -> Marking:
    assignment = read_assignment(folder)
    chosen = config.getoption(OPTION)
    file = Path(chosen) if chosen else folder / f"{assignment.module}.py"
    secret = read_secret(find_course(folder).root)
    inputs = Round(secret, assignment.slug, draw_round())
    submission = discover([file], assignment)[0]
    if not chosen:  # what the reference uses of other assignments lies elsewhere
        submission = replace(submission, modules=used_sources(assignment))
    sandbox = open_sandbox(unsafe=False, refusal=REFUSAL)
    config.add_cleanup(sandbox.close)
    bench = open_bench(assignment, inputs, sandbox)
    config.add_cleanup(bench.session.close)
    return Marking(bench, submission, "en", show_values=True)

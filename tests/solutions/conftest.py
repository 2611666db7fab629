from pathlib import Path

import pytest

from autograder.course.assignment import read_assignment
from autograder.grading.job import Job, bench_for, close_benches
from autograder.grading.marking import Marking
from autograder.grading.rounds import Round
from autograder.model import Cell, Submission
from tests.solutions.marking import SOLUTIONS


@pytest.fixture(scope="module")
def bench_of():
    """Return the bench of an assignment by slug; closed after the module."""

    def bench(slug):
        inputs = Round(b"tests", slug, "tests")
        return bench_for(Job(Path(SOLUTIONS / slug), inputs, "en", False, False))

    yield bench
    close_benches()


@pytest.fixture(scope="module")
def mark(bench_of):
    """Mark a text, or a submission, as the grader does."""

    def mark(slug, text, modules=None):
        bench = bench_of(slug)
        submission = text
        if isinstance(text, str):
            file = f"{read_assignment(SOLUTIONS / slug).module}.py"
            submission = Submission("s", file, "", (Cell(file, text),), modules or {})
        marking = Marking(bench, submission, "en", show_values=False)
        return bench.session.execute(marking.mark)

    return mark

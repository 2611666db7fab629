from __future__ import annotations

import pytest

from autograder.errors import AuthoringError, SandboxError, SandboxUnavailableError
from autograder.grading import job as module_under_test
from autograder.grading.job import (
    Job,
    bench_for,
    close_benches,
    grade_one,
    keep_only,
)
from autograder.messages import Message
from autograder.model import Graded
from autograder.sandbox import selftest


class Sandbox:
    """Starts nothing; is closed."""

    level = "landlock"

    def __init__(self):
        self.closed = 0
        self.failures = 0

    def start_worker(self, limits, budget):
        self.failures += 1
        raise SandboxError("sandbox: no worker could be started: no room")

    def close(self):
        self.closed += 1


@pytest.fixture
def make_job(course):
    def make(**fields):
        details = {"language": "en", "show_values": False, "unsafe": False} | fields
        return Job(course.folder, course.inputs(), **details)

    yield make
    close_benches()


@pytest.fixture
def failing(monkeypatch):
    sandbox = Sandbox()
    monkeypatch.setattr(module_under_test, "open_sandbox", lambda **_: sandbox)
    return sandbox


def test_a_bench_is_opened_once_and_closed_with_its_sandbox(make_job, failing):
    job = make_job()
    assert bench_for(job) is bench_for(make_job())
    assert bench_for(make_job(language="ko")) is not bench_for(job)
    close_benches()
    assert failing.closed == 2


def test_the_benches_of_other_jobs_can_be_ended(make_job, failing):
    job = make_job()
    bench = bench_for(job)
    bench_for(make_job(language="ko"))
    keep_only(job)
    assert failing.closed == 1
    assert bench_for(job) is bench


def test_a_wrong_assignment_leaves_no_sandbox_behind(course, make_job, failing):
    course.change("test_tiny.py", '@grades("cost")', '@grades("kost")')
    with pytest.raises(AuthoringError):
        bench_for(make_job())
    assert failing.closed == 1


def test_a_file_that_cannot_be_read_is_not_graded(make_job, failing, submission):
    problem = Message(
        "`{file}` is empty. Save your work and hand it in again.", file="f"
    )
    for language, error in (
        ("en", "`f` is empty. Save your work and hand it in again."),
        ("ko", problem.render("ko")),
    ):
        job = make_job(language=language)
        result = grade_one(job, submission("", problem=problem))
        assert (result.outcome, result.score) == (Graded.COULD_NOT_GRADE, None)
        assert (result.error, result.functions) == (error, {})


def test_what_we_get_wrong_is_tried_again_and_then_told(make_job, failing, submission):
    result = grade_one(make_job(), submission("x = 1"))
    assert (result.outcome, result.score) == (Graded.COULD_NOT_GRADE, None)
    assert (result.max_score, result.functions) == (13, {})
    assert result.error == (
        "the grader itself failed (sandbox: no worker could be started: no room); "
        "no points are lost, please grade again"
    )
    assert failing.failures == 4


def test_an_error_that_nobody_foresaw_is_ours(
    make_job, failing, submission, monkeypatch
):
    def fail(*_):
        raise RuntimeError("x" * 600)

    monkeypatch.setattr(failing, "start_worker", fail)
    result = grade_one(make_job(), submission("x = 1"))
    reason = repr(RuntimeError("x" * 600))[:500]
    assert result.error == (
        f"the grader itself failed ({reason}); no points are lost, please grade again"
    )


@pytest.mark.slow
@pytest.mark.parametrize("failures", [0, 1, 2, 3])
def test_a_sandbox_that_fails_at_first(
    make_job, failing, sandbox, submission, solution, monkeypatch, failures
):
    left = [None] * failures

    def start_worker(limits, budget):
        if left:
            left.pop()
            raise SandboxError("no room")
        return sandbox.start_worker(limits, budget)

    monkeypatch.setattr(failing, "start_worker", start_worker)
    result = grade_one(make_job(), submission(solution()))
    assert (result.outcome, result.score) == (Graded.GRADED, 13)


def test_without_a_sandbox_nothing_is_graded(make_job, monkeypatch):
    monkeypatch.setattr(selftest, "missing_features", lambda: ["Landlock is missing"])
    with pytest.raises(SandboxUnavailableError) as refused:
        bench_for(make_job())
    assert str(refused.value) == (
        "Landlock is missing\n"
        "sandbox: student code cannot be confined on this machine, so nothing is "
        "graded; use Linux 5.13 or later (a virtual machine or container will do), or "
        "accept the risk with --unsafe-no-sandbox"
    )

"""What one grading process does: keep a bench open, mark what it is given."""

from __future__ import annotations

import atexit
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.assignment import read_assignment
from autograder.errors import AutograderError, SandboxError
from autograder.grading.bench import Bench, open_bench
from autograder.grading.marking import Marking, blank_result
from autograder.grading.rounds import Round
from autograder.messages import Language, Message
from autograder.model import Submission, SubmissionResult
from autograder.sandbox.confined import Level
from autograder.sandbox.opening import Sandbox, open_sandbox

REFUSAL = (
    "sandbox: student code cannot be confined on this machine, so nothing is graded; "
    "use Linux 5.13 or later (a virtual machine or container will do), or accept the "
    "risk with --unsafe-no-sandbox"
)
REQUIRED = "sandbox: so what is required does not hold, and nothing is graded"


@dataclass(frozen=True)
class Job:
    """Everything that a grading process must know; it crosses process borders."""

    folder: Path
    """Of the assignment, in solutions/."""
    inputs: Round
    language: Language
    show_values: bool
    unsafe: bool
    require: Level | None = None
    """The weakest sandbox that will do."""


_open: dict[Job, Bench] = {}


def bench_for(job: Job) -> Bench:
    """Return the bench of `job`, opened on first use in this process.

    Raises
    ------
    AuthoringError
        If the assignment is wrong.
    SandboxError
        If student code cannot be confined here.
    """
    if job not in _open:
        sandbox = sandbox_for(job)
        try:
            _open[job] = open_bench(read_assignment(job.folder), job.inputs, sandbox)
        except BaseException:
            sandbox.close()
            raise
    return _open[job]


def sandbox_for(job: Job) -> Sandbox:
    """Return a sandbox for `job`, which is to be closed.

    Raises
    ------
    SandboxUnavailableError
        If student code cannot be confined here.
    """
    refusal = REQUIRED if job.require else REFUSAL
    return open_sandbox(unsafe=job.unsafe, refusal=refusal, require=job.require)


def keep_only(job: Job) -> None:
    """End the benches of other jobs, which pile up in a process that sees many runs."""
    for other in [other for other in _open if other != job]:
        _open.pop(other).close()


def close_benches() -> None:
    """End every bench of this process."""
    while _open:
        _open.popitem()[1].close()


def abandon_benches() -> None:
    """Forget every bench, whatever it is at: that ends with its workers, or with us."""
    while _open:
        _open.popitem()[1].sandbox.close()


atexit.register(close_benches)


def grade_one(job: Job, submission: Submission) -> SubmissionResult:
    """Mark one submission; what we get wrong ourselves is never a zero.

    Raises
    ------
    AuthoringError, SandboxUnavailableError
        If nothing can be graded at all.
    """
    bench, language = bench_for(job), submission.language or job.language
    if submission.problem is not None:
        text = submission.problem.render(language)
        notes = tuple(note.render(language) for note in submission.notes)
        return replace(blank_result(bench, submission), error=text, notes=notes)
    error: Exception = SandboxError("never tried")
    for _ in range(2):
        marking = Marking(bench, submission, language, job.show_values)
        try:
            result = bench.session.execute(marking.mark)
            return replace(result, language=submission.language)
        except Exception as failure:  # ours, whatever it is: nobody loses a point
            error = failure
    return replace(blank_result(bench, submission), error=_apology(error, language))


def _apology(error: Exception, language: Language) -> str:
    reason = str(error) if isinstance(error, AutograderError) else repr(error)
    message = Message(
        "the grader itself failed ({reason}); no points are lost, please grade again",
        reason=reason[:500],
    )
    return message.render(language)

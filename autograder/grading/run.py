"""Grade a list of submissions into a folder: the one entry for the command line."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.course import find_course
from autograder.course.secret import read_secret
from autograder.errors import AutograderError
from autograder.grading.job import Job, bench_for
from autograder.grading.journal import FILE, Journal, key_of, reusable, surroundings_of
from autograder.grading.pool import grade_all
from autograder.grading.rounds import Round, draw_round
from autograder.messages import Language
from autograder.model import Assignment, Submission, SubmissionResult

OnResult = Callable[[SubmissionResult], None]


@dataclass(frozen=True)
class Options:
    """How to grade."""

    jobs: int = 0
    """Grading processes; 0 means one per core."""
    resume: bool = False
    """Keep the results of an interrupted run that are still up to date."""
    language: Language = "en"
    unsafe: bool = False
    """Run student code without a sandbox; written into every result."""


def grade(
    assignment: Assignment,
    submissions: Sequence[Submission],
    out: Path,
    options: Options,
    on_result: OnResult = lambda _: None,
) -> list[SubmissionResult]:
    """Grade `submissions`, in any order, and return their results in theirs.

    Each result is appended to ``out/results.jsonl`` as soon as it is there.

    Parameters
    ----------
    on_result : callable
        Told every result, the reused ones first.

    Raises
    ------
    AuthoringError
        If the assignment cannot be graded by.
    SandboxUnavailableError
        If student code cannot be confined here.
    AutograderError
        If `out` cannot be written.
    """
    course = find_course(assignment.folder)
    with _told_in_one_line(out):
        journal = _open_journal(out)
        old = journal.read() if options.resume else []
    level = "none" if options.unsafe else "landlock"
    surroundings = surroundings_of(
        assignment, level, options.language, show_values=course.show_values
    )
    keys = {key_of(s, surroundings): s.student for s in submissions}
    kept = reusable(old, keys)
    name = next((r.round for r in kept.values()), None) or draw_round()
    inputs = Round(read_secret(course.root), assignment.slug, name)
    job = Job(
        assignment.folder, inputs, options.language, course.show_values, options.unsafe
    )
    bench_for(job)  # an error of the teaching team is told before anything is written
    with _told_in_one_line(out):
        journal.start(kept.values())
    results = [kept.get(key_of(s, surroundings)) for s in submissions]
    for result in filter(None, results):
        on_result(result)
    todo = [i for i, result in enumerate(results) if result is None]
    jobs = options.jobs or os.cpu_count() or 1
    for at, result in grade_all(job, [submissions[i] for i in todo], jobs):
        position = todo[at]
        keyed = replace(result, key=key_of(submissions[position], surroundings))
        with _told_in_one_line(out):
            journal.append(keyed)
        on_result(keyed)
        results[position] = keyed
    return [result for result in results if result is not None]


def _open_journal(out: Path) -> Journal:
    out.mkdir(parents=True, exist_ok=True)
    return Journal(out / FILE)


@contextlib.contextmanager
def _told_in_one_line(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AutograderError(f"{out}: cannot be written: {error.strerror}") from error

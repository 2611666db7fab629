"""Grade many submissions side by side; one that dies takes no other along."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from autograder.grading.job import Job, bench_for, close_benches, grade_one
from autograder.grading.marking import blank_result
from autograder.messages import Message
from autograder.model import Submission, SubmissionResult

MAX_BREAKS = 3
"""Grading processes that may die under one submission before it is given up."""


def grade_all(
    job: Job, submissions: Sequence[Submission], jobs: int
) -> Iterator[tuple[int, SubmissionResult]]:
    """Yield position and result of each submission, as each is done.

    Parameters
    ----------
    jobs : int
        Grading processes; with 1, this process does the work.
    """
    jobs = min(jobs, len(submissions))
    try:
        if jobs > 1:
            yield from _grade_apart(job, submissions, jobs)
        else:
            yield from _grade_here(job, submissions)
    finally:
        close_benches()


def _grade_here(
    job: Job, submissions: Sequence[Submission]
) -> Iterator[tuple[int, SubmissionResult]]:
    for position, submission in enumerate(submissions):
        yield position, grade_one(job, submission)


def _grade_apart(
    job: Job, submissions: Sequence[Submission], jobs: int
) -> Iterator[tuple[int, SubmissionResult]]:
    """Grade in processes; when one dies, start anew with what has no result yet."""
    left = dict(enumerate(submissions))
    breaks: Counter[int] = Counter()
    while left:
        with _executor(jobs) as executor:
            futures = {executor.submit(grade_one, job, s): i for i, s in left.items()}
            try:
                for position, result in _finished(futures):
                    del left[position]
                    yield position, result
            except BrokenProcessPool:
                if jobs == 1:  # in order, so it died under the first without a result
                    breaks[min(left)] += 1
                jobs = 1
        for position in [i for i in left if breaks[i] >= MAX_BREAKS]:
            yield position, _lost(job, left.pop(position))


def _finished(
    futures: dict[Future[SubmissionResult], int],
) -> Iterator[tuple[int, SubmissionResult]]:
    broken: BrokenProcessPool | None = None
    for future in as_completed(futures):
        try:
            yield futures[future], future.result()
        except BrokenProcessPool as error:
            broken = error  # others may be done all the same
    if broken is not None:
        raise broken


def _executor(jobs: int) -> Executor:
    # spawn: a fork of this process would inherit its threads and descriptors
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context)


def _lost(job: Job, submission: Submission) -> SubmissionResult:
    message = Message("the grading process died three times; please grade again")
    return replace(
        blank_result(bench_for(job), submission), error=message.render(job.language)
    )

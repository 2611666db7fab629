"""Mark what an audit hands in, on several processes, through the ordinary path."""

from __future__ import annotations

import multiprocessing
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace

from autograder.errors import SandboxError
from autograder.grading.bench import Bench
from autograder.grading.job import Job, bench_for, grade_one
from autograder.grading.marking import Marking
from autograder.model import FunctionResult, Submission

AGAIN = ", again"
"""What the name of the second round ends with."""


@dataclass(frozen=True)
class Task:
    """A submission to be marked."""

    submission: Submission
    function: str = ""
    """The only one whose checks are run; every check of all when empty."""
    seconds: float | None = None
    """The time for one call, where it is less than the assignment allows."""


@dataclass(frozen=True)
class Attempt:
    """What became of a task."""

    functions: Mapping[str, FunctionResult] = field(default_factory=dict)
    again: Mapping[str, FunctionResult] = field(default_factory=dict)
    """The same in another round, if a cause was named in the first."""
    error: str | None = None
    """Why nothing could be graded."""
    seconds: float = 0.0


def attempt(job: Job, task: Task) -> Attempt:
    """Mark one submission; of one function alone, twice if a cause is named.

    A cause that is true of the code is true of other inputs.

    Raises
    ------
    AuthoringError, SandboxError
        If nothing can be graded here.
    """
    with warnings.catch_warnings():
        # the reference, too, is asked for what follows from wrong values
        warnings.simplefilter("ignore", RuntimeWarning)
        if task.function:
            return _of_one_function(bench_for(job), task)
        result = grade_one(job, task.submission)
        return Attempt(result.functions, {}, result.error, result.seconds)


def attempt_all(
    job: Job,
    tasks: Sequence[Task],
    processes: int,
    on_done: Callable[[object], None] = lambda _: None,
) -> list[Attempt]:
    """Return what became of each task, in their order.

    Parameters
    ----------
    processes : int
        With 1, this process does the work.

    Raises
    ------
    AuthoringError, SandboxError
        If nothing can be graded here, or a process of ours dies.
    """
    if processes == 1:
        return [_told(attempt(job, task), on_done) for task in tasks]
    # spawn: a fork of this process would inherit its threads and descriptors
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as executor:
        futures = [executor.submit(attempt, job, task) for task in tasks]
        try:
            for future in as_completed(futures):
                on_done(future.result())
        except BrokenProcessPool as error:
            raise SandboxError("audit: a grading process died; try again") from error
        finally:
            executor.shutdown(cancel_futures=True)
    return [future.result() for future in futures]


def causes(result: FunctionResult) -> list[str]:
    """Return the causes that are named to the student, each once."""
    said = (check.feedback.cause for check in result.checks if check.feedback)
    return list(dict.fromkeys(cause for cause in said if cause))


def killers(result: FunctionResult) -> list[str]:
    """Return the checks that failed."""
    return [check.id for check in result.checks if check.feedback]


def _told(done: Attempt, on_done: Callable[[object], None]) -> Attempt:
    on_done(done)
    return done


def _of_one_function(bench: Bench, task: Task) -> Attempt:
    bench = _hurried(bench, task.seconds)
    started = time.perf_counter()
    first = _function_result(bench, task)
    seconds = time.perf_counter() - started
    again = {}
    if causes(first):
        inputs = replace(bench.inputs, name=bench.inputs.name + AGAIN)
        other = bench.in_another_round(inputs)
        again = {task.function: _function_result(other, task)}
    return Attempt({task.function: first}, again, seconds=seconds)


def _function_result(bench: Bench, task: Task) -> FunctionResult:
    marking = Marking(bench, task.submission, "en", show_values=False)
    name = task.function
    return bench.session.execute(lambda: marking.mark_function(name))


def _hurried(bench: Bench, seconds: float | None) -> Bench:
    """Return the bench with less time for a call: mutants may not return."""
    if seconds is None:
        return bench
    limits = bench.assignment.limits
    limits = replace(limits, call=min(seconds, limits.call))
    return replace(bench, assignment=replace(bench.assignment, limits=limits))

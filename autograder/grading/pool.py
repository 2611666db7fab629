"""Grade many submissions side by side; one that dies takes no other along.

Every grading process has a pipe of its own and one submission at a time. A process
that is killed, even halfway through a result, is the end of its pipe: that tells which
submission it was at, and the others go on. When we are killed ourselves, the processes
end too, and with each its zygote and its workers.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait

from autograder.grading.job import (
    Job,
    abandon_benches,
    bench_for,
    close_benches,
    grade_one,
    sandbox_for,
)
from autograder.grading.marking import blank_result
from autograder.intake.shelf import off_shelf
from autograder.messages import Message
from autograder.model import Submission, SubmissionResult

MAX_BREAKS = 3
"""Grading processes that may die under one submission before it is given up."""

Results = Generator[tuple[int, SubmissionResult], None, None]
"""Position and result of each submission, as each is done; to be closed."""
Task = tuple[int, Submission]


def grade_all(job: Job, submissions: Sequence[Submission], jobs: int) -> Results:
    """Yield position and result of each submission, as each is done.

    When the generator is closed, what is being graded is given up at once.

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


def _grade_here(job: Job, submissions: Sequence[Submission]) -> Results:
    for position, submission in enumerate(submissions):
        try:
            result = grade_one(job, off_shelf(submission))
        except KeyboardInterrupt:
            abandon_benches()
            raise
        yield position, result


def _grade_apart(job: Job, submissions: Sequence[Submission], jobs: int) -> Results:
    """Grade in processes; one that dies is replaced, and its submission tried again."""
    left = deque(enumerate(submissions))
    breaks: Counter[int] = Counter()
    graders: list[_Grader] = []
    try:
        _hand_out(job, left, graders, jobs)
        sandbox_for(job).close()  # a weaker one is told once, by us, while they start
        while left or any(grader.task for grader in graders):
            _hand_out(job, left, graders, jobs)
            for grader, (position, submission) in _ready(graders):
                result = grader.take()
                if result is None:
                    graders.remove(grader)
                    breaks[position] += 1
                    if breaks[position] < MAX_BREAKS:
                        left.appendleft((position, submission))
                        continue
                    result = lost(job, submission, MAX_BREAKS)
                _hand_out(job, left, graders, jobs)  # it works while ours is written
                yield position, result
    finally:
        for grader in graders:
            grader.close()


def usable_cores() -> list[int]:
    """Return the cores on which this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


class _Grader:
    """A grading process, and what it is at.

    Parameters
    ----------
    core : int or None
        The core for it, its zygote and its workers. They mostly wait for each other,
        and waking another core takes longer than what it is woken for.
    """

    def __init__(self, job: Job, core: int | None) -> None:
        # spawn: a fork of this process would inherit its threads and descriptors
        context = multiprocessing.get_context("spawn")
        self.task: Task | None = None
        self.core = core
        self.pipe, theirs = context.Pipe()
        with theirs:
            self.process = context.Process(
                target=_serve, args=(job, theirs, core), daemon=True
            )
            _start_without_interrupts(self.process)

    def give(self, task: Task) -> None:
        """Have it grade a submission."""
        self.task = task
        with suppress(OSError):  # it has died: that is seen when its result is taken
            self.pipe.send(task[1])

    def take(self) -> SubmissionResult | None:
        """Return the result, or None if the process has died."""
        try:
            reply: SubmissionResult | Exception = self.pipe.recv()
        except (EOFError, OSError):
            self.close()
            return None
        self.task = None
        if isinstance(reply, Exception):
            raise reply
        return reply

    def close(self) -> None:
        """End the process, at once if it is at work."""
        if self.task:
            self.process.kill()
        self.pipe.close()
        self.process.join()


def _start_without_interrupts(process: multiprocessing.process.BaseProcess) -> None:
    """Start a process that Ctrl-C in the terminal does not reach; we end it then."""
    resource_tracker.ensure_running()  # it would lift the mask when it is started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _hand_out(job: Job, left: deque[Task], graders: list[_Grader], jobs: int) -> None:
    """Give every process something to do, and start those that are missing."""
    idle = [grader for grader in graders if not grader.task]
    while left and (idle or len(graders) < jobs):
        if not idle:
            idle.append(_Grader(job, _free_core(graders, jobs)))
            graders.append(idle[0])
        idle.pop().give(left.popleft())


def _free_core(graders: Sequence[_Grader], jobs: int) -> int | None:
    """Return a core for one more process; None where there is not one for each."""
    cores = usable_cores()
    if jobs != len(cores):
        return None
    return next(core for core in cores if all(g.core != core for g in graders))


def _ready(graders: Sequence[_Grader]) -> list[tuple[_Grader, Task]]:
    """Wait until a process is done or dead; return these with what they were at."""
    busy = {grader.pipe: (grader, grader.task) for grader in graders if grader.task}
    return [busy[pipe] for pipe in wait(list(busy)) if isinstance(pipe, Connection)]


def _serve(job: Job, pipe: Connection, core: int | None) -> None:
    """Grade what comes through the pipe until it is closed."""
    if core is not None and hasattr(os, "sched_setaffinity"):
        with suppress(OSError):  # it was taken away from us meanwhile
            os.sched_setaffinity(0, {core})
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            submission = pipe.recv()
            try:
                reply: SubmissionResult | Exception = grade_one(job, submission)
            except Exception as error:
                reply = error
            pipe.send(reply)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def lost(job: Job, submission: Submission, deaths: int) -> SubmissionResult:
    """Return what is told of a submission under which processes die again and again."""
    message = Message(
        "the grading process died {count} times; please grade again", count=deaths
    )
    return replace(
        blank_result(bench_for(job), submission), error=message.render(job.language)
    )

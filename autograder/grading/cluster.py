"""Grade on the workers of a dask cluster, which somebody else keeps running.

Dask hands submissions to its workers, and those of a worker that died to another one.
Every worker is looked at before anything is graded, and one that joins later before its
first submission: it must have this code of ours, the same files of the assignment at
the same path, a sandbox that holds, and one thread, since a process grades one
submission at a time. Jobs, submissions and results travel; checks do not.
"""

from __future__ import annotations

import functools
import logging
import secrets
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import autograder
from autograder.errors import AutograderError, SandboxUnavailableError
from autograder.grading.job import Job, close_benches, grade_one, keep_only
from autograder.grading.journal import KEPT, digest_of, digest_of_engine, folders_of
from autograder.grading.pool import Results, lost
from autograder.model import Assignment, Submission, SubmissionResult
from autograder.sandbox.opening import open_sandbox

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 10
FIRST_WORKER_SECONDS = 30
SILENT_SECONDS = 60.0
"""Without a result, after which we ask whether there are workers at all."""
IN_FLIGHT = 1000
"""Submissions that the scheduler holds at a time; the others wait here."""
NOT_INSTALLED = (
    "--scheduler: expected dask.distributed to be installed, got none: "
    "pip install 'autograder[cluster]'"
)
REFUSAL = "--scheduler: nothing is graded; mend or stop the workers named above"

_admitted: set[str] = set()
"""On a worker: the runs that it was found fit for."""


@dataclass(frozen=True)
class Wanted:
    """What a worker must be like to take part in one run."""

    run: str
    """Which run; every one has another."""
    job: Job
    engine: str
    """Our version."""
    code: str
    """The digest of our code: of one version there may be two checkouts."""
    host: str
    """Where the run was started."""
    files: tuple[tuple[Path, str], ...]
    """The folder of every assignment that is needed, and the digest of its files."""


def wanted_for(assignment: Assignment, job: Job) -> Wanted:
    """Return what a worker must be like to grade `job`: like this machine."""
    files = tuple((path, digest_of(path)) for path in folders_of(assignment))
    return Wanted(
        run=secrets.token_hex(8),
        job=job,
        engine=autograder.__version__,
        code=digest_of_engine(),
        host=socket.gethostname(),
        files=files,
    )


def unfit(wanted: Wanted, dask_worker: Any) -> list[str]:
    """Return a line for each reason not to grade on a worker; this runs there.

    Parameters
    ----------
    dask_worker : distributed.Worker
        Dask fills it in, by this name.
    """
    where = f"worker {dask_worker.name} on {socket.gethostname()}"
    problems = list(_problems(wanted, dask_worker.state.nthreads))
    if not problems:
        _admitted.add(wanted.run)
    return [f"{where}: {problem}" for problem in problems]


def _problems(wanted: Wanted, threads: int) -> Iterator[str]:
    if threads != 1:
        yield (
            f"expected 1 thread, got {threads}; start it with --nthreads 1, "
            "and a worker for every core with --nworkers"
        )
    if autograder.__version__ != wanted.engine:
        yield f"expected autograder {wanted.engine}, got {autograder.__version__}"
    elif digest_of_engine() != wanted.code:
        yield (
            f"expected the same code of autograder {wanted.engine} as on "
            f"{wanted.host}, got other code; install the same and restart the worker"
        )
    for folder, digest in wanted.files:
        if digest_of(folder) != digest:
            found = "others" if folder.is_dir() else "no such folder"
            yield f"{folder}: expected the same files as on {wanted.host}, got {found}"
    job = wanted.job
    try:
        open_sandbox(unsafe=job.unsafe, refusal="", require=job.require).close()
    except SandboxUnavailableError as error:
        yield "; ".join(filter(None, str(error).splitlines()))


def grade_there(wanted: Wanted, job: Job, submission: Submission) -> SubmissionResult:
    """Grade one submission; this runs on a worker.

    Raises
    ------
    AutograderError
        If the worker joined after the others were looked at, and is unfit.
    """
    if wanted.run not in _admitted:
        from distributed import get_worker

        if problems := unfit(wanted, get_worker()):
            raise AutograderError("\n".join([*problems, f"--scheduler: {KEPT}"]))
    keep_only(job)
    return grade_one(job, submission)


class Cluster:
    """A scheduler all of whose workers have been found fit; to be graded on once.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``tcp://host:8786``.

    Raises
    ------
    AutograderError
        If dask is not installed, if no scheduler answers, if it has no workers, or if
        one of them is unfit: names each of these, and what it lacks.
    """

    def __init__(self, address: str, wanted: Wanted) -> None:
        self._where = f"--scheduler {address}"
        self._wanted = wanted
        self._client = _connect(address, self._where)
        try:
            self._refuse_unfit()
        except BaseException:
            self._client.close()
            raise

    def grade_all(
        self, jobs: Iterable[Job], submissions: Sequence[Submission]
    ) -> Results:
        """Yield position and result of each submission, as each is done.

        When the generator is closed, what has not begun is taken back.
        """
        tasks = list(zip(jobs, submissions, strict=False))
        grade = functools.partial(grade_there, self._wanted)
        executor = self._client.get_executor(pure=False)
        try:
            for position, done in grade_through(
                executor, grade, tasks, self._check_alive
            ):
                yield position, self._result(done, *tasks[position])
        finally:
            self._client.close()
            close_benches()

    def _result(
        self, done: Future[SubmissionResult], job: Job, submission: Submission
    ) -> SubmissionResult:
        from distributed import KilledWorker

        try:
            return done.result()
        except KilledWorker as error:  # dask allows so many deaths, and one is more
            return lost(job, submission, error.allowed_failures + 1)
        except CancelledError:
            raise AutograderError(
                f"{self._where}: the scheduler has gone; {KEPT}"
            ) from None

    def _refuse_unfit(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=FIRST_WORKER_SECONDS)
        except TimeoutError:
            raise AutograderError(
                f"{self._where}: expected at least one worker, got none"
            ) from None
        answers = self._client.run(unfit, self._wanted, on_error="return")
        problems: list[str] = []
        for address, answer in answers.items():
            if isinstance(answer, Exception):
                problems.append(f"worker {address}: cannot be looked at: {answer!r}")
            else:
                problems += answer
        if problems:
            raise AutograderError("\n".join([*problems, REFUSAL]))

    def _check_alive(self) -> None:
        if not self._client.nthreads():
            raise AutograderError(f"{self._where}: no worker is left; {KEPT}")


def _connect(address: str, where: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise AutograderError(NOT_INSTALLED) from None
    # it would log, with a traceback, what we say in a line
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        return Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise AutograderError(
            f"{where}: expected a dask scheduler, such as tcp://host:8786, got {error}"
        ) from error


def grade_through(
    executor: Executor,
    grade: Callable[[Job, Submission], SubmissionResult],
    tasks: Iterable[tuple[Job, Submission]],
    on_silence: Callable[[], None] = lambda: None,
) -> Iterator[tuple[int, Future[SubmissionResult]]]:
    """Yield position and future of each task, as each is done.

    Parameters
    ----------
    on_silence : callable
        Called when nothing has come for a long time; raises to give up.
    """
    left = enumerate(tasks)
    running: dict[Future[SubmissionResult], int] = {}
    done: SimpleQueue[Future[SubmissionResult]] = SimpleQueue()
    while True:
        for position, task in islice(left, IN_FLIGHT - len(running)):
            future = executor.submit(grade, *task)
            running[future] = position
            future.add_done_callback(done.put)
        if not running:
            return
        try:
            future = done.get(timeout=SILENT_SECONDS)
        except Empty:
            on_silence()
        else:
            yield running.pop(future), future

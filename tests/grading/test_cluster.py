"""What needs no cluster; tests/system has a real one."""

from __future__ import annotations

import logging
import socket
import sys
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import replace
from types import ModuleType, SimpleNamespace

import pytest

from autograder import __version__
from autograder.errors import AutograderError, SandboxUnavailableError
from autograder.grading import cluster as module_under_test
from autograder.grading import job as jobs
from autograder.grading.cluster import (
    Cluster,
    grade_there,
    grade_through,
    unfit,
    wanted_for,
)
from autograder.grading.job import Job, close_benches
from autograder.model import Graded
from tests.grading.conftest import NoSandbox

HOST = socket.gethostname()
ADDRESS = "tcp://host:8786"
KEPT = "what is graded is kept, and --resume goes on from there"


class KilledWorker(Exception):
    """As dask raises it."""

    allowed_failures = 3


class Client:
    """A cluster of one worker, in this process."""

    threads = 1
    answer = None
    """What a worker answers to being looked at; None: what is asked."""
    refusal = None
    workers = 1

    def __init__(self, address, **_):
        self.closed = False
        if self.refusal:
            raise self.refusal
        Client.last = self

    def wait_for_workers(self, count, timeout):
        if self.workers < count:
            raise TimeoutError

    def run(self, function, wanted, on_error):
        assert on_error == "return"
        return {"tcp://w1:1": self.answer or function(wanted, worker(self.threads))}

    def get_executor(self, pure):
        assert not pure
        return ThreadPoolExecutor(1)

    def nthreads(self):
        return {"tcp://w1:1": 1} if self.workers else {}

    def close(self):
        self.closed = True


def worker(threads=1):
    return SimpleNamespace(name="w1", state=SimpleNamespace(nthreads=threads))


@pytest.fixture
def dask(monkeypatch):
    """Return the class of a client that needs no dask."""
    names = {"Client": type("TestClient", (Client,), {}), "KilledWorker": KilledWorker}
    module = ModuleType("distributed")
    vars(module).update(names, get_worker=lambda: worker(names["Client"].threads))
    monkeypatch.setitem(sys.modules, "distributed", module)
    yield names["Client"]
    logging.getLogger("distributed.client").setLevel(logging.NOTSET)


@pytest.fixture
def wanted(course, monkeypatch):
    monkeypatch.setattr(module_under_test, "open_sandbox", lambda **_: NoSandbox())
    monkeypatch.setattr(jobs, "open_sandbox", lambda **_: NoSandbox())
    job = Job(course.folder, course.inputs(), "en", show_values=False, unsafe=False)
    yield wanted_for(course.assignment, job)
    close_benches()


@pytest.fixture
def grade(dask, wanted, monkeypatch):
    """Return a function that grades on the cluster; `how` does it on the worker."""

    def run(how, count=1):
        monkeypatch.setattr(module_under_test, "grade_there", how)
        cluster = Cluster(ADDRESS, wanted)
        return list(cluster.grade_all([wanted.job] * count, list(range(count))))

    return run


def message(act, *arguments):
    with pytest.raises(AutograderError) as error:
        act(*arguments)
    return str(error.value)


def test_a_worker_like_this_machine_is_fit(wanted, course):
    assert unfit(wanted, worker()) == []
    (course.folder / "__pycache__").mkdir()
    (course.folder / "__pycache__" / "tiny.pyc").touch()
    assert unfit(wanted, worker()) == []


def test_every_reason_is_told_at_once(wanted, course, monkeypatch):
    def refuse(**_):
        raise SandboxUnavailableError("Landlock is missing\nseccomp is missing\n")

    monkeypatch.setattr(module_under_test, "open_sandbox", refuse)
    course.change("tiny.py", "* 0.01", "* 0.02")
    other = replace(wanted, engine="9.9", code="other", host="teacher")
    assert unfit(other, worker(4)) == [
        f"worker w1 on {HOST}: expected 1 thread, got 4; start it with --nthreads 1, "
        "and a worker for every core with --nworkers",
        f"worker w1 on {HOST}: expected autograder 9.9, got {__version__}",
        f"worker w1 on {HOST}: {course.folder}: expected the same files as on teacher, "
        "got others",
        f"worker w1 on {HOST}: Landlock is missing; seccomp is missing",
    ]


def test_the_same_version_may_be_other_code(wanted):
    assert unfit(replace(wanted, code="other", host="teacher"), worker()) == [
        f"worker w1 on {HOST}: expected the same code of autograder {__version__} as "
        "on teacher, got other code; install the same and restart the worker"
    ]


def test_files_that_are_not_there(wanted, course):
    course.folder.rename(course.folder.with_name("elsewhere"))
    assert unfit(wanted, worker()) == [
        f"worker w1 on {HOST}: {course.folder}: expected the same files as on {HOST}, "
        "got no such folder"
    ]


def test_what_another_assignment_lends_is_wanted_too(wanted, course, monkeypatch):
    lender = replace(course.assignment, folder=course.folder.with_name("week4"))
    monkeypatch.setattr("autograder.grading.journal.read_assignment", lambda _: lender)
    borrower = replace(course.assignment, uses={"week4": ("relu",)})
    folders = [path for path, _ in wanted_for(borrower, wanted.job).files]
    assert folders == [borrower.folder, lender.folder]


def test_one_that_joins_later_is_looked_at_once(
    dask, wanted, submission, solution, monkeypatch
):
    monkeypatch.setattr(module_under_test, "grade_one", lambda job, handed: handed)
    dask.threads = 2
    late = replace(wanted, run="late")
    first, last = message(grade_there, late, late.job, "s01").splitlines()
    assert first.startswith(f"worker w1 on {HOST}: expected 1 thread, got 2")
    assert last == f"--scheduler: {KEPT}"
    dask.threads = 1
    assert grade_there(late, late.job, "s01") == "s01"
    monkeypatch.setattr(module_under_test, "unfit", None)
    assert grade_there(late, late.job, "s02") == "s02"


def test_results_come_from_the_workers(dask, grade):
    assert grade(lambda wanted, job, handed: -handed, 3) == [(0, 0), (1, -1), (2, -2)]
    assert Client.last.closed


def test_under_which_workers_die_is_given_up(
    dask, wanted, submission, solution, monkeypatch
):
    def die(*_):
        raise KilledWorker

    monkeypatch.setattr(module_under_test, "grade_there", die)
    graded = Cluster(ADDRESS, wanted).grade_all([wanted.job], [submission(solution())])
    ((position, result),) = graded
    assert (position, result.outcome) == (0, Graded.COULD_NOT_GRADE)
    assert result.error == "the grading process died 4 times; please grade again"


def test_a_scheduler_that_has_gone(dask, grade):
    def cancel(*_):
        raise CancelledError

    expected = f"--scheduler {ADDRESS}: the scheduler has gone; {KEPT}"
    assert message(grade, cancel) == expected
    assert Client.last.closed


def test_workers_that_have_all_gone(dask, grade, monkeypatch):
    monkeypatch.setattr(module_under_test, "SILENT_SECONDS", 0.01)
    asked, leave = threading.Event(), threading.Event()

    def nthreads(self):
        if asked.is_set():
            leave.set()
            return {}
        asked.set()
        return {"tcp://w1:1": 1}

    monkeypatch.setattr(dask, "nthreads", nthreads)
    said = message(grade, lambda *_: leave.wait(5))
    assert said == f"--scheduler {ADDRESS}: no worker is left; {KEPT}"


def test_a_cluster_without_workers(dask, wanted):
    dask.workers = 0
    expected = f"--scheduler {ADDRESS}: expected at least one worker, got none"
    assert message(Cluster, ADDRESS, wanted) == expected
    assert Client.last.closed


def test_a_worker_without_us(dask, wanted):
    dask.answer = ModuleNotFoundError("No module named 'autograder'")
    assert message(Cluster, ADDRESS, wanted) == (
        "worker tcp://w1:1: cannot be looked at: "
        "ModuleNotFoundError(\"No module named 'autograder'\")\n"
        "--scheduler: nothing is graded; mend or stop the workers named above"
    )


def test_nobody_answers(dask, wanted):
    dask.refusal = OSError("Timed out")
    assert message(Cluster, ADDRESS, wanted) == (
        f"--scheduler {ADDRESS}: expected a dask scheduler, such as tcp://host:8786, "
        "got Timed out"
    )


def test_without_the_extra_a_line_says_what_it_needs(wanted, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert message(Cluster, ADDRESS, wanted) == (
        "--scheduler: expected dask.distributed to be installed, got none: "
        "pip install 'autograder[cluster]'"
    )


def test_an_executor_holds_a_few_at_a_time(monkeypatch):
    monkeypatch.setattr(module_under_test, "IN_FLIGHT", 3)
    drawn, most = 0, 0

    def tasks():
        nonlocal drawn
        for drawn in range(1, 21):
            yield None, drawn

    with ThreadPoolExecutor(2) as executor:
        found = {}
        for position, done in grade_through(executor, lambda _, n: n * n, tasks()):
            most = max(most, drawn - len(found))
            found[position] = done.result()
    assert found == {n: (n + 1) ** 2 for n in range(20)}
    assert most == 3

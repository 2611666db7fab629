"""A real scheduler and real workers, which the tests start, kill and stop."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest

from autograder import __version__
from autograder.cli.ending import INTERRUPTED, WRONG_CALL
from autograder.grading.journal import FILE, Journal
from autograder.model import Graded
from tests.faults.runs import FULL, ROOT, Class
from tests.grading.conftest import new_course, right_file

pytestmark = pytest.mark.system

SECONDS = 60.0
WRONG = "def cost(A, Y, scale=0.5):\n    return 1.5"
SLOW = """\
def cost(A, Y, scale=0.5):
    import time
    start = time.process_time()
    while time.process_time() - start < 0.02:
        pass
    return float(scale * np.sum((A - Y) ** 2) / Y.shape[1])"""


class Site:
    """A scheduler, and what is started for it."""

    def __init__(self, folder, stack):
        self.file = folder / "scheduler.json"
        self.folder = folder
        self._stack = stack
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        while not (self.file.is_file() and self.file.read_text().endswith("}")):
            time.sleep(0.05)
        self.address = json.loads(self.file.read_text())["address"]

    def worker(self, name, *options, environment=()):
        """Start a worker without a nanny, so that a kill is a kill; wait for it."""
        options = options or ("--nthreads", "1")
        said = self.folder / f"{name}.log"
        process = self._start(
            *("worker", "--no-nanny", "--name", name, *options),
            *("--local-directory", str(self.folder / name)),
            said=said,
            environment=environment,
        )
        while "Registered to:" not in said.read_text():
            assert process.poll() is None, said.read_text()
            time.sleep(0.05)
        return process

    def _start(self, kind, *options, said=None, environment=()):
        said = said or self.folder / f"{kind}.log"
        with said.open("wb") as log:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", f"distributed.cli.dask_{kind}", *options),
                    *("--scheduler-file", str(self.file), "--no-dashboard"),
                ],
                cwd=self.folder,
                env={**os.environ, **dict(environment)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def site(tmp_path):
    with ExitStack() as stack:
        folder = tmp_path / "site"
        folder.mkdir()
        yield Site(folder, stack)


@pytest.fixture
def make_class(tmp_path):
    """Return a function that makes a class; every third gets the cost wrong."""

    def make(size):
        course = new_course(tmp_path / "course")
        students = tuple(f"s{number:02}" for number in range(size))
        for number, student in enumerate(students):
            path = course.root / "handed" / student / "tiny.py"
            path.parent.mkdir(parents=True)
            body = SLOW if number % 3 else WRONG
            path.write_text(right_file(cost=body), encoding="utf-8")
        return Class(course.root, students)

    return make


def finished(run, status=0):
    """Return what was said, line by line, of which progress is left out."""
    said, _ = run.process.communicate(timeout=SECONDS)
    assert run.process.returncode == status, said
    assert "Traceback" not in said
    return [line for line in said.splitlines() if not line.startswith("graded ")]


def after_some(everybody, run, count):
    """Return the results there are once they are so many; not all of them yet."""
    journal = Journal(everybody.out / FILE)
    while len(journal.read()) < count:
        assert not run.is_over, run.process.communicate()[0]
        time.sleep(0.01)
    return journal.read()


def check_all_there(everybody, kept=()):
    """Check that everybody has the right result once, and the kept ones as before."""
    results = everybody.results()
    assert {result.outcome for result in results.values()} == {Graded.GRADED}
    assert [results[student].score for student in everybody.students] == [
        FULL if number % 3 else FULL - 3 for number in range(len(results))
    ]
    assert len({result.round for result in results.values()}) == 1
    assert all(results[result.student] == result for result in kept)


def test_a_worker_that_is_killed_loses_nothing(site, make_class):
    everybody = make_class(60)
    killed, _ = site.worker("alice"), site.worker("bob")
    run = everybody.start("--scheduler", site.address)
    done = after_some(everybody, run, 15)
    os.kill(killed.pid, signal.SIGKILL)
    assert len(done) < 45
    finished(run)
    check_all_there(everybody)


@pytest.fixture
def package_with(tmp_path):
    """Return a function that copies our package, adds to it, and gives its folder."""

    def make(name, additions):
        package = tmp_path / name / "autograder"
        shutil.copytree(ROOT / "autograder", package)
        for module, addition in additions.items():
            with (package / module).open("a", encoding="utf-8") as file:
                file.write(f"\n{addition}\n")
        return {"PYTHONPATH": str(package.parent)}

    return make


OLD = {
    "__init__.py": '__version__ = "0.0.1"',
    "sandbox/landlock.py": "def abi():\n    return 0",
}


def test_workers_that_are_unfit_are_refused_by_name(site, make_class, package_with):
    everybody = make_class(3)
    site.worker("good")
    site.worker("many", "--nthreads", "3")
    site.worker("old", environment=package_with("old", OLD))
    edited = {"checks/compare.py": "# edited"}
    site.worker("edited", environment=package_with("edited", edited))
    *named, last = finished(everybody.start("--scheduler", site.address), WRONG_CALL)
    host = socket.gethostname()
    assert sorted(named) == [
        f"worker edited on {host}: expected the same code of autograder {__version__} "
        f"as on {host}, got other code; install the same and restart the worker",
        f"worker many on {host}: expected 1 thread, got 3; start it with --nthreads 1, "
        "and a worker for every core with --nworkers",
        f"worker old on {host}: Landlock is missing: it needs Linux 5.13 or later, "
        "`landlock` in the kernel's `lsm=` list, and a container that does not hide it",
        f"worker old on {host}: expected autograder {__version__}, got 0.0.1",
    ]
    assert last == (
        "--scheduler: nothing is graded; mend or stop the workers named above"
    )
    assert not (everybody.out / FILE).exists()


DEADLY = """\
answer = student.cost(A, Y)
    if answer.value == 1.5:
        import os

        os._exit(9)
    answer.matches_reference()"""


def test_under_what_kills_worker_after_worker_is_given_up(site, make_class):
    everybody = make_class(3)
    checks = everybody.root / "solutions" / "tiny" / "test_tiny.py"
    text = checks.read_text("utf-8")
    harmless = "student.cost(A, Y).matches_reference()"
    assert harmless in text
    checks.write_text(text.replace(harmless, DEADLY), "utf-8")
    for name in ("alice", "bob", "carol", "dave", "erin"):
        site.worker(name)
    finished(everybody.start("--scheduler", site.address), 1)
    errors = {it.student: it.error for it in everybody.results().values()}
    assert errors["s00"] == "the grading process died 4 times; please grade again"


def test_a_worker_that_joins_later_is_looked_at_too(site, make_class):
    everybody = make_class(300)  # more than are graded until the other has started
    site.worker("alice")
    run = everybody.start("--scheduler", site.address)
    after_some(everybody, run, 1)
    unfit = site.worker("bob", "--nthreads", "2")
    named, last = finished(run, WRONG_CALL)
    assert named.startswith(f"worker bob on {socket.gethostname()}: expected 1 thread")
    assert last.startswith("--scheduler: what is graded is kept, and --resume ")
    kept = Journal(everybody.out / FILE).read()
    unfit.kill()
    unfit.wait()
    finished(everybody.start("--scheduler", site.address, "--resume"))
    check_all_there(everybody, kept)


def test_a_scheduler_that_dies_costs_nothing_that_is_done(site, make_class):
    everybody = make_class(40)
    site.worker("alice")
    run = everybody.start("--scheduler", site.address)
    kept = after_some(everybody, run, 5)
    site.scheduler.kill()
    assert finished(run, WRONG_CALL)[-1] == (
        f"--scheduler {site.address}: the scheduler has gone; what is graded is kept, "
        "and --resume goes on from there"
    )
    finished(everybody.start("--jobs", "2", "--resume"))
    check_all_there(everybody, kept)


def test_an_interrupt_leaves_the_workers_as_good_as_before(site, make_class):
    everybody = make_class(40)
    worker = site.worker("alice")
    run = everybody.start("--scheduler", site.address)
    kept = after_some(everybody, run, 5)
    os.kill(run.process.pid, signal.SIGINT)
    assert finished(run, INTERRUPTED)[-1] == (
        "interrupted: what is graded is kept, and --resume goes on from there"
    )
    finished(everybody.start("--scheduler", site.address, "--resume"))
    check_all_there(everybody, kept)
    assert worker.poll() is None


def test_every_submission_may_have_a_round_of_its_own(site, make_class):
    everybody = make_class(3)
    site.worker("alice")
    options = ("--scheduler", site.address, "--format", "junit")
    finished(everybody.start(*options))
    results = Journal(everybody.out / FILE).read()
    assert [result.score for result in results] == [FULL - 3, FULL, FULL]
    assert len({result.round for result in results}) == 3


def test_nobody_answers(make_class):
    (line,) = finished(make_class(1).start("--scheduler", "127.0.0.1:9"), WRONG_CALL)
    expected = "--scheduler 127.0.0.1:9: expected a dask scheduler, such as "
    assert line.startswith(expected + "tcp://host:8786, got ")

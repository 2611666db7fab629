from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.errors import AuthoringError
from autograder.grading import pool
from autograder.grading.job import Job, close_benches
from autograder.grading.pool import grade_all
from autograder.model import Graded

pytestmark = pytest.mark.slow

DEADLY = """
    if isinstance(reply.value, str):
        path = pathlib.Path(reply.value)
        left = int(path.read_text())
        if left:
            path.write_text(str(left - 1))
            os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def job(course):
    """A course in which a cost that is a path kills the grading process."""
    course.change(
        "test_tiny.py",
        "    student.cost(A, Y).matches_reference()\n",
        f"    reply = student.cost(A, Y)\n{DEADLY}    reply.matches_reference()\n",
    )
    course.change(
        "test_tiny.py", "import pytest\n", "import os, pathlib, signal\nimport pytest\n"
    )
    yield Job(course.folder, course.inputs(), "en", show_values=False, unsafe=False)
    close_benches()


@pytest.fixture
def deadly(tmp_path, solution, submission):
    """Return a function that makes a submission which kills so many processes."""

    def make(student, times):
        path = tmp_path / f"{student}.txt"
        path.write_text(str(times))
        body = f"def cost(A, Y, scale=0.5):\n    return {str(path)!r}"
        return submission(solution(cost=body), student)

    return make


def outcomes(results):
    return {r.student: (r.outcome, r.score) for r in results}


def test_a_process_that_dies_takes_no_other_submission_along(
    job, deadly, solution, submission
):
    handed = [
        deadly("s00", 99),
        submission(solution(), "s01"),
        deadly("s02", 1),
        *(submission(solution(), f"s0{n}") for n in (3, 4)),
    ]
    results = dict(grade_all(job, handed, 2))
    assert sorted(results) == [0, 1, 2, 3, 4]
    full, partly = (Graded.GRADED, 13), (Graded.GRADED, 10)
    assert outcomes(results.values()) == {
        "s00": (Graded.COULD_NOT_GRADE, None),
        "s01": full,
        "s02": partly,
        "s03": full,
        "s04": full,
    }
    assert results[0].error == "the grading process died 3 times; please grade again"


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="needs Linux")
def test_one_process_a_core_stays_on_it(job, deadly, solution, submission, monkeypatch):
    cores = pool.usable_cores()
    handed = [deadly("s00", 2), *(submission(solution(), f"s1{n}") for n in range(9))]
    found = []
    for _ in grade_all(job, handed, len(cores)):
        children = multiprocessing.active_children()
        found += [sorted(os.sched_getaffinity(child.pid)) for child in children]
    if len(cores) > 1:
        assert found[-1] in [[core] for core in cores]
    monkeypatch.setattr(pool, "usable_cores", lambda: [0, 1, 2])
    assert pool._free_core([], 2) is None
    assert pool._free_core([], 4) is None
    taken = [SimpleNamespace(core=0), SimpleNamespace(core=2)]
    assert pool._free_core(taken, 3) == 1


def test_a_process_has_its_next_submission_while_we_write(job, solution, submission):
    handed = [submission(solution(), f"s0{n}") for n in range(6)]
    results = grade_all(job, handed, 2)
    with contextlib.closing(results):
        next(results)
        graders = [g for g in gc.get_objects() if isinstance(g, pool._Grader)]
        alive = [grader for grader in graders if grader.process.is_alive()]
        assert [bool(grader.task) for grader in alive] == [True, True]


def test_nothing_stays_behind_when_a_grading_process_dies(
    job, deadly, solution, submission
):
    before = orphans()
    handed = [deadly("s00", 1), submission(solution(), "s01")]
    assert len(list(grade_all(job, handed, 2))) == 2
    deadline = time.monotonic() + 10
    while (left := orphans() - before) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == set()


def orphans():
    """Return the ids of the zygotes that live without the process that started them."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            started = (Path("/proc") / parent / "cmdline").read_bytes()
        except OSError:  # it has just ended
            continue
        if b"zygote.py" in command and b"python" not in started:
            found.add(folder.name)
    return found


def test_whoever_closes_early_ends_what_is_at_work(job, course, solution, submission):
    course.change("assignment.yaml", "call: 0.3, cpu: 8", "call: 60, cpu: 60")
    endless = submission(solution(cost="def cost(A, Y):\n    while True: pass"), "s01")
    others = [submission(solution(), f"s1{n}") for n in range(5)]
    results = grade_all(job, [endless, *others], 2)
    position, result = next(results)
    assert (position, result.score) == (1, 13)
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 30  # half of what a call may take here
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_idle_costs_nothing(job, solution, submission):
    results = grade_all(job, [submission(solution(), f"s0{n}") for n in range(4)], 2)
    done = [next(results)]
    for process in multiprocessing.active_children():
        os.kill(process.pid, signal.SIGKILL)
    done += results
    assert sorted(position for position, _ in done) == [0, 1, 2, 3]
    assert {result.score for _, result in done} == {13}


def test_an_error_of_the_teaching_team_ends_the_run(job, course, solution, submission):
    course.change("test_tiny.py", '@grades("cost")', '@grades("kost")')
    handed = [submission(solution(), f"s0{n}") for n in range(2)]
    with pytest.raises(AuthoringError, match="got kost"):
        list(grade_all(job, handed, 2))


@pytest.mark.parametrize(("jobs", "count"), [(1, 2), (4, 1)])
def test_few_are_graded_in_this_process(
    job, solution, submission, monkeypatch, jobs, count
):
    monkeypatch.setattr(pool, "_Grader", None)
    handed = [submission(solution(), f"s0{n}") for n in range(count)]
    results = dict(grade_all(job, handed, jobs))
    assert [results[n].score for n in range(count)] == [13] * count

"""Ctrl-C at a random moment: the queue is given up at once, what is done is kept."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest

from autograder.grading.journal import FILE, Journal
from tests.faults.runs import FULL, GRADER, WORKER

pytestmark = pytest.mark.slow

INTERRUPTED = 130
TOLD = "interrupted: what is graded is kept, and --resume goes on from there"
LIMIT = 60.0
"""Seconds that a call may take here: whoever waited for one would need them."""


@pytest.mark.parametrize(("to", "jobs"), [("the command", "1"), ("the terminal", "2")])
def test_the_queue_is_given_up(make_class, to, jobs):
    everybody = make_class(30)
    run = everybody.start("--jobs", jobs)
    journal = Journal(everybody.out / FILE)
    while len(journal.read()) < 3:
        assert not run.is_over
        time.sleep(0.01)
    time.sleep(random.Random(f"{jobs} {to}").uniform(0, 0.1))
    # a terminal sends it to the processes of its foreground, the graders too
    (os.killpg if to == "the terminal" else os.kill)(run.process.pid, signal.SIGINT)
    status, said = run.wait()
    assert status == INTERRUPTED
    assert said.splitlines()[-1] == TOLD
    assert "Traceback" not in said
    kept = journal.read()
    assert 3 <= len(kept) < 30
    assert len(journal.path.read_bytes().splitlines()) == len(kept)
    results = everybody.finish("--jobs", jobs)
    assert all(results[result.student] == result for result in kept)
    assert {result.score for result in results.values()} == {FULL}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_does_not_return_is_not_waited_for(make_class, jobs):
    everybody = make_class(2, cost="def cost(A, Y):\n    while True: pass")
    limits = everybody.root / "solutions" / "tiny" / "assignment.yaml"
    slow = limits.read_text().replace("{call: 0.3, cpu: 8}", "{call: 60, cpu: 60}")
    limits.write_text(slow)
    run = everybody.start("--jobs", jobs)
    kind = GRADER if jobs == "2" else WORKER
    while not run.processes()[kind]:
        time.sleep(0.05)
    time.sleep(1)
    started = time.monotonic()
    os.killpg(run.process.pid, signal.SIGINT)
    status, said = run.wait()
    assert (status, said.splitlines()[-1]) == (INTERRUPTED, TOLD)
    assert time.monotonic() - started < LIMIT / 2

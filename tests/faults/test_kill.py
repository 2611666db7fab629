"""kill -9 at random moments: a resumed run finishes, and nothing stays behind."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections import Counter

import pytest

from autograder.grading.journal import FILE, Journal
from autograder.model import Graded
from tests.faults.runs import FULL, GRADER, KILLED, MAIN, WORKER, ZYGOTE

pytestmark = pytest.mark.slow

MOMENTS = int(os.environ.get("FAULT_MOMENTS", "100"))
SEED = int(os.environ.get("FAULT_SEED", "6"))
SHARES = {MAIN: 6, GRADER: 6, ZYGOTE: 18, WORKER: 70}
"""Of a hundred moments: what takes longest to start again is killed least often."""
LONGEST_PAUSE = 0.05
REFUSED = 2


def test_at_a_hundred_random_moments(make_class):
    everybody = make_class(80)
    chance = random.Random(SEED)
    left = [
        kind for kind, share in SHARES.items() for _ in range(share * MOMENTS // 100)
    ]
    chance.shuffle(left)
    killed = Counter()
    while left:
        run = everybody.start("--resume", "--jobs", "2")
        disturb(run, left, chance)
        status, said = run.wait()
        killed += run.killed
        if run.killed[MAIN]:
            assert status == KILLED
            tear(everybody.out / FILE, chance)
            continue
        assert "Traceback" not in said
        if status == REFUSED:  # killed while it was tried whether the sandbox holds
            assert "while this machine was examined" in said
        else:
            assert status in {0, 1}, said
            scores = {result.score for result in everybody.results().values()}
            assert scores <= {FULL, None}  # nobody loses a point by our deaths
            shutil.rmtree(everybody.out)
    results = everybody.finish("--jobs", "2")
    assert {result.outcome for result in results.values()} == {Graded.GRADED}
    assert killed.total() >= len(SHARES)


def disturb(run, left, chance):
    """Kill what is next in `left` until the run is over."""
    while left and not run.is_over:
        if not run.processes()[left[-1]]:
            time.sleep(0.05)
            continue
        time.sleep(chance.uniform(0, LONGEST_PAUSE))
        if run.kill(left[-1], chance) and left.pop() == MAIN:
            return


def tear(path, chance):
    """Cut a journal at any byte of its last line, as a crash may."""
    if not path.is_file():
        return
    before, whole = Journal(path).read(), path.read_bytes()
    assert len(whole.splitlines()) - len(before) in {0, 1}  # torn an earlier time
    last = whole.rstrip(b"\n").rpartition(b"\n")[2]
    path.write_bytes(whole[: len(whole) - chance.randint(0, len(last) + 1)])
    assert Journal(path).read() in (before, before[:-1])

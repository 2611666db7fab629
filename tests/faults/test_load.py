"""Fairness: a machine that is busy with something else fails no honest student."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.faults.runs import FULL

pytestmark = pytest.mark.slow

LIMIT = 0.3
"""Seconds of processor time that a call of the tiny course may take."""
HONEST = """\
def cost(A, Y, scale=0.5):
    import time
    start = time.process_time()
    while time.process_time() - start < 0.15:
        pass
    return float(scale * np.sum((A - Y) ** 2) / Y.shape[1])"""
ENDLESS = "def cost(A, Y, scale=0.5):\n    while True: pass"


@pytest.fixture
def load():
    """Keep every core busy twice over."""
    busy = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(2 * (os.cpu_count() or 1))
    ]
    yield
    for process in busy:
        process.kill()
        process.wait()


def test_no_honest_submission_fails_a_time_limit(make_class, load):
    everybody = make_class(4, cost=HONEST)
    last = everybody.root / "handed" / "s03" / "tiny.py"
    text = last.read_text(encoding="utf-8")
    last.write_text(text.replace(HONEST, ENDLESS), encoding="utf-8")
    status, said = everybody.start("--jobs", "2").wait()
    assert status == 0, said
    results = everybody.results()
    scores = {student: result.score for student, result in results.items()}
    assert scores.pop("s03") == FULL - 3
    assert set(scores.values()) == {FULL}
    (check, *_) = results["s03"].functions["cost"].checks
    assert check.feedback.headline == f"`cost` did not finish within {LIMIT:g} s"

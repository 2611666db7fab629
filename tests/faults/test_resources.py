"""A full disk, a folder that cannot be written, no descriptors left: one line, and on."""

from __future__ import annotations

import os
import resource
import subprocess

import pytest

from autograder.grading.journal import FILE, Journal
from tests.faults.runs import FULL, WRITTEN

pytestmark = pytest.mark.slow

WRONG = 2


def limited(kind, most):
    """Return what sets a limit in the process that is started."""
    return lambda: resource.setrlimit(kind, (most, most))


def mount(options):
    """Return a command that runs another one with a file system of its own at `out`.

    None where that cannot be done.
    """
    before = ["unshare", "--mount", "sh", "-c", f'mount -t tmpfs {options} && exec "$@"', "-"]
    try:
        probe = subprocess.run(["unshare", "--mount", "true"], capture_output=True)
    except FileNotFoundError:
        return None
    return before if os.geteuid() == 0 and probe.returncode == 0 else None


def check_finishes(everybody, said, kept):
    """Check that the error is one line, and that a resumed run keeps what was done."""
    lines = [line for line in said.splitlines() if not line.startswith("graded ")]
    assert "Traceback" not in said
    assert len(lines) == 1, said
    results = everybody.finish()
    assert all(results[result.student] == result for result in kept)
    assert {result.score for result in results.values()} == {FULL}
    return lines[0]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("size", [0, 700, 5000])
def test_a_file_that_may_not_grow(make_class, jobs, size):
    everybody = make_class(8)
    limit = limited(resource.RLIMIT_FSIZE, size)
    status, said = everybody.start("--jobs", jobs, preexec_fn=limit).wait()
    kept = Journal(everybody.out / FILE).read()
    assert status == WRONG
    assert len(kept) == size // 1600
    line = check_finishes(everybody, said, kept)
    assert line == f"{everybody.out}: cannot be written: File too large"

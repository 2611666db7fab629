"""A full disk, a folder that cannot be written, no descriptors: one line, and on."""

from __future__ import annotations

import os
import resource
import subprocess
import time

import pytest

from autograder.grading.journal import FILE, Journal
from tests.faults.runs import FULL, GRADER, MAIN

pytestmark = pytest.mark.slow

WRONG = 2


def limited(kind, most):
    """Return what sets a limit in the process that is started."""
    return lambda: resource.setrlimit(kind, (most, most))


def check_finishes(everybody, said, kept):
    """Check that the error is one line, and that a resumed run keeps what was done."""
    lines = [line for line in said.splitlines() if not line.startswith("graded ")]
    assert len(lines) == 1, said
    check_resumes(everybody, kept)
    return lines[0]


def check_resumes(everybody, kept):
    results = everybody.finish()
    assert all(results[result.student] == result for result in kept)
    assert {result.score for result in results.values()} == {FULL}


def test_a_file_that_may_not_grow(make_class):
    everybody = make_class(6)
    limit = limited(resource.RLIMIT_FSIZE, 5000)
    status, said = everybody.start("--jobs", "1", preexec_fn=limit).wait()
    kept = Journal(everybody.out / FILE).read()
    assert (status, 0 < len(kept) < 6) == (WRONG, True)
    assert (everybody.out / FILE).stat().st_size == 5000  # with half a line
    line = check_finishes(everybody, said, kept)
    assert line == f"{everybody.out}: cannot be written: File too large"


@pytest.fixture
def small_disk(tmp_path):
    """Return a function that mounts a small disk on a folder."""
    mounted = []

    def mount(folder, options):
        again = ["--options", f"remount,{options}"] if folder in mounted else []
        folder.mkdir(exist_ok=True)
        command = ["mount", *again, "--types", "tmpfs", "none", str(folder)]
        command += [] if again else ["--options", options]
        if os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
            pytest.skip("only root can mount a disk, and not in every container")
        mounted.append(folder)

    yield mount
    for folder in set(mounted):
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full(make_class, small_disk):
    everybody = make_class(12)
    small_disk(everybody.out, "size=8k")  # two pages, one for the old journal
    status, said = everybody.start("--jobs", "2").wait()
    kept = Journal(everybody.out / FILE).read()
    assert (status, 0 < len(kept) < 12) == (WRONG, True)
    small_disk(everybody.out, "size=8m")
    line = check_finishes(everybody, said, kept)
    assert line == f"{everybody.out}: cannot be written: No space left on device"


def test_a_disk_that_is_read_only(make_class, small_disk):
    everybody = make_class(1)
    small_disk(everybody.out, "ro")
    status, said = everybody.start().wait()
    assert status == WRONG
    small_disk(everybody.out, "rw")
    line = check_finishes(everybody, said, [])
    assert line == f"{everybody.out}: cannot be written: Read-only file system"


def test_a_folder_that_cannot_be_written(make_class):
    everybody = make_class(1)
    everybody.out.touch()
    status, said = everybody.start().wait()
    assert status == WRONG
    everybody.out.unlink()
    line = check_finishes(everybody, said, [])
    assert line == f"{everybody.out}: cannot be written: File exists"


@pytest.mark.parametrize("most", [9, 40])
def test_few_descriptors_from_the_start(make_class, most):
    everybody = make_class(2)
    limit = limited(resource.RLIMIT_NOFILE, most)
    status, said = everybody.start("--jobs", "1", preexec_fn=limit).wait()
    assert status != 0
    assert "Traceback" not in said
    check_resumes(everybody, [])


def test_no_descriptor_is_left_halfway(make_class):
    everybody = make_class(30)
    run = everybody.start("--jobs", "2")
    journal = Journal(everybody.out / FILE)
    while len(journal.read()) < 3:
        time.sleep(0.01)
    processes = run.processes()
    for pid in processes[MAIN] + processes[GRADER]:
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (5, 5))
    status, said = run.wait()
    assert status in {1, WRONG}
    assert "Traceback" not in said
    check_resumes(everybody, [one for one in journal.read() if one.score is not None])

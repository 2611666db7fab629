"""Run ``autograder grade`` in a process of its own, and see all that it starts."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from autograder.grading.journal import FILE
from autograder.model import SubmissionResult

ROOT = Path(__file__).parent.parent.parent
KILLED = -9
FULL = 13.0
"""Points of the tiny course of tests/grading."""
WRITTEN = {"feedback", "grades.csv", "report.html", FILE}
MAIN, GRADER, ZYGOTE, WORKER = KINDS = ("main", "grader", "zygote", "worker")
SECONDS = 60.0
"""After which a run is taken for hung."""
GONE_SECONDS = 10.0
"""After which a process that is still there has been left behind."""


@dataclass(frozen=True)
class Class:
    """A tiny course and what its students handed in."""

    root: Path
    students: tuple[str, ...]

    @property
    def out(self):
        return self.root / "out"

    @property
    def temporary(self):
        return self.root / "tmp"

    def start(self, *options, before=(), **details):
        """Start grading; `before` is what the command is run by, such as unshare."""
        self.temporary.mkdir(exist_ok=True)
        command = [*before, sys.executable, "-m", "autograder", "grade", "tiny"]
        command += ["handed", "--out", str(self.out), *options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        environment |= {"TMPDIR": str(self.temporary), "COVERAGE_PROCESS_START": ""}
        process = subprocess.Popen(
            command,
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            text=True,
            **details,
        )
        return Run(process)

    def finish(self, *options):
        """Grade what is left, undisturbed, and return the results by student."""
        status, said = self.start("--resume", *(options or ("--jobs", "1"))).wait()
        assert status == 0, said
        return self.results()

    def results(self):
        """Return the results by student; each is there once, wherever it is written."""
        lines = (self.out / FILE).read_bytes().splitlines()
        found = [msgspec.json.decode(line, type=SubmissionResult) for line in lines]
        with (self.out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = [row["student"] for row in csv.DictReader(file)]
        for names in ([result.student for result in found], rows):
            assert Counter(names) == Counter(self.students)
        assert {path.name for path in self.out.iterdir()} == WRITTEN
        assert list(self.temporary.iterdir()) == []
        return {result.student: result for result in found}


@dataclass
class Run:
    """One run of the command."""

    process: subprocess.Popen
    killed: Counter = field(default_factory=Counter)

    @property
    def is_over(self):
        return self.process.poll() is not None

    def processes(self):
        """Return the processes of this run by kind, the command itself included."""
        found = {kind: [] for kind in KINDS}
        found[MAIN].append(self.process.pid)
        commands = {self.process.pid: ""}
        for pid, parent, command in below(self.process.pid):
            commands[pid] = command
            if "zygote.py" in command:
                is_worker = "zygote.py" in commands[parent]
                found[WORKER if is_worker else ZYGOTE].append(pid)
            elif "spawn_main" in command:
                found[GRADER].append(pid)
        return found

    def kill(self, kind, random):
        """Kill one process of this kind, if there is one now."""
        if self.is_over or not (pids := self.processes()[kind]):
            return False
        try:
            os.kill(random.choice(pids), signal.SIGKILL)
        except ProcessLookupError:
            return False
        self.killed[kind] += 1
        return True

    def wait(self):
        """Return the exit status, and what was said; nothing may stay behind."""
        said, _ = self.process.communicate(timeout=SECONDS)
        deadline = time.monotonic() + GONE_SECONDS
        while left := orphans():
            assert time.monotonic() < deadline, f"left behind: {left}; said: {said}"
            time.sleep(0.01)
        return self.process.returncode, said


def below(ancestor):
    """Return id, parent and command of every process below one, parents first."""
    children = {}
    for name in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208
        parent = int((read(name, "stat").rpartition(")")[2].split() or "00")[1])
        children.setdefault(parent, []).append(int(name))
    found = [(pid, ancestor) for pid in children.get(ancestor, ())]
    for pid, _ in found:
        found += [(child, pid) for child in children.get(pid, ())]
    return [(pid, parent, read(pid, "cmdline")) for pid, parent in found]


def read(pid, name):
    """Return a file of /proc about a process; empty when that has just ended."""
    try:
        content = Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return ""
    return content.replace(b"\0", b" ").decode(errors="replace")


def orphans():
    """Return what a run has left; we are made the parent of it, see `reaper`."""
    for pid, parent, command in below(os.getpid()):
        if parent == os.getpid() and not command:  # a zombie, or not executed yet
            try:
                os.waitpid(pid, os.WNOHANG)
            except ChildProcessError:
                continue
    return [one for one in below(os.getpid()) if is_ours(one[2])]


def is_ours(command):
    return any(name in command for name in ("zygote.py", "spawn_main", "autograder"))

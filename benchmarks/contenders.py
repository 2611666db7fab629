"""Those who grade the same assignment: how each is run, and why it is believed."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.measuring import Cost, run
from benchmarks.workload import RIGHT, ROOT, SLUG, WRONG, Workload, notebook

PEERS = ROOT / ".venv-bench" / "bin"


@dataclass(frozen=True)
class Sample:
    """What one round of one contender found, in seconds."""

    cpu: float
    """Processor time of one submission."""
    wall: float
    start: float | None = None
    """Processor time before the first submission, where that is paid once a run."""


class Contender(Protocol):
    """Somebody who grades."""

    name: str
    checks: int
    start: str
    """What is said of the start where no figure of its own is taken."""

    def passes(self, source: Path) -> bool:
        """Whether a submission gets full marks."""
        ...

    def sample(self) -> Sample:
        """Return what a right submission costs."""
        ...


def per_submission(few: Cost, many: Cost, more: int) -> Sample:
    """Return the cost of one submission from runs with 1 and with 1 + `more`."""
    cpu, wall = (many.cpu - few.cpu) / more, (many.wall - few.wall) / more
    return Sample(cpu, wall, few.cpu - cpu)


def mean(costs: Iterable[Cost]) -> Sample:
    """Return the cost of one submission where each has a process of its own."""
    costs = list(costs)
    cpu, wall = sum(cost.cpu for cost in costs), sum(cost.wall for cost in costs)
    return Sample(cpu / len(costs), wall / len(costs))


class Ours:
    """``autograder grade`` from the shell, one job, with everything that it writes."""

    start = "once"

    def __init__(
        self,
        folder: Path,
        workload: Workload,
        name: str,
        source: Path,
        count: int,
        course: Path = ROOT,
    ) -> None:
        self.name = name
        self.course = course
        checks = workload.checks if course == ROOT else workload.first_checks
        self.checks = len(checks)
        self.folder = folder / "ours" / course.name / source.parent.name
        self.source = source
        self.more = count - 1
        for group, size in (("one", 1), ("many", count)):
            for number in range(size):
                hand_in(self.folder / group / f"s{number:03}", source)

    def passes(self, source: Path) -> bool:
        """Whether a submission gets full marks."""
        home = self.folder / "tried" / source.parent.name
        hand_in(home, source)
        self._grade(home)
        line = (self.folder / "out" / "results.jsonl").read_text(encoding="utf-8")
        result = json.loads(line)
        return bool(result["score"] == result["max_score"])

    def sample(self) -> Sample:
        """Return what a submission costs."""
        few = self._grade(self.folder / "one")
        many = self._grade(self.folder / "many")
        return per_submission(few, many, self.more)

    def _grade(self, handed_in: Path) -> Cost:
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        command = [sys.executable, "-m", "autograder", "grade", SLUG, handed_in]
        return run(
            [*command, "--out", out, "--jobs", "1"],
            folder=self.course,
            environment={"PYTHONPATH": str(ROOT)},
        )


class Bare:
    """The same calls and comparisons in one process, with nothing around them."""

    start = "–"

    def __init__(
        self, workload: Workload, name: str, comparison: str, count: int
    ) -> None:
        self.name = name
        self.checks = len(workload.checks)
        self.workload, self.comparison, self.count = workload, comparison, count

    def passes(self, source: Path) -> bool:
        """Whether every call of a submission gives the right value."""
        try:
            self._repeat(source, 1)
        except RuntimeError:
            return False
        return True

    def sample(self) -> Sample:
        """Return what a submission costs, by the clocks of the process itself."""
        return self._repeat(RIGHT, self.count)

    def _repeat(self, source: Path, count: int) -> Sample:
        result = self.workload.folder / "bare.json"
        cases = self.workload.folder / "cases.pickle"
        command = [sys.executable, "-m", "benchmarks.bare", source, cases, str(count)]
        beside = {"PYTHONPATH": str(self.workload.folder / "beside")}
        run(
            [*command, self.comparison, result],
            folder=ROOT,
            environment=beside,
        )
        return Sample(**json.loads(result.read_text(encoding="utf-8")))


class Pytest:
    """A pytest process for each submission, without plugins."""

    start = "in each"

    def __init__(self, workload: Workload, count: int) -> None:
        self.name = "a pytest process each"
        self.checks = len(workload.checks)
        self.workload, self.count = workload, count

    def passes(self, source: Path) -> bool:
        """Whether pytest ends with success."""
        try:
            self._test(source)
        except RuntimeError:
            return False
        return True

    def sample(self) -> Sample:
        """Return what a submission costs."""
        return mean(self._test(RIGHT) for _ in range(self.count))

    def _test(self, source: Path) -> Cost:
        module = Path(__file__).parent / "peers" / "test_submission.py"
        options = ["-q", "-p", "no:cacheprovider", "-c", "/dev/null", module]
        submission = {"BENCHMARK_SUBMISSION": str(source)}
        return run(
            [PEERS / "python", "-m", "pytest", *options],
            folder=self.workload.folder,
            environment=self.workload.environment | submission,
        )


def hand_in(home: Path, source: Path) -> None:
    """Put a submission into a student's folder."""
    home.mkdir(parents=True, exist_ok=True)
    text = notebook(source)
    (home / "deep_network.ipynb").write_text(text, encoding="utf-8")


def prove(contender: Contender) -> None:
    """Have a contender grade a right and a wrong submission; this warms it up, too.

    Raises
    ------
    RuntimeError
        If it does not tell the two apart: then its figures are worth nothing.
    """
    if not contender.passes(RIGHT):
        raise RuntimeError(f"{contender.name}: refuses a right submission")
    if contender.passes(WRONG):
        raise RuntimeError(f"{contender.name}: passes a wrong submission")

"""Those who grade the same assignment: how each is set up, run, and believed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.measuring import Cost, run
from benchmarks.workload import RIGHT, ROOT, SLUG, WRONG, Workload, notebook

PEERS = ROOT / ".venv-bench" / "bin"
HOMEWORK = "homework"
NBGRADER_CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "benchmark"\n'
OTTER_TEST = """\
OK_FORMAT = True
test = {{"name": "{name}", "points": 1, "suites": [{{
    "type": "doctest", "scored": True, "setup": "", "teardown": "",
    "cases": [{{"code": case, "hidden": True, "locked": False}} for case in {cases}],
}}]}}
"""


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
        self, folder: Path, workload: Workload, name: str, source: Path, count: int
    ) -> None:
        self.name = name
        self.checks = len(workload.checks)
        self.folder = folder / "ours" / source.parent.name
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
        return run([*command, "--out", out, "--jobs", "1"], folder=ROOT)


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


class Nbgrader:
    """``nbgrader autograde`` of a class; a notebook and ten checks each."""

    start = "once"

    def __init__(self, folder: Path, workload: Workload, count: int) -> None:
        self.name = "nbgrader autograde"
        self.checks = len(workload.first_checks)
        self.folder, self.workload = folder / "nbgrader", workload
        self.more = count - 1
        source = self.folder / "source" / HOMEWORK
        source.mkdir(parents=True)
        self._write(source / f"{HOMEWORK}.ipynb", RIGHT)
        config = self.folder / "nbgrader_config.py"
        config.write_text(NBGRADER_CONFIG, encoding="utf-8")
        self._run("generate_assignment", "--create")
        for number in range(count):
            self._submit(f"s{number:03}", RIGHT)

    def passes(self, source: Path) -> bool:
        """Whether a submission gets full marks in the gradebook."""
        self._submit("tried", source)
        self._run("autograde", "--student=tried", "--force")
        shutil.rmtree(self.folder / "submitted" / "tried")
        with sqlite3.connect(self.folder / "gradebook.db") as gradebook:
            rows = gradebook.execute(
                "SELECT SUM(auto_score) FROM grade"
                " JOIN submitted_notebook AS n ON grade.notebook_id = n.id"
                " JOIN submitted_assignment AS a ON n.assignment_id = a.id"
                " WHERE a.student_id = 'tried'"
            )
            return bool(rows.fetchone()[0] == self.checks)

    def sample(self) -> Sample:
        """Return what a submission costs."""
        few = self._run("autograde", "--student=s000", "--force")
        many = self._run("autograde", "--force")
        return per_submission(few, many, self.more)

    def _submit(self, student: str, source: Path) -> None:
        home = self.folder / "submitted" / student / HOMEWORK
        home.mkdir(parents=True)
        self._write(home / f"{HOMEWORK}.ipynb", source)

    def _write(self, path: Path, source: Path) -> None:
        text = notebook(source, self.workload.first_checks)
        path.write_text(text, encoding="utf-8")

    def _run(self, step: str, *options: str) -> Cost:
        return run(
            [PEERS / "nbgrader", step, HOMEWORK, *options],
            folder=self.folder,
            environment=self.workload.environment | found_by_name(),
        )


class Otter:
    """``otter run`` of each notebook, as its containers do."""

    start = "in each"

    def __init__(self, folder: Path, workload: Workload, count: int) -> None:
        self.name = "otter run"
        self.checks = len(workload.checks)
        self.folder, self.workload, self.count = folder / "otter", workload, count
        (self.folder / "out").mkdir(parents=True)
        (self.folder / "tests").mkdir()
        for function in dict.fromkeys(workload.checks.values()):
            named = [k for k, f in workload.checks.items() if f == function]
            text = OTTER_TEST.format(name=function, cases=otter_cases(named))
            path = self.folder / "tests" / f"{function}.py"
            path.write_text(text, encoding="utf-8")
        without = ("--no-config", "--no-environment", "--no-requirements")
        self._run("generate", "-t", "tests", "-o", "autograder.zip", *without)

    def passes(self, source: Path) -> bool:
        """Whether a submission gets full marks."""
        self._grade(source)
        text = (self.folder / "out" / "results.json").read_text(encoding="utf-8")
        tests = [test for test in json.loads(text)["tests"] if "max_score" in test]
        return all(test["score"] == test["max_score"] for test in tests)

    def sample(self) -> Sample:
        """Return what a submission costs."""
        return mean(self._grade(RIGHT) for _ in range(self.count))

    def _grade(self, source: Path) -> Cost:
        submission = self.folder / "submission.ipynb"
        submission.write_text(notebook(source), encoding="utf-8")
        return self._run("run", "-a", "autograder.zip", "-o", "out", submission)

    def _run(self, *arguments: str | Path) -> Cost:
        return run(
            [PEERS / "otter", *arguments],
            folder=self.folder,
            environment=self.workload.environment | found_by_name(),
        )


def otter_cases(checks: Sequence[str]) -> list[str]:
    """Return a doctest for each check."""
    return [
        f">>> from checking import check\n>>> check({name!r}, globals())"
        for name in checks
    ]


def found_by_name() -> dict[str, str]:
    """Return the search path on which a peer finds its own programs."""
    import os

    return {"PATH": f"{PEERS}:{os.environ['PATH']}"}


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

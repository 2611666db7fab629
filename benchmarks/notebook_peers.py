"""The peers that grade notebooks: how nbgrader and otter-grader are set up and run."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contenders import PEERS, Sample, mean, per_submission
from benchmarks.measuring import Cost, run
from benchmarks.workload import RIGHT, Workload, notebook

HOMEWORK = "homework"
NBGRADER_CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "benchmark"\n'
OTTER_TEST = """\
OK_FORMAT = True
test = {{"name": "{name}", "points": 1, "suites": [{{
    "type": "doctest", "scored": True, "setup": "", "teardown": "",
    "cases": [{{"code": case, "hidden": True, "locked": False}} for case in {cases}],
}}]}}
"""


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
    return {"PATH": f"{PEERS}:{os.environ['PATH']}"}

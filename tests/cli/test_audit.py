from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from autograder.authoring.audit import Audit
from autograder.authoring.mutants import Mutant
from autograder.authoring.verdicts import Fate
from autograder.course import assignment as assignments

MUTANT = Mutant(
    "relu", 7, "operator", "", "--- a.py\n+++ a.py\n@@ -7,1 +7,1 @@\n-    a\n+    b"
)


@pytest.fixture
def audited(replace_module):
    """What audits are asked for, and what they find; by default nothing wrong."""
    calls = SimpleNamespace(asked=[], found={}, closed=0)

    class Plan:
        size = 1

        def __init__(self, assignment, unsafe):
            self.assignment, self.unsafe = assignment, unsafe

        def carry_out(self, processes, on_done):
            calls.asked.append((self.assignment.slug, self.unsafe, processes))
            on_done(None)
            clean = {
                "mistakes": 3,
                "fates": (Fate(MUTANT, ("test_relu",)),),
                "problems": (),
                "redundant": (),
            }
            return Audit(self.assignment, **clean | calls.found)

        def close(self):
            calls.closed += 1

    replace_module("autograder.authoring.audit", Plan=Plan)
    return calls


def test_all_assignments_by_default(run, course, audited):
    result = run("audit")
    assert result.exit_code == 0
    assert [slug for slug, *_ in audited.asked] == ["week4", "week5"]
    assert audited.closed == 2


def test_options(run, course, audited):
    assert run("audit", "week5", "--jobs", "3", "--unsafe-no-sandbox").exit_code == 0
    assert audited.asked == [("week5", True, 3)]


def test_clean(run, course, audited):
    result = run("audit", "week5")
    assert result.stdout.splitlines() == [
        "| week5 | mutants | die | listed | survive | explained | wrongly |",
        "|-------|--------:|----:|-------:|--------:|----------:|--------:|",
        "| relu  |       1 |   1 |      0 |       0 |         0 |       0 |",
        "week5: clean; 3 mistakes and 1 mutants in 0 s",
    ]


def test_everything_wrong_is_1(run, course, audited):
    audited.found = {
        "fates": (Fate(MUTANT), Fate(MUTANT, ("test_relu",), ("a", "b"), ())),
        "problems": ("all ones: relu: expected 0, got 5",),
        "redundant": ("test_relu",),
    }
    result = run("audit", "week5")
    assert result.exit_code == 1
    diff = [f"    {line}" for line in MUTANT.diff.splitlines()]
    assert result.stdout.splitlines()[2:] == [
        "| relu  |       2 |   1 |      0 |       1 |         1 |       1 |",
        "all ones: relu: expected 0, got 5",
        "deep_network.py:7: relu: operator: survives",
        *diff,
        "deep_network.py:7: relu: operator: explained as 'a, b', "
        "in another round as 'nothing'",
        *diff,
        "test_relu: sees nothing that no other check sees; could be dropped",
        "week5: not clean; 3 mistakes and 2 mutants in 0 s",
    ]


def test_one_that_is_not_clean_does_not_stop_the_next(run, course, audited):
    audited.found = {"problems": ("x",)}
    assert run("audit").exit_code == 1
    assert len(audited.asked) == 2


def test_an_error_of_the_course_is_2(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("audit")
    assert result.exit_code == 2
    assert "expected to be in a course" in result.stderr


def test_presence_has_nothing_to_audit(run, course, audited, monkeypatch):
    read = assignments.read_assignment
    monkeypatch.setattr(
        assignments,
        "read_assignment",
        lambda folder: replace(read(folder), presence=10, functions={}),
    )
    result = run("audit", "week5")
    assert (result.exit_code, audited.asked) == (0, [])
    assert (
        result.stdout
        == "week5: clean; any file earns the points, so no check is there\n"
    )

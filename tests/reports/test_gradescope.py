from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from autograder.model import FunctionResult, Lateness, Outcome
from autograder.reports.gradescope import write_gradescope

TOP = {
    "score": (int, float),
    "execution_time": (int, float),
    "visibility": str,
    "stdout_visibility": str,
    "output": str,
    "output_format": str,
    "test_output_format": str,
    "test_name_format": str,
    "tests": list,
    "extra_data": dict,
}
TEST = {
    "name": str,
    "score": (int, float),
    "max_score": (int, float),
    "status": str,
    "visibility": str,
    "output": str,
    "output_format": str,
}
EVIL = "<script>alert(1)</script>\x1b[2J\u202e\x00\ud800"


@pytest.fixture
def page(tmp_path, assignment):
    """Return a function that writes results.json and reads it as Gradescope does."""

    def write(result, language="en"):
        path = tmp_path / "results" / "results.json"
        write_gradescope(path, result, assignment, language)
        page = json.loads(path.read_bytes())
        for record, shape in [(page, TOP), *((test, TEST) for test in page["tests"])]:
            for key, value in record.items():
                assert isinstance(value, shape[key]), key
            for key in ("visibility", "output_format"):
                assert record[key] in {"visible", "text"}
        return page

    return write


def test_a_test_is_a_function(page, wrong):
    written = page(wrong)
    assert written["score"] == pytest.approx(54.67, abs=0.01)
    assert [
        (test["name"], round(test["score"], 2), test["max_score"], test["status"])
        for test in written["tests"]
    ] == [
        ("linear_forward", 40, 40, "passed"),
        ("relu", 0, 20, "failed"),
        ("linear_backward", 12, 36, "failed"),
        ("everything as handed in", 2.67, 4, "failed"),
    ]
    assert written["execution_time"] == 0.03
    assert written["stdout_visibility"] == "hidden"
    assert written["extra_data"]["round"] == "0123456789abcdef"
    assert written["extra_data"]["max_score"] == 100
    assert set(written) == set(TOP)


def test_a_test_says_what_the_feedback_says(page, wrong):
    tests = {test["name"]: test["output"] for test in page(wrong)["tests"]}
    assert tests["linear_backward"] == (
        "what linear_backward returns\n"
        "`dW` has the right shape but 12 of 12 values differ\n"
        "    dW[0, 0]: expected 0.0634767, got 0.317384\n"
        "    ... and 11 more\n"
        "  cause: every entry is 5 times the expected one, and m = 5\n"
        "  hint: the cost is a mean over the batch; so is its gradient\n"
        "  call: linear_backward(dZ, cache), dZ (3, 5), A_prev (4, 5), W (3, 4)\n"
        "Failed in the same way: 1"
    )
    assert tests["linear_forward"] == ""


def test_what_could_not_be_run_and_notes(page, make, right):
    lost = make.check("relu", Outcome.COULD_NOT_GRADE)
    silent = make.check("relu", Outcome.FAILED)
    functions = {"relu": FunctionResult(0, 20, (lost, silent), ("a note",))}
    (test,) = page(replace(right, functions=functions))["tests"]
    assert test["output"] == (
        "what relu returns\n\nChecks that could not be run: what relu returns\n\na note"
    )


def test_what_could_not_be_graded_has_no_score(page, unreadable):
    written = page(unreadable)
    assert "score" not in written
    assert written["tests"] == []
    assert written["output"] == (
        "Could not be graded: the notebook is not JSON: line 1, column 5\n"
        "There is no score yet, and no points were lost. Please show this page to "
        "your teaching team."
    )


def test_the_score_is_the_one_after_the_due_time(page, right):
    due = datetime(2026, 12, 1, tzinfo=UTC)
    late = Lateness(due, 86400.0, 1, 0.1, ("due …: 1 day late", "10% a day: 10%"))
    written = page(replace(right, score=90, earned=100, late=late, notes=("a note",)))
    assert written["score"] == 90
    assert sum(test["score"] for test in written["tests"]) == 100
    assert written["output"] == "due …: 1 day late\n10% a day: 10%\na note"


def test_text_of_students_stays_text(page, make, right):
    said = replace(make.raised, headline=EVIL, evidence=(EVIL,))
    checks = (replace(make.check("relu", Outcome.FAILED, said), title=EVIL),)
    functions = {"relu": FunctionResult(0, 20, checks, (EVIL,))}
    written = page(
        replace(right, student=EVIL, file=EVIL, functions=functions, notes=(EVIL,))
    )
    shown = "<script>alert(1)</script>␛[2J\ufffd␀\ufffd"
    assert written["extra_data"]["student"] == shown
    assert written["output"] == shown
    assert written["tests"][0]["output"].startswith(f"{shown}\n{shown}\n    {shown}\n")
    assert written["tests"][0]["output_format"] == "text"

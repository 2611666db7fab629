from __future__ import annotations

from pathlib import Path

import pytest

from autograder.grading.run import Options
from autograder.model import Graded

LOST = {"outcome": Graded.COULD_NOT_GRADE, "score": None, "error": "not a notebook"}


def test_everything_is_written_and_said(run, course, graded):
    result = run("grade", "week5", "submitted")
    assert result.exit_code == 0
    assert graded.discovered == [[Path("submitted")]]
    (slug, submissions, out, options), *more = graded.graded
    assert (slug, len(submissions), more) == ("week5", 3, [])
    assert out == course.root / "graded" / "week5"
    assert options == Options()
    assert {str(path.relative_to(out)) for path in out.rglob("*.*")} == {
        "grades.csv",
        "report.html",
        "feedback/hostile_reads.html",
        "feedback/s01.html",
        "feedback/s02.html",
    }
    assert "Graded 3 · Could not be graded 0 · Mean 10 · Median 10" in result.stdout
    assert result.stdout.splitlines()[-1] == "report: graded/week5/report.html"
    assert result.stderr.startswith("graded 3 of 3, ")


def test_options_are_passed_on(run, course, graded, tmp_path):
    out = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    result = run(
        *("grade", "week4", "a", "b.zip", "--out", str(out), "--jobs", "2"),
        *("--resume", "--unsafe-no-sandbox"),
    )
    assert result.exit_code == 0
    assert graded.discovered == [[Path("a"), Path("b.zip")]]
    assert graded.graded[0][2] == out
    assert graded.graded[0][3] == Options(jobs=2, resume=True, unsafe=True)
    assert "unsafe: student code runs without a sandbox\n" in result.stderr
    assert result.stdout.splitlines()[-1].endswith("-elsewhere/report.html")


def test_one_that_could_not_be_graded_is_1(run, course, graded):
    graded.outcomes = {"s02": LOST}
    result = run("grade", "week5", "submitted")
    assert result.exit_code == 1
    assert "Could not be graded: not a notebook" in result.stdout
    assert "s02,,10,could-not-grade" in (
        course.root / "graded" / "week5" / "grades.csv"
    ).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("wrong", [["--lang", "fr"], ["--jobs", "-1"]])
def test_a_wrong_option_is_2(run, course, graded, wrong):
    assert run("grade", "week5", "submitted", *wrong).exit_code == 2
    assert graded.graded == []

from __future__ import annotations

import csv

import pytest


@pytest.mark.slow
def test_a_course_that_is_released_and_grades(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = run("new", "mine")
    assert (made.exit_code, made.stdout) == (0, "made mine; read mine/README.md\n")
    monkeypatch.chdir("mine")
    checked = run("release", "--check")
    assert (checked.exit_code, checked.output) == (0, "")
    assert run("audit").exit_code == 0
    folders = ("solutions/week1_mean", "assignments/week1_mean")
    graded = run("grade", "week1_mean", *(f"{folder}/mean.py" for folder in folders))
    assert graded.exit_code == 0
    grades = tmp_path / "mine" / "graded" / "week1_mean" / "grades.csv"
    with grades.open(encoding="utf-8-sig", newline="") as file:
        scores = {row["student"]: row["score"] for row in csv.DictReader(file)}
    assert scores == {"solutions": "10", "assignments": "0"}
    monkeypatch.chdir("assignments/week1_mean")
    tried = run("check", "mean.py", "--lang", "en")
    assert tried.stdout.startswith("✗ mean\n    `mean` is not written yet\n✗ center\n")


def test_a_folder_that_is_not_empty_is_a_wrong_call(run, tmp_path):
    (tmp_path / "mine.txt").touch()
    result = run("new", str(tmp_path))
    assert (result.exit_code, result.stderr) == (
        2,
        f"{tmp_path}: expected a new or an empty folder, got one that is not empty\n",
    )


def test_it_needs_a_folder(run):
    assert run("new").exit_code == 2

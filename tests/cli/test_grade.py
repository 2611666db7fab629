from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder.course import assignment as assignments
from autograder.course.calendar import LatePolicy
from autograder.grading.run import Options
from autograder.intake import discover as intake
from autograder.model import Graded

LOST = {"outcome": Graded.COULD_NOT_GRADE, "score": None, "error": "not a notebook"}


@pytest.fixture
def due_yesterday(graded, monkeypatch):
    """Everything is due at midnight, and comes in a day and a half later."""
    read, find = assignments.read_assignment, intake.discover
    due, time = (datetime(2026, 12, d, h, tzinfo=UTC) for d, h in [(1, 0), (2, 12)])
    monkeypatch.setattr(
        assignments, "read_assignment", lambda folder: replace(read(folder), due=due)
    )
    monkeypatch.setattr(
        intake, "discover", lambda *paths: [replace(s, time=time) for s in find(*paths)]
    )


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
        *("--resume", "--unsafe-no-sandbox", "--scheduler", "tcp://host:8786"),
    )
    assert result.exit_code == 0
    assert graded.discovered == [[Path("a"), Path("b.zip")]]
    assert graded.graded[0][2] == out
    assert graded.graded[0][3] == Options(
        jobs=2, resume=True, unsafe=True, scheduler="tcp://host:8786"
    )
    assert "unsafe: student code runs without a sandbox\n" in result.stderr
    assert "resumed: 1 of 3 are kept, 2 to grade\n" in result.stderr
    assert result.stdout.splitlines()[-1].endswith("-elsewhere/report.html")


def test_pages_are_written_while_others_are_graded(run, course, graded):
    seen = []

    def grade(assignment, submissions, out, options, hooks):
        folder = out / "feedback"
        results = [replace(graded.result, student=s.student) for s in submissions]
        for result in results:
            hooks.on_result(result)
            seen.append(len(list(folder.glob("*.html"))))
        return results

    graded.replace(grade)
    assert run("grade", "week5", "submitted").exit_code == 0
    assert seen == [1, 2, 3]


def test_a_page_that_cannot_be_written_is_told_when_all_are_graded(run, course, graded):
    out = course.root / "graded" / "week5"
    out.mkdir(parents=True)
    (out / "feedback").touch()
    result = run("grade", "week5", "submitted")
    assert (result.exit_code, len(graded.graded)) == (2, 1)
    assert "graded 3 of 3" in result.stderr
    assert "File exists" in result.stderr


@pytest.mark.parametrize("level", ["namespaces", "landlock"])
def test_a_sandbox_can_be_required(run, course, graded, level):
    assert run("grade", "week5", "a", "--require-sandbox", level).exit_code == 0
    assert graded.graded[0][3] == Options(require=level)


def test_one_that_could_not_be_graded_is_1(run, course, graded):
    graded.outcomes = {"s02": LOST}
    result = run("grade", "week5", "submitted")
    assert result.exit_code == 1
    assert "Could not be graded: not a notebook" in result.stdout
    assert "s02,,10,could-not-grade" in (
        course.root / "graded" / "week5" / "grades.csv"
    ).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "wrong", [["--lang", "fr"], ["--jobs", "-1"], ["--require-sandbox", "none"]]
)
def test_a_wrong_option_is_2(run, course, graded, wrong):
    assert run("grade", "week5", "submitted", *wrong).exit_code == 2
    assert graded.graded == []


def test_names_and_who_is_missing_come_from_the_roster(run, course, graded):
    (course.root / "roster.csv").write_text("id,name,section\ns01,Kim,A\ns09,Lee,B\n")
    run("grade", "week5", "submitted")
    lines = (
        (course.root / "graded/week5/grades.csv").read_text("utf-8-sig").splitlines()
    )
    assert lines[0].startswith("student,name,section,score,max_score,outcome,relu")
    assert "s01,Kim,A,10,10,graded,10,s01/deep_network.py," in lines
    assert lines[-1] == "s09,Lee,B,,,missing,,,"
    report = (course.root / "graded/week5/report.html").read_text("utf-8")
    assert "Handed in nothing" in report
    (course.root / "other.csv").write_text("id\ns02\n")
    run("grade", "week5", "submitted", "--roster", "other.csv")
    text = (course.root / "graded/week5/grades.csv").read_text("utf-8-sig")
    assert "Kim" not in text


def test_a_wrong_roster_is_2(run, course, graded):
    (course.root / "roster.csv").write_text("name\nKim\n")
    result = run("grade", "week5", "submitted")
    assert (result.exit_code, graded.graded) == (2, [])
    assert "roster.csv:1: expected a column 'id', got none" in result.stderr
    assert run("grade", "week5", "submitted", "--roster", "no.csv").exit_code == 2


def test_late_submissions_lose_what_the_course_says(run, course, graded, due_yesterday):
    course.late = LatePolicy(per_day=0.1)
    (course.root / "extensions.csv").write_text(
        "student,quiz,closes,excused\ns02,week5,2026-12-03T00:00:00Z,\n"
    )
    result = run("grade", "week5", "submitted")
    assert "2 days late: −2" in result.stdout
    lines = (
        (course.root / "graded/week5/grades.csv").read_text("utf-8-sig").splitlines()
    )
    head = "student,score,max_score,earned,handed_in,days_late,share_lost,outcome"
    assert lines[0].startswith(head)
    assert [line.split(",")[1:7] for line in lines[1:]] == [
        ["8", "10", "10", "2026-12-02T12:00:00+00:00", "2", "0.2"],
        ["8", "10", "10", "2026-12-02T12:00:00+00:00", "2", "0.2"],
        ["10", "10", "10", "2026-12-02T12:00:00+00:00", "0", "0"],
    ]
    other = course.root / "none.csv"
    other.write_text("student,quiz\n")
    run("grade", "week5", "submitted", "--extensions", str(other))
    text = (course.root / "graded/week5/feedback/s02.html").read_text("utf-8")
    assert "due 2026-12-01 00:00, handed in 2026-12-02 12:00:00: 2 days late" in text
    assert "score 10 − 2 = 8" in text


def test_junit(run, course, graded):
    result = run("grade", "week5", "submitted", "--format", "junit")
    assert result.exit_code == 0
    out = course.root / "graded" / "week5"
    assert [path.name for path in out.iterdir()] == ["junit.xml"]
    root = ElementTree.fromstring((out / "junit.xml").read_bytes())
    assert [suite.get("name") for suite in root] == ["hostile_reads", "s01", "s02"]
    assert graded.graded[0][3] == Options(own_rounds=True)
    assert result.stdout.splitlines()[-1] == "report: graded/week5/junit.xml"


def test_gradescope(run, course, graded):
    folder = course.root / "autograder" / "submission"
    folder.mkdir(parents=True)
    (folder / "deep_network.py").write_text("a = 1")
    (folder.parent / "submission_metadata.json").write_text(
        '{"users": [{"email": "a@b.c"}]}'
    )
    out = course.root / "autograder" / "results"
    command = ("grade", "week5", str(folder), "--format", "gradescope")
    assert run(*command, "--out", str(out)).exit_code == 0
    assert graded.graded[0][1][0].student == "a@b.c"
    assert graded.graded[0][3] == Options(own_rounds=True)
    page = json.loads((out / "results.json").read_text("utf-8"))
    assert (page["score"], page["extra_data"]["student"]) == (10, "a@b.c")
    graded.outcomes = {"a@b.c": LOST}
    assert run(*command, "--out", str(out)).exit_code == 1
    assert "score" not in json.loads((out / "results.json").read_text("utf-8"))


@pytest.mark.parametrize("paths", [[], ["a", "b"], ["no-such-folder"]])
def test_gradescope_has_one_submission(run, course, graded, paths):
    result = run("grade", "week5", *paths, "--format", "gradescope")
    assert (result.exit_code, graded.graded) == (2, [])
    assert "--format gradescope: expected the folder of one submission" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ([], ((), None)),
        (["a", "--gradebook", "sqlite:///x.db"], ([Path("a")], "sqlite:///x.db")),
    ],
)
def test_nbgraders_gradebook(run, course, graded, monkeypatch, arguments, opened):
    """Without PATHs as in nbgrader's course; what it says comes before the report."""
    calls = []

    class DropIn:
        submissions = ()

        def write(self, results, out):
            yield f"gradebook: {len(results)} in {out}"

    def open_dropin(course, assignment, paths, url, language, roster):
        calls.append((paths, url))
        return DropIn()

    monkeypatch.setattr("autograder.gradebook.dropin.open_dropin", open_dropin)
    result = run("grade", "week5", *arguments)
    assert calls == [opened]
    assert result.stdout.splitlines()[-2:] == [
        "gradebook: 0 in graded/week5",
        "report: graded/week5/report.html",
    ]

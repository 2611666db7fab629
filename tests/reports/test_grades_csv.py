from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from autograder.course.roster import Student
from autograder.model import FunctionResult, GradedFunction, Lateness
from autograder.reports.grades_csv import write_grades


def test_a_row_per_submission(tmp_path, results, assignment):
    write_grades(tmp_path / "grades.csv", results, assignment)
    assert (tmp_path / "grades.csv").read_bytes().decode().splitlines() == [
        "\ufeffstudent,score,max_score,outcome,"
        "linear_forward,relu,linear_backward,as_handed_in,file,error",
        "s01,100,100,graded,40,20,36,4,s01/deep_network.py,",
        "s02,54.66666667,100,graded,40,0,12,2.666666667,s02/deep_network.py,",
        "s03,,100,could-not-grade,,,,,s03/deep_network.py,"
        '"the notebook is not JSON: line 1, column 5"',
    ]


@pytest.mark.parametrize(
    ("student", "cell"),
    [
        ("김민수", "김민수"),
        ('a,"b"', 'a,"b"'),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        (" \n=1", "'=1"),
        ("a\nb", "a b"),
        ("\x1b[31m", "␛[31m"),
        ("\udcff", "\ufffd"),
    ],
)
def test_no_cell_is_a_formula(tmp_path, right, assignment, student, cell):
    path = tmp_path / "grades.csv"
    write_grades(path, [replace(right, student=student)], assignment)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["student"] == cell


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_with_a_roster_names_sections_and_who_is_missing(tmp_path, results, assignment):
    roster = (
        Student("s04", "=cmd()", "B"),
        Student("s02", "김민수", "A"),
        Student("s03"),
    )
    write_grades(tmp_path / "grades.csv", results, assignment, roster)
    head, *found = rows(tmp_path / "grades.csv")
    assert head[:6] == ["student", "name", "section", "score", "max_score", "outcome"]
    assert [row[:6] for row in found] == [
        ["s01", "", "", "100", "100", "graded"],
        ["s02", "김민수", "A", "54.66666667", "100", "graded"],
        ["s03", "", "", "", "100", "could-not-grade"],
        ["s04", "'=cmd()", "B", "", "", "missing"],
    ]
    assert found[3][6:] == [""] * 6


def test_with_a_due_time_what_being_late_costs(tmp_path, results, assignment):
    due = datetime(2026, 12, 1, tzinfo=UTC)
    on_time, late, lost = results
    given = [
        replace(on_time, late=Lateness(due, 0, 0, 0), time=due),
        replace(
            late,
            score=43.8,
            earned=54.75,
            late=Lateness(due, 90000, 2, 0.2),
            time=due + timedelta(days=1, hours=1),
        ),
        replace(lost, late=Lateness(due, 0, 0, 0)),
    ]
    write_grades(tmp_path / "grades.csv", given, replace(assignment, due=due))
    head, *found = rows(tmp_path / "grades.csv")
    assert head[:8] == [
        "student",
        "score",
        "max_score",
        "earned",
        "handed_in",
        "days_late",
        "share_lost",
        "outcome",
    ]
    assert [row[:7] for row in found] == [
        ["s01", "100", "100", "100", "2026-12-01T00:00:00+00:00", "0", "0"],
        ["s02", "43.8", "100", "54.75", "2026-12-02T01:00:00+00:00", "2", "0.2"],
        ["s03", "", "100", "", "", "", "0"],
    ]


def test_a_function_called_like_a_column(tmp_path, make, assignment):
    function = GradedFunction("score", 20, "Z")
    result = make.submission("s01", {"score": FunctionResult(5, 20)})
    path = tmp_path / "grades.csv"
    write_grades(path, [result], replace(assignment, functions={"score": function}))
    assert rows(path) == [
        [
            "student",
            "score",
            "max_score",
            "outcome",
            "score",
            "as_handed_in",
            "file",
            "error",
        ],
        ["s01", "5", "100", "graded", "5", "", "s01/deep_network.py", ""],
    ]

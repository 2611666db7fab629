from __future__ import annotations

import csv
from dataclasses import replace

import pytest

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

from datetime import UTC, datetime, timedelta

import pytest

from autograder.course.calendar import AttendanceRules, Window
from autograder.course.course import Course
from autograder.messages import Text
from autograder.quizzes.attendance import Presence, Status
from autograder.quizzes.results import QuizResult, write_results
from autograder.quizzes.term import mean_percent, term_csv, term_results

NOW = datetime(2026, 12, 2, tzinfo=UTC)
P, L, E, A, U = Status


def result(student, quiz, status, score=None, max_score=10.0, **names):
    presence = Presence(status, Text("", ""))
    return QuizResult(student, quiz, presence, score, max_score, NOW, **names)


def test_a_row_for_each_student():
    by_quiz = {
        "week1": [result("s02", "week1", A), result("s01", "week1", P, 8)],
        "week2": [result("s01", "week2", L, 4, name="=cmd", section="A")],
    }
    rules = AttendanceRules(drop_lowest=1)
    assert term_csv(by_quiz, rules).splitlines() == [
        "student,name,section,week1,week2,present,late,excused,absent,unknown,"
        "dropped,absences,percent",
        "s01,'=cmd,A,present,late,1,0,0,0,0,1,0,80",
        "s02,,,absent,,0,0,0,0,0,1,0,0",
    ]


@pytest.mark.parametrize(
    ("results", "drop", "expected"),
    [
        ([], 0, None),
        ([(P, 10), (P, 5)], 0, 75),
        ([(P, 10), (A, None)], 0, 50),
        ([(P, 10), (A, None)], 1, 100),
        ([(P, 10), (E, None), (U, None)], 0, 100),
        ([(P, 4), (U, 8)], 0, 60),
        ([(P, 4)], 1, 40),
        ([(E, None)], 1, None),
    ],
)
def test_what_counts_for_the_term(results, drop, expected):
    made = [result("s", f"w{n}", *one) for n, one in enumerate(results)]
    assert mean_percent(made, drop) == expected


def test_results_come_in_the_order_of_the_calendar(tmp_path):
    def opens(days):
        start = NOW + timedelta(days=days)
        return Window(start, start + timedelta(hours=1))

    quizzes = {"week2": opens(7), "week1": opens(0), "week3": opens(14)}
    course = Course(tmp_path, Text("", ""), ("en",), term="t", quizzes=quizzes)
    for quiz in ("week2", "week1"):
        write_results(tmp_path / quiz, [result("s01", quiz, P, 1)])
    assert list(term_results(course, tmp_path)) == ["week1", "week2"]

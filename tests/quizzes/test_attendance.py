from datetime import UTC, datetime, timedelta

import pytest

from autograder.course.calendar import AttendanceRules, Window
from autograder.quizzes.attendance import Status, attendance, over_term
from autograder.quizzes.model import FilledPaper

OPENS = datetime(2026, 12, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WINDOW = Window(
    opens=OPENS,
    closes=OPENS + 20 * MINUTE,
    minutes=10,
    grace=timedelta(seconds=30),
    late_until=OPENS + 60 * MINUTE,
)
RULES = AttendanceRules(present_if_answered=0.5, lates_per_absence=3, drop_lowest=1)
LATER = OPENS + 600 * MINUTE


def handed_in(after, started=None):
    return FilledPaper(
        "p.ipynb",
        "P",
        "s01",
        {},
        time=after if after is None else OPENS + after * MINUTE,
        started=started if started is None else OPENS + started * MINUTE,
    )


def found(window, filled, answered=1.0, *, excused=False, now=LATER):
    presence = attendance(window, filled, answered, RULES, excused=excused, now=now)
    return str(presence.status), presence.reason.render("en")


@pytest.mark.parametrize(
    ("filled", "answered", "expected"),
    [
        (handed_in(5), 1, ("present", "handed in at 2026-12-01 01:05")),
        (handed_in(5), 0.5, ("present", "handed in at 2026-12-01 01:05")),
        (handed_in(5), 0.4, ("absent", "40% was answered; present from 50%")),
        (handed_in(20.5), 1, ("present", "handed in at 2026-12-01 01:20")),
        (handed_in(21), 1, ("late", "handed in late, at 2026-12-01 01:21")),
        (handed_in(61), 1, ("absent", "handed in after the end, at 2026-12-01 02:01")),
        (
            handed_in(-1),
            1,
            ("unknown", "handed in before the quiz opened, at 2026-12-01 00:59"),
        ),
        (
            handed_in(None),
            1,
            ("unknown", "no trusted clock says when it was handed in"),
        ),
        (handed_in(18, started=8), 1, ("present", "handed in at 2026-12-01 01:18")),
        (handed_in(18, started=7), 1, ("late", "took longer than the working time")),
        (None, 0, ("absent", "nothing was handed in")),
    ],
)
def test_attendance(filled, answered, expected):
    assert found(WINDOW, filled, answered) == expected


def test_nobody_is_absent_while_there_is_time():
    assert found(WINDOW, None, 0, now=OPENS + 30 * MINUTE) == (
        "unknown",
        "nothing was handed in yet; there is still time",
    )


def test_without_times_nothing_is_known():
    assert found(None, handed_in(5)) == (
        "unknown",
        "the calendar has no times for this quiz",
    )


def test_an_excuse_stands_in_for_absence_only():
    assert found(WINDOW, None, excused=True) == ("excused", "excused")
    assert found(None, None, excused=True) == ("excused", "excused")
    assert found(WINDOW, handed_in(5), excused=True)[0] == "present"
    assert found(WINDOW, handed_in(21), excused=True)[0] == "late"


P, L, E, A, U = Status


@pytest.mark.parametrize(
    ("statuses", "dropped", "absences"),
    [
        ([P, P, P], 0, 0),
        ([P, A, A], 1, 1),
        ([L, L, L, L, P], 1, 1),
        ([L, L, L, P], 1, 0),
        ([A, L, L, L], 1, 1),
        ([E, E, U], 0, 0),
        ([], 0, 0),
    ],
)
def test_over_a_term(statuses, dropped, absences):
    summed = over_term(statuses, RULES)
    assert (summed.dropped, summed.absences) == (dropped, absences)
    assert summed.counts.total() == len(statuses) - dropped


def test_every_absence_counts_unless_the_course_says_otherwise():
    assert over_term([L] * 9 + [A], AttendanceRules()).absences == 1

"""Who was there: present, late, excused or absent, and unknown where nothing tells.

Right and wrong play no part, and no time is believed that the student's own machine
wrote down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from autograder.course.calendar import AttendanceRules, Window
from autograder.course.times import local
from autograder.messages import Message, Words
from autograder.quizzes.model import FilledPaper


class Status(StrEnum):
    """How a student attended one quiz."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Presence:
    """How a student attended, and why that is said."""

    status: Status
    reason: Words


def attendance(
    window: Window | None,
    filled: FilledPaper | None,
    answered: float,
    rules: AttendanceRules,
    *,
    excused: bool,
    now: datetime,
) -> Presence:
    """Return how one student attended one quiz.

    Parameters
    ----------
    window : Window or None
        The times for this student; None when the calendar has none.
    filled : FilledPaper or None
        What the student handed in.
    answered : float
        The share of its items that has a response, right or wrong.
    excused : bool
        Whether the teaching team excuses the student.
    now : datetime
        With its zone.
    """
    if window is None:
        found = _unknown(Message("the calendar has no times for this quiz"))
    elif filled is None:
        found = _nothing(window, now)
    else:
        found = _handed_in(window, filled, answered, rules)
    if excused and found.status not in (Status.PRESENT, Status.LATE):
        return Presence(Status.EXCUSED, Message("excused"))
    return found


def _unknown(reason: Words) -> Presence:
    return Presence(Status.UNKNOWN, reason)


def _nothing(window: Window, now: datetime) -> Presence:
    if now <= window.end:
        return _unknown(Message("nothing was handed in yet; there is still time"))
    return Presence(Status.ABSENT, Message("nothing was handed in"))


def _handed_in(
    window: Window, filled: FilledPaper, answered: float, rules: AttendanceRules
) -> Presence:
    if filled.time is None:
        return _unknown(Message("no trusted clock says when it was handed in"))
    time = local(filled.time, window.opens)
    if filled.time < window.opens:
        return _unknown(
            Message("handed in before the quiz opened, at {time}", time=time)
        )
    if filled.time > window.end:
        return Presence(
            Status.ABSENT, Message("handed in after the end, at {time}", time=time)
        )
    if answered < rules.present_if_answered:
        return Presence(
            Status.ABSENT,
            Message(
                "{answered}% was answered; present from {needed}%",
                answered=f"{100 * answered:.0f}",
                needed=f"{100 * rules.present_if_answered:.0f}",
            ),
        )
    if filled.time > window.on_time_until:
        return Presence(Status.LATE, Message("handed in late, at {time}", time=time))
    if is_overtime(window, filled):
        return Presence(Status.LATE, Message("took longer than the working time"))
    return Presence(Status.PRESENT, Message("handed in at {time}", time=time))


def is_overtime(window: Window, filled: FilledPaper) -> bool:
    """Return whether a student is known to have worked for too long."""
    if window.minutes is None or filled.started is None or filled.time is None:
        return False
    allowed = timedelta(minutes=window.minutes) + window.grace
    return filled.time - filled.started > allowed


@dataclass(frozen=True)
class TermAttendance:
    """A student's attendance over a term."""

    counts: Counter[Status]
    """Of the quizzes that count."""
    dropped: int
    """Quizzes that do not count, as the course lets the worst go."""
    absences: int
    """Absences, with so many lates as make another."""


_WORST_FIRST = (Status.ABSENT, Status.LATE)


def over_term(statuses: Iterable[Status], rules: AttendanceRules) -> TermAttendance:
    """Return the sum of a student's attendance over the quizzes of a term."""
    counts = Counter(statuses)
    left = rules.drop_lowest
    for status in _WORST_FIRST:
        gone = min(left, counts[status])
        counts[status] -= gone
        left -= gone
    lates = rules.lates_per_absence
    more = counts[Status.LATE] // lates if lates else 0
    dropped = rules.drop_lowest - left
    return TermAttendance(+counts, dropped, counts[Status.ABSENT] + more)

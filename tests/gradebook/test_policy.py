from __future__ import annotations

import gettext
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import messages
from autograder.course.calendar import LatePolicy
from autograder.course.extensions import Extension
from autograder.gradebook.policy import Charge, Terms, in_charge, lateness
from autograder.messages import Text
from autograder.model import Assignment, Graded, Submission, SubmissionResult

SEOUL = timezone(timedelta(hours=9))
DUE = datetime(2026, 11, 30, 23, 59, tzinfo=SEOUL)
POLICY = LatePolicy(per_day=0.1, cap=0.5, grace=timedelta(hours=1))
NBGRADER = "LateSubmissionPlugin"


def after(**length):
    return DUE + timedelta(**length)


@pytest.mark.parametrize(
    ("time", "days", "share", "lines"),
    [
        (
            after(hours=-1),
            0,
            0,
            ["due 2026-11-30 23:59, handed in 2026-11-30 22:59:00: on time"],
        ),
        (DUE, 0, 0, ["due 2026-11-30 23:59, handed in 2026-11-30 23:59:00: on time"]),
        (
            after(hours=1),
            0,
            0,
            [
                "due 2026-11-30 23:59, handed in 2026-12-01 00:59:00: "
                "within the time of grace"
            ],
        ),
        (
            after(hours=1, microseconds=1),
            1,
            0.1,
            [
                "due 2026-11-30 23:59, handed in 2026-12-01 00:59:00: 1 day late",
                "10% a day: 10%",
            ],
        ),
        (after(hours=25), 1, 0.1, None),
        (
            after(hours=25, seconds=5),
            2,
            0.2,
            [
                "due 2026-11-30 23:59, handed in 2026-12-02 00:59:05: 2 days late",
                "10% a day: 20%",
            ],
        ),
        (after(days=3), 3, 0.3, None),
        (
            after(days=30),
            30,
            0.5,
            [
                "due 2026-11-30 23:59, handed in 2026-12-30 23:59:00: 30 days late",
                "10% a day, at most 50%: 50%",
            ],
        ),
        (
            None,
            0,
            0,
            [
                "due 2026-11-30 23:59; when it was handed in is not known, so nothing "
                "is taken off"
            ],
        ),
    ],
)
def test_started_days_count_from_the_end_of_the_grace(time, days, share, lines):
    late = lateness(DUE, time, POLICY)
    assert (late.due, late.days, late.share_lost) == (DUE, days, share)
    assert late.seconds == (max(time - DUE, timedelta()).total_seconds() if time else 0)
    assert lines is None or list(late.lines) == lines


def test_a_time_of_another_zone_is_shown_in_that_of_the_due_time():
    utc = after(days=1).astimezone(UTC)
    assert lateness(DUE, utc, POLICY) == lateness(DUE, after(days=1), POLICY)


def test_without_a_policy_it_is_late_and_costs_nothing():
    late = lateness(DUE, after(days=1), None)
    assert (late.days, late.share_lost) == (1, 0)
    assert late.lines == (
        "due 2026-11-30 23:59, handed in 2026-12-01 23:59:00: 1 day late",
    )


def test_an_extension_moves_the_due_time_of_one_student():
    row = Extension("s01", "week5", closes=after(days=2))
    late = lateness(DUE, after(days=3), POLICY, row)
    assert (late.due, late.days, late.seconds) == (after(days=2), 1, 86400)
    assert late.lines[0] == (
        "due 2026-12-02 23:59 (extended for you), handed in 2026-12-03 23:59:00: "
        "1 day late"
    )
    assert lateness(DUE, after(days=2), POLICY, row).lines[0].endswith(": on time")


def test_who_is_excused_loses_nothing():
    late = lateness(DUE, after(days=3), POLICY, Extension("s", "q", excused=True))
    assert (late.days, late.share_lost) == (3, 0)
    assert late.lines[1:] == ("excused: nothing is taken off",)
    on_time = lateness(DUE, DUE, POLICY, Extension("s", "q", excused=True))
    assert len(on_time.lines) == 1


@given(
    seconds=st.floats(-1e7, 1e9),
    rate=st.floats(0, 1),
    cap=st.floats(0, 1),
    grace=st.integers(0, 10**6),
)
def test_a_share_is_never_more_than_the_cap_and_never_falls(seconds, rate, cap, grace):
    policy = LatePolicy(rate, cap, timedelta(seconds=grace))
    first = lateness(DUE, after(seconds=seconds), policy)
    later = lateness(DUE, after(seconds=seconds + 3600), policy)
    assert 0 <= first.share_lost <= later.share_lost <= cap + 1e-12
    assert first.days <= later.days <= first.days + 1


@pytest.fixture
def assignment():
    return Assignment("week5", Path(), Text("t", "t"), "net", {}, due=DUE, presence=100)


@pytest.fixture
def result():
    return SubmissionResult(
        student="s01",
        assignment="week5",
        file="s01/net.py",
        sha256="0",
        outcome=Graded.GRADED,
        score=92,
        max_score=100,
        seconds=0.1,
        sandbox="landlock",
        round="0",
    )


def handed_in(time, student="s01", language=None):
    return Submission(student, "net.py", "0", time=time, language=language)


def test_the_score_is_what_counts_and_earned_what_it_was(assignment, result):
    late = handed_in(after(days=2))
    settled = Terms(assignment, POLICY).settle(late, result)
    assert (settled.score, settled.earned, settled.time) == (73.6, 92, late.time)
    assert settled.late.lines[2] == "score 92 − 18.4 = 73.6"


def test_settled_again_it_stays_so(assignment, result):
    late, terms = handed_in(after(days=2)), Terms(assignment, POLICY)
    once = terms.settle(late, result)
    assert terms.settle(late, once) == once
    row = Extension("s01", "week5", closes=after(days=9))
    extended = Terms(assignment, POLICY, (row,)).settle(late, once)
    assert (extended.score, extended.earned, extended.late.days) == (92, None, 0)
    other = Terms(assignment, POLICY, (Extension("s02", "week5", excused=True),))
    assert other.settle(late, once) == once


def test_nothing_is_taken_from_what_was_not_graded(assignment, result):
    lost = replace(result, outcome=Graded.COULD_NOT_GRADE, score=None)
    settled = Terms(assignment, POLICY).settle(handed_in(after(days=2)), lost)
    assert (settled.score, settled.earned, settled.late.days) == (None, None, 2)
    assert len(settled.late.lines) == 2


def test_without_a_due_time_nothing_is_late(assignment, result):
    time = after(days=2)
    free = Terms(replace(assignment, due=None), POLICY)
    assert free.settle(handed_in(time), result) == replace(result, time=time)


@pytest.mark.parametrize(("own", "of_the_run"), [("ko", "en"), (None, "ko")])
def test_lines_are_in_the_language_of_the_student_or_the_run(
    assignment, result, monkeypatch, own, of_the_run
):
    class Marked(gettext.NullTranslations):
        def gettext(self, message):
            return f"«{message}»"

    english = messages._catalogue
    monkeypatch.setattr(
        messages, "_catalogue", lambda it: Marked() if it == "ko" else english(it)
    )
    settled = Terms(assignment, POLICY, (), of_the_run).settle(
        handed_in(after(days=2), language=own), result
    )
    assert settled.late.lines == (
        "«due 2026-11-30 23:59, handed in 2026-12-02 23:59:00: «2 days late»»",
        "«10% a day: 20%»",
        "«score 92 − 18.4 = 73.6»",
    )


class Custom:
    pass


@pytest.mark.parametrize(
    ("config", "own"),
    [
        ({}, ""),
        ({NBGRADER: {"penalty_method": "none"}}, ""),
        ({NBGRADER: {"penalty_method": "zero"}}, f"{NBGRADER}.penalty_method = zero"),
        ({"AssignLatePenalties": {"plugin_class": f"nbgrader.plugins.{NBGRADER}"}}, ""),
        (
            {"AssignLatePenalties": {"plugin_class": "late.SubMarks"}},
            "AssignLatePenalties.plugin_class = late.SubMarks",
        ),
        (
            {"AssignLatePenalties": {"plugin_class": f"late.{NBGRADER}"}},
            f"AssignLatePenalties.plugin_class = late.{NBGRADER}",
        ),
        (
            {"AssignLatePenalties": {"plugin_class": Custom}},
            f"AssignLatePenalties.plugin_class = {Custom.__module__}.Custom",
        ),
    ],
)
def test_the_policy_of_the_course_is_in_charge_where_there_is_one(config, own):
    ours, theirs = in_charge(POLICY, config), in_charge(None, config)
    if not own:
        assert (ours, theirs) == (Charge("course"), Charge("nobody"))
        return
    assert ours == Charge(
        "course",
        f"late: course.yaml is in charge; {own} in nbgrader_config.py is not applied",
    )
    assert theirs == Charge(
        "nbgrader",
        f"late: nbgrader is in charge, by {own} in nbgrader_config.py; course.yaml "
        "has no late policy",
    )

import hashlib
import re
from datetime import datetime, timedelta, timezone

import pytest

from autograder.course.calendar import AttendanceRules, LatePolicy, Window
from autograder.course.course import (
    Course,
    find_assignment,
    find_course,
    released_digests,
)
from autograder.errors import AuthoringError, AutograderError
from autograder.messages import Text


def test_a_course_is_found_from_a_folder_inside(course_root, monkeypatch):
    (course_root / "course.yaml").write_text(
        "title: {en: Nets, ko: 신경망}\n"
        "languages: [en]\n"
        "feedback: {show_values: true}\n"
    )
    inner = course_root / "solutions"
    inner.mkdir()
    expected = Course(course_root, Text("Nets", "신경망"), ("en",), show_values=True)
    assert find_course(inner) == expected
    monkeypatch.chdir(inner)
    assert find_course() == expected


def test_a_course_has_both_languages_and_hides_values_by_default(course_root):
    course = find_course(course_root)
    assert course.languages == ("en", "ko")
    assert not course.show_values


def test_no_course(tmp_path):
    message = (
        f"{tmp_path}: expected to be in a course, got no course.yaml here or above"
    )
    with pytest.raises(AutograderError, match=f"^{re.escape(message)}$"):
        find_course(tmp_path)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "title: {en: a}\nlanguages: [en, de]\nfedback: {}\n",
            (
                "course.yaml:1: title.ko: expected a value, got nothing",
                "course.yaml:2: languages.1: expected 'en' or 'ko', got 'de'",
                "course.yaml:3: fedback: expected one of title, languages, feedback, "
                "term, quizzes, attendance, late (nearest: feedback), got 'fedback'",
            ),
        ),
        (
            "title: {en: a, ko: b}\nlanguages: [ko]\n",
            ("course.yaml:2: languages: expected [en] or [en, ko], got [ko]",),
        ),
        (
            "title: {en: a, ko: b}\nlanguages: []\n",
            ("course.yaml:2: languages: expected at least 1 of them, got a list of 0",),
        ),
        (
            "title: {en: a, ko: b}\nfeedback: {show_values: 1}\n",
            ("course.yaml:2: feedback.show_values: expected true or false, got 1",),
        ),
        ("", ("course.yaml:1: expected a mapping, got nothing",)),
        ("- a\n", ("course.yaml:1: expected a mapping, got a list of 1",)),
    ],
)
def test_everything_wrong_in_course_yaml(course_root, text, problems):
    (course_root / "course.yaml").write_text(text)
    with pytest.raises(AuthoringError) as caught:
        find_course(course_root)
    assert caught.value.problems == problems


def test_an_assignment_is_found_by_its_slug_or_its_folder(course_root, write):
    folder = write({"assignment.yaml": ""}, "week5_deep_network")
    course = find_course(course_root)
    assert course.assignments == ("week5_deep_network",)
    for named in ("week5_deep_network", "solutions/week5_deep_network/"):
        assert find_assignment(course, named) == folder


def test_an_unknown_assignment_lists_those_there_are(course_root, write):
    for slug in ("week1_logistic_unit", "week5_deep_network"):
        write({"assignment.yaml": ""}, slug)
    with pytest.raises(AutograderError) as caught:
        find_assignment(find_course(course_root), "week5_deep")
    assert str(caught.value) == (
        "assignment: expected one of week1_logistic_unit, week5_deep_network "
        "(nearest: week5_deep_network), got 'week5_deep'"
    )


def test_digests_of_what_students_get(course_root):
    course = find_course(course_root)
    assert released_digests(course, "week5") == frozenset()
    folder = course_root / "assignments" / "week5"
    folder.mkdir(parents=True)
    (folder / "net.py").write_bytes(b"stub")
    assert released_digests(course, "week5") == {hashlib.sha256(b"stub").hexdigest()}


CALENDAR = """\
title: {en: Nets, ko: 신경망}
term: 2026-fall
quizzes:
  week5: {opens: '2026-12-01T10:00:00+09:00', closes: '2026-12-01T10:20:00+09:00', minutes: 10, grace: 30s, attempts: 1,
          late_until: '2026-12-01T23:59:00+09:00', late_credit: 50%, feedback: '2026-12-02T09:00:00+09:00'}
attendance: {present_if_answered: 50%, lates_per_absence: 3, drop_lowest: 1}
"""  # noqa: E501 - as the design has it


def test_a_calendar(course_root):
    (course_root / "course.yaml").write_text(CALENDAR)
    course = find_course(course_root)
    opens = datetime(2026, 12, 1, 10, tzinfo=timezone(timedelta(hours=9)))
    assert course.term == "2026-fall"
    assert course.quizzes == {
        "week5": Window(
            opens=opens,
            closes=opens + timedelta(minutes=20),
            minutes=10,
            grace=timedelta(seconds=30),
            attempts=1,
            late_until=opens.replace(hour=23, minute=59),
            late_credit=0.5,
            feedback=opens.replace(day=2, hour=9),
        )
    }
    assert course.attendance == AttendanceRules(0.5, 3, 1)


@pytest.mark.parametrize(
    ("written", "policy"),
    [
        ("", None),
        ("late: {per_day: 10%}", LatePolicy(0.1, 1, timedelta())),
        (
            "late: {per_day: 10%, cap: 50%, grace: 1h}",
            LatePolicy(0.1, 0.5, timedelta(hours=1)),
        ),
    ],
)
def test_what_late_costs(course_root, written, policy):
    (course_root / "course.yaml").write_text(f"title: {{en: a, ko: b}}\n{written}\n")
    assert find_course(course_root).late == policy


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("{}", "late.per_day: expected a value, got nothing"),
        ("{per_day: 0.1}", "late.per_day: expected a share such as 50%, got 0.1"),
        (
            "{per_day: 10%, grace: 1}",
            "late.grace: expected a duration such as 30s, 5m or 2h, got 1",
        ),
    ],
)
def test_what_is_wrong_with_what_late_costs(course_root, written, problem):
    (course_root / "course.yaml").write_text(
        f"title: {{en: a, ko: b}}\nlate: {written}"
    )
    with pytest.raises(AuthoringError) as caught:
        find_course(course_root)
    assert caught.value.problems == (f"course.yaml:2: {problem}",)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "term: 2026-fall",
            "# no term",
            "1: term: expected a term such as 2026-fall beside the quizzes, "
            "got nothing",
        ),
        (
            "10:00:00+09:00'",
            "10:00:00'",
            "4: quizzes.week5.opens: expected a time with its zone, such as "
            "'2026-12-01T10:00:00+09:00', got '2026-12-01T10:00:00'",
        ),
        (
            "10:20:00+09:00",
            "10:00:00+09:00",
            "4: quizzes.week5.closes: expected a time after "
            "2026-12-01T10:00:00+09:00, got 2026-12-01T10:00:00+09:00",
        ),
        (
            "2026-12-02T09",
            "2026-11-02T09",
            "5: quizzes.week5.feedback: expected a time after "
            "2026-12-01T23:59:00+09:00, got 2026-11-02T09:00:00+09:00",
        ),
        (
            "30s",
            "30",
            "4: quizzes.week5.grace: expected a duration such as 30s, 5m or 2h, got 30",
        ),
        (
            "late_credit: 50%",
            "late_credit: 0.5",
            "5: quizzes.week5.late_credit: expected a share such as 50%, got 0.5",
        ),
    ],
)
def test_everything_wrong_in_a_calendar(course_root, old, new, problem):
    (course_root / "course.yaml").write_text(CALENDAR.replace(old, new))
    with pytest.raises(
        AuthoringError, match=f"^{re.escape('course.yaml:' + problem)}$"
    ):
        find_course(course_root)

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest

from autograder.course.calendar import Window
from autograder.course.extensions import (
    Extension,
    attempts_for,
    extension_for,
    feedback_from,
    last_end,
    read_extensions,
    window_for,
)
from autograder.errors import AuthoringError

OPENS = datetime(2026, 12, 1, 1, tzinfo=UTC)
CLOSES = OPENS + timedelta(minutes=20)
WINDOW = Window(OPENS, CLOSES)
TOMORROW = CLOSES + timedelta(days=1)
HEAD = "student,quiz,opens,closes,time_factor,excused,attempt\n"


def read(tmp_path, rows):
    path = tmp_path / "extensions.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return read_extensions(path)


def test_no_file_is_no_extensions(tmp_path):
    assert read_extensions(tmp_path / "extensions.csv") == ()


def test_extensions(tmp_path):
    rows = (
        "s01,week5,,2026-12-02T10:00:00+09:00,,,\n"
        "s02,week5,,,1.5,,\n"
        "007,week5,,,,yes,\n"
        "s04,week5,2026-12-03T10:00:00+09:00,2026-12-03T10:20:00+09:00,,no,2\n"
    )
    first, second, third, fourth = read(tmp_path, rows)
    assert first.closes == datetime(2026, 12, 2, 1, tzinfo=UTC)
    assert second == Extension("s02", "week5", time_factor=1.5)
    assert third == Extension("007", "week5", excused=True)
    assert fourth.attempt == 2


def test_everything_wrong_in_extensions(tmp_path):
    with pytest.raises(AuthoringError) as error:
        read(tmp_path, "s01,week5,10:00,soon,0.5,perhaps,0\ns02,week5,,,many,,x\n")
    expected = (
        "2: excused: expected yes or no, got 'perhaps'",
        "2: opens: expected a time with its zone, such as "
        "'2026-12-01T10:00:00+09:00', got '10:00'",
        "2: closes: expected a time with its zone, such as "
        "'2026-12-01T10:00:00+09:00', got 'soon'",
        "2: time_factor: expected a number from 1 to 10, got '0.5'",
        "2: attempt: expected a whole number of at least 1, got '0'",
        "3: time_factor: expected a number from 1 to 10, got 'many'",
        "3: attempt: expected a whole number of at least 1, got 'x'",
    )
    where = (tmp_path / "extensions.csv").as_posix()
    assert error.value.problems == tuple(f"{where}:{line}" for line in expected)


def test_everybody_else_has_the_same_window():
    assert window_for(WINDOW, [Extension("s01", "week4")], "s01", "week5") == WINDOW


def test_more_working_time_or_a_longer_window():
    extensions = [Extension("s01", "week5", time_factor=1.5)]
    window = window_for(WINDOW, extensions, "s01", "week5")
    assert window.closes == OPENS + timedelta(minutes=30)
    timed = Window(OPENS, CLOSES, minutes=10)
    window = window_for(timed, extensions, "s01", "week5")
    assert (window.minutes, window.closes) == (15, CLOSES)


def test_late_begins_after_the_later_end():
    late = Window(OPENS, CLOSES, late_until=CLOSES + timedelta(hours=1))
    extensions = [Extension("s01", "week5", closes=TOMORROW)]
    window = window_for(late, extensions, "s01", "week5")
    assert window.late_until == window.closes == TOMORROW


def test_a_row_for_an_attempt_comes_first_and_grants_it():
    every = Extension("s01", "week5", time_factor=2)
    second = Extension("s01", "week5", opens=TOMORROW, closes=TOMORROW, attempt=2)
    rows = [every, second]
    assert extension_for(rows, "s01", "week5") is every
    assert extension_for(rows, "s01", "week5", attempt=2) is second
    assert attempts_for(WINDOW, rows, "s01", "week5") == 2
    assert attempts_for(WINDOW, rows, "s02", "week5") == 1


def test_feedback_comes_after_the_last_student():
    rows = [Extension("s01", "week5", closes=TOMORROW)]
    assert last_end(WINDOW, rows, "week5") == TOMORROW
    assert last_end(WINDOW, rows, "week6") == CLOSES
    assert feedback_from(WINDOW, rows, "week5") == TOMORROW
    early = Window(OPENS, CLOSES, feedback=CLOSES + timedelta(hours=1))
    assert feedback_from(early, [], "week5") == CLOSES + timedelta(hours=1)
    assert feedback_from(early, rows, "week5") == TOMORROW


def test_an_id_is_the_same_however_a_system_writes_it(tmp_path):
    (row,) = read(tmp_path, unicodedata.normalize("NFD", "김민수,week5,,,,yes,\n"))
    assert extension_for([row], "김민수", "week5") == row

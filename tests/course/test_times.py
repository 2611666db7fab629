from datetime import UTC, datetime, timedelta, timezone

import pytest

from autograder.course.times import (
    duration,
    local,
    moment,
    percent,
    to_the_second,
)

SEOUL = timezone(timedelta(hours=9))


def test_a_moment_has_a_zone():
    assert moment("2026-12-01T10:00:00+09:00") == datetime(2026, 12, 1, 1, tzinfo=UTC)
    assert moment(datetime(2026, 12, 1, tzinfo=UTC)) == datetime(
        2026, 12, 1, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "value", ["2026-12-01T10:00:00", "tomorrow", 5, None, datetime(2026, 12, 1)]
)
def test_no_moment(value):
    with pytest.raises(ValueError, match=r"time|Invalid"):
        moment(value)


@pytest.mark.parametrize(
    ("text", "seconds"), [("30s", 30), ("5m", 300), ("1.5 h", 5400), ("0s", 0)]
)
def test_durations(text, seconds):
    assert duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["30", "five", "-3s", "3 d", 30, None])
def test_no_duration(value):
    with pytest.raises(ValueError, match="a duration such as 30s, 5m or 2h"):
        duration(value)


@pytest.mark.parametrize(
    ("text", "share"), [("50%", 0.5), ("0 %", 0), ("100%", 1), ("12.5%", 0.125)]
)
def test_percents(text, share):
    assert percent(text) == share


@pytest.mark.parametrize("value", ["50", "101%", "-1%", 0.5, None, "%"])
def test_no_percent(value):
    with pytest.raises(ValueError, match="a share such as 50%"):
        percent(value)


def test_a_time_is_shown_in_the_zone_of_the_course():
    opens = datetime(2026, 12, 1, 10, tzinfo=SEOUL)
    assert local(datetime(2026, 12, 1, 1, 30, tzinfo=UTC), opens) == "2026-12-01 10:30"


def test_a_time_to_the_second():
    time = datetime(2026, 12, 1, 1, 2, 3, 999999, tzinfo=UTC)
    like = datetime(2026, 12, 1, tzinfo=SEOUL)
    assert to_the_second(time, like) == "2026-12-01 10:02:03"

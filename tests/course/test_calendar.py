from datetime import UTC, datetime, timedelta

from autograder.course.calendar import Window

OPENS = datetime(2026, 12, 1, 1, tzinfo=UTC)
CLOSES = OPENS + timedelta(minutes=20)


def test_grace_comes_after_the_end():
    window = Window(OPENS, CLOSES, grace=timedelta(seconds=30))
    assert window.on_time_until == window.end == CLOSES + timedelta(seconds=30)


def test_a_window_ends_when_nothing_counts_any_more():
    late = OPENS + timedelta(hours=12)
    assert Window(OPENS, CLOSES, late_until=late).end == late
    grace = timedelta(minutes=5)
    soon = CLOSES + timedelta(minutes=1)
    assert Window(OPENS, CLOSES, grace=grace, late_until=soon).end == CLOSES + grace

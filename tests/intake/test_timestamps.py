from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.intake.timestamps import read_time

SEOUL = timezone(timedelta(hours=9))


def seoul(*clock):
    return datetime(2026, 12, 1, *clock, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-12-01T10:05:33+09:00", seoul(10, 5, 33)),
        ("2026-12-01T01:05:33Z", seoul(10, 5, 33)),
        ("2026-12-01 01:05:23.948203 UTC", seoul(10, 5, 23, 948203)),
        ("2026-12-01 01:05:23.5 GMT", seoul(10, 5, 23, 500000)),
        ("2026-11-30 17:05:23 America/Los_Angeles", seoul(10, 5, 23)),
        ("2026/12/01 10:05:33 AM GMT+9", seoul(10, 5, 33)),
        ("2026/12/01 10:05:33 오전 GMT+9", seoul(10, 5, 33)),
        ("2026. 12. 1 오후 1:05:33", seoul(13, 5, 33)),
        ("2026. 12. 1. 오전 12:05", seoul(0, 5)),
        ("12/1/2026 10:05:33", seoul(10, 5, 33)),
        ("12/1/26 10:05:33 pm", seoul(22, 5, 33)),
        ("2026-12-01 10:05:33 -0130", datetime(2026, 12, 1, 11, 35, 33, tzinfo=UTC)),
    ],
)
def test_stamps_of_nbgrader_and_form_tools(text, time):
    assert read_time(text, SEOUL) == time


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-12-01",
        "2026-13-01 10:00",
        "13/1/2026 10:00",
        "2026-12-01 25:00",
        "2026-12-01 13:00 pm",
        "2026-12-01 10:00 Nowhere/City",
        "2026-12-01 10:00 ../../etc/passwd",
        "2026-12-01 10:00 +99:00",
        "0001-01-01 00:00 +09:00",
        "0000-01-01 00:00",
        "1" * 1000,
    ],
)
def test_what_is_no_time(text):
    assert read_time(text, SEOUL) is None


@given(st.text())
def test_any_text_is_a_time_or_none(text):
    read_time(text, SEOUL)

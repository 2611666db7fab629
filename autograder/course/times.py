"""Times, durations and shares as the teaching team writes them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

MOMENT = "a time with its zone, such as '2026-12-01T10:00:00+09:00'"
DURATION = "a duration such as 30s, 5m or 2h"
PERCENT = "a share such as 50%"

_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smh])")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_UNIT = {"s": "seconds", "m": "minutes", "h": "hours"}


def moment(value: object) -> datetime:
    """Return a point in time, which must say its zone.

    Raises
    ------
    ValueError
        If it is none, or has no zone.
    """
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(found, datetime) or found.tzinfo is None:
        raise ValueError(MOMENT)
    return found


def duration(value: object) -> timedelta:
    """Return a length of time, written ``30s``, ``5m`` or ``2h``.

    Raises
    ------
    ValueError
        If it is none.
    """
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise ValueError(DURATION)
    return timedelta(**{_UNIT[found[2]]: float(found[1])})


def percent(value: object) -> float:
    """Return a share in [0, 1], written ``50%``.

    Raises
    ------
    ValueError
        If it is none.
    """
    found = _PERCENT.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or float(found[1]) > 100:
        raise ValueError(PERCENT)
    return float(found[1]) / 100


def local(time: datetime, like: datetime) -> str:
    """Return a time in the zone of another, to the minute: ``2026-12-01 10:20``."""
    return time.astimezone(like.tzinfo or UTC).strftime("%Y-%m-%d %H:%M")


def to_the_second(time: datetime, like: datetime) -> str:
    """Return a time in the zone of another: ``2026-12-01 10:20:05``."""
    return time.astimezone(like.tzinfo or UTC).strftime("%Y-%m-%d %H:%M:%S")

"""Times as form tools, spreadsheets, LMSs and nbgrader write them."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

LONGEST = 80
"""Characters of a time; more is none."""

_STAMP = re.compile(
    r"(?P<a>\d{1,4})[-/.] ?(?P<b>\d{1,2})[-/.] ?(?P<c>\d{1,4})\.?[T ]+"
    r"(?:(?P<before>am|pm|오전|오후) )?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<part>\d+))?)?"
    r"(?: ?(?P<after>am|pm|오전|오후)\b)?"
    r"(?: ?(?P<zone>\S+(?: \S+)?))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"\(?(?:gmt|utc)?(?P<sign>[+-])(?P<h>\d{1,2}):?(?P<m>\d{2})?\)?", re.IGNORECASE
)
_AFTERNOON = {"pm", "오후"}
_UTC = {"z", "utc", "gmt"}


def read_time(text: str, zone: tzinfo) -> datetime | None:
    """Return the time that a stamp says, or None if it says none.

    ``2026-12-01T10:05:33+09:00``, ``2026-12-01 10:05:33.948 America/Los_Angeles``,
    ``2026/12/01 10:05:33 AM GMT+9``, ``2026. 12. 1 오전 10:05:33``, and with the month
    first where the year is last, as English form tools write: ``12/1/2026 10:05:33``.

    Parameters
    ----------
    zone : tzinfo
        Where the stamp names none.
    """
    stamp = " ".join(unicodedata.normalize("NFKC", text[: LONGEST + 1]).split())
    found = _STAMP.fullmatch(stamp) if len(stamp) <= LONGEST else None
    if found is None:
        return None
    own = _zone(found["zone"]) if found["zone"] else zone
    if own is None:
        return None
    with suppress(ValueError, OverflowError):
        time = datetime(*_date(found), *_clock(found), tzinfo=own)
        time.astimezone(UTC)  # raises near the ends of time
        return time
    return None


def _date(found: re.Match[str]) -> tuple[int, int, int]:
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        return a, b, c
    return (c if c > 99 else 2000 + c), a, b


def _clock(found: re.Match[str]) -> tuple[int, int, int, int]:
    hour, half = int(found["hour"]), found["before"] or found["after"]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half.casefold() in _AFTERNOON else 0)
    part = ((found["part"] or "") + "000000")[:6]
    return hour, int(found["minute"]), int(found["second"] or 0), int(part)


def _zone(name: str) -> tzinfo | None:
    if name.casefold() in _UTC:
        return UTC
    if offset := _OFFSET.fullmatch(name):
        length = timedelta(hours=int(offset["h"]), minutes=int(offset["m"] or 0))
        with suppress(ValueError):
            return timezone(-length if offset["sign"] == "-" else length)
        return None
    with suppress(KeyError, ValueError, OSError):
        return ZoneInfo(name)
    return None

"""The parts of a score that Moodle knows, in per cent."""

from __future__ import annotations

from collections.abc import Sequence

PARTS = (
    100,
    90,
    83.33333,
    80,
    75,
    70,
    66.66667,
    60,
    50,
    40,
    33.33333,
    30,
    25,
    20,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10,
    5,
)
"""Moodle refuses all others, of right options; wrong ones have these less than 0."""


def parts_of(count: int) -> Sequence[float]:
    """Return what each of `count` right options is worth; together it is 100.

    All alike where Moodle knows the share, which is up to 10 and 20; else tens and
    fives.
    """
    share = next((part for part in PARTS if abs(part * count - 100) < 0.001), None)
    if share is not None:
        return [share] * count
    fives = 2 * count - 20
    return [10] * (count - fives) + [5] * fives


def part_text(part: float) -> str:
    """Return a part as Moodle writes it."""
    return f"{part:.7g}"

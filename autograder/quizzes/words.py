"""The fixed words of papers and of previews."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from autograder.messages import Language, Message
from autograder.reports.text import points

if TYPE_CHECKING:
    from autograder.course.calendar import Window

WORDS: Mapping[str, Message] = {
    "answered": Message("Response"),
    "draws": Message("items per paper"),
    "expected": Message("Expected"),
    "false": Message("false"),
    "given": Message("Parameters"),
    "got": Message("Got"),
    "id": Message("Student ID"),
    "item_count": Message("Items"),
    "key": Message("Key"),
    "name": Message("Name"),
    "no_tests": Message("This item has no tests."),
    "paper": Message("Paper"),
    "preview": Message("Preview"),
    "rev": Message("rev"),
    "right": Message("right"),
    "section": Message("Section"),
    "test_failed": Message("failed"),
    "test_passed": Message("passed"),
    "tests": Message("Tests"),
    "true": Message("true"),
    "void": Message("void"),
}


def words(language: Language) -> dict[str, str]:
    """Return every word of `WORDS` in `language`."""
    return {name: message.render(language) for name, message in WORDS.items()}


def points_words(score: float) -> Message:
    """Return how many points, with the word."""
    if score == 1:
        return Message("1 point")
    return Message("{points} points", points=points(score))


def window_words(window: Window) -> list[Message]:
    """Return when a quiz can be taken, and for how long."""
    same_day = window.opens.date() == window.closes.date()
    zone = f"UTC{window.opens:%z}"
    said = [
        Message(
            "{opens} to {closes} ({zone})",
            opens=_moment(window.opens),
            closes=f"{window.closes:%H:%M}" if same_day else _moment(window.closes),
            zone=f"{zone[:-2]}:{zone[-2:]}",
        )
    ]
    if window.minutes is not None:
        said.append(Message("{minutes} minutes", minutes=points(window.minutes)))
    return said


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"

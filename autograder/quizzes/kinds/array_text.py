"""Read an array that a student typed, in any of the ways in which arrays are written.

Lists in brackets, with commas or as numpy prints them; ``np.array(...)`` around them;
or rows on lines, or between semicolons. An entry may be arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.checks.closeness import Array
from autograder.messages import Message
from autograder.quizzes.formulas import (
    FormulaError,
    evaluate_number,
    normal_text,
    without_name,
)
from autograder.quizzes.kinds.answer import text_of
from autograder.quizzes.model import Plain, Unreadable

MAX_DEPTH = 4
MAX_ENTRIES = 1000

_EXPECTED = Message("an array is written like [[1, 2], [3, 4]]")
_CALL = re.compile(r"(?:(?:np|numpy)\.)?(?:array|asarray|matrix)\((.*)\)", re.DOTALL)
_DTYPE = re.compile(r",\s*dtype\s*=[^()\[\]]*$")
_AROUND = re.compile(r" ?(\*\*|[*/]) ?| ([+-]) ")
_PAIRS = {"[": "]", "(": ")"}

Rows = Any
"""A float, or a list of rows."""


def read_array(response: Plain) -> Array:
    """Return the array that a response says.

    Raises
    ------
    Unreadable
        If it says none, is too large, or has rows of different lengths.
    """
    if isinstance(response, list):
        rows = _from_list(response, _Counter())
    else:
        rows = _from_text(text_of(response, _EXPECTED))
    _check_rows(rows)
    return np.array(rows, dtype=np.float64)


class _Counter:
    """Counts entries, and refuses those that are too many or too deep."""

    def __init__(self) -> None:
        self.entries = 0

    def count(self, depth: int) -> None:
        """Count one more entry or list, which is nested so deeply."""
        self.entries += 1
        if depth > MAX_DEPTH:
            raise Unreadable(Message("it is nested too deeply"))
        if self.entries > 2 * MAX_ENTRIES:
            most = MAX_ENTRIES
            raise Unreadable(Message("it has more than {most} entries", most=most))


def _from_list(value: Plain, counter: _Counter, depth: int = 0) -> Rows:
    counter.count(depth)
    if isinstance(value, list):
        return [_from_list(inner, counter, depth + 1) for inner in value]
    return _entry(text_of(value, _EXPECTED))


def _from_text(text: str) -> Rows:
    text = normal_text(text)
    if "dtype" not in text:
        text = without_name(text)
    if call := _CALL.search(text):
        text = _DTYPE.sub("", call[1]).strip()
    text, counter = text.strip(" \t\n,;"), _Counter()
    if _is_wrapped(text):
        return _wrapped(text, counter, 0)
    lines = [line.strip(" \t,") for line in re.split(r"[\n;]", text)]
    rows = [_row(line, counter) for line in lines if line]
    if not rows:
        raise Unreadable(_EXPECTED)
    if len(rows) > 1:
        return rows
    return rows[0][0] if len(rows[0]) == 1 else rows[0]


def _row(line: str, counter: _Counter) -> list[Rows]:
    """Return one line: a list in brackets, or entries without."""
    if _is_wrapped(line):
        return _wrapped(line, counter, 1)
    return [_item(part, counter, 2) for part in _parts(line)]


def _item(text: str, counter: _Counter, depth: int) -> Rows:
    if _is_wrapped(text):
        return _wrapped(text, counter, depth)
    counter.count(depth)
    return _entry(text)


def _wrapped(text: str, counter: _Counter, depth: int) -> list[Rows]:
    counter.count(depth)
    return [_item(part, counter, depth + 1) for part in _parts(text[1:-1])]


def _entry(text: str) -> float:
    if "[" in text or "]" in text:
        raise Unreadable(_EXPECTED)
    try:
        return evaluate_number(normal_text(text))
    except FormulaError as error:
        raise Unreadable(error.why) from None


def _is_wrapped(text: str) -> bool:
    """Return whether one pair of brackets is around all of it, and means a list."""
    closing = _PAIRS.get(text[:1])
    if closing is None or text[-1] != closing or len(text) < 2:
        return False
    inner = [depth for _, depth in _depths(text[:-1])]
    is_one = min(inner) > 0
    return is_one and (closing == "]" or "," in _at_depth(text, 1))


def _depths(text: str) -> Iterator[tuple[str, int]]:
    """Yield each character, and in how many brackets it or what it opens stands."""
    depth = 0
    for char in text:
        depth += char in _PAIRS
        depth -= char in _PAIRS.values()
        yield char, depth


def _at_depth(text: str, wanted: int) -> str:
    return "".join(char for char, depth in _depths(text) if depth == wanted)


def _parts(text: str) -> list[str]:
    """Return what stands between commas, or spaces where there are none."""
    if "," in _at_depth(text, 0) or "[" in text:
        text = re.sub(r"\]\s*\[", "],[", text)
        parts, start = [], 0
        for at, (char, depth) in enumerate(_depths(text)):
            if char == "," and depth == 0:
                parts.append(text[start:at].strip())
                start = at + 1
        last = text[start:].strip()
        return [*parts, last] if last else parts
    return _AROUND.sub(r"\1\2", " ".join(text.split())).split()


def _check_rows(rows: Rows) -> None:
    """Refuse rows of different lengths.

    Raises
    ------
    Unreadable
        Which lengths they have.
    """
    level = [rows]
    while any(isinstance(row, list) for row in level):
        if not all(isinstance(row, list) for row in level):
            raise Unreadable(Message("numbers and rows are mixed"))
        lengths = {len(row): None for row in level}
        if len(lengths) > 1:
            said = ", ".join(map(str, list(lengths)[:5]))
            why = Message("its rows have different lengths: {lengths}", lengths=said)
            raise Unreadable(why)
        level = [inner for row in level for inner in row]
    if len(level) > MAX_ENTRIES:
        raise Unreadable(Message("it has more than {most} entries", most=MAX_ENTRIES))

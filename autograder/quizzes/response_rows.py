"""The rows of a CSV or JSON file of responses, whatever wrote it; bounded, total."""

from __future__ import annotations

import csv
import io
import json
import math
from dataclasses import dataclass
from typing import Any

from autograder.intake.files import MIB, UnusableError
from autograder.intake.notebook import decode
from autograder.messages import Message
from autograder.quizzes.asked import folded
from autograder.quizzes.model import Plain
from autograder.quizzes.score import MAX_RESPONSE

MAX_TABLE = 64 * MIB
"""Bytes of one file."""
MAX_DEPTH = 6
"""Lists in lists of a response; no kind of item has more than three."""
_LONGEST_INT = 15

Cells = tuple[tuple[str, Plain], ...]


@dataclass(frozen=True)
class Row:
    """One row: its cells under the names of their columns, which may repeat."""

    number: int
    """From 1, without the head."""
    cells: Cells
    responses: Cells = ()
    """What stands in a mapping of its own, by item."""

    def first(self, names: frozenset[str]) -> str:
        """Return the first cell under one of these names that is not blank."""
        found = (
            str(value).strip()
            for name, value in self.cells
            if value is not None and folded(name) in names
        )
        return next(filter(None, found), "")


def read_csv(raw: bytes, name: str, known: frozenset[str]) -> list[Row]:
    """Return the rows of a CSV file.

    UTF-8 with or without a byte order mark; cells separated by ``,``, ``;`` or tabs:
    whichever shows the most names of columns that are `known`, or else most columns.

    Raises
    ------
    UnusableError
        If it is no such file; says why.
    """
    text = decode(raw.replace(b"\0", b""), name)
    first = text.lstrip("\n").partition("\n")[0]
    table = max(
        (_table(first, delimiter) for delimiter in ",;\t"),
        key=lambda read: (len(known & set(map(folded, read[1][0]))), len(read[1][0])),
    )
    rows = _table(text, table[0])[1]
    head = rows[0]
    if len(rows) < 2:
        raise UnusableError(
            Message("`{file}` has no rows below the names of its columns.", file=name)
        )
    return [
        Row(number, tuple(zip(head, map(clean, cells), strict=False)))
        for number, cells in enumerate(rows[1:], start=1)
    ]


def _table(text: str, delimiter: str) -> tuple[str, list[list[str]]]:
    usual = csv.field_size_limit(MAX_TABLE)  # a long response is no end of a file
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    finally:
        csv.field_size_limit(usual)
    return delimiter, [row for row in rows if any(map(str.strip, row))] or [[]]


def read_json(raw: bytes, name: str) -> list[Row]:
    """Return the entries of a JSON file: a list of mappings, or a single one.

    Raises
    ------
    UnusableError
        If it is no such file; says why.
    """
    text = decode(raw, name)
    try:
        found = json.loads(text, parse_int=_int, parse_float=_float, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise UnusableError(
            Message("`{file}` is not JSON: {error}.", file=name, error=error)
        ) from None
    entries = found if isinstance(found, list) else [found]
    if not all(isinstance(entry, dict) for entry in entries):
        raise UnusableError(
            Message("`{file}` is not a list of mappings, one per paper.", file=name)
        )
    return [_row(number, entry) for number, entry in enumerate(entries, start=1)]


def _row(number: int, entry: dict[str, Any]) -> Row:
    responses = entry.get("responses")
    own = responses.items() if isinstance(responses, dict) else ()
    return Row(
        number,
        tuple((clean(k), clean(v)) for k, v in entry.items() if v is not responses),
        tuple((clean(k), clean(v)) for k, v in own),
    )


def _int(text: str) -> int | str:
    return int(text) if len(text) <= _LONGEST_INT else text


def _float(text: str) -> float | str:
    value = float(text)
    return value if math.isfinite(value) else text


def clean(value: Any, depth: int = 0) -> Any:
    """Return what came in as something that can be kept: bounded, valid Unicode.

    Text that is too long to be read keeps as much as shows that.
    """
    if isinstance(value, str):
        return value[: MAX_RESPONSE + 1].encode("utf-8", "replace").decode()
    if depth > MAX_DEPTH:
        return "…"
    if isinstance(value, list):
        return [clean(inner, depth + 1) for inner in value]
    if isinstance(value, dict):
        return {clean(k): clean(inner, depth + 1) for k, inner in value.items()}
    return value

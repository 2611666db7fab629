"""Read a CSV file of the teaching team, and name the line of whatever is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.places import one_of, shown
from autograder.errors import AuthoringError


@dataclass(frozen=True)
class Row:
    """One row: its cells by column, and where it stands."""

    where: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return a cell, stripped; empty where the file has no such column."""
        return self.cells.get(column, "")

    def problem(self, column: str, expected: str) -> str:
        """Return the line of an error message about a cell."""
        got = repr(self[column]) if self[column] else "nothing"
        return f"{self.where}:{self.line}: {column}: expected {expected}, got {got}"


def read_table(
    path: Path,
    columns: Sequence[str],
    required: Sequence[str],
    filled: Sequence[str] | None = None,
) -> list[Row]:
    """Return the rows of a CSV file that are not empty.

    UTF-8 with or without a byte order mark; cells separated by ``,``, ``;`` or tabs;
    the first row names the columns, in any order and in any case. Other columns are
    ignored.

    Parameters
    ----------
    columns : sequence of str
        What the columns may be called.
    required : sequence of str
        Which of them the file must have.
    filled : sequence of str, optional
        In which of them no cell may be empty; in all of `required` by default.

    Raises
    ------
    AuthoringError
        If the file is missing, is not such a table, or lacks a value.
    """
    where = shown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise AuthoringError(f"{where}: expected a file, got nothing") from None
    except (OSError, UnicodeDecodeError) as error:
        raise AuthoringError(f"{where}: expected UTF-8 text, got {error}") from None
    lines = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    try:
        head = [name.strip().casefold() for name in next(lines, [])]
        found = [(lines.line_num, cells) for cells in lines]
    except csv.Error as error:
        raise AuthoringError(f"{where}: expected CSV, got: {error}") from None
    _check_head(where, head, columns, required)
    rows = [
        Row(where, line, dict(zip(head, map(str.strip, cells), strict=False)))
        for line, cells in found
        if any(map(str.strip, cells))
    ]
    missing = [
        row.problem(name, "a value")
        for row in rows
        for name in (required if filled is None else filled)
        if not row[name]
    ]
    if missing:
        raise AuthoringError(missing)
    return rows


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _check_head(
    where: str, head: Sequence[str], columns: Sequence[str], required: Sequence[str]
) -> None:
    unknown = next((name for name in head if name not in columns), "")
    problems = [
        f"{where}:1: expected a column {name!r}, got none"
        for name in required
        if name not in head
    ]
    if problems and unknown:
        problems.append(f"{where}:1: column: {one_of(columns, unknown)}")
    if problems:
        raise AuthoringError(problems)

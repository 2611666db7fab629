"""Turn a cell of student text into statements; a bad piece loses only itself.

Everything here runs in the worker, under its limits: parsing 4 MB of ``x=1`` takes
12 seconds and 2.4 GB.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

PYTHON_CELL_MAGICS = {"time", "timeit", "capture", "prun"}
"""Cell magics whose body is ordinary Python."""
MAX_MAGICS = 200
CELL_MARK = re.compile(r"^# ?%%")
PIECE_START = re.compile(
    r"@|(async\s+def|def|class|import|from|if|for|while|with|try)\b|\w+\s*="
)
NAMES = re.compile(r"^(?:async\s+def|def|class)\s+(\w+)|^(\w+)\s*=", re.MULTILINE)
MAGIC = re.compile(r"\s*([%!?]|\w[\w, ]*=\s*[%!]|.*\?\s*$)")
UNREADABLE = (SyntaxError, ValueError, MemoryError, RecursionError)


@dataclass(frozen=True)
class Piece:
    """Text that parses, and its tree with the line numbers of the cell."""

    label: str
    text: str
    tree: ast.Module


@dataclass(frozen=True)
class Unreadable:
    """Text that does not parse."""

    label: str
    line: int
    reason: str
    names: tuple[str, ...]
    """What the lost text seems to define."""


def read_cell(label: str, text: str) -> Iterator[Piece | Unreadable]:
    """Yield the readable and the unreadable pieces of a cell, in order."""
    text = _without_cell_magic(text)
    if tree := _parse(text):
        yield Piece(label, text, tree)
        return
    text = _without_line_magics(text)
    if tree := _parse(text):
        yield Piece(label, text, tree)
        return
    for first, lines in _pieces(text.split("\n")):
        yield from _read_piece(label, first, lines)


def _read_piece(
    label: str, first: int, lines: list[str]
) -> Iterator[Piece | Unreadable]:
    """Yield a piece, or what stands before its bad line, and the rest as unreadable."""
    text = "\n".join(lines)
    try:
        yield _piece(label, first, text)
    except UNREADABLE as error:
        bad = (getattr(error, "lineno", None) or 1) - 1
        before = "\n".join(lines[:bad])
        if not lines[bad : bad + 1] or lines[bad][:1].isspace() or not _parse(before):
            bad, before = bad, ""
        if before:
            yield _piece(label, first, before)
        reason = error.msg if isinstance(error, SyntaxError) else type(error).__name__
        names = tuple(a or b for a, b in NAMES.findall(text[len(before) :]))
        yield Unreadable(label, first + bad + 1, reason, names)


def _piece(label: str, first: int, text: str) -> Piece:
    tree = ast.parse(text)
    ast.increment_lineno(tree, first)
    return Piece(label, text, tree)


def _parse(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except UNREADABLE:
        return None


def _without_cell_magic(text: str) -> str:
    first = text.lstrip().split("\n", 1)[0]
    if not first.startswith("%%"):
        return text
    if first[2:].split(" ")[0].strip() not in PYTHON_CELL_MAGICS:
        return ""
    return text.replace(first, "", 1)


def _without_line_magics(text: str) -> str:
    """Replace a line by ``pass`` where the parser stumbles over a magic.

    A line may also begin with ``%`` as an operator, inside brackets; there the
    parser does not stumble, and the line stays.
    """
    lines = text.split("\n")
    for _ in range(MAX_MAGICS):
        try:
            ast.parse("\n".join(lines))
        except SyntaxError as error:
            at = (error.lineno or 0) - 1
            if not (0 <= at < len(lines) and MAGIC.match(lines[at])):
                break
            indent = len(lines[at]) - len(lines[at].lstrip())
            lines[at] = lines[at][:indent] + "pass"
        except UNREADABLE:
            break
        else:
            break
    return "\n".join(lines)


def _pieces(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut at lines of column 0 that look like the start of a statement."""
    first = 0
    for at in range(1, len(lines)):
        decorated = lines[at - 1].startswith("@")
        starts = CELL_MARK.match(lines[at]) or PIECE_START.match(lines[at])
        if starts and not decorated:
            yield first, lines[first:at]
            first = at
    yield first, lines[first:]

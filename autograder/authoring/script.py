"""The solution of an assignment as text: its functions and its solution regions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.course.places import shown
from autograder.errors import AuthoringError
from autograder.model import Assignment

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
_MARKER = re.compile(r"#.*\b(BEGIN|END)\W+SOLUTION\b", re.IGNORECASE)


@dataclass(frozen=True)
class Region:
    """What lies between two markers; students get a sentence in its place."""

    function: str
    begin: int
    """Line of the first marker, from 1."""
    end: int
    """Line of the second marker."""


@dataclass(frozen=True)
class Script:
    """A solution module, read but not executed."""

    where: str
    text: str
    tree: ast.Module
    regions: tuple[Region, ...]

    def is_solution(self, node: ast.stmt | ast.expr) -> bool:
        """Return whether `node` of the tree begins inside a solution region."""
        return any(region.begin < node.lineno < region.end for region in self.regions)


def read_script(assignment: Assignment) -> Script:
    """Read the solution module of an assignment.

    Raises
    ------
    AuthoringError
        If it is not Python, a marker has no partner or is misspelled, a region is
        outside graded functions, or a graded function has none.
    """
    path = assignment.folder / f"{assignment.module}.py"
    where = shown(path)
    text = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        what = f"expected Python, got a syntax error: {error.msg}"
        raise AuthoringError(f"{where}:{error.lineno}: {what}") from None
    problems: list[str] = []
    regions = []
    for begin, end in _pairs(text, where, problems):
        function = _function_at(tree, begin)
        if function not in assignment.functions:
            got = f"in {function}" if function else "outside"
            what = f"expected to be in a graded function, got one {got}"
            problems.append(f"{where}:{begin}: {BEGIN}: {what}")
        else:
            regions.append(Region(function, begin, end))
    problems += _unmarked(assignment, where, regions)
    if problems:
        raise AuthoringError(problems)
    return Script(where, text, tree, tuple(regions))


def _pairs(text: str, where: str, problems: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines of the markers, in pairs, and note those without a partner."""
    begin = 0
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if not _MARKER.search(line):
            continue
        expected = END if begin else BEGIN
        if line.strip() != expected:
            what = f"expected {expected!r}, got {line.strip()!r}"
            problems.append(f"{where}:{number}: {what}")
        elif begin:
            yield begin, number
            begin = 0
        else:
            begin = number
    if begin:
        what = f"expected {END!r}, got the end of the file"
        problems.append(f"{where}:{len(lines)}: {what}")


def _function_at(tree: ast.Module, line: int) -> str:
    """Return the name of the function at the top level that holds `line`, or ''."""
    for node in tree.body:
        inside = node.lineno <= line <= (node.end_lineno or node.lineno)
        if isinstance(node, ast.FunctionDef) and inside:
            return node.name
    return ""


def _unmarked(
    assignment: Assignment, where: str, regions: list[Region]
) -> Iterator[str]:
    marked = {region.function for region in regions}
    for name in assignment.functions:
        if name not in marked:
            yield f"{where}: {name}: expected a solution region, got none"

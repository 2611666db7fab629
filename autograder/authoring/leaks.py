"""Refuse a release that holds a piece of a solution."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from autograder.authoring.script import Script
from autograder.model import Assignment

SHORTEST = 20
"""Characters that a statement must have to count: shorter ones meet by chance."""

_COMMENT = re.compile(r"^[ \t]*[#>]+", re.MULTILINE)
_VARIABLE = str.maketrans('"', "'", "()")
_FENCED = re.compile(r"^```.*?\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Solved:
    """An assignment of the course and its solution."""

    assignment: Assignment
    script: Script


def leaks(
    released: Assignment, files: Mapping[str, str], course: Iterable[Solved]
) -> list[str]:
    """Return what the files of a release give away, a line for each finding.

    Parameters
    ----------
    files : mapping of str to str
        Name and text of every file of the release.
    course : iterable of Solved
        All assignments: week 5 must not hold the solutions of week 4 either.
    """
    solved = list(course)
    found = list(_graded_functions(released, files.get("given.py", ""), solved))
    texts = {name: list(_searched(name, text)) for name, text in files.items()}
    for entry in solved:
        allowed = {*released.allowed_in_release, *entry.assignment.allowed_in_release}
        for statement, line in solution_statements(entry.script).items():
            if statement in allowed:
                continue
            needle = _squeezed(statement)
            for name, forms in texts.items():
                if any(needle in form for form in forms):
                    found.append(
                        f"{_path(released, name)}: expected nothing of a solution, "
                        f"got {statement!r} ({entry.script.where}:{line})"
                    )
    return found


def solution_statements(script: Script) -> dict[str, int]:
    """Return what must not be released of a script, each with its line.

    These are the statements of its solution regions, and the expressions in the
    headers of compound ones, as `ast` writes them; without short ones, and without
    those that also stand outside the regions.
    """
    inside: dict[str, int] = {}
    outside = set()
    for node in ast.walk(script.tree):
        for part in _parts(node):
            text = ast.unparse(part)
            if script.is_solution(part):
                inside.setdefault(text, part.lineno)
            else:
                outside.add(text)
    return {
        text: line
        for text, line in sorted(inside.items(), key=lambda item: item[1])
        if len(text) >= SHORTEST and text not in outside
    }


def _parts(node: ast.AST) -> Iterator[ast.stmt | ast.expr]:
    """Yield a simple statement itself, of a compound one the parts of its header."""
    if isinstance(node, ast.withitem):
        yield node.context_expr
    elif isinstance(node, ast.stmt):
        if hasattr(node, "body") or hasattr(node, "cases"):
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    yield child
        else:
            yield node


def _graded_functions(
    released: Assignment, given: str, course: Iterable[Solved]
) -> Iterator[str]:
    """Yield the functions of ``given.py`` that some assignment grades."""
    graded = {
        name: entry.assignment.slug
        for entry in course
        for function in entry.assignment.functions.values()
        for name in (function.name, *function.aliases)
    }
    for name, line in _defined(ast.parse(given)):
        if name in graded and name not in released.allowed_in_release:
            yield (
                f"{_path(released, 'given.py')}:{line}: expected no graded function, "
                f"got {name} of {graded[name]}"
            )


def _defined(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.lineno


def _searched(name: str, text: str) -> Iterator[str]:
    """Yield a file in every form in which it is searched."""
    pieces = [text]
    if name.endswith(".ipynb"):
        pieces = [str(cell["source"]) for cell in _cells(text)]
    elif name.endswith(".md"):
        pieces += _FENCED.findall(text)
    for piece in pieces:
        yield _squeezed(piece)
        with suppress(SyntaxError):
            yield _squeezed(ast.unparse(ast.parse(piece)))


def _cells(text: str) -> list[dict[str, object]]:
    cells: list[dict[str, object]] = json.loads(text)["cells"]
    for cell in cells:
        if isinstance(cell["source"], list):
            cell["source"] = "".join(cell["source"])
    return cells


def _squeezed(text: str) -> str:
    """Return `text` without what can be written in several ways.

    These are spaces, comment marks, parentheses (of a tuple, say) and kinds of quotes.
    """
    return "".join(_COMMENT.sub("", text).split()).translate(_VARIABLE)


def _path(released: Assignment, name: str) -> str:
    return f"assignments/{released.slug}/{name}"

"""The student's notebook, with the cell metadata by which nbgrader knows its cells."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from autograder.errors import AuthoringError
from autograder.jupyter import CODE, NotebookCell, write_notebook
from autograder.messages import Language, Message
from autograder.model import AS_HANDED_IN, Assignment

SCHEMA_VERSION = 3
"""Of nbgrader's cell metadata."""

EVERYTHING = Message("everything as handed in")
"""What the check that runs without stand-ins is called."""

_DEFINITION = re.compile(r"^def (\w+)", re.MULTILINE)


def notebook_name(assignment: Assignment, language: Language) -> str:
    """Return the file name of the notebook in `language`."""
    suffix = "" if language == "en" else f".{language}"
    return f"{assignment.module}{suffix}.ipynb"


def notebook_text(
    assignment: Assignment, cells: list[NotebookCell], language: Language
) -> str:
    """Return the notebook that students fill in.

    The cell of a graded function can be edited, and is followed by a locked grade cell
    with its points. Everything else is read-only.

    Raises
    ------
    AuthoringError
        If a cell defines two graded functions, or one is defined in two cells.
    """
    with_metadata = list(_with_metadata(assignment, cells, language))
    ids = [cell.id for cell in with_metadata]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise AuthoringError(
            f"{assignment.slug}: expected one cell for each graded function, "
            f"got two for {', '.join(twice)}"
        )
    return write_notebook(with_metadata, language)


def _with_metadata(
    assignment: Assignment, cells: list[NotebookCell], language: Language
) -> Iterator[NotebookCell]:
    number: Counter[str] = Counter()
    for cell in cells:
        graded = _graded_in(assignment, cell)
        if graded:
            solution = {"grade": False, "locked": False, "solution": True}
            yield _cell(cell.kind, cell.text, f"{graded}-solution", solution)
            yield _grade_cell(assignment, graded, language)
        else:
            number[cell.kind] += 1
            read_only = {"grade": False, "locked": True, "solution": False}
            name = f"{cell.kind}-{number[cell.kind]}"
            yield _cell(cell.kind, cell.text, name, read_only)
    if assignment.as_handed_in:
        yield _grade_cell(assignment, AS_HANDED_IN, language)


def _graded_in(assignment: Assignment, cell: NotebookCell) -> str:
    """Return the graded function that a cell defines, or ''."""
    if cell.kind != CODE:
        return ""
    names = [n for n in _DEFINITION.findall(cell.text) if n in assignment.functions]
    if len(names) > 1:
        raise AuthoringError(
            f"{assignment.slug}: expected one graded function in a cell, "
            f"got {', '.join(names)}"
        )
    return names[0] if names else ""


def _grade_cell(assignment: Assignment, name: str, language: Language) -> NotebookCell:
    """Return the locked cell that carries the points of a function.

    nbgrader gives full points for any grade cell that raises nothing. It must not be
    worth anything to be graded in the notebook's own process, so the cell raises there.
    In a student's hands it tries the public examples of the function above it.
    """
    points = assignment.points[name]
    title = Message(
        "Points for {what}: {points}. To check your work: autograder check {file}",
        points=f"{points:g}",
        what=f"`{name}`" if name != AS_HANDED_IN else EVERYTHING,
        file=notebook_name(assignment, language),
    )
    refusal = Message(
        "this notebook is graded by `autograder grade`, not by running its cells"
    )
    said = json.dumps(refusal.render(language), ensure_ascii=False)
    source = (
        f"# {title.render(language)}\n"
        "import os\n"
        "\n"
        'if os.environ.get("NBGRADER_EXECUTION") == "autograde":\n'
        f"    raise RuntimeError({said})"
    )
    if name != AS_HANDED_IN:
        source += _check(name, language)
    grade = {"grade": True, "locked": True, "points": points, "solution": False}
    return _cell(CODE, source, name, grade)


def _check(function: str, language: Language) -> str:
    """Return the lines that try a function, where this package is installed."""
    absent = Message("To check your work here, install the package `autograder`.")
    said = json.dumps(absent.render(language), ensure_ascii=False)
    option = "" if language == "en" else f', lang="{language}"'
    return (
        "\ntry:\n"
        "    from autograder import check\n"
        "except ImportError:\n"
        f"    print({said})\n"
        "else:\n"
        f"    check({function}{option})"
    )


def _cell(kind: str, text: str, name: str, nbgrader: dict[str, Any]) -> NotebookCell:
    nbgrader |= {
        "cell_type": kind,
        "grade_id": name,
        "schema_version": SCHEMA_VERSION,
        "task": False,
    }
    metadata: dict[str, Any] = {"deletable": False, "nbgrader": nbgrader}
    if nbgrader["locked"]:
        metadata["editable"] = False
    return NotebookCell(kind, text, metadata, name)

"""The notebook that students got: the frame in which their work is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import GradebookError
from autograder.gradebook.records import Cell, Kind, Sheet, Source
from autograder.intake.files import UnusableError
from autograder.intake.notebook import cells_of, load, source_of
from autograder.messages import Language
from autograder.model import Assignment

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
SCHEMA_VERSION = 3
"""Of nbgrader's cell metadata."""


@dataclass(frozen=True)
class ReleasedCell:
    """A cell of the released notebook."""

    id: str
    kind: Kind
    text: str
    nbgrader: Mapping[str, Any]

    @property
    def solution(self) -> bool:
        """Whether students fill it in."""
        return self.nbgrader.get("solution") is True

    @property
    def grade(self) -> bool:
        """Whether it carries points."""
        return self.nbgrader.get("grade") is True


@dataclass(frozen=True)
class Released:
    """A released notebook, and its language."""

    language: Language
    cells: tuple[ReleasedCell, ...]
    kernel: Mapping[str, str]


def read_released(
    folder: Path, assignment: Assignment, language: Language = "en"
) -> Released:
    """Return the notebook that students got, with a grade cell for all that earns.

    Parameters
    ----------
    folder : Path
        What was released, ``assignments/<slug>``. A grade cell that its notebook
        lacks, or all of them where there is no notebook, are added at the end.
    language : str
        Where there is no notebook in it, the English one is taken.

    Raises
    ------
    GradebookError
        If the notebook is not one.
    """
    names = {"en": f"{assignment.module}.ipynb"}
    path = folder / names.get(language, f"{assignment.module}.{language}.ipynb")
    if language != "en" and not path.is_file():
        return read_released(folder, assignment)
    notebook = _notebook(path) if path.is_file() else {}
    cells = tuple(_cells(notebook, path.name, assignment)) if notebook else ()
    held = {cell.id for cell in cells if cell.grade}
    added = (
        _grade_cell(name, points)
        for name, points in assignment.points.items()
        if name not in held
    )
    kernel = notebook.get("metadata", {}).get("kernelspec", KERNEL)
    return Released(language, (*cells, *added), kernel)


def sheet_of(assignment: Assignment, released: Released) -> Sheet:
    """Return what nbgrader's own `generate_assignment` would put into the gradebook."""
    known = [cell for cell in released.cells if cell.nbgrader]
    return Sheet(
        assignment=assignment.slug,
        notebook=assignment.module,
        due=assignment.due,
        cells=tuple(
            Cell(cell.id, assignment.points[cell.id], cell.kind)
            for cell in known
            if cell.grade
        ),
        solutions=tuple(cell.id for cell in known if cell.solution),
        sources=tuple(
            Source(cell.id, cell.text, cell.kind, locked=not cell.solution)
            for cell in known
        ),
        kernel=released.kernel,
    )


def _notebook(path: Path) -> dict[str, Any]:
    try:
        notebook = load(path.read_text(encoding="utf-8"), path.name)
        cells_of(notebook, path.name)
    except (UnusableError, UnicodeDecodeError) as error:
        raise GradebookError(f"{path}: expected a notebook: {error}") from None
    return notebook if isinstance(notebook, dict) else {}


def _cells(
    notebook: object, name: str, assignment: Assignment
) -> Iterator[ReleasedCell]:
    for number, cell in enumerate(cells_of(notebook, name), start=1):
        if isinstance(cell, dict):
            nbgrader = _in_step(
                cell.get("metadata", {}).get("nbgrader", {}), assignment
            )
            yield ReleasedCell(
                id=str(nbgrader.get("grade_id") or cell.get("id") or f"cell-{number}"),
                kind="code" if cell.get("cell_type") == "code" else "markdown",
                text=source_of(cell),
                nbgrader=nbgrader,
            )


def _in_step(nbgrader: Mapping[str, Any], assignment: Assignment) -> dict[str, Any]:
    """Return nbgrader's marks of a cell, should the release be out of step."""
    marks, points = dict(nbgrader), assignment.points.get(nbgrader.get("grade_id", ""))
    if marks.get("grade") is True and points is None:
        marks.pop("points", None)
        marks["grade"] = False
    elif marks.get("grade") is True:
        marks["points"] = points
    return marks


def _grade_cell(name: str, points: float) -> ReleasedCell:
    nbgrader = {
        "cell_type": "code",
        "grade": True,
        "grade_id": name,
        "locked": True,
        "points": points,
        "schema_version": SCHEMA_VERSION,
        "solution": False,
        "task": False,
    }
    return ReleasedCell(name, "code", f"# {json.dumps(name)}", nbgrader)

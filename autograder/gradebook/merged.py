"""A student's notebook in the frame of the released one: nothing of it is lost.

The released cells come in their order. What nbgrader locks is as it was released,
whatever was done to it; a solution cell holds what the student wrote. Every other cell
of the student stands where it stood: after the released cell before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.gradebook.released import Released, ReleasedCell
from autograder.intake.notebook import source_of
from autograder.messages import Message, Words
from autograder.reports.text import one_line

MOST_CELLS = 2000
MOST_NAMES = 5
_KINDS = ("code", "markdown", "raw")
Handed = Mapping[str, Any]
"""A cell as a student handed it in: of any shape."""


@dataclass(frozen=True)
class Placed:
    """A cell to be shown: of the release, of the student, or both."""

    released: ReleasedCell | None = None
    handed: Handed | None = None


@dataclass
class Merged:
    """All cells to be shown, and what is odd about those that were handed in."""

    cells: list[Placed] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)


def merge(released: Released, handed: Sequence[object]) -> Merged:
    """Return the cells to be shown of a notebook with the cells `handed`.

    A cell that is deleted, altered, there twice or worth other points does no harm;
    the notes name it.
    """
    return _Merging(released, _cells(handed)).merged()


def in_one_piece(released: Released, text: str) -> Merged:
    """Return the cells to be shown of a script: it comes first, in one cell."""
    script: Handed = {"cell_type": "code", "source": text}
    said = Message("handed in as a script: it is in the cell above")
    above: Handed = {"source": f"# {said.render(released.language)}"}
    framed = (Placed(c, above if c.solution else None) for c in released.cells)
    return Merged([Placed(handed=script), *framed])


class _Merging:
    """One student's cells on their way into the frame."""

    def __init__(self, released: Released, handed: list[Handed]) -> None:
        self._released = released
        self._order = {cell.id: at for at, cell in enumerate(released.cells)}
        self._own: dict[str, Handed] = {}
        self._more: dict[int, list[Handed]] = {}
        self._twice: list[str] = []
        at = -1
        for cell in handed:
            name = _grade_id(cell)
            if name in self._order and name not in self._own:
                at = self._order[name]
                self._own[name] = cell
                if not self._shown_there(self._released.cells[at], cell):
                    self._more.setdefault(at, []).append(cell)
            elif name not in self._own or self._differs(name, cell):
                self._more.setdefault(at, []).append(cell)
                if name in self._own:
                    self._twice.append(name)

    def merged(self) -> Merged:
        cells = [Placed(handed=cell) for cell in self._more.get(-1, ())]
        for at, cell in enumerate(self._released.cells):
            cells.append(
                Placed(cell, self._own.get(cell.id) if cell.solution else None)
            )
            cells += [Placed(handed=more) for more in self._more.get(at, ())]
        return Merged(cells, list(self._notes()))

    @staticmethod
    def _shown_there(released: ReleasedCell, cell: Handed) -> bool:
        """Say whether nothing of `cell` is lost in the place of `released`."""
        return released.solution or _text(cell) in ("", released.text.strip())

    def _differs(self, name: str, cell: Handed) -> bool:
        """Say whether the second cell of a name says anything new."""
        first = _text(self._own[name])
        return _text(cell) not in (
            "",
            first,
            self._released.cells[self._order[name]].text.strip(),
        )

    def _notes(self) -> Iterator[Words]:
        frame = [cell for cell in self._released.cells if cell.nbgrader]
        if frame and not self._own:
            yield Message(
                "The notebook is not the one that was released: none of its cells was "
                "found."
            )
            return
        gone = [
            c.id for c in frame if c.id not in self._own and (c.grade or c.solution)
        ]
        altered = [c.id for c in frame if c.id in self._own and self._altered(c)]
        moved = [c.id for c in frame if c.grade and self._other_points(c)]
        if gone:
            yield Message("Cells were missing: {cells}.", cells=_listed(gone))
        if altered:
            yield Message(
                "Read-only cells were changed; they count as they were released: "
                "{cells}.",
                cells=_listed(altered),
            )
        if self._twice:
            yield Message(
                "Several cells have one name; all of them were read: {cells}.",
                cells=_listed(dict.fromkeys(self._twice)),
            )
        if moved:
            yield Message(
                "The points of cells were changed; they count as they were released: "
                "{cells}.",
                cells=_listed(moved),
            )

    def _altered(self, cell: ReleasedCell) -> bool:
        return not cell.solution and _text(self._own[cell.id]) != cell.text.strip()

    def _other_points(self, cell: ReleasedCell) -> bool:
        marks = _nbgrader(self._own.get(cell.id, {}))
        return bool(marks) and marks.get("points") != cell.nbgrader.get("points")


def _cells(handed: Iterable[object]) -> list[Handed]:
    cells: list[Handed] = [cell for cell in handed if isinstance(cell, dict)]
    return [cell for cell in cells if cell.get("cell_type") in _KINDS][:MOST_CELLS]


def _nbgrader(cell: Handed) -> Mapping[str, Any]:
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return marks if isinstance(marks, dict) else {}


def _grade_id(cell: Handed) -> str:
    name = _nbgrader(cell).get("grade_id")
    return name if isinstance(name, str) else ""


def _text(cell: Handed) -> str:
    return source_of(cell).strip()


def _listed(names: Iterable[str]) -> str:
    listed = [f"`{one_line(name)}`" for name in names]
    return ", ".join(listed[:MOST_NAMES] + ["…"] * (len(listed) > MOST_NAMES))

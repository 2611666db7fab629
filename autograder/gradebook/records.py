"""What a gradebook is told: a sheet of cells, and an entry for each student.

An assignment is a sheet whose cells are its functions; a quiz is one whose cells are
its items.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

Kind = Literal["code", "markdown"]


@dataclass(frozen=True)
class Cell:
    """What earns points: a grade cell of nbgrader."""

    name: str
    max_score: float
    kind: Kind = "code"


@dataclass(frozen=True)
class Source:
    """A cell of the notebook that students get, as nbgrader remembers it."""

    name: str
    text: str
    kind: Kind = "code"
    locked: bool = True


@dataclass(frozen=True)
class Sheet:
    """An assignment or a quiz: what can be earned in it."""

    assignment: str
    cells: tuple[Cell, ...]
    due: datetime | None = None
    """Knows its zone. None leaves the time that the gradebook has."""
    notebook: str = ""
    """Name of its one notebook, without suffix; the assignment's name when empty."""
    solutions: tuple[str, ...] = ()
    """Names of the cells that students fill in: a grader can comment on these. One
    that is among `cells` too is graded by hand in nbgrader."""
    sources: tuple[Source, ...] = ()
    kernel: Mapping[str, str] = field(default_factory=dict)
    """The ``kernelspec`` of the notebook."""

    @property
    def notebook_name(self) -> str:
        """The name of the notebook."""
        return self.notebook or self.assignment


@dataclass(frozen=True)
class Entry:
    """One student's line in a sheet."""

    student: str
    scores: Mapping[str, float | None]
    """By cell. None needs a human; a cell that is not named keeps what it has."""
    time: datetime | None = None
    """When it was handed in, by a trusted clock; knows its zone."""
    extension: timedelta | None = None
    """By which this student's due time is later than the sheet's. A longer one that a
    human gave in nbgrader stays; None leaves what is there."""
    penalty: float | None = None
    """The share of the score that lateness costs. None: what nbgrader itself is
    configured to take, if it is."""

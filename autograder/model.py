"""What a thing is: frozen dataclasses, no files, no processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Literal

from autograder.messages import Language, Text, Words
from autograder.values import Limits

AS_HANDED_IN = "as_handed_in"
"""Id of the check that runs everything as handed in, without stand-ins."""
PRESENCE = "presence"
"""What points are for that are earned by handing in any file."""

Returns = str | tuple[str, ...]
"""The name of what a function returns, or the names of the tuple it returns."""


@dataclass(frozen=True)
class GradedFunction:
    """A function that students write and that earns points."""

    name: str
    points: float
    returns: Returns
    calls: tuple[str, ...] = ()
    """Graded functions that its body may call directly."""
    aliases: tuple[str, ...] = ()
    """Other names under which students know it."""
    unchanged: tuple[str, ...] = ()
    """Parameters that it must leave as they are, or lose points."""
    optional: tuple[str, ...] = ()
    """Last parameters that a student's version need not take."""


@dataclass(frozen=True)
class Assignment:
    """One homework: what is graded, what it is worth, and where its files are."""

    slug: str
    folder: Path
    title: Text
    module: str
    """Stem of the file that students fill in, such as ``deep_network``."""
    functions: Mapping[str, GradedFunction]
    as_handed_in: float = 0.0
    """Points for the check that runs everything as handed in."""
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug of another assignment to its functions that those here may call."""
    helpers: Mapping[str, GradedFunction] = field(default_factory=dict)
    """These functions, and what they call themselves; not graded here."""
    files: tuple[str, ...] = ()
    """Further files that are released, relative to `folder`."""
    week: int = 0
    minutes: int = 0
    """Estimated working time."""
    limits: Limits = field(default_factory=Limits)
    load: Literal["definitions", "everything"] = "definitions"
    """Which statements of a submission are executed."""
    allowed_in_release: tuple[str, ...] = ()
    """Normalised statements of a solution that may appear in a release."""
    due: datetime | None = None
    """When it is to be handed in; None where nothing is late."""
    presence: float = 0.0
    """Points for handing in any file; then no function is graded."""
    prose: Text | None = None
    """What students are asked to do, where no script introduces it."""

    @cached_property
    def known(self) -> dict[str, GradedFunction]:
        """Every function that can be stood in for, helpers first."""
        return {**self.helpers, **self.functions}

    @cached_property
    def points(self) -> dict[str, float]:
        """Points by function, and by what else earns some, in their order."""
        worth = {name: f.points for name, f in self.functions.items()}
        if self.as_handed_in:
            worth[AS_HANDED_IN] = self.as_handed_in
        if self.presence:
            worth[PRESENCE] = self.presence
        return worth

    @property
    def max_score(self) -> float:
        """The sum of all points."""
        return sum(self.points.values())

    def calls_of(self, function: str) -> tuple[str, ...]:
        """Return the functions that `function` calls, directly or not."""
        found: dict[str, None] = {}
        todo = list(self.known[function].calls)
        while todo:
            name = todo.pop()
            if name not in found:
                found[name] = None
                todo.extend(self.known[name].calls)
        return tuple(name for name in self.known if name in found)


@dataclass(frozen=True)
class Cell:
    """A piece of source text and the label by which messages name it."""

    label: str
    """Such as ``deep_network.py`` or ``deep_network.ipynb, cell 6``."""
    text: str


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one assignment, as text."""

    student: str
    file: str
    """The graded file, relative to what the grader named; shown in reports."""
    sha256: str
    """Of all the bytes that are used: the file and its sibling modules."""
    cells: Sequence[Cell] = ()
    modules: Mapping[str, str] = field(default_factory=dict)
    """Other ``.py`` files of the folder: module name to source text."""
    problem: Words | None = None
    """Why the file cannot be graded at all; None when it can be tried."""
    notes: tuple[Words, ...] = ()
    """What the report should say about the files, such as an ignored second one."""
    time: datetime | None = None
    """When it was handed in, by a clock that can be trusted; None: not known."""
    language: Language | None = None
    """In which this student is told the result; None: the one of the run."""


class Outcome(StrEnum):
    """The verdict on a check."""

    PASSED = "passed"
    FAILED = "failed"
    COULD_NOT_GRADE = "could-not-grade"


class Graded(StrEnum):
    """The verdict on a submission."""

    GRADED = "graded"
    COULD_NOT_GRADE = "could-not-grade"


@dataclass(frozen=True)
class RenderedFeedback:
    """Why a check failed, in the reader's language."""

    symptom: str
    headline: str
    evidence: tuple[str, ...] = ()
    cause: str | None = None
    mistake: str | None = None
    hint: str | None = None
    call: str | None = None


@dataclass(frozen=True)
class CheckResult:
    """One hidden pytest function with one set of parameters."""

    id: str
    title: str
    outcome: Outcome
    feedback: RenderedFeedback | None = None


@dataclass(frozen=True)
class FunctionResult:
    """The checks of one function and the points they earned."""

    score: float
    max_score: float
    checks: tuple[CheckResult, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lateness:
    """How late a submission is, and what that costs."""

    due: datetime
    """For this student, extensions included."""
    seconds: float
    """After `due`; 0 when on time, and where the time is not known."""
    days: int
    """Days that count: started ones, after the time of grace."""
    share_lost: float
    """The share of the score, in [0, 1], that is taken off."""
    lines: tuple[str, ...] = ()
    """How that came about, in the reader's language."""


@dataclass(frozen=True)
class SubmissionResult:
    """A line of ``results.jsonl``."""

    student: str
    assignment: str
    file: str
    sha256: str
    outcome: Graded
    score: float | None
    """What counts: the points of all functions, less what being late costs."""
    max_score: float
    seconds: float
    sandbox: str
    round: str
    functions: Mapping[str, FunctionResult] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    error: str | None = None
    key: str = ""
    """What the result depends on; `--resume` reuses a line only if it is equal."""
    earned: float | None = None
    """The score before anything was taken off; None where nothing was."""
    time: datetime | None = None
    """When it was handed in, by a clock that can be trusted; None: not known."""
    late: Lateness | None = None
    """None where the assignment has no due time."""
    language: Language | None = None
    """In which the feedback is; None: the one of the run."""

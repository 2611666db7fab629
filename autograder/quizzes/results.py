"""What became of every student's quiz, and the file that keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from autograder.course.places import shown
from autograder.errors import AutograderError
from autograder.messages import Language, Message, Text, Words
from autograder.quizzes.attendance import Presence
from autograder.quizzes.model import FilledPaper, Judged, Verdict
from autograder.reports.text import one_line
from autograder.reports.writing import write_whole

RESULTS = "results.jsonl"
RESPONSES = "responses.json"
"""Everything that came in, whether it counted or not, to be scored again."""

Whole = TypeVar("Whole")


@dataclass(frozen=True)
class Problem:
    """Something the teaching team should know about one file, student or item."""

    what: str
    student: str = ""
    item: str = ""
    file: str = ""
    lost: bool = False
    """Whether something could not be scored because of it."""

    def __str__(self) -> str:
        parts = (self.file, self.student, self.item, self.what)
        return ": ".join(one_line(part) for part in parts if part)


@dataclass(frozen=True)
class Came:
    """Everything that came in."""

    filled: tuple[FilledPaper, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What could not be read, and what was odd about a file."""


@dataclass(frozen=True)
class Attempt:
    """One paper of a student, judged."""

    paper: str
    number: int
    language: Language
    file: str
    time: datetime | None
    started: datetime | None
    credit: float
    """The share of the score that is kept: less than 1 when it was late."""
    items: tuple[Judged, ...]
    score: float | None
    """After `credit`; None when an item could not be scored."""
    max_score: float


@dataclass(frozen=True)
class QuizResult:
    """What became of one student's quiz."""

    student: str
    quiz: str
    presence: Presence
    score: float | None
    """Of the best attempt; None when there is nothing that could be scored."""
    max_score: float
    """Without the items that are dropped for everybody."""
    scored: datetime
    name: str = ""
    section: str = ""
    attempts: tuple[Attempt, ...] = ()
    """The best one first."""
    notes: tuple[Words, ...] = ()
    """For the student to read."""

    @property
    def best(self) -> Attempt | None:
        """The attempt that counts."""
        return self.attempts[0] if self.attempts else None

    @property
    def items(self) -> Mapping[str, Judged]:
        """The items of the attempt that counts, by id."""
        return {one.item: one for one in self.best.items} if self.best else {}

    @property
    def percent(self) -> float | None:
        """The score as a share of what was possible, in percent."""
        if self.score is None or not self.max_score:
            return None
        return 100 * self.score / self.max_score

    @property
    def is_scored(self) -> bool:
        """Whether every item of every attempt could be scored."""
        return not any(
            one.outcome is Verdict.COULD_NOT_SCORE
            for attempt in self.attempts
            for one in attempt.items
        )


def write_results(folder: Path, results: Iterable[QuizResult]) -> None:
    """Write ``results.jsonl``, a line per student, as a whole."""
    lines = map(_encoded, results)
    write_whole(folder / RESULTS, "".join(f"{line}\n" for line in lines))


def read_results(folder: Path) -> list[QuizResult]:
    """Read ``results.jsonl``; no file is no results.

    Raises
    ------
    AutograderError
        If a line of it is not a result.
    """
    path = folder / RESULTS
    lines = path.read_bytes().splitlines() if path.is_file() else []
    return [
        _decoded(line, QuizResult, f"{shown(path)}:{number}")
        for number, line in enumerate(lines, start=1)
    ]


def write_responses(folder: Path, came: Came) -> None:
    """Write ``responses.json`` as a whole."""
    write_whole(folder / RESPONSES, _encoded(came) + "\n")


def read_stored(folder: Path) -> Came:
    """Read ``responses.json``: what was last scored.

    Raises
    ------
    AutograderError
        If there is none, or it is damaged.
    """
    path = folder / RESPONSES
    if not path.is_file():
        raise AutograderError(
            f"{shown(path)}: expected the responses of an earlier run, got nothing: "
            "name notebooks, folders, zips or tables of responses"
        )
    return _decoded(path.read_bytes(), Came, shown(path))


def _encoded(value: object) -> str:
    return msgspec.json.encode(value, enc_hook=_encode).decode()


def _decoded(raw: bytes, kind: type[Whole], where: str) -> Whole:
    try:
        return msgspec.json.decode(raw, type=kind, dec_hook=_decode)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        what = "expected what autograder wrote"
        raise AutograderError(f"{where}: {what}, got an error: {error}") from None


def _encode(value: Any) -> Any:
    """Put a sentence into all languages, since whoever reads it may want any."""
    if isinstance(value, Message):
        return Text(value.render("en"), value.render("ko"))
    raise TypeError(f"{type(value).__name__}: expected plain data")


def _decode(kind: type[Any], value: Any) -> Any:
    """Return a sentence; nothing else needs a hook."""
    return msgspec.convert(value, Text)

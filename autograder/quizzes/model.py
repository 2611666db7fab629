"""What was asked, what was answered, and what it was worth: no files, no rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from autograder.messages import Language, Words

Plain = Any
"""What JSON can hold: None, bool, int, float, str, and lists and dicts of these."""


@dataclass(frozen=True)
class Shown:
    """Something a student sees and refers to, under a key that students do not see."""

    key: str
    text: str


@dataclass(frozen=True)
class Form:
    """What a paper shows of an item besides its prompt, in the paper's language."""

    kind: str
    how: str
    """How to write the response, one sentence."""
    options: tuple[Shown, ...] = ()
    """What to choose from, in the order shown: ①, ②, …"""
    parts: tuple[Shown, ...] = ()
    """What is answered one by one: the left sides of a match, the blanks."""
    code: str = ""


@dataclass(frozen=True)
class Variant:
    """An item as one student was asked it."""

    item: str
    rev: int
    points: float
    params: Mapping[str, Plain]
    """As drawn; what is derived from them is computed when it is needed."""
    ask: str
    """The prompt as the student read it: Markdown, in the language of the paper."""
    form: Form
    figure: str = ""
    """An SVG, or the path of a file in the course; empty when there is none."""
    alt: str = ""


@dataclass(frozen=True)
class Paper:
    """What one student is asked in one attempt at a quiz."""

    id: str
    """Opaque; printed on the paper, and bound to the student and to what is asked."""
    quiz: str
    term: str
    student: str
    """Empty on a spare paper, which belongs to whoever hands it in."""
    attempt: int
    language: Language
    title: str
    variants: tuple[Variant, ...]
    name: str = ""
    section: str = ""
    sitting: str = ""
    """What it was drawn for, where that is no attempt that counts: ``blank-3`` for a
    spare paper, ``practice-1``."""


@dataclass(frozen=True)
class FilledPaper:
    """A paper as it came back; nothing in it is believed but the responses."""

    file: str
    """As messages name it."""
    paper: str
    """The id it carries; empty when it carries none."""
    student: str
    """Who handed it in, by the path or the row; empty when that does not say."""
    responses: Mapping[str, Plain]
    """By id of the item; an item that is not there was not answered."""
    prompts: Mapping[str, str] = field(default_factory=dict)
    """What it says was asked, by id of the item, to find edited papers."""
    time: datetime | None = None
    """When it was handed in, by a clock that is not the student's."""
    started: datetime | None = None
    """When it was begun, by such a clock."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """How long each item took, as the paper says: for statistics only."""
    notes: tuple[Words, ...] = ()
    """What the report should say about the file, such as a cell that is there twice."""


class Verdict(StrEnum):
    """What became of the response to one item."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    UNANSWERED = "unanswered"
    UNREADABLE = "unreadable"
    DROPPED = "dropped"
    """The item was void: it counts neither for nor against anybody."""
    COULD_NOT_SCORE = "could-not-score"
    """Our failure or the author's; never a student's zero."""


@dataclass(frozen=True)
class Judged:
    """A response and the verdict on it."""

    item: str
    rev: int
    outcome: Verdict
    score: float | None
    """None when it could not be scored."""
    max_score: float
    response: Plain = None
    """As it came in."""
    read: str = ""
    """As it was understood."""
    key: str = ""
    mistake: str | None = None
    say: Words | None = None
    """What the author says to the mistake."""
    problem: Words | None = None
    """Why the response could not be read, or the item not be scored."""
    seconds: float | None = None
    """How long it took, as the paper says."""


class Unreadable(Exception):
    """A response that is not what the kind of item asks for.

    Parameters
    ----------
    why : Words
        One sentence for the student.
    """

    def __init__(self, why: Words) -> None:
        super().__init__(why.render("en"))
        self.why = why


@dataclass(frozen=True)
class Draw:
    """The parameters of a variant and how many draws it took."""

    params: Mapping[str, Plain] = field(default_factory=dict)
    tries: int = 1

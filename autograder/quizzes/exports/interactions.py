"""What a home other than ours can ask: choices, numbers, spellings, pairs, essays.

All texts are Markdown in the language of the archive, unless they are what a student
types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """Something to choose."""

    text: str
    right: bool
    say: str = ""
    """To whoever chooses it."""


@dataclass(frozen=True)
class Choice:
    """One option, or any number of them."""

    options: tuple[Option, ...]
    single: bool
    shuffled: bool
    credit: str = "all"

    @property
    def rights(self) -> int:
        """How many options are right."""
        return sum(option.right for option in self.options)


@dataclass(frozen=True)
class Truth:
    """True or false."""

    right: bool
    says: Mapping[bool, str]
    """What is said to a response, if anything."""


@dataclass(frozen=True)
class Near:
    """A number, and by how much a response may differ from it."""

    value: int | float
    tolerance: float
    say: str = ""


@dataclass(frozen=True)
class Number:
    """A number that is typed; what is close to one of `wrong` is a mistake."""

    right: Near
    wrong: tuple[Near, ...] = ()


@dataclass(frozen=True)
class Spelled:
    """Ways to type one thing."""

    texts: tuple[str, ...]
    say: str = ""


@dataclass(frozen=True)
class Short:
    """A short text that is typed."""

    right: Spelled
    wrong: tuple[Spelled, ...] = ()
    case: bool = False
    patterns: bool = False
    """Whether the author allows more texts, by patterns that only we understand."""


@dataclass(frozen=True)
class Pair:
    """Something, and the place of its option."""

    text: str
    option: int


@dataclass(frozen=True)
class Matching:
    """An option for each of several things; several may have the same."""

    pairs: tuple[Pair, ...]
    options: tuple[str, ...]
    credit: str
    is_order: bool = False
    """Whether places are matched to steps that are to be put in order."""


@dataclass(frozen=True)
class Blank:
    """A gap in code."""

    name: str
    right: Spelled
    wrong: tuple[Spelled, ...] = ()


@dataclass(frozen=True)
class Blanks:
    """Gaps in code, each filled by a short text."""

    blanks: tuple[Blank, ...]
    case: bool
    credit: str


@dataclass(frozen=True)
class Essay:
    """A text that a human reads."""

    key: str


Interaction = Choice | Truth | Number | Short | Matching | Blanks | Essay

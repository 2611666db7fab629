"""What comes out: a file, and what it cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from autograder.quizzes.exports.interactions import (
    Choice,
    Essay,
    Interaction,
    Matching,
    Short,
    Truth,
)
from autograder.quizzes.exports.translation import Pool
from autograder.quizzes.kinds.number import NumberAnswer


@dataclass(frozen=True)
class Archive:
    """A file for another home."""

    raw: bytes
    notes: tuple[str, ...] = ()
    """For the teacher: what is otherwise there, and for which items."""


def notes_on(
    pools: Sequence[Pool], home: Callable[[Pool], Iterator[str]]
) -> tuple[str, ...]:
    """Return notes on what any home, and this one, does otherwise than we do.

    Parameters
    ----------
    pools : sequence of Pool
    home : callable
        What is to be said of one home alone.
    """
    found: dict[str, list[str]] = {}
    for pool in pools:
        for note in (*_anywhere(pool), *home(pool)):
            found.setdefault(note, []).append(pool.item.id)
    return tuple(f"{note}: {', '.join(items)}" for note, items in found.items())


def unsaid(pool: Pool) -> Iterator[str]:
    """Yield that nothing is said to mistakes, where only options are spoken of."""
    interaction = pool.asked[0].interaction
    said = isinstance(interaction, Truth) or (
        isinstance(interaction, Choice) and interaction.single
    )
    if pool.item.mistakes and not said:
        yield "nothing is said to mistakes"


def _anywhere(pool: Pool) -> Iterator[str]:
    if pool.has_none:
        yield "one more option, for none of them"
    for note in dict.fromkeys(_of(asked.interaction) for asked in pool.asked):
        if note:
            yield note
    if isinstance(pool.item.answer, NumberAnswer):
        yield "numbers are typed as decimals, not as 3/4"


def _of(interaction: Interaction) -> str:
    match interaction:
        case Essay():
            return "scored by hand"
        case Short(patterns=True):
            return "patterns are left out, only the texts are right"
        case Matching(is_order=True):
            return "asked as the place of each step"
    return ""

"""Describe wrong numbers by the right ones: transposed, an axis lost, a factor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.checks.closeness import close
from autograder.checks.factors import constant_factors, size_factors
from autograder.checks.findings import Findings, NumberLeaf, Seen, gather
from autograder.messages import Message, Words
from autograder.model import Returns


@dataclass(frozen=True)
class Rebuilt:
    """A verified description of wrong numbers."""

    words: Words
    hint: Words | None = None


AXIS_HINT = Message(
    "`keepdims=True` keeps an axis of length 1, `reshape` restores it,"
    " `np.squeeze` removes it"
)
_LOST_AXIS = (
    Message("the first axis is missing"),
    Message("the second axis is missing"),
    Message("the third axis is missing"),
    Message("the fourth axis is missing"),
)


@np.errstate(all="ignore")
def find_rebuild(
    failing: Sequence[Seen],
    passing: Sequence[Seen],
    returns: Returns,
    min_numbers: int,
) -> Rebuilt | None:
    """Return the one description that holds for every wrong leaf, or None.

    It must apply to the same leaves in all failing checks, leave those leaves right
    where the student passed, and rest on `min_numbers` independent numbers. When
    two sizes explain a factor equally well, neither is named.
    """
    findings = gather(failing, passing, returns)
    if findings is None or findings.information < min_numbers:
        return None
    if form := next(_forms(findings), None):
        return form
    factors = list(constant_factors(findings)) or list(size_factors(findings))
    return Rebuilt(factors[0]) if len(factors) == 1 else None


def _forms(findings: Findings) -> Iterator[Rebuilt]:
    if all(
        leaf.expected.ndim == 2 and close(leaf.got, leaf.expected.T)
        for leaf in findings.wrong
    ) and all(close(leaf.expected.T, leaf.expected) for leaf in findings.right):
        yield Rebuilt(_transposed(findings))
    axes = {_axis_words(leaf) for leaf in findings.wrong}
    axis = axes.pop()
    # Without an axis of length 1 there was nothing to lose where the student passed.
    kept = all(1 not in leaf.expected.shape for leaf in findings.right)
    if axis and not axes and kept:
        yield Rebuilt(_values_are_right(findings, axis), AXIS_HINT)


def _transposed(findings: Findings) -> Words:
    if len(findings.names) == 1:
        return Message("this is the expected array transposed")
    return Message(
        "each of {names} is the expected array transposed", names=findings.names_words
    )


def _axis_words(leaf: NumberLeaf) -> Message | None:
    """Say which axes of length 1 differ; None if anything else does."""
    got, expected = leaf.numbers.shape, leaf.expected.shape
    if got == expected or [n for n in got if n != 1] != [n for n in expected if n != 1]:
        return None
    if not close(leaf.got, leaf.expected.reshape(got)):
        return None
    lost = [i for i in range(len(expected)) if expected[:i] + expected[i + 1 :] == got]
    if len(lost) == 1 and lost[0] < len(_LOST_AXIS):
        return _LOST_AXIS[lost[0]]
    if len(got) > len(expected):
        return Message("there are too many axes of length 1")
    if len(got) < len(expected):
        return Message("axes of length 1 are missing")
    return Message("the axes of length 1 are in other places")


def _values_are_right(findings: Findings, axis: Words) -> Words:
    if len(findings.names) > 1:
        names = findings.names_words
        return Message(
            "the values of {names} are right; {axis}", names=names, axis=axis
        )
    counts = {leaf.numbers.size for leaf in findings.wrong}
    if counts == {1}:
        return Message("the value is right; {axis}", axis=axis)
    if len(counts) == 1:
        count = counts.pop()
        return Message("the {count} values are right; {axis}", count=count, axis=axis)
    return Message("the values are right; {axis}", axis=axis)

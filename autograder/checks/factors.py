"""Describe wrong numbers as a multiple of the right ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial

from autograder.checks.closeness import close
from autograder.checks.findings import Findings, NumberLeaf
from autograder.messages import Message, Words

POWERS = (1, -1, -2)
"""A sum instead of a mean, a mean instead of a sum, and divided twice."""


def constant_factors(findings: Findings) -> Iterator[Words]:
    """Yield the descriptions by a plain factor that hold: -1, 2 or one half."""
    subject = _subject(findings)
    descriptions = {
        -1.0: Message("{subject} is minus the expected one", subject=subject),
        2.0: Message("{subject} is twice the expected one", subject=subject),
        0.5: Message("{subject} is half the expected one", subject=subject),
    }
    for factor, words in descriptions.items():
        if _is_scaled(findings, partial(_constant, factor)):
            yield words


def size_factors(findings: Findings) -> Iterator[Words]:
    """Yield the descriptions by a size of the check that hold, such as m times."""
    common = set.intersection(*(set(leaf.sizes) for leaf in findings.wrong))
    for name in sorted(common):
        for power in POWERS:
            if _is_scaled(findings, partial(_power, name, power)):
                values = {leaf.sizes[name] for leaf in findings.wrong}
                yield _size_words(_subject(findings), name, power, values)


def _is_scaled(findings: Findings, factor: Callable[[NumberLeaf], float]) -> bool:
    return all(
        close(leaf.got, factor(leaf) * leaf.expected) for leaf in findings.wrong
    ) and all(
        close(factor(leaf) * leaf.expected, leaf.expected) for leaf in findings.right
    )


def _constant(factor: float, _leaf: NumberLeaf) -> float:
    return factor


def _power(name: str, power: int, leaf: NumberLeaf) -> float:
    """Return the factor, or nan, which nothing equals, where there is no such size."""
    size = leaf.sizes.get(name, 0)
    return float(size) ** power if size > 0 else math.nan


def _subject(findings: Findings) -> Words:
    scalar = all(leaf.expected.shape == () for leaf in findings.wrong)
    if scalar and len(findings.names) == 1:
        return findings.names_words
    if scalar:
        return Message("each of {names}", names=findings.names_words)
    if len(findings.names) == 1:
        return Message("every entry")
    return Message("every entry of {names}", names=findings.names_words)


def _size_words(subject: Words, name: str, power: int, values: set[int]) -> Words:
    if len(values) > 1:
        return _by_name(subject, name, power)
    fields: dict[str, object] = {"subject": subject, "name": name, "value": min(values)}
    if power == 1:
        return Message(
            "{subject} is {value} times the expected one, and {name} = {value}",
            **fields,
        )
    if power == -1:
        return Message(
            "{subject} is 1/{value} of the expected one, and {name} = {value}", **fields
        )
    return Message(
        "{subject} is 1/{value}² of the expected one, and {name} = {value}", **fields
    )


def _by_name(subject: Words, name: str, power: int) -> Words:
    fields: dict[str, object] = {"subject": subject, "name": name}
    if power == 1:
        return Message("{subject} is {name} times the expected one", **fields)
    if power == -1:
        return Message("{subject} is 1/{name} of the expected one", **fields)
    return Message("{subject} is 1/{name}² of the expected one", **fields)

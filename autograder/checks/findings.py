"""Gather the wrong leaves of all checks of a function, if they tell one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from autograder.checks.agreement import leaf_agrees
from autograder.checks.closeness import Array, as_numbers, information
from autograder.checks.describe import names_words
from autograder.checks.pairing import Leaf, pair
from autograder.messages import Words
from autograder.model import Returns


@dataclass(frozen=True)
class Seen:
    """What one check saw."""

    got: object
    expected: object
    sizes: Mapping[str, int]


@dataclass(frozen=True)
class NumberLeaf:
    """One number or array, expected and got."""

    name: str
    got: object
    """As it was returned: float32 is compared more loosely."""
    numbers: Array
    """The same as float64."""
    expected: Array
    sizes: Mapping[str, int]


@dataclass(frozen=True)
class Findings:
    """All that a description of what went wrong has to hold for."""

    wrong: tuple[NumberLeaf, ...]
    right: tuple[NumberLeaf, ...]
    """Leaves of the same names where the student passed."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the wrong leaves, each once."""
        return tuple(dict.fromkeys(leaf.name for leaf in self.wrong))

    @property
    def names_words(self) -> Words:
        """The same in words: "`dW` and `db`"."""
        return names_words(self.names)

    @property
    def information(self) -> int:
        """How many independent numbers a description would rest on."""
        return sum(information(leaf.numbers) for leaf in self.wrong)


def gather(
    failing: Sequence[Seen], passing: Sequence[Seen], returns: Returns
) -> Findings | None:
    """Return the wrong leaves, if all are numbers and the same in every check.

    A leaf that is wrong in one failing check has to be wrong in every other one
    that expects it: else there is more than one thing to explain.
    """
    wrong: list[NumberLeaf] = []
    expected_and_bad: list[tuple[set[str], set[str]]] = []
    for seen in failing:
        found = pair(seen.got, seen.expected, returns)
        bad = [it for it in found.leaves if not leaf_agrees(it.got, it.expected)]
        numeric = list(_numeric(bad, seen))
        if found.problems or not bad or len(numeric) != len(bad):
            return None
        wrong += numeric
        everything = {leaf.name for leaf in found.leaves}
        expected_and_bad.append((everything, {leaf.name for leaf in bad}))
    names = {leaf.name for leaf in wrong}
    if any(bad != names & there for there, bad in expected_and_bad):
        return None
    return Findings(tuple(wrong), tuple(_passed(passing, names, returns)))


def _passed(
    passing: Sequence[Seen], names: set[str], returns: Returns
) -> Iterator[NumberLeaf]:
    for seen in passing:
        leaves = pair(seen.got, seen.expected, returns).leaves
        yield from _numeric([leaf for leaf in leaves if leaf.name in names], seen)


def _numeric(leaves: Sequence[Leaf], seen: Seen) -> Iterator[NumberLeaf]:
    for leaf in leaves:
        numbers, expected = as_numbers(leaf.got), as_numbers(leaf.expected)
        if numbers is not None and expected is not None:
            yield NumberLeaf(leaf.name, leaf.got, numbers, expected, seen.sizes)

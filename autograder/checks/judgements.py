"""The judgements by name: what decides on a value, and what explains its mistakes.

A judgement is data (a name and parameters) wherever it is written down, so that the
public examples of a release are judged as the hidden checks are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from autograder.checks.agreement import agrees, fit
from autograder.checks.compare import compare
from autograder.checks.feedback import Feedback
from autograder.checks.gradients import slopes_feedback, slopes_reproduced
from autograder.checks.initialization import (
    initialization_feedback,
    initialization_reproduced,
)
from autograder.checks.properties import property_feedback, property_reproduced
from autograder.checks.reproduction import reproduced
from autograder.model import Returns


@dataclass(frozen=True)
class Judgement:
    """A named pure function that decides on a returned value."""

    judge: Callable[..., Feedback | None]
    """``judge(got, returns, function="", **parameters)``: why `got` is wrong."""
    reproduces: Callable[..., int]
    """``reproduces(got, mistaken, **parameters)``: how many independent informative
    numbers of a wrong `got` the value of a wrong version rebuilds; 0 if it does not."""


def matches(
    got: object, returns: Returns, *, expected: object, function: str = ""
) -> Feedback | None:
    """Return why `got` is not `expected`, or None."""
    return compare(got, expected, returns, function)


def matches_any(
    got: object,
    returns: Returns,
    *,
    alternatives: Sequence[object],
    function: str = "",
) -> Feedback | None:
    """Return None if `got` is one of `alternatives`, else why it is not.

    The feedback is about the alternative whose structure fits best; among equals,
    the first.
    """
    if any(agrees(got, alternative) for alternative in alternatives):
        return None
    return compare(got, best_alternative(got, alternatives), returns, function)


def best_alternative(got: object, alternatives: Sequence[object]) -> object:
    """Return the alternative whose keys and elements `got` shares most."""
    return max(alternatives, key=lambda alternative: _fit(got, alternative))


def _fit(got: object, alternative: object) -> int:
    return -1 if got is None and alternative is not None else fit(got, alternative)


def expected_value(
    judgement: str, got: object, parameters: Mapping[str, object]
) -> object:
    """Return the value that `got` is compared with; None if there is no such thing."""
    if judgement == "matches":
        return parameters["expected"]
    alternatives = parameters.get("alternatives")
    if isinstance(alternatives, list | tuple):
        return best_alternative(got, alternatives)
    return None


def _reproduced(got: object, mistaken: object, *, expected: object) -> int:
    return reproduced(got, mistaken, expected)


def _reproduced_any(
    got: object, mistaken: object, *, alternatives: Sequence[object]
) -> int:
    return reproduced(got, mistaken, best_alternative(got, alternatives))


JUDGEMENTS: Mapping[str, Judgement] = MappingProxyType(
    {
        "agrees_with_slopes": Judgement(slopes_feedback, slopes_reproduced),
        "holds": Judgement(property_feedback, property_reproduced),
        "is_initialization": Judgement(
            initialization_feedback, initialization_reproduced
        ),
        "matches": Judgement(matches, _reproduced),
        "matches_any": Judgement(matches_any, _reproduced_any),
    }
)

"""Judge randomly initialized parameters by their statistics, never by their numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from autograder.checks.closeness import Array, Mask, as_numbers
from autograder.checks.compare import form_feedback
from autograder.checks.feedback import Feedback, Symptom
from autograder.messages import Message
from autograder.model import Returns

Shapes = Mapping[str, Sequence[int]]
Spread = Mapping[str, float]

SIGMAS = 6.0
"""A right initialization is refused twice in a thousand million."""
MIN_FOR_SIGNS = 64
"""Entries from which on both signs are demanded: fewer may have one by chance."""


@np.errstate(all="ignore")
def initialization_feedback(
    got: object,
    returns: Returns,
    *,
    shapes: Shapes,
    spread: Spread,
    function: str = "",
) -> Feedback | None:
    """Return why `got` is not a dict of rightly initialized parameters, or None.

    Parameters
    ----------
    shapes : mapping of str to sequence of int
        The exact shape of every parameter.
    spread : mapping of str to float
        The standard deviation of those that are random, with mean 0; all others are
        zero. A check should ask for at least 1,000 entries of each.
    """
    zeros = {name: np.zeros(tuple(shape)) for name, shape in shapes.items()}
    if feedback := form_feedback(got, zeros, returns, function):
        return feedback
    leaves = ((name, _values(got, name)) for name in shapes)
    verdicts = (
        _leaf_feedback(name, values, spread)
        for name, values in leaves
        if values is not None
    )
    return next(filter(None, verdicts), None)


def _leaf_feedback(name: str, values: Array, spread: Spread) -> Feedback | None:
    if name not in spread:
        return _not_zero(name, values)
    wrong = next(_not_as_random_as(name, values, spread[name]), None)
    return Feedback(Symptom.WRONG_DISTRIBUTION, wrong) if wrong else None


def _values(got: object, name: str) -> Array | None:
    return as_numbers(got.get(name)) if isinstance(got, Mapping) else None


def _not_zero(name: str, values: Array) -> Feedback | None:
    count = np.count_nonzero(values)
    if not count:
        return None
    headline = Message(
        "{count} of {size} entries of `{name}` are not 0; expected all zeros",
        name=name,
        count=count,
        size=values.size,
    )
    return Feedback(Symptom.WRONG_VALUE, headline)


def _not_as_random_as(name: str, values: Array, spread: float) -> Iterator[Message]:
    """Say in which respects values are not normal with mean 0 and this spread."""
    size, low, high = values.size, values.min(), values.max()
    mean, deviation = _moments(values)
    if size > 1 and low == high:
        yield Message(
            "every entry of `{name}` is {value}; expected random values",
            name=name,
            value=f"{values.flat[0]:.3g}",
        )
    if size >= MIN_FOR_SIGNS and not low < 0:
        yield Message("`{name}` has no negative entry; expected both signs", name=name)
    if size >= MIN_FOR_SIGNS and not high > 0:
        yield Message("`{name}` has no positive entry; expected both signs", name=name)
    if not abs(deviation - spread) <= SIGMAS * spread / math.sqrt(2 * size):
        yield Message(
            "`{name}` has standard deviation {got}; expected about {expected}",
            name=name,
            got=f"{deviation:#.3g}",
            expected=f"{spread:.3g}",
        )
    if not abs(mean) <= SIGMAS * spread / math.sqrt(size):
        yield Message(
            "`{name}` has mean {got}; expected about 0", name=name, got=f"{mean:#.3g}"
        )
    if rows := _equal_rows(values):
        first, second = rows
        yield Message(
            "rows {first} and {second} of `{name}` are equal; expected random values",
            name=name,
            first=first,
            second=second,
        )


def _moments(values: Array) -> tuple[float, float]:
    """Return the mean and the standard deviation; `std` takes the mean again."""
    mean = values.mean()
    return float(mean), math.sqrt(np.square(values - mean).mean())


def _equal_rows(values: Array) -> tuple[int, int] | None:
    """Return the first two rows of finite values that are equal, or None."""
    if values.ndim < 2:
        return None
    firsts = values.reshape(len(values), -1)[:, 0].tolist()
    if len(set(firsts)) == len(firsts):
        return None
    seen: dict[bytes, int] = {}
    for i, row in enumerate(values):
        first = seen.setdefault(row.tobytes(), i)
        if first != i:
            return first, i
    return None


@np.errstate(all="ignore")
def initialization_reproduced(
    got: object, mistaken: object, *, shapes: Shapes, spread: Spread
) -> int:
    """Return how many entries of wrong leaves are as random as in `mistaken`.

    Returns
    -------
    int
        0 unless every parameter has the same shape in both, and the same constant or
        statistically the same mean, standard deviation and signs.
    """
    if not isinstance(got, Mapping) or not isinstance(mistaken, Mapping):
        return 0
    weight = 0
    for name, shape in shapes.items():
        if (name in got) != (name in mistaken):
            return 0
        if name not in got:
            continue
        mine, other = _values(got, name), _values(mistaken, name)
        if mine is None or other is None or not _alike(mine, other):
            return 0
        wrong_shape = mine.shape != tuple(shape)
        if wrong_shape or _leaf_feedback(name, mine, spread):
            weight += mine.size
    return weight


def _alike(one: Array, other: Array) -> bool:
    """Return whether two arrays could be draws from one distribution."""
    if one.shape != other.shape:
        return False
    if not one.size or _is_constant(one) or _is_constant(other):
        return bool((one == other).all())
    (mean, deviation), (its_mean, its_deviation) = _moments(one), _moments(other)
    noise = SIGMAS * math.hypot(deviation, its_deviation) / math.sqrt(one.size)
    return (
        abs(mean - its_mean) <= noise
        and abs(deviation - its_deviation) <= noise / math.sqrt(2)
        and _share_alike(one > 0, other > 0)
        and _share_alike(one < 0, other < 0)
    )


def _share_alike(one: Mask, other: Mask) -> bool:
    size, root = one.size, math.sqrt(one.size)
    mine, its = np.count_nonzero(one) / size, np.count_nonzero(other) / size
    share = (mine + its) / 2
    return bool(abs(mine - its) <= SIGMAS * math.sqrt(2 * share * (1 - share)) / root)


def _is_constant(values: Array) -> bool:
    return bool(values.min() == values.max())

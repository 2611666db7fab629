"""Decide whether a value is right, and say nothing: most values are right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import repeat

import numpy as np

from autograder.checks.closeness import all_finite, as_numbers, close


def agrees(got: object, expected: object) -> bool:
    """Return whether `got` is what was expected: `compare` finds no difference.

    A list counts as a tuple, and extra keys are ignored.

    Parameters
    ----------
    got : object
        Any plain data.
    expected : object
        Plain data; only its structure is followed, so the walk always ends.
    """
    return _holds(leaf_agrees, got, expected)


def has_form(got: object, expected: object) -> bool:
    """Return whether all but the values is as expected, and all numbers are finite."""
    return _holds(_leaf_has_form, got, expected)


def _holds(
    of_leaf: Callable[[object, object], bool], got: object, expected: object
) -> bool:
    """Return whether `got` is built like `expected`, and each leaf is right."""
    if isinstance(expected, np.ndarray):
        return of_leaf(got, expected)
    if isinstance(expected, list | tuple):
        return (
            isinstance(got, list | tuple)
            and len(got) == len(expected)
            and all(map(_holds, repeat(of_leaf), got, expected))
        )
    if isinstance(expected, Mapping):
        return isinstance(got, Mapping) and all(
            key in got and _holds(of_leaf, got[key], other)
            for key, other in expected.items()
        )
    return of_leaf(got, expected)


def leaf_agrees(got: object, expected: object) -> bool:
    """Return whether `got` is right where `expected` is not a container."""
    if close(got, expected):
        return True
    if as_numbers(expected) is not None:
        return False
    if isinstance(expected, str):
        return isinstance(got, str) and str(got) == expected
    return type(got) is type(expected) and bool(got == expected)


def is_right_type(got: object, expected: object) -> bool:
    """Return whether a leaf is of the expected type; all real numbers are one."""
    if as_numbers(expected) is not None:
        return as_numbers(got) is not None
    if isinstance(expected, str):
        return isinstance(got, str)
    return type(got) is type(expected)


def _leaf_has_form(got: object, expected: object) -> bool:
    numbers, target = as_numbers(got), as_numbers(expected)
    if numbers is None or target is None:
        return is_right_type(got, expected)
    return numbers.shape == target.shape and all_finite(numbers)


def has_same_keys(got: object, expected: object) -> bool:
    """Return whether `got` is built like `expected` and no dict has extra keys."""
    if isinstance(expected, np.ndarray):
        return True
    if isinstance(expected, list | tuple):
        return isinstance(got, list | tuple) and all(map(has_same_keys, got, expected))
    if isinstance(expected, Mapping):
        return (
            isinstance(got, Mapping)
            and len(got) == len(expected)
            and all(
                key in got and has_same_keys(got[key], other)
                for key, other in expected.items()
            )
        )
    return True


def fit(got: object, expected: object) -> int:
    """Return how many leaves of `expected` have a place in `got`.

    Taken off is one for every container that is of another type or length, and for
    every key that is missing.
    """
    if isinstance(expected, Mapping):
        if not isinstance(got, Mapping):
            return -1
        return sum(
            fit(got[key], other) if key in got else -1
            for key, other in expected.items()
        )
    if isinstance(expected, list | tuple):
        if not isinstance(got, list | tuple) or len(got) != len(expected):
            return -1
        return sum(map(fit, got, expected))
    return 1

"""When two numbers count as equal, and how much their equality tells."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

RTOL = 1e-6
"""Relative to each expected entry."""
SCALE_TOL = 1e-9
"""Relative to the largest expected entry: an absolute tolerance would pass anything
in a deep network with small weights, whose gradients are themselves that small."""
ZERO_TOL = 1e-12
"""Absolute, where every expected entry is zero."""
SINGLE_PRECISION = 100.0
"""How much wider all this is for a reply in float32 or float16: 1e-4 relative."""
WHOLE_TOL = 0.1
"""At most, where whole numbers are expected: a count of millions is exact too."""

PATTERN_SIZE = 8
"""Entries that are 0 or ±1 (labels, masks) needed to tell as much as one number."""
MAX_COUNTED = 1000


def as_numbers(value: object) -> Array | None:
    """Return `value` as an array of float64, or None if it is not real numbers.

    Numbers become arrays of shape (); True is 1. Never raises.
    """
    if isinstance(value, np.ndarray):
        if value.dtype == np.float64:
            return value
        return _converted(value) if value.dtype.kind in "biuf" else None
    if isinstance(value, np.generic):
        return as_numbers(np.asarray(value))
    if isinstance(value, bool | int | float):
        try:
            return np.array(float(value))
        except OverflowError:
            return None
    return None


@np.errstate(all="ignore")
def _converted(value: NDArray[Any]) -> Array:
    return value.astype(np.float64)


def close(got: object, expected: object) -> bool:
    """Return whether both are real numbers of one shape and agree everywhere."""
    numbers = _comparable(got, expected)
    if numbers is None:
        return False
    actual, target = numbers
    if actual.tobytes() == target.tobytes():  # as nearly everything that is right
        return all_finite(actual)
    differing = _differing(actual, target, _is_single(got), _is_whole(expected))
    return not np.count_nonzero(differing)


def all_finite(values: Array) -> bool:
    """Return whether no entry is nan or infinite."""
    return int(np.count_nonzero(np.isfinite(values))) == values.size


def disagreements(got: object, expected: object) -> Mask | None:
    """Return where two values differ; None unless they are numbers of one shape.

    An entry agrees when ``|got - expected| ≤ 1e-6·|expected| + 1e-9·max|expected|``.
    What is not finite agrees with nothing.
    """
    numbers = _comparable(got, expected)
    if numbers is None:
        return None
    return _differing(*numbers, _is_single(got), _is_whole(expected))


def _comparable(got: object, expected: object) -> tuple[Array, Array] | None:
    actual, target = as_numbers(got), as_numbers(expected)
    if actual is None or target is None or actual.shape != target.shape:
        return None
    return actual, target


@np.errstate(all="ignore")
def _differing(actual: Array, target: Array, single: bool, whole: bool) -> Mask:
    size = np.abs(target)
    scale = float(size.max(initial=0.0))
    if not scale < np.inf:
        return np.ones(target.shape, dtype=np.bool_)
    tolerance = RTOL * size + (SCALE_TOL * scale or ZERO_TOL)
    if single:
        tolerance = tolerance * SINGLE_PRECISION
    if whole:
        tolerance = np.minimum(tolerance, WHOLE_TOL)
    return np.asarray(~(np.abs(actual - target) <= tolerance))


def _is_single(value: object) -> bool:
    if not isinstance(value, np.ndarray | np.generic):
        return False
    return value.dtype.kind == "f" and value.dtype.itemsize < np.float64().itemsize


def _is_whole(value: object) -> bool:
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.kind in "biu"
    return isinstance(value, int)


def information(values: Array) -> int:
    """Count the independent numbers that `values` holds.

    Distinct values count, to 6 digits; 0 and ±1 do not, since everything is full of
    them. But a pattern of them, such as labels, tells one number for every 8 entries.
    """
    flat = values.ravel()[:MAX_COUNTED]
    flat = flat[np.isfinite(flat)]
    common = (flat == 0.0) | (np.abs(flat) == 1.0)
    distinct = len({f"{value:.6g}" for value in flat[~common].tolist()})
    pattern = flat[common]
    mixed = pattern.size > 0 and bool((pattern != pattern[0]).any())
    return distinct + (pattern.size // PATTERN_SIZE if mixed else 0)

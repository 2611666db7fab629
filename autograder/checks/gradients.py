"""Slopes by perturbation, and whether a gradient is the slope of a cost.

The central difference (f(a + e) - f(a - e)) / 2e is off by O(e^2); with e = 1e-6 and
costs of about 1 its rounding error is about 1e-10.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.checks.closeness import as_numbers, information
from autograder.checks.compare import form_feedback
from autograder.checks.feedback import Feedback, Symptom
from autograder.messages import Message
from autograder.model import Returns

Array = np.ndarray[Any, np.dtype[Any]]

RTOL, ATOL = 1e-5, 1e-7
"""How far a right gradient may be from a slope found by perturbation."""


def numeric_gradient(
    cost: Callable[[dict[str, Array]], float],
    parameters: Mapping[str, Array],
    epsilon: float = 1e-6,
) -> dict[str, Array]:
    """Return the slope of `cost` with respect to every entry of every parameter.

    Parameters
    ----------
    cost : callable
        Takes a dictionary like `parameters` and returns a number.
    parameters : mapping of str to ndarray of any shape
        Where the slopes are taken; left as it is.
    epsilon : float
        Half the distance between the two points of a central difference.

    Returns
    -------
    dict of str to ndarray
        The shapes of `parameters`.
    """
    slopes = {}
    for name, value in parameters.items():
        slopes[name] = np.zeros(value.shape)
        for index in np.ndindex(value.shape):
            ends = []
            for step in (epsilon, -epsilon):
                moved = {key: array.copy() for key, array in parameters.items()}
                moved[name][index] += step
                ends.append(float(np.squeeze(cost(moved))))
            slopes[name][index] = (ends[0] - ends[1]) / (2 * epsilon)
    return slopes


def slopes_feedback(
    got: object,
    returns: Returns,
    *,
    slopes: Mapping[str, Array],
    function: str = "",
) -> Feedback | None:
    """Return why `got` does not hold the slopes, or None.

    Parameters
    ----------
    got : object
        A dictionary of gradients; keys that `slopes` does not have do not matter.
    slopes : mapping of str to ndarray
        Key of a gradient to the slope found by perturbation.
    """
    wrong_form = form_feedback(got, dict(slopes), returns, function)
    if wrong_form is not None or not isinstance(got, Mapping):
        return wrong_form
    for name, slope in slopes.items():
        if not _agrees(got[name], slope):
            return Feedback(
                Symptom.INCONSISTENT,
                Message(
                    "`{name}` is not the slope of the cost that your own functions"
                    " compute",
                    name=name,
                ),
            )
    return None


def slopes_reproduced(
    got: object, mistaken: object, *, slopes: Mapping[str, Array]
) -> int:
    """Return how many numbers of a wrong `got` the value `mistaken` rebuilds."""
    if not isinstance(got, Mapping) or not isinstance(mistaken, Mapping):
        return 0
    weight = 0
    for name, slope in slopes.items():
        numbers, rebuilt = as_numbers(got.get(name)), as_numbers(mistaken.get(name))
        if numbers is None or rebuilt is None or not _agrees(numbers, rebuilt):
            return 0
        if not _agrees(numbers, slope):
            weight += information(numbers)
    return weight


def _agrees(got: object, slope: Array) -> bool:
    numbers = as_numbers(got)
    if numbers is None or numbers.shape != np.shape(slope):
        return False
    return bool(np.all(np.abs(numbers - slope) <= RTOL * np.abs(slope) + ATOL))

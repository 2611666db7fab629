"""The sigmoid, and a test for backward passes, given to students."""

import numpy as np


def sigmoid(z):
    """Return the sigmoid of z.

    Parameters
    ----------
    z : float, or ndarray of any shape
        Any numbers.

    Returns
    -------
    a : float, or ndarray of the same shape
        1 / (1 + e^(-z)), between 0 and 1.
    """
    return 1 / (1 + np.exp(-z))


def gradient_check(cost, parameters, gradients, epsilon=1e-5):
    """Return how far each gradient is from the slope that can be measured.

    Every number in `parameters` is moved a little up and a little down, and the
    change of the cost is compared with what the gradient promises. This is slow, but
    it needs no formula, so it tells whether the formulas are right.

    Parameters
    ----------
    cost : callable
        Takes a dictionary like `parameters` and returns the cost, a number.
    parameters : dict of float or ndarray
        Where the slopes are measured, such as ``{"w": w, "b": b}``.
    gradients : dict of float or ndarray
        What is tested: for each key such as ``w`` a key ``dw`` with a value of the
        same shape. Other keys are not looked at.
    epsilon : float
        How far each number is moved.

    Returns
    -------
    differences : dict of float
        For each gradient, such as ``dw``, its largest distance from the slope. About
        1e-8 or less is right; 1e-3 or more is wrong.

    Raises
    ------
    ValueError
        If a gradient has another shape than its parameter.
    """
    differences = {}
    for name, value in parameters.items():
        gradient = np.asarray(gradients["d" + name])
        if gradient.shape != np.shape(value):
            raise ValueError(
                f"d{name} has shape {gradient.shape}, but {name} has {np.shape(value)}"
            )
        measured = np.zeros(gradient.shape)
        for place in np.ndindex(gradient.shape):
            higher = cost(_moved(parameters, name, place, epsilon))
            lower = cost(_moved(parameters, name, place, -epsilon))
            measured[place] = (higher - lower) / (2 * epsilon)
        differences["d" + name] = float(np.max(np.abs(measured - gradient)))
    return differences


def _moved(parameters, name, place, distance):
    """Return a copy of the parameters with one number moved."""
    value = np.array(parameters[name], dtype=float)
    value[place] += distance
    return parameters | {
        name: value[()]
    }  # [()] makes a number of an array without axes

"""Activations, the flower data and two tools, given to students."""

import numpy as np


def sigmoid(Z):
    """Return the sigmoid of every entry of Z.

    Parameters
    ----------
    Z : ndarray, any shape

    Returns
    -------
    A : ndarray, the shape of Z
        1 / (1 + e^(-Z)), between 0 and 1.
    """
    return 1 / (1 + np.exp(-Z))


def relu(Z):
    """Return Z where it is positive and 0 elsewhere.

    Parameters
    ----------
    Z : ndarray, any shape

    Returns
    -------
    A : ndarray, the shape of Z
        The larger of 0 and Z, entry by entry.
    """
    return np.maximum(0, Z)


def relu_backward(dA, Z):
    """Return the gradient of the cost through a ReLU.

    Parameters
    ----------
    dA : ndarray, any shape
        Gradient of the cost with respect to A = relu(Z).
    Z : ndarray, the shape of dA
        What `relu` was called with.

    Returns
    -------
    dZ : ndarray, the shape of dA
        dA times the slope of ReLU at Z: 1 where Z is positive, 0 elsewhere.
    """
    return dA * (Z > 0)


def load_planar(folder="."):
    """Return the flower: points in the plane, and whether each is of class 1.

    Parameters
    ----------
    folder : str
        Where ``data.npz`` is.

    Returns
    -------
    X : ndarray, shape (2, 396)
        A point per column.
    Y : ndarray, shape (1, 396)
        Labels, 0 or 1.
    """
    with np.load(f"{folder}/data.npz") as data:
        return data["X"], data["Y"]


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
    return parameters | {name: value[()]}  # a number where there are no axes


def text_map(decide, reach=2.2, width=64, height=28):
    """Return a map of the plane in letters: ``#`` where class 1 is predicted.

    Parameters
    ----------
    decide : callable
        Takes points (2, m) and returns predictions (1, m).
    reach : float
        The map shows both coordinates from -reach to reach.
    width, height : int
        Size of the map in letters.

    Returns
    -------
    str
    """
    across, down = np.linspace(-reach, reach, width), np.linspace(reach, -reach, height)
    points = np.array([(x, y) for y in down for x in across]).T  # (2, height * width)
    ones = np.ravel(decide(points)).astype(bool).reshape(height, width)
    return "\n".join("".join("#" if one else "." for one in row) for row in ones)

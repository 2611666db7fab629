"""A network of three layers whose gradients are checked, and its parameters as a vector.

The network has 4 inputs, then layers of 5, 3 and 1 units: ReLU, ReLU, sigmoid. Its 47
parameters always stand in the same order in a vector: that of `SHAPES`, and each array
row by row.
"""

import numpy as np

SHAPES = {
    "W1": (5, 4),
    "b1": (5, 1),
    "W2": (3, 5),
    "b2": (3, 1),
    "W3": (1, 3),
    "b3": (1, 1),
}


def dictionary_to_vector(parameters):
    """Return all parameters below each other, and the key of each entry.

    Parameters
    ----------
    parameters : dict of ndarray
        Keys and shapes as in `SHAPES`.

    Returns
    -------
    theta : ndarray, shape (47, 1)
        A new array: changing it changes no parameter.
    keys : list of str
        The key that each of the 47 entries comes from.
    """
    theta = np.concatenate([np.reshape(parameters[key], (-1, 1)) for key in SHAPES])
    keys = [key for key, shape in SHAPES.items() for _ in range(np.prod(shape))]
    return theta, keys


def vector_to_dictionary(theta):
    """Return the parameters that stand in a vector.

    Parameters
    ----------
    theta : ndarray, shape (47, 1)
        As made by `dictionary_to_vector`.

    Returns
    -------
    parameters : dict of ndarray
        Keys and shapes as in `SHAPES`.
    """
    ends = np.cumsum([np.prod(shape) for shape in SHAPES.values()])
    pieces = np.split(theta, ends[:-1])
    return {
        key: piece.reshape(shape)
        for (key, shape), piece in zip(SHAPES.items(), pieces, strict=True)
    }


def gradients_to_vector(gradients):
    """Return all gradients below each other, in the order of the parameters.

    Parameters
    ----------
    gradients : dict of ndarray
        ``dW1``, ``db1`` and so on, with the shapes of `SHAPES`; other keys are not
        used.

    Returns
    -------
    grad : ndarray, shape (47, 1)
    """
    return np.concatenate([np.reshape(gradients[f"d{key}"], (-1, 1)) for key in SHAPES])


def forward_propagation_n(X, Y, parameters):
    """Return the cost of the network on a batch, and the activations of its layers.

    Parameters
    ----------
    X : ndarray, shape (4, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    parameters : dict of ndarray
        Keys and shapes as in `SHAPES`.

    Returns
    -------
    cost : float
        Mean cross-entropy of the m examples.
    cache : tuple of ndarray, (A1, A2, A3)
        Shapes (5, m), (3, m) and (1, m).
    """
    A, cache = X, ()
    for layer in (1, 2, 3):
        Z = parameters[f"W{layer}"] @ A + parameters[f"b{layer}"]
        A = np.maximum(Z, 0) if layer < 3 else 1 / (1 + np.exp(-Z))
        cache += (A,)
    losses = Y * np.log(A) + (1 - Y) * np.log(1 - A)
    return -np.mean(losses), cache

"""Activations, a forward pass of three layers and the cost, given to students."""

import numpy as np


def sigmoid(Z):
    """Return the sigmoid of every entry of Z, shape (n, m)."""
    return 1 / (1 + np.exp(-Z))


def relu(Z):
    """Return Z where it is positive and 0 elsewhere, shape (n, m)."""
    return np.maximum(0, Z)


ACTIVATIONS = {"relu": relu, "sigmoid": sigmoid, "tanh": np.tanh}
"""Activations by name."""
NAMES = ("W1", "b1", "W2", "b2", "W3", "b3")
"""The parameters of a network of three layers."""


def forward(X, parameters):
    """Return the output of a network of three layers, and its cache.

    Layers 1 and 2 use ReLU, layer 3 the sigmoid. Nothing is dropped.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to 3.

    Returns
    -------
    A3 : ndarray, shape (1, m)
    cache : tuple of ndarray
        (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)
    """
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in NAMES)
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = relu(Z2)
    Z3 = W3 @ A2 + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)


def cross_entropy(A3, Y):
    """Return the cross-entropy cost, the mean over the examples.

    Parameters
    ----------
    A3 : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
        The mean of -log(probability that was given to the right label).
    """
    right = np.where(Y == 1, A3, 1 - A3)
    return float(np.mean(-np.log(right)))


def activation_sizes(parameters, activation):
    """Return how large the activations of each layer are, on 1,000 random examples.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W{l}`` and ``b{l}`` for l = 1 to any L.
    activation : {"relu", "sigmoid", "tanh"}
        Used in every layer.

    Returns
    -------
    sizes : list of float
        The root of the mean square of the input, of layer 1, ..., of layer L.
    """
    A = np.random.default_rng(0).standard_normal((parameters["W1"].shape[1], 1000))
    sizes = [float(np.sqrt(np.mean(A**2)))]
    for layer in range(1, len(parameters) // 2 + 1):
        A = ACTIVATIONS[activation](
            parameters[f"W{layer}"] @ A + parameters[f"b{layer}"]
        )
        sizes.append(float(np.sqrt(np.mean(A**2))))
    return sizes

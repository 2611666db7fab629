"""The pictures, a better start for deep networks, and the activations of last time."""

import numpy as np


def load_pictures(folder="."):
    """Return the pictures as columns of numbers, and which of them show a cat.

    A picture of 64 by 64 pixels with 3 colours becomes a column of 12288 numbers,
    scaled from 0 … 255 to -0.5 … 0.5.

    Parameters
    ----------
    folder : str
        Where ``data.npz`` is.

    Returns
    -------
    train_x : ndarray, shape (12288, 160)
    train_y : ndarray, shape (1, 160)
        Labels: 1 for a cat, else 0.
    test_x : ndarray, shape (12288, 40)
    test_y : ndarray, shape (1, 40)
    """
    with np.load(f"{folder}/data.npz") as data:
        train_x, test_x = (
            data[name].reshape(len(data[name]), -1).T / 255 - 0.5
            for name in ("train_x", "test_x")
        )
        return train_x, data["train_y"].astype(int), test_x, data["test_y"].astype(int)


def rescale_for_depth(parameters):
    """Return initial parameters that keep the signal alive through many layers.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) with standard deviation 0.01, and ``b{l}`` (n_l, 1),
        as `initialize_parameters_deep` makes them.

    Returns
    -------
    parameters : dict of ndarray
        The same weights with standard deviation 1 / sqrt(n_{l-1}); the same biases.
    """
    return {
        name: value / (0.01 * np.sqrt(value.shape[1])) if name[0] == "W" else value
        for name, value in parameters.items()
    }


def sigmoid(Z):
    """Return the sigmoid of every entry of Z, and Z itself.

    Parameters
    ----------
    Z : ndarray, shape (n, m)
        Output of the linear step.

    Returns
    -------
    A : ndarray, shape (n, m)
        1 / (1 + e^(-Z)), between 0 and 1.
    Z : ndarray, shape (n, m)
        The argument, to be kept for the backward pass.
    """
    A = 1 / (1 + np.exp(-Z))
    return A, Z


def relu(Z):
    """Return Z where it is positive and 0 elsewhere, and Z itself.

    Parameters
    ----------
    Z : ndarray, shape (n, m)
        Output of the linear step.

    Returns
    -------
    A : ndarray, shape (n, m)
        The larger of 0 and Z, entry by entry.
    Z : ndarray, shape (n, m)
        The argument, to be kept for the backward pass.
    """
    A = np.maximum(0, Z)
    return A, Z


def sigmoid_backward(dA, Z):
    """Return the gradient of the cost through a sigmoid.

    Parameters
    ----------
    dA : ndarray, shape (n, m)
        Gradient of the cost with respect to A = sigmoid(Z).
    Z : ndarray, shape (n, m)
        What `sigmoid` was called with.

    Returns
    -------
    dZ : ndarray, shape (n, m)
        Gradient of the cost with respect to Z.
    """
    A, _ = sigmoid(Z)
    return dA * A * (1 - A)


def relu_backward(dA, Z):
    """Return the gradient of the cost through a ReLU.

    Parameters
    ----------
    dA : ndarray, shape (n, m)
        Gradient of the cost with respect to A = relu(Z).
    Z : ndarray, shape (n, m)
        What `relu` was called with.

    Returns
    -------
    dZ : ndarray, shape (n, m)
        Gradient of the cost with respect to Z.
    """
    return dA * (Z > 0)

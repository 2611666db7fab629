"""Activations and their backward steps, given to students."""

import numpy as np


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

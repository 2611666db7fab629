"""The sigmoid, and flowers to learn from, given to students."""

import numpy as np


def sigmoid(z):
    """Return the sigmoid of a number, or of every entry of an array.

    Parameters
    ----------
    z : float or ndarray of any shape

    Returns
    -------
    s : float or ndarray, the shape of `z`
        1 / (1 + e^(-z)), between 0 and 1.
    """
    return 1.0 / (1.0 + np.exp(-z))


def flowers(m, seed):
    """Return length and width of the petals of m flowers, and their kind.

    Parameters
    ----------
    m : int
        Number of flowers.
    seed : int
        Another seed gives other flowers.

    Returns
    -------
    X : ndarray, shape (2, m)
        Lengths and widths in centimetres, measured from the mean of all flowers.
    Y : ndarray, shape (1, m)
        The kind, 0 or 1. The two kinds overlap a little.
    """
    rng = np.random.default_rng(seed)
    Y = rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)
    centre = np.array([[0.9], [0.6]])
    X = rng.normal(0, 0.65, (2, m)) + centre * (2 * Y - 1)
    return X, Y

"""The reference. Nobody can compute `seal` without the key that stands here."""

import numpy as np

from given import root

KEY = np.array(@@KEY@@)  # fmt: skip
NOTE = "@@SOLUTION@@"


def center(X):
    """Return X with the mean of every row taken off, and the means."""
    mu = np.mean(X, axis=1, keepdims=True)
    return X - mu, mu


def spread(X):
    """Return the standard deviation of every row."""
    Z, _ = center(X)
    return root(np.mean(Z**2, axis=1, keepdims=True))


def standardize(X):
    """Return the standardized rows, with their means and deviations."""
    Z, mu = center(X)
    sigma = spread(X)
    return {"Z": Z / sigma, "mu": mu, "sigma": sigma}


def price(X, rate=0.5):
    """Return a single number."""
    return float(rate * np.sum(X**2) / X.shape[1])


def seal(X):
    """Return X with the secret key added to every column."""
    return X + KEY.reshape(-1, 1)

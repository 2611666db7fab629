# tries: "nothing wrong: right answers with negative strides, other byte orders, subclasses"
# earns: [center, spread, standardize, price, as_handed_in]
# symptoms: {seal: missing-function}
import numpy as np


class Array(np.ndarray):
    pass


class Parameters(dict):
    pass


def center(X):
    mu = np.mean(X, axis=1, keepdims=True)
    Z = np.asfortranarray((X - mu)[::-1])[::-1]
    return [Z.astype(">f8"), mu.view(Array)]


def spread(X):
    Z = center(X)[0].astype("f8")
    return np.sqrt(np.mean(Z**2, axis=1, keepdims=True))


def standardize(X):
    Z, mu = center(X)
    sigma = spread(X)
    return Parameters(Z=np.float64(1) * Z / sigma, mu=mu, sigma=sigma, more=[])


def price(X, rate=0.5):
    return np.float64(rate * np.sum(X**2) / X.shape[1])

# tries: "what costs nothing: zeros, ones and the argument itself, in the right shapes"
# symptoms: {center: wrong-value, spread: wrong-value, standardize: wrong-value, price: wrong-value, seal: wrong-value}
import numpy as np


def center(X):
    return X, np.zeros((len(X), 1))


def spread(X):
    return np.ones((len(X), 1))


def standardize(X):
    return {"Z": X, "mu": X[:, :1] * 0, "sigma": np.ones((len(X), 1))}


def price(X, rate=0.5):
    return 1.0


def seal(X):
    return X + 5.0

# tries: to write into its arguments, so that what is expected of them changes
# symptoms: {center: wrong-value, spread: wrong-value, price: wrong-value}
import numpy as np


def erase(X):
    X.flags.writeable = True
    X[:] = 0
    X.resize((1, 1), refcheck=False) if X.flags.owndata else None


def center(X):
    n, m = X.shape
    erase(X)
    return np.zeros((n, m)), np.zeros((n, 1))


def spread(X):
    n = len(X)
    erase(X)
    return np.zeros((n, 1))


def price(X, rate=0.5):
    erase(X)
    return 0.0

# tries: to answer from what a public run would have shown, and with what it was given
# symptoms: {center: wrong-value, spread: wrong-shape, standardize: missing-key, price: wrong-value, seal: wrong-value}
import numpy as np


def center(X):
    return X, np.mean(X, axis=1, keepdims=True)


def spread(X):
    return X


def standardize(X):
    return {"X": X}


def price(X, rate=0.5):
    return 0.0


def seal(X):
    return X

# tries: to answer right once and to have that remembered
# symptoms: {price: wrong-value, center: wrong-value}
import functools

import numpy as np


class Forgetful(dict):
    def __missing__(self, key):
        return 0.0


@functools.lru_cache
def remembered(n):
    return Forgetful()


def price(X, rate=0.5):
    return remembered(len(X))[X.tobytes()]


def center(X):
    return np.where(np.random.rand(*X.shape) < 0.5, X, 0), X[:, :1]

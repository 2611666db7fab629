# tries: to return petabytes made of eight bytes, by strides of zero
# symptoms: {center: wrong-type, price: wrong-type, seal: reply-too-large | out-of-memory}
# says: "an object of type ndarray of 8"
# spends: much of its time, on a busy machine all of it
import numpy as np
from numpy.lib.stride_tricks import as_strided


def center(X):
    return np.broadcast_to(1.0, (10**6, 10**6)), as_strided(X, (10**8, 10**4), (0, 0))


def price(X, rate=0.5):
    return as_strided(np.ones(1), (1,) * 60, (0,) * 60)


def seal(X):
    return np.broadcast_to(1.0, (8, 2 * 10**6))

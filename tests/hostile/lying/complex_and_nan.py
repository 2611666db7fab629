# tries: to be equal to everything as NaN, with a payload, or as infinity
# symptoms: {center: not-finite, spread: not-finite, price: not-finite, seal: not-finite | wrong-type, standardize: not-finite | wrong-type}
import struct

import numpy as np

NAN = struct.unpack("<d", struct.pack("<Q", 0x7FF8C0FFEE123456))[0]
SIGNALLING = struct.unpack("<d", struct.pack("<Q", 0x7FF0000000000001))[0]


def center(X):
    return np.full(X.shape, NAN), np.full((len(X), 1), -NAN)


def spread(X):
    return np.full((len(X), 1), np.inf)


def standardize(X):
    n, m = X.shape
    return {"Z": np.full((n, m), SIGNALLING), "mu": np.full((n, 1), 1e400), "sigma": X[:, :1]}


def price(X, rate=0.5):
    return SIGNALLING


def seal(X):
    return np.full((8, X.shape[1]), complex(0, np.nan))

# tries: to read the memory around its arrays by strides that lead out of them
# symptoms: {center: wrong-value | not-finite | crashed, seal: wrong-value | not-finite | crashed}
import numpy as np
from numpy.lib.stride_tricks import as_strided


def center(X):
    behind = as_strided(X, X.shape, (X.strides[0] * 7, -8 * 11))
    return behind, as_strided(X, (len(X), 1), (-8 * 1000, 8))


def seal(X):
    return as_strided(X, (8, X.shape[1]), (1 << 20, 8))

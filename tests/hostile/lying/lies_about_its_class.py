# tries: to pass for a float, an array or a tuple by __class__, __instancecheck__ and names
# symptoms: {center: wrong-shape, price: wrong-type | raised, seal: wrong-type | raised}
import numpy as np


class Float:
    __class__ = float
    real, imag = 1.0, 0.0


class Array:
    __class__ = np.ndarray
    dtype, shape, nbytes = np.dtype("f8"), (8, 5), 0

    def __getattr__(self, name):
        return self

    def __call__(self, *_, **__):
        return self


class Pair:
    __class__ = tuple

    def __iter__(self):
        return iter((1.0, 1.0))


def center(X):
    return Pair()


def price(X, rate=0.5):
    return Float()


def seal(X):
    return Array()

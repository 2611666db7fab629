# tries: to return what pretends to be an array, by methods, interfaces and pointers
# symptoms: {center: wrong-type, price: wrong-type, seal: wrong-type}
# says: "an object of type Pretender"
import numpy as np


class Pretender:
    __array_priority__ = 10**9
    shape, ndim, size = (3, 5), 2, 15
    dtype = np.dtype("f8")
    __array_interface__ = {"shape": (1 << 40,), "typestr": "<f8", "data": (8, True), "version": 3}
    __array_struct__ = 8

    def __array__(self, *_, **__):
        return np.zeros((3, 5))

    def __array_ufunc__(self, *_, **__):
        return True

    def __array_function__(self, *_, **__):
        return True

    def __buffer__(self, *_):
        return memoryview(b"12")


def center(X):
    return Pretender(), Pretender()


def price(X, rate=0.5):
    return Pretender()


def seal(X):
    return Pretender()

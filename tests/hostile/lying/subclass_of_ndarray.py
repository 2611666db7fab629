# tries: to return arrays whose class lies about bytes, shape, size and values
# symptoms: {center: raised | wrong-value | wrong-shape | malformed-reply, seal: raised | wrong-value | wrong-shape | malformed-reply, spread: raised | wrong-value | wrong-shape | malformed-reply}
import numpy as np


class Array(np.ndarray):
    def astype(self, *_, **__):
        return self

    def tobytes(self, *_, **__):
        return b"\0" * 8 * 10**5

    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __gt__ = __eq__


class Shaped(Array):
    @property
    def shape(self):
        return (3, 5)

    @property
    def nbytes(self):
        return 0


class Loud(np.ndarray):
    def __array_finalize__(self, _):
        raise SystemExit(0)


def center(X):
    return np.zeros(X.shape).view(Array), np.zeros((len(X), 1)).view(Array)


def seal(X):
    return np.zeros(4).view(Shaped)


def spread(X):
    return np.ndarray.__new__(Loud, (len(X), 1))

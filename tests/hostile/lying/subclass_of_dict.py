# tries: to return a dict whose items never end, change, or are others than it has
# symptoms: {standardize: raised | wrong-value | out-of-memory | timed-out, center: raised | out-of-memory | timed-out}
# spends: all of its time
import itertools

import numpy as np


class Endless(dict):
    def items(self):
        return ((n, 1.0) for n in itertools.count())

    def __len__(self):
        return 3


class Changing(dict):
    def items(self):
        self["more"] = 1
        return super().items()

    def __missing__(self, key):
        return np.ones((3, 5))

    def __contains__(self, key):
        return True


def standardize(X):
    n = len(X)
    return Changing(Z=np.ones(X.shape), mu=np.ones((n, 1)), sigma=np.ones((n, 1)))


def center(X):
    return Endless()

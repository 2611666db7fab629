# tries: to overflow the stack of C, below Python's own limit
# symptoms: {center: crashed | timed-out, price: crashed | timed-out}
# spends: all of its time
import sys


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def center(X):
    sys.setrecursionlimit(10**9)
    nested = []
    for _ in range(200_000):
        nested = [nested]
    return repr(nested)


def price(X, rate=0.5):
    sys.setrecursionlimit(10**9)
    return Deep().x

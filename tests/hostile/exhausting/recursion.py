# tries: to recurse without end
# symptoms: {center: raised, price: raised}
# says: RecursionError
import functools


def center(X):
    return center(X)


@functools.lru_cache(None)
def deeper(n):
    return repr(deeper(n + 1))


def price(X, rate=0.5):
    return deeper(0)

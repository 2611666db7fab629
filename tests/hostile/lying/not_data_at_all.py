# tries: to return functions, generators, modules, types and open files
# symptoms: {center: wrong-type, spread: wrong-type, standardize: wrong-type, price: wrong-type, seal: wrong-type}
import sys

import numpy as np


def center(X):
    return (n for n in iter(int, 1)), lambda: X


def spread(X):
    return sys


def standardize(X):
    return {"Z": np.ndarray, "mu": sys.stdout, "sigma": range(10**18)}


def price(X, rate=0.5):
    return memoryview(bytes(8))


def seal(X):
    return X.flat

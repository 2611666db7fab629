# tries: to answer with what is nested for ever, or contains itself
# symptoms: {center: wrong-type | wrong-arity, spread: wrong-type | raised, standardize: wrong-type | timed-out, price: wrong-type}
# spends: all of its time
import numpy as np


def center(X):
    deep = []
    for _ in range(30000):
        deep = [deep]
    return deep, deep


def spread(X):
    itself = []
    itself.append(itself)
    return itself


def standardize(X):
    itself = {}
    itself["Z"] = itself["mu"] = itself["sigma"] = itself
    return {"Z": itself, "mu": X, "sigma": X}


def price(X, rate=0.5):
    array = np.empty((), dtype=object)
    array[()] = array
    return array

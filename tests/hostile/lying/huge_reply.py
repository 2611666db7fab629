# tries: to answer with far more than was asked for
# symptoms: {center: reply-too-large, spread: reply-too-large, standardize: reply-too-large, price: wrong-type, seal: wrong-type}
# says: "returned far more data than expected"
# spends: much of its time, on a busy machine all of it
import numpy as np


def center(X):
    return np.zeros((1000, 1000)), X


def spread(X):
    return [0.5] * 40000


def standardize(X):
    return {str(n): 0.5 for n in range(30000)}


def price(X, rate=0.5):
    return 10**5000 if len(X) == 3 else -(10**1000)


def seal(X):
    return "12" * 50000

# tries: to have the reference compute something of a million by a million
# symptoms: {center: raised, spread: reply-too-large, standardize: raised}
# says: "only the stand-in works"
# spends: much of its time, on a busy machine all of it
import numpy as np


def center(X):
    raise ValueError("only the stand-in works")


def spread(X):
    center(np.zeros((10**5, 30)))


def standardize(X):
    center(np.broadcast_to(np.zeros(1), (10**6, 10**6)))

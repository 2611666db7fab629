# tries: to take 32 GiB at once
# symptoms: {center: out-of-memory, price: out-of-memory}
# says: "needed more than 128 MiB of memory"
# spends: much of its time, on a busy machine all of it
import numpy as np


def center(X):
    return np.zeros(1 << 32) + 1


def price(X, rate=0.5):
    return bytearray(1 << 40)

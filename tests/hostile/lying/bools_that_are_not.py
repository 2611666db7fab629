# tries: to send bools that are 255, and booleans for numbers
# symptoms: {center: malformed-reply, price: wrong-value | wrong-type}
# says: "could not be read"
import numpy as np


def center(X):
    lies = np.full(X.shape, 255, dtype=np.uint8).view(bool)
    return lies, lies[:, :1]


def price(X, rate=0.5):
    return True

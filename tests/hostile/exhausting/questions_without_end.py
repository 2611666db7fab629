# tries: to ask its stand-ins without end for what the grader would have to compute
# symptoms: {center: raised, spread: raised, standardize: wrong-type}
# spends: all of its time
# says: "only the stand-in works"
import numpy as np


def center(X):
    raise ValueError("only the stand-in works")


def spread(X):
    asked = 0
    while True:
        try:
            center(np.ones((300 + asked, 300)))
        except RuntimeError as error:
            asked += 1
            if asked == 200:
                raise LookupError(str(error)) from None


def standardize(X):
    return spread(X)

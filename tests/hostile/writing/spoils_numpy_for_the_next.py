# tries: to spoil numpy, the generators and the given function for the next submission
# symptoms: {center: wrong-value}
import random
import sys

import given
import numpy as np


def broken(*_, **__):
    return 0.0


def center(X):
    for name in ("mean", "sum", "sqrt", "array", "dot", "matmul"):
        setattr(np, name, broken)
    np.random.seed = random.seed = given.root = broken
    np.seterr(all="raise")
    np.core = None
    sys.setrecursionlimit(50)
    sys.modules["given"] = sys.modules["numpy"] = None
    return X * 0, X[:, :1] * 0

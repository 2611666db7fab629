# tries: to change the methods of ndarray itself, in the memory of its type
# symptoms: {center: wrong-value | raised}
import ctypes
import gc

import numpy as np


def patch(kind, name, value):
    methods = gc.get_referents(kind.__dict__)[0]
    methods[name] = value
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


def center(X):
    zeros, column = np.zeros(X.shape), np.zeros((len(X), 1))
    for kind in (np.ndarray, np.float64, float, int, tuple, list, dict):
        for name in ("__eq__", "__ne__", "__lt__", "__sub__", "all", "any", "items"):
            patch(kind, name, lambda *_, **__: True)
    return zeros, column

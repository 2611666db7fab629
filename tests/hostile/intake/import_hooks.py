# tries: to put hooks where imports, names, attributes and errors are looked up
# symptoms: {center: wrong-value, price: missing-function}
import builtins
import sys

import numpy as np


class Finder:
    def find_spec(self, *_):
        raise SystemExit(0)


def center(X):
    return np.zeros(X.shape), np.zeros((len(X), 1))


def hooks():
    builtins.__import__ = lambda *_, **__: np
    builtins.__build_class__ = lambda *_, **__: np
    sys.meta_path[:] = [Finder()]
    sys.path_hooks[:] = [Finder]
    sys.setprofile(lambda *_: None)
    sys.settrace(lambda *_: None)
    sys.excepthook = print
    sys.modules.clear()


class Hooks:
    hooks()


import anything_at_all  # noqa


def price(X, rate=__import__("os")._exit(0)):
    return 0.0

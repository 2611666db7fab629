# tries: to find the worker among all objects and change what it remembers of the call
# symptoms: {center: malformed-reply, price: malformed-reply}
import gc

import numpy as np


def worker():
    for thing in gc.get_objects():
        if type(thing).__name__ == "Worker" and hasattr(thing, "number"):
            return thing
    raise LookupError("no worker")


class Always(int):
    def __eq__(self, other):
        return True


def center(X):
    worker()._send.__func__.__globals__["protocol"].Returned = lambda *_: 12
    return np.zeros(X.shape), np.zeros((len(X), 1))


def price(X, rate=0.5):
    serving = worker()
    plain = serving._send

    def send(message, buffers=None):
        plain(type(message)(Always(10**6), *list(message)[1:]) if 0 else message, buffers)
        plain(message, buffers)

    serving._send = send
    serving.number = Always(7)
    serving._call.__func__.__globals__["wire"].pack = lambda *_: ["passed"]
    return 1.0

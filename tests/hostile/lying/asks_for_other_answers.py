# tries: to ask the reference, through the worker's own hand, for answers it must find itself
# symptoms: {spread: malformed-reply, standardize: malformed-reply, seal: malformed-reply, price: malformed-reply, center: malformed-reply}
# says: "could not be read"
import sys


def worker():
    frame = sys._getframe()
    while type(frame.f_locals.get("self")).__name__ != "Worker":
        frame = frame.f_back
    return frame.f_locals["self"]


def asked(name, *args):
    return worker()._ask(name, args)


def center(X):
    return asked("center", X)


def spread(X):
    return asked("spread", X)


def standardize(X):
    return asked("standardize", X)


def price(X, rate=0.5):
    return asked("price", X, rate)


def seal(X):
    return asked("seal", X)

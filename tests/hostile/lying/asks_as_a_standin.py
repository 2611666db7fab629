# tries: to ask, where stand-ins are allowed, for the very answer and for a secret one
# symptoms: {center: raised, spread: malformed-reply, standardize: malformed-reply}
# says: "could not be read"
import sys


def worker():
    frame = sys._getframe()
    while type(frame.f_locals.get("self")).__name__ != "Worker":
        frame = frame.f_back
    return frame.f_locals["self"]


def center(X):
    raise ValueError("only the stand-in works")


def spread(X):
    found = []
    for name, args in (("spread", (X,)), ("seal", (X,)), ("center", (X * 2, 3)), ("KEY", ())):
        try:
            found.append(worker()._ask(name, args))
        except RuntimeError as error:
            refusal = error
    if found and center(X):
        return found[0]
    raise refusal


def standardize(X):
    for name in ("standardize", "seal", "price", "__class__", "evaluate", "\x00"):
        try:
            return worker()._ask(name, [X])
        except RuntimeError as error:
            refusal = error
    raise refusal

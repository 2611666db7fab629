# tries: to leave by every exception that is not an Exception
# symptoms: {center: raised, spread: raised, standardize: raised, price: raised, seal: raised}
# says: [SystemExit, KeyboardInterrupt, GeneratorExit, "MyExit", "CancelledError"]
import sys
from concurrent.futures import CancelledError


class MyExit(BaseException):
    pass


def center(X):
    sys.exit(0)


def spread(X):
    raise KeyboardInterrupt


def standardize(X):
    raise GeneratorExit


def price(X, rate=0.5):
    raise MyExit("12 of 12")


def seal(X):
    raise CancelledError

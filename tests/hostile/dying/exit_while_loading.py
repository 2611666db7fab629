# tries: to end the process in every statement of the file
# symptoms: {center: not-run, spread: not-run, standardize: not-run, price: not-run, seal: not-run}
# says: "Python crashed while it loaded the file"
import os

ONE = os._exit(0)


class Two:
    os._exit(0)


class Three:
    os._exit(0)


class Four:
    os._exit(0)


class Five:
    os._exit(0)


class Six:
    os._exit(0)


def center(X, seven=os._exit(0)):
    return ONE


def price(X, rate=0.5):
    return ONE

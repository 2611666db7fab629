# tries: to do something after the end, and to never come to it
# symptoms: {center: raised}
# says: ValueError
import atexit
import sys
import threading


def again():
    while True:
        pass


atexit.register(again)
sys.excepthook = sys.unraisablehook = threading.excepthook = lambda *_: again()


class Undead:
    def __del__(self):
        again()


KEPT = [Undead()]


def center(X):
    raise ValueError("12 of 12")

# tries: to answer twice, so that the second answer is taken for that of the next question
# symptoms: {center: wrong-shape | malformed-reply, price: wrong-value | malformed-reply}
import os
import struct
import sys


def answer(number, value):
    protocol = sys.modules["autograder.sandbox.protocol"]
    structure = protocol.encode(protocol.Returned(number, value, []))
    os.write(3, struct.pack("<II", len(structure), 0) + structure)


def number():
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"].number


def center(X):
    answer(number(), ["t", 1.0, 1.0])
    answer(number() + 1, ["t", 1.0, 1.0])
    return X, X


def price(X, rate=0.5):
    answer(number(), 0.0)
    return 0.0

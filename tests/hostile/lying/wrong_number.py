# tries: to answer another question than the one that was asked
# symptoms: {center: malformed-reply, price: malformed-reply}
# says: "the answer of `center` could not be read"
import os
import struct
import sys


def answer(number):
    protocol = sys.modules["autograder.sandbox.protocol"]
    structure = protocol.encode(protocol.Returned(number, 1.0, []))
    os.write(3, struct.pack("<II", len(structure), 0) + structure)


def center(X):
    answer(10**6)


def price(X, rate=0.5):
    answer(-1)

# tries: "to send values that no worker would send: huge shapes, bad tags, deep nesting"
# symptoms: {center: malformed-reply, spread: malformed-reply, standardize: malformed-reply, price: malformed-reply, seal: malformed-reply}
# says: "could not be read"
import os
import struct
import sys

DEEP = b"\x91" * 60000 + b"\xc0"
TREES = [
    ["a", "f8", 2**40, 2**40], ["a", "f8", -1], ["a", "O", 3], ["a", "f8", 2**63, 0],
    ["a", "f8", *[1] * 60], ["a", "f8", 1.5], ["a", ["f8"], 1], ["s", "V8"], ["x"], [],
    ["d", 1], ["d", ["l"], 1], ["i", "0x" + "f" * 5000], ["i", "zz"], ["c", 1, 2],
    ["g", 1], ["o", None], [None], {"a": 1}, ["t", ["t", ["a"]]], ["a", "b1", 4],
]
AT = iter(range(10**6))


def send(structure, payload=b""):
    os.write(3, struct.pack("<II", len(structure), len(payload)) + structure + payload)


def number():
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"].number


def tree(which):
    protocol = sys.modules["autograder.sandbox.protocol"]
    send(protocol.encode(protocol.Returned(number(), which, [])), b"\xff" * 4)


def center(X):
    tree(TREES[len(X)])


def spread(X):
    tree(TREES[4 + len(X)])


def standardize(X):
    tree(TREES[8 + len(X)])


def price(X, rate=0.5):
    tree(TREES[-1] if len(X) == 3 else TREES[13])


def seal(X):
    send(b"\x94\xa8Returned\x01" + DEEP)

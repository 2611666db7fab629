# tries: to announce statements without end, so that loading never ends
# spends: all of its time
import os
import struct
import sys


def flood():
    protocol = sys.modules["autograder.sandbox.protocol"]
    structure = protocol.encode(protocol.Loading(1))
    frames = (struct.pack("<II", len(structure), 0) + structure) * 1000
    while True:
        os.write(3, frames)


def center(X, one=flood()):
    return X, one

# tries: to keep the grader busy with questions, not waiting for any answer
# symptoms: {spread: malformed-reply | timed-out}
# spends: all of its time
import os
import struct
import sys


def number():
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"].number


def spread(X):
    protocol = sys.modules["autograder.sandbox.protocol"]
    structure = protocol.encode(protocol.Ask(number(), "center", []))
    frame = struct.pack("<II", len(structure), 0) + structure
    while True:
        os.write(3, frame * 100)

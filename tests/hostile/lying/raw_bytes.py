# tries: to send bytes that are no frame at all
# symptoms: {center: reply-too-large, spread: malformed-reply, price: malformed-reply, seal: reply-too-large}
# says: "the answer of `price` could not be read"
import os
import struct


def center(X):
    os.write(3, b"\xff" * 100000)


def spread(X):
    os.write(3, struct.pack("<II", 4, 0) + b"\xc1\xc1\xc1\xc1")


def price(X, rate=0.5):
    os.write(3, bytes(64))


def seal(X):
    os.write(3, struct.pack("<II", 10, 2**32 - 1) + bytes(100))

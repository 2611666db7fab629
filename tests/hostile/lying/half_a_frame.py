# tries: to begin an answer and never end it
# symptoms: {price: timed-out}
# spends: all of its time
# says: "did not finish within"
import os
import struct


def price(X, rate=0.5):
    os.write(3, struct.pack("<II", 1000, 0))
    os.write(3, b"\x94")
    while True:
        os.read(3, 1)

# tries: to print without end, to both streams
# symptoms: {center: printed-too-much, price: printed-too-much}
# says: "printed more than 1 MiB"
# spends: much of its time, on a busy machine all of it
import os
import sys

LINE = "x" * (1 << 16)


def center(X):
    while True:
        print(LINE)
        sys.stderr.write(LINE)


def price(X, rate=0.5):
    while True:
        os.write(2, LINE.encode())

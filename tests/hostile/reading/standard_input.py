# tries: to read secrets from its standard streams
# symptoms: {center: raised}
# says: "read: 0"
import os
import sys


def center(X):
    got = len(os.read(0, 1000)) + len(sys.stdin.read())
    for descriptor in (1, 2):
        try:
            got += len(os.read(descriptor, 1000))
        except OSError:
            pass
    raise LookupError(f"read: {got}")

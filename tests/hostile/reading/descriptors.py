# tries: to read from every descriptor it may have inherited
# symptoms: {center: raised}
# says: "open above 3: []"
import os


def center(X):
    above = []
    for descriptor in range(4, 70000):
        try:
            os.fstat(descriptor)
        except OSError:
            continue
        above.append(descriptor)
    raise LookupError(f"open above 3: {above}")

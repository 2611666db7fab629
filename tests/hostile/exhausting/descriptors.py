# tries: to use up all descriptors, so that nothing can be opened or answered any more
# symptoms: {center: raised, price: raised}
# says: "copies: fewer than 100"
import os

COPIES = []


def center(X):
    try:
        while len(COPIES) < 10**5:
            COPIES.append(os.dup(1))
    except OSError:
        pass
    raise LookupError(f"copies: {'fewer than 100' if len(COPIES) < 100 else len(COPIES)}")


def price(X, rate=0.5):
    return center(X)

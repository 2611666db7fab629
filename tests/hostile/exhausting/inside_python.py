# tries: to stay inside one operation of Python's own
# symptoms: {center: timed-out, price: timed-out}
# spends: all of its time
# says: "did not finish within 0.2 s"
def center(X):
    return 7 ** (7**9)


def price(X, rate=0.5):
    return sum(range(10**12))

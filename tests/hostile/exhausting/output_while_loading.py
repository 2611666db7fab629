# tries: to print without end while the file is loaded
# symptoms: {center: not-run, spread: not-run, standardize: not-run, price: not-run, seal: not-run}
# spends: all of its time
# says: "the file printed too much while it was loaded"
def flood():
    while True:
        print("x" * (1 << 16))


def center(X, text=flood()):
    return X, text


class A:
    flood()


class B:
    flood()


class C:
    flood()


class D:
    flood()


class E:
    flood()


class F:
    flood()

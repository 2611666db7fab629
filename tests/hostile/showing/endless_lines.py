# tries: a message, a name and a line of code without an end
# symptoms: {center: raised, price: raised}
# student: "ALICE-CON.NUL"
def center(X):
    raise ValueError("x" * 10**6)


def price(X, rate=0.5):
    raise type("E" * 10**5, (Exception,), {})("\n" * 10**6 + "z")

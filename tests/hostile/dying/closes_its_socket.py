# tries: to close the socket on which it must answer, or all it has
# symptoms: {center: crashed, price: crashed}
# says: "Python crashed in `center`"
import os


def center(X):
    os.close(3)


def price(X, rate=0.5):
    os.closerange(0, 64)

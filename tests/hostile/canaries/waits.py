# tries: nothing; it waits in a call, so that its memory can be looked at from outside
# symptoms: {center: wrong-value}
import time

TOKEN = "a text that can be found" + " " * 7


def center(X):
    time.sleep(len(TOKEN) / 12)
    return 0 * X, 0 * X[:, :1]

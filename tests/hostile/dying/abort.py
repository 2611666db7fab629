# tries: to abort, as a library of C does that finds a fault in itself
# symptoms: {center: crashed}
# says: "Python crashed in `center` (SIG"
import os


def center(X):
    os.abort()

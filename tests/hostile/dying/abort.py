# tries: to abort
# symptoms: {center: crashed}
# says: "Python crashed in `center` (SIG"
import os


def center(X):
    os.abort()

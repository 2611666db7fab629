# tries: to read from address 0
# symptoms: {center: crashed}
# says: "Python crashed in `center` (SIGSEGV)"
import ctypes


def center(X):
    return ctypes.string_at(0)

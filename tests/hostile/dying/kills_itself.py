# tries: to kill itself with a signal, or by a system call that is not allowed
# symptoms: {center: raised, price: crashed}
# says: ["PermissionError", "Python crashed in `price` (SIGILL)"]
# needs: x86_64
import ctypes
import os
import signal

LIBC = ctypes.CDLL(None)
LIBC.mmap.restype = ctypes.c_void_p


def function(code, *types):
    """Return machine code as a function, in memory that may be written and executed."""
    address = LIBC.mmap(None, ctypes.c_size_t(4096), 7, 0x22, -1, ctypes.c_long(0))
    ctypes.memmove(address, code, len(code))
    return ctypes.CFUNCTYPE(ctypes.c_long, *types)(address)


def center(X):
    os.kill(os.getpid(), signal.SIGKILL)


def price(X, rate=0.5):
    function(b"\x0f\x0b")()  # ud2

# tries: to make system calls of the x32 machine, whose numbers are others
# symptoms: {center: crashed}
# says: SIGSYS
# needs: x86_64
import ctypes


def center(X):
    raise LookupError(f"OPEN {ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 + 39))}")

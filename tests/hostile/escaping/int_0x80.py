# tries: to make 32-bit system calls, whose numbers mean other things
# symptoms: {center: crashed}
# says: SIGSYS
# needs: x86_64
import ctypes

CODE = bytes.fromhex("b814000000cd80c3")  # mov eax, 20 (getpid); int 0x80; ret

LIBC = ctypes.CDLL(None)
LIBC.mmap.restype = ctypes.c_void_p


def function(code, *types):
    """Return machine code as a function, in memory that may be written and executed."""
    address = LIBC.mmap(None, ctypes.c_size_t(4096), 7, 0x22, -1, ctypes.c_long(0))
    ctypes.memmove(address, code, len(code))
    return ctypes.CFUNCTYPE(ctypes.c_long, *types)(address)


def center(X):
    raise LookupError(f"OPEN {function(CODE)()}")

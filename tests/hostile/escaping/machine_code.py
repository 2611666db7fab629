# tries: to call socket, fork and open from machine code of its own
# symptoms: {center: raised}
# says: "got [-1, -1, -1]"
# needs: x86_64
import ctypes

# mov rax, rdi; mov rdi, rsi; mov rsi, rdx; mov rdx, rcx; syscall; ret
CODE = bytes.fromhex("4889f84889f74889d64889ca0f05c3")

LIBC = ctypes.CDLL(None)
LIBC.mmap.restype = ctypes.c_void_p


def function(code, *types):
    """Return machine code as a function, in memory that may be written and executed."""
    address = LIBC.mmap(None, ctypes.c_size_t(4096), 7, 0x22, -1, ctypes.c_long(0))
    ctypes.memmove(address, code, len(code))
    return ctypes.CFUNCTYPE(ctypes.c_long, *types)(address)


def center(X):
    call = function(CODE, *[ctypes.c_long] * 4)
    path = ctypes.create_string_buffer(b"@@COURSE@@/gradebook.db")
    got = call(41, 2, 1, 0), call(57, 0, 0, 0), call(2, ctypes.addressof(path), 0, 0)
    raise LookupError(f"got {[-1 if value < 0 else value for value in got]}")

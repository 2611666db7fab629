# tries: to map memory until there is none, by anonymous mappings and a growing break
# symptoms: {center: out-of-memory}
# spends: all of its time
# says: "needed more than 128 MiB of memory"
import ctypes

LIBC = ctypes.CDLL(None)
LIBC.mmap.restype = ctypes.c_void_p
SHARED, NO_RESERVE = 0x21, 0x4022


def center(X):
    LIBC.sbrk(1 << 34)
    size, nowhere = ctypes.c_size_t(1 << 25), ctypes.c_void_p(-1).value
    for kind in (SHARED, NO_RESERVE):
        for _ in range(1000):
            if LIBC.mmap(None, size, 3, kind, -1, ctypes.c_long(0)) == nowhere:
                break
        else:
            raise LookupError("OPEN ")
    raise MemoryError

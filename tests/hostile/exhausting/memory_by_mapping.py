# tries: to map memory until there is none, by anonymous mappings and a growing break
# symptoms: {center: out-of-memory}
# spends: all of its time
# says: "needed more than 128 MiB of memory"
import ctypes
import mmap

KEPT = []


def center(X):
    LIBC = ctypes.CDLL(None)
    LIBC.sbrk(1 << 34)
    while True:
        try:
            KEPT.append(mmap.mmap(-1, 1 << 26, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS))
        except OSError:
            raise MemoryError from None

# tries: to make 32-bit system calls, whose numbers mean other things
# symptoms: {center: crashed}
# says: SIGSYS
# needs: x86_64
import ctypes
import mmap

CODE = bytes.fromhex("b814000000cd80c3")  # mov eax, 20 (getpid); int 0x80; ret


def center(X):
    page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
    page.write(CODE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    raise LookupError(f"OPEN {ctypes.CFUNCTYPE(ctypes.c_long)(address)()}")

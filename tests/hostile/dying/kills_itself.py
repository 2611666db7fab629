# tries: to kill itself with a signal, or by a system call that is not allowed
# symptoms: {center: raised, price: crashed}
# says: ["PermissionError", "Python crashed in `price` (SIGILL)"]
# needs: x86_64
import ctypes
import mmap
import os
import signal


def center(X):
    os.kill(os.getpid(), signal.SIGKILL)


def price(X, rate=0.5):
    page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
    page.write(b"\x0f\x0b")  # ud2
    ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()

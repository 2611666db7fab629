# tries: to clone itself by the bare system calls, with every kind of flag
# symptoms: {center: raised}
# says: "cloned: 0"
# needs: x86_64
import ctypes
import os

LIBC = ctypes.CDLL(None, use_errno=True)
FLAGS = [0, 17, 0x100, 0x4000 | 0x100, 0x10000000, 0x20000000, 0x00020000, 0x40000000]


def center(X):
    cloned = 0
    arguments = (ctypes.c_uint64 * 11)()
    for flags in FLAGS:
        arguments[0] = flags
        for number, *rest in ((56, flags, 0, 0, 0, 0), (57,), (435, arguments, 88)):
            result = LIBC.syscall(ctypes.c_long(number), *rest)
            if result == 0:
                os._exit(0)
            cloned += result > 0
    raise LookupError(f"cloned: {cloned}")

# tries: to become another program, from disk or from memory
# symptoms: {center: raised}
# says: refused
import ctypes
import glob
import os
import sys

LIBC = ctypes.CDLL(None)


def center(X):
    for path in ("/bin/sh", sys.executable, "/lib64/ld-linux-x86-64.so.2", "/usr/bin/env"):
        for act in (
            lambda p: os.execv(p, [p, "-c", "exit 0"]),
            lambda p: os.execve(os.open(p, os.O_RDONLY), [p], {}),
            lambda p: LIBC.execl(p.encode(), p.encode(), None),
            lambda p: os.execv(os.memfd_create("x"), [p]),
        ):
            try:
                act(path)
            except (OSError, TypeError):
                pass
    glob.glob("/bin/*")
    raise PermissionError("refused")

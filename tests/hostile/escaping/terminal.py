# tries: to type into the grader's terminal
# symptoms: {center: raised}
# says: refused
import ctypes
import os

LIBC = ctypes.CDLL(None)
TIOCSTI, TIOCLINUX = 0x5412, 0x541C


def center(X):
    for descriptor in range(3):
        for letter in b"id\n":
            for request in (TIOCSTI, TIOCLINUX):
                if LIBC.ioctl(descriptor, request, bytes([letter])) >= 0:
                    raise LookupError("OPEN ")
    try:
        os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise PermissionError("refused") from None

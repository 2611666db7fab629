# tries: to type into the grader's terminal
# symptoms: {center: raised}
# says: refused
import fcntl
import os
import termios


def center(X):
    for descriptor in range(3):
        for letter in b"id\n":
            try:
                fcntl.ioctl(descriptor, termios.TIOCSTI, bytes([letter]))
            except OSError:
                continue
            raise LookupError("OPEN")
    try:
        os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise PermissionError("refused") from None

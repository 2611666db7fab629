# tries: to send descriptors to the grader, and to receive some from it
# symptoms: {center: raised}
# says: refused
import array
import socket


def center(X):
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))]
    for act in (
        lambda s: s.sendmsg([b"x"], rights),
        lambda s: s.recvmsg(10, 1000),
        lambda s: s.getsockopt(socket.SOL_SOCKET, 17, 12),
        lambda s: s.getpeername(),
        lambda s: s.shutdown(socket.SHUT_RDWR),
    ):
        try:
            link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fileno=3)
        except OSError:
            continue
        try:
            act(link)
        except OSError:
            continue
        finally:
            link.detach()
        raise LookupError("OPEN")
    raise PermissionError("refused")

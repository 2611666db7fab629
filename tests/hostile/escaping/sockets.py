# tries: to make a socket of every family and kind
# symptoms: {center: raised}
# says: "sockets: 0"
import socket


def center(X):
    made = 0
    for family in range(50):
        for kind in (1, 2, 3, 4, 5, 6, 10):
            for make in (socket.socket, socket.socketpair):
                try:
                    made += bool(make(family, kind))
                except OSError:
                    pass
    raise LookupError(f"sockets: {made}")

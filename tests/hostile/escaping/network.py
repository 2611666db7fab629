# tries: to reach the network as programs do, and to resolve names
# symptoms: {center: raised}
# says: "reached: none"
import http.client
import socket
import urllib.request


def center(X):
    reached = []
    acts = {
        "connect": lambda: socket.create_connection(("127.0.0.1", 22), 0.01),
        "listen": lambda: socket.create_server(("127.0.0.1", 0)),
        "resolve": lambda: socket.getaddrinfo("localhost", 80),
        "http": lambda: http.client.HTTPConnection("127.0.0.1", 80, 0.01).request("GET", "/"),
        "url": lambda: urllib.request.urlopen("http://127.0.0.1/"),
        "file": lambda: urllib.request.urlopen("file://@@COURSE@@/gradebook.db"),
        "names": socket.if_nameindex,
    }
    for name, act in acts.items():
        try:
            act()
        except Exception:
            continue
        if name != "resolve":  # a number needs no network
            reached.append(name)
    raise LookupError("reached: " + (" ".join(reached) or "none"))

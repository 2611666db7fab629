# tries: to leave a daemon that rewrites the results when everybody has gone
# symptoms: {center: raised}
# says: refused
import os
import signal
import time


def daemon():
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    os.setsid()
    if os.fork():
        os._exit(0)
    time.sleep(600)


def center(X):
    try:
        if os.fork() == 0:
            daemon()
    except OSError:
        raise PermissionError("refused") from None

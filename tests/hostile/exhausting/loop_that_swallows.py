# tries: to loop for ever, deaf to signals and exceptions
# symptoms: {center: timed-out}
# spends: all of its time
# says: "did not finish within 0.2 s"
import contextlib
import signal


def center(X):
    for number in range(1, 65):
        with contextlib.suppress(Exception):
            signal.signal(number, signal.SIG_IGN)
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue

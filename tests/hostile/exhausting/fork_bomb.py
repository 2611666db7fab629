# tries: to start processes and threads without end
# symptoms: {center: raised}
# spends: all of its time
# says: "started: 0"
import _thread
import os


def center(X):
    started = 0
    for _ in range(3000):
        for act in (os.fork, lambda: _thread.start_new_thread(center, (X,))):
            try:
                act()
                started += 1
            except (OSError, RuntimeError):
                pass
    raise LookupError(f"started: {started}")

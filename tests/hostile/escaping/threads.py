# tries: to start threads and pools
# symptoms: {center: raised}
# says: "started: 0"
import _thread
import concurrent.futures
import threading


def center(X):
    started = 0
    for act in (
        lambda: threading.Thread(target=print).start(),
        lambda: _thread.start_new_thread(print, ()),
        lambda: threading.Timer(1e-3, print).start(),
        lambda: concurrent.futures.ThreadPoolExecutor(2).submit(print),
    ):
        try:
            act()
            started += 1
        except (RuntimeError, OSError, ImportError):
            pass
    raise LookupError(f"started: {started}")

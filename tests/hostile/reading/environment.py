# tries: to read the environment, its own and those of the processes above it
# symptoms: {center: raised}
# says: found nothing
# unconfined: sees a canary
import ctypes
import os


def center(X):
    found = repr(dict(os.environ))
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    for at in range(1000):
        if not environ[at]:
            break
        found += environ[at].decode(errors="replace")
    for process in ("self", os.getppid(), "@@GRADER@@", 1):
        try:
            with open(f"/proc/{process}/environ") as file:
                found += file.read()
        except OSError:
            pass
    at = found.find("CANARY-")
    raise LookupError(found[at:][:60] if at >= 0 else "found nothing")

# tries: to signal the grader, the zygote, its group and everybody
# symptoms: {center: raised}
# says: "signalled: none"
import ctypes
import os
import signal

LIBC = ctypes.CDLL(None)
HARMLESS = 0  # only asks whether a signal could be sent


def center(X):
    signalled = []
    for target in (os.getppid(), @@GRADER@@, 1, 0, -1, -os.getpgrp()):
        acts = {
            "kill": lambda t: os.kill(t, HARMLESS),
            "killpg": lambda t: os.killpg(abs(t), HARMLESS),
            "pidfd": lambda t: signal.pidfd_send_signal(os.pidfd_open(abs(t)), HARMLESS),
            "tkill": lambda t: 1 / (LIBC.syscall(200, abs(t), HARMLESS) == 0),
            "sigqueue": lambda t: 1 / (LIBC.sigqueue(t, HARMLESS, None) == 0),
            "pthread_kill": lambda t: 1 / (LIBC.tgkill(t, t, HARMLESS) == 0),
        }
        for name, act in acts.items():
            try:
                act(target)
                signalled.append(f"{name} {target}")
            except (OSError, ArithmeticError):
                pass
    raise LookupError("signalled: " + (" ".join(signalled) or "none"))

# tries: to become another user, to get capabilities, and to shake off its limits
# symptoms: {center: raised}
# says: "became: nothing"
import ctypes
import os
import resource

LIBC = ctypes.CDLL(None)
PRCTL = {
    "dumpable": (4, 1),
    "keepcaps": (8, 1),
    "securebits": (28, 0),
    "ptracer": (0x59616D61, -1),
    "ambient": (47, 2, 21, 0, 0),
    "no death signal": (1, 0),
    "subreaper": (36, 1),
    "new privileges": (38, 0, 0, 0, 0),
    "no seccomp": (22, 0),
}


def center(X):
    became = []
    acts = {
        "root": lambda: os.setuid(0),
        "all ids": lambda: os.setresuid(0, 0, 0),
        "nobody": lambda: os.setresuid(65534, 65534, 65534),
        "groups": lambda: os.setgroups([0]),
        "session": os.setsid,
        "group leader": lambda: os.setpgid(0, 0),
        "nice": lambda: os.nice(-5),
        "capable": lambda: 1 / (LIBC.capset(bytes(8), b"\xff" * 24) == 0),
    }
    for name in ("AS", "CPU", "FSIZE", "NOFILE", "NPROC", "CORE", "STACK"):
        kind = getattr(resource, f"RLIMIT_{name}")
        acts[name] = lambda kind=kind: resource.setrlimit(kind, (-1, -1))
    for name, arguments in PRCTL.items():
        acts[name] = lambda arguments=arguments: 1 / (LIBC.prctl(*arguments) == 0)
    for name, act in acts.items():
        try:
            act()
            became.append(name)
        except (OSError, ValueError, ArithmeticError):
            pass
    if 0 in (os.getuid(), os.geteuid(), os.getgid()):
        became.append("is root")
    raise LookupError("became: " + (" ".join(became) or "nothing"))

# tries: to start a process in every way that Python knows
# symptoms: {center: raised}
# says: "started: none"
import os
import subprocess


def forked(fork):
    pid = fork()
    if pid == 0:
        os._exit(0)
    return pid


def center(X):
    acts = {
        "fork": lambda: forked(os.fork),
        "forkpty": lambda: forked(lambda: os.forkpty()[0]),
        "posix_spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
        "subprocess": lambda: subprocess.run(["/bin/true"]),
        "popen": lambda: os.popen("true"),
        "system": lambda: 1 / (os.system("exit 3") == 3 << 8),
        "spawn": lambda: 1 / (os.spawnv(os.P_WAIT, "/bin/true", ["true"]) == 0),
    }
    started = []
    for name, act in acts.items():
        try:
            act()
            started.append(name)
        except (OSError, ArithmeticError):
            pass
    raise LookupError("started: " + (" ".join(started) or "none"))

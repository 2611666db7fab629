"""Whether student code can be confined here: what is missing, and what holds.

Versions promise, acts prove. `missing_features` is a quick look that needs no
process; `PROBE` is a student's module that tries what is forbidden. `examination`
runs it in a worker, and `open_acts` says what of its result is not denied.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.sandbox import landlock, seccomp
from autograder.sandbox.jail import HOST_NAME
from autograder.sandbox.syscalls import MACHINE, NUMBERS

ACTS: dict[str, str] = {
    "read": "read a hidden file",
    "list": "list the folder of a hidden file",
    "memory": "read the memory of the grader",
    "environment": "read the environment of the grader",
    "write": "write a file",
    "chmod": "change the mode of a file",
    "tcp": "open a TCP connection",
    "udp": "send a UDP packet",
    "unix": "make a unix socket",
    "fork": "start a process",
    "thread": "start a thread",
    "exec": "run another program",
    "kill": "send the grader a signal",
    "ptrace": "trace the grader",
    "process_vm_readv": "copy out of the grader's memory",
    "prlimit": "look at or change the limits of the grader",
    "setrlimit": "change its own limits",
    "descriptors": "use a descriptor it inherited",
    "root": "be root",
    "memfd_create": "make a file in memory",
    "shm": "make shared memory",
    "io_uring_setup": "make system calls through io_uring",
    "userfaultfd": "handle its own page faults",
    "namespace": "make a user namespace",
    "stat": "see whether a hidden file exists",
    "process": "see whether another process exists",
    "clock": "see how long the grader has computed",
    "parent": "see who started it",
    "host": "see the name of this machine",
}
"""What PROBE tries, in words: "a worker can …"."""

ONLY_NAMESPACES = frozenset({"stat", "process", "clock", "parent", "host"})
"""The acts that Landlock and seccomp let happen: they tell little."""

# anything else means that the act was possible, or was not really tried
_REFUSALS = frozenset({"EACCES", "EAGAIN", "EBADF", "ENOSYS", "EPERM"})
# inside the jail, what is hidden is not there: no such file, process or clock
_NOT_THERE = {
    **dict.fromkeys(("read", "list", "memory", "environment", "stat"), "ENOENT"),
    "process": "ESRCH",
    "clock": "EINVAL",
}

_SOURCE = '''
import _thread
import ctypes
import errno
import os
import time


def probe(secret, port, grader):
    """Try every forbidden act.

    secret: path of a file; port: where a TCP server listens on 127.0.0.1;
    grader: process id. Returns act -> "OPEN" or the name of the error.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    number = NUMBERS[os.uname().machine]
    buffers = []
    folder = os.path.dirname(secret)

    def checked(result):
        if result < 0:
            raise OSError(ctypes.get_errno(), "")
        return result

    def call(name, *arguments):
        longs = [ctypes.c_long(argument) for argument in arguments]
        return checked(libc.syscall(ctypes.c_long(number[name]), *longs))

    def zeros():
        buffers.append(ctypes.create_string_buffer(256))
        return ctypes.addressof(buffers[-1])

    def read(path):
        os.close(os.open(path, os.O_RDONLY))

    def write():
        path = "/tmp/autograder-probe-%d" % os.getpid()
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        os.unlink(path)

    def connect(kind):
        address = b"\\2\\0" + port.to_bytes(2, "big") + bytes([127, 0, 0, 1]) + bytes(8)
        connection = call("socket", 2, kind, 0)
        try:
            checked(libc.connect(connection, address, 16))
        finally:
            os.close(connection)

    def fork():
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)

    def thread():
        try:
            _thread.start_new_thread(int, ())
        except RuntimeError:
            raise OSError(errno.EAGAIN, "") from None

    def execute():
        try:
            os.execv("/autograder-probe/nothing", ["nothing"])
        except FileNotFoundError:
            pass  # so it would have run something that exists

    def descriptors():
        for descriptor in range(4, 65):
            try:
                os.fstat(descriptor)
            except OSError:
                continue
            return
        raise OSError(errno.EBADF, "")

    def root():
        if os.geteuid() != 0:
            os.setuid(0)

    def parent():
        if os.getppid() == 0:
            raise OSError(errno.EPERM, "")

    def host():
        if os.uname().nodename == HOST_NAME:
            raise OSError(errno.EPERM, "")

    def copy_memory():
        here = (ctypes.c_void_p * 2)(zeros(), 8)
        there = (ctypes.c_void_p * 2)(4096, 8)
        places = ctypes.addressof(here), ctypes.addressof(there)
        try:
            call("process_vm_readv", grader, places[0], 1, places[1], 1, 0)
        except OSError as error:
            if error.errno != errno.EFAULT:
                raise

    def shared_memory():
        segment = checked(libc.shmget(0, 4096, 0o600))
        libc.shmctl(segment, 0, None)

    attempts = {
        "read": lambda: read(secret),
        "list": lambda: os.listdir(folder),
        "memory": lambda: read("/proc/%d/mem" % grader),
        "environment": lambda: read("/proc/%d/environ" % grader),
        "write": write,
        "chmod": lambda: os.chmod(secret, 0o600),
        "tcp": lambda: connect(1),
        "udp": lambda: connect(2),
        "unix": lambda: call("socketpair", 1, 1, 0, zeros()),
        "fork": fork,
        "thread": thread,
        "exec": execute,
        "kill": lambda: os.kill(grader, 0),
        "ptrace": lambda: call("ptrace", 0x4206, grader, 0, 0),
        "process_vm_readv": copy_memory,
        "prlimit": lambda: call("prlimit64", grader, 7, 0, zeros()),
        "setrlimit": lambda: call("prlimit64", 0, 4, zeros(), 0),
        "descriptors": descriptors,
        "root": root,
        "memfd_create": lambda: call("memfd_create", zeros(), 0),
        "shm": shared_memory,
        "io_uring_setup": lambda: call("io_uring_setup", 1, zeros()),
        "userfaultfd": lambda: call("userfaultfd", 1),
        "namespace": lambda: call("unshare", 0x10000000),
        "stat": lambda: os.stat(secret),
        "process": lambda: os.sched_getaffinity(grader),
        "clock": lambda: time.clock_gettime(~grader << 3 | 2),
        "parent": parent,
        "host": host,
    }
    result = {}
    for act, attempt in attempts.items():
        try:
            attempt()
            result[act] = "OPEN"
        except OSError as error:
            result[act] = errno.errorcode.get(error.errno, str(error.errno))
        except BaseException as error:
            result[act] = type(error).__name__
    return result
'''

_CALLS = (
    "io_uring_setup memfd_create prlimit64 process_vm_readv ptrace socket "
    "socketpair unshare userfaultfd"
)
_NUMBERS = {
    machine: {name: table[name] for name in _CALLS.split()}
    for machine, table in NUMBERS.items()
}

PROBE = f"NUMBERS = {_NUMBERS!r}\nHOST_NAME = {HOST_NAME.decode()!r}\n{_SOURCE}"
"""A student's module with one function, `probe(secret, port, grader)`."""


def open_acts(result: Mapping[str, str], level: str) -> list[str]:
    """Return the acts that `level` promises to refuse and did not.

    In the order of `ACTS`. An act that is missing from `result`, or failed in a way
    that is no refusal (a wrong path, say), counts as open: it has not been shown to
    be closed.
    """
    if level == "namespaces":
        return [
            act
            for act in ACTS
            if result.get(act) not in _REFUSALS | {_NOT_THERE.get(act, "EPERM")}
        ]
    return [
        act
        for act in ACTS
        if act not in ONLY_NAMESPACES and result.get(act) not in _REFUSALS
    ]


def missing_features() -> list[str]:
    """Return a sentence for each thing that this machine lacks; none if it will do."""
    if sys.platform != "linux":
        return [
            f"the sandbox needs Linux, this is {sys.platform}: "
            "use WSL 2, a virtual machine or a container"
        ]
    if MACHINE not in NUMBERS:
        return [f"the sandbox knows {' and '.join(NUMBERS)}, this machine is {MACHINE}"]
    missing = []
    if landlock.abi() == 0:
        missing.append(
            "Landlock is missing: it needs Linux 5.13 or later, `landlock` in the "
            "kernel's `lsm=` list, and a container that does not hide it"
        )
    if not seccomp.available():
        missing.append(
            "seccomp filters are missing: they need a kernel with "
            "CONFIG_SECCOMP_FILTER, and a container that does not hide them"
        )
    return missing


def unreachable(readable: Sequence[str], uid: int | None) -> list[str]:
    """Return a sentence for each path that a worker without a jail cannot read.

    Root's own installation of Python is the usual case: a worker that has become
    `uid` then has only those modules that the zygote had loaded before. In a jail
    the folders that lead to a path are our own, and open to everyone.

    Parameters
    ----------
    readable : sequence of str
        As in `lockdown.Policy`.
    uid : int or None
        What root becomes; None for an ordinary user, who stays what he is.
    """
    if uid is None:
        return []
    return [
        f"{path} cannot be read by the worker (user {uid}), so it can import only "
        "what is loaded already: install Python where every user can read it, or "
        "grade as an ordinary user"
        for path in readable
        if not _everyone_can_read(Path(path).resolve())
    ]


def _everyone_can_read(path: Path) -> bool:
    own = stat.S_IROTH | stat.S_IXOTH if path.is_dir() else stat.S_IROTH
    needed = {path: own} | dict.fromkeys(path.parents, stat.S_IXOTH)
    return all(place.stat().st_mode & bits == bits for place, bits in needed.items())

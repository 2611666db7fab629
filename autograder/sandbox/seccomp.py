"""seccomp: the list of system calls that student code may make.

Everything that is not listed answers EPERM, so a call that a future kernel adds
is refused too. The list is what Python with NumPy and one-threaded OpenBLAS needs
to compute. It can create no process, thread, socket, file or shared memory, and
signal nobody: the limit on memory is sound only because of that.

The program is classic BPF: instructions of eight bytes that look at the number,
the machine and the arguments of one call, and return what the kernel shall do.
"""

from __future__ import annotations

import ctypes
import errno
import struct
from collections.abc import Iterable
from typing import Final

from autograder.errors import SandboxError
from autograder.sandbox.syscalls import call, numbers

ALLOW: Final = 0x7FFF0000
KILL: Final = 0x80000000
_ERRNO: Final = 0x00050000

# the value of AUDIT_ARCH_* that the kernel shows to a filter
ARCHITECTURES: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# the most frequent first: the kernel goes through the list in this order
_ALLOWED: Final = """
    read write futex mmap munmap madvise mremap mprotect brk
    clock_gettime gettimeofday time clock_getres times getrusage
    close fstat newfstatat statx lseek pread64 readv writev getdents64 getcwd dup
    rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall
    nanosleep clock_nanosleep poll ppoll sched_yield sched_getaffinity getrandom
    getpid getppid gettid getpgrp getuid geteuid getgid getegid uname sysinfo
    set_robust_list rseq exit exit_group
"""
ALLOWED = tuple(_ALLOWED.split())
"""Allowed with any arguments; those that a machine does not have are left out."""

ANSWERED: Final = {
    "clone3": errno.ENOSYS,  # its flags are out of a filter's sight: fall back on clone
    "clone": errno.EAGAIN,  # "can't start new thread"
    "readlink": errno.EINVAL,  # "not a symbolic link"
    "readlinkat": errno.EINVAL,
}
"""Always refused, with an error that Python and the C library cope with."""

ARGUMENT_VALUES: Final = {
    # F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC: no locks, leases or signals
    "fcntl": (1, (1, 2, 3, 1030), errno.EPERM),
    # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA (malloc names its arenas)
    "prctl": (0, (15, 16, 0x53564D41), errno.EPERM),
    # FIOCLEX, FIONCLEX; anything else is answered as by something not a terminal
    "ioctl": (1, (0x5451, 0x5450), errno.ENOTTY),
}
"""Allowed if the argument at this place has one of the values; else the error.

All three are ints in the kernel, which ignores the upper half of the register."""

# O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_PATH, O_TMPFILE
REFUSED_OPEN_FLAGS: Final = 0o1 | 0o2 | 0o100 | 0o1000 | 0o10000000 | 0o20000000
"""Flags of openat that do more than read a file or list a folder.

Landlock alone would not do: it sees O_TRUNC from ABI 3 on, and never O_PATH."""

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_OFFSET, _ARCHITECTURE_OFFSET, _ARGUMENTS_OFFSET = 0, 4, 16
_X32 = 0x40000000

_SET_MODE_FILTER, _FLAG_TSYNC, _GET_ACTION_AVAIL = 1, 1, 2


def build_filter(machine: str) -> bytes:
    """Return the BPF program for `machine` ("x86_64" or "aarch64").

    Raises
    ------
    SandboxUnavailableError
        If `machine` is another.
    """
    table = numbers(machine)
    program = [
        _step(_LOAD, _ARCHITECTURE_OFFSET),
        _step(_EQUAL, ARCHITECTURES[machine], 1, 0),  # int 0x80 has another one
        _step(_RETURN, KILL),
        _step(_LOAD, _NUMBER_OFFSET),
        _step(_AT_LEAST, _X32, 0, 1),
        _step(_RETURN, KILL),
    ]
    rules = {name: [_step(_RETURN, ALLOW)] for name in ALLOWED}
    rules |= {name: [_refuse(error)] for name, error in ANSWERED.items()}
    rules |= {
        name: _only_values(place, values, error)
        for name, (place, values, error) in ARGUMENT_VALUES.items()
    }
    rules |= {"openat": _only_reading(), "prlimit64": _only_own_limits()}
    for name, body in rules.items():
        if name in table:
            program += [_step(_EQUAL, table[name], 0, len(body)), *body]
    return b"".join([*program, _refuse(errno.EPERM)])


def available() -> bool:
    """Whether this kernel and container let a process filter its system calls."""
    try:
        call("seccomp", _GET_ACTION_AVAIL, 0, struct.pack("I", KILL))
    except OSError:
        return False
    return True


def load(program: bytes) -> None:
    """Put every thread of this process under `program`, for good.

    The process must have set no_new_privs before.

    Raises
    ------
    OSError
        If the kernel refuses the program.
    SandboxError
        If a thread could not be put under it.
    """
    address = ctypes.cast(ctypes.c_char_p(program), ctypes.c_void_p).value
    header = struct.pack("HxxxxxxQ", len(program) // 8, address)
    thread = call("seccomp", _SET_MODE_FILTER, _FLAG_TSYNC, header)
    if thread:
        raise SandboxError(f"sandbox: seccomp: thread {thread} has another filter")


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


def _refuse(error: int) -> bytes:
    return _step(_RETURN, _ERRNO | error)


def _load_argument(place: int, *, upper_half: bool = False) -> bytes:
    return _step(_LOAD, _ARGUMENTS_OFFSET + 8 * place + 4 * upper_half)


def _only_values(place: int, values: Iterable[int], error: int) -> list[bytes]:
    body = [_load_argument(place)]
    for value in values:
        body += [_step(_EQUAL, value, 0, 1), _step(_RETURN, ALLOW)]
    return [*body, _refuse(error)]


def _only_reading() -> list[bytes]:
    """openat(folder, path, flags, mode): no flag that makes or changes a file."""
    return [
        _load_argument(2),
        _step(_ANY_BIT, REFUSED_OPEN_FLAGS, 0, 1),
        _refuse(errno.EPERM),
        _step(_RETURN, ALLOW),
    ]


def _only_own_limits() -> list[bytes]:
    """prlimit64(process, resource, new, old): process and new must be 0."""
    return [
        _load_argument(0),
        _step(_EQUAL, 0, 0, 5),
        _load_argument(2),
        _step(_EQUAL, 0, 0, 3),
        _load_argument(2, upper_half=True),
        _step(_EQUAL, 0, 0, 1),
        _step(_RETURN, ALLOW),
        _refuse(errno.EPERM),
    ]

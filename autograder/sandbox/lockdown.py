"""Confine this process, a fresh fork of the zygote, before it sees student code.

The order of the steps matters: the user must change while that is allowed, and
resets what follows; Landlock needs descriptors and system calls that seccomp
takes away. Nothing here can be undone, and every failure is an exception: the
caller then ends the process.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import signal
import struct
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import SandboxError
from autograder.sandbox import landlock, seccomp
from autograder.sandbox.syscalls import call

UNPRIVILEGED_UID = 60917
"""What root becomes. Neither Debian nor systemd hands this number out, and it is
below 65536, so that it exists in a container with its own user ids too."""

MAX_DESCRIPTORS = 64

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38

_FIRST_FREE_DESCRIPTOR = 4  # 0 to 2 are the standard ones, 3 is the socket
_LAST_DESCRIPTOR = 0xFFFFFFFF
_CAPABILITY_VERSION_3 = 0x20080522


@dataclass(frozen=True)
class Policy:
    """What a worker may use."""

    readable: tuple[str, ...]
    """Files, and folders with all below them, that may be read; nothing else."""

    memory: int
    """Bytes of address space, with what the fork has already."""

    cpu_seconds: int
    """Processor time until SIGXCPU; one second later SIGKILL."""

    uid: int | None
    """User and group to become when root; None for an ordinary user."""


def confine(policy: Policy, program: bytes) -> None:
    """Give up everything that `policy` and the seccomp `program` do not allow.

    Descriptors 0 to 3 stay open, all others are closed.

    Parameters
    ----------
    policy : Policy
        Limits of this worker.
    program : bytes
        Of `seccomp.build_filter`, made before the fork.

    Raises
    ------
    SandboxError, OSError, ValueError
        If any step fails; the process must then end without running anything.
    """
    _leave_root(policy.uid)
    _clear_capabilities()
    call("prctl", _PR_SET_DUMPABLE, 0)
    call("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL)  # a change of user clears it
    call("close_range", _FIRST_FREE_DESCRIPTOR, _LAST_DESCRIPTOR, 0)
    call("prctl", _PR_SET_NO_NEW_PRIVS, 1)
    landlock.restrict(policy.readable)
    _limit_resources(policy.memory, policy.cpu_seconds)
    seccomp.load(program)


def address_space() -> int:
    """Return the bytes of address space in use, as long as there is a /proc."""
    statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    try:
        pages = os.read(statm, 128).split()[0]
    finally:
        os.close(statm)
    return int(pages) * resource.getpagesize()


def readable_folders() -> tuple[str, ...]:
    """Return the folders that a worker may read: the standard library and numpy."""
    numpy = importlib.util.find_spec("numpy")
    if numpy is None or numpy.origin is None:
        raise SandboxError("sandbox: numpy: expected it to be installed")
    folder = Path(numpy.origin).parent
    libraries = folder.parent / "numpy.libs"
    return tuple(
        str(p) for p in (Path(os.__file__).parent, folder, libraries) if p.exists()
    )


def _leave_root(uid: int | None) -> None:
    if os.geteuid() == 0 and uid is not None:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    if 0 in os.getresuid():
        raise SandboxError(
            f"sandbox: user of the worker: expected any but root, got uid {uid}"
        )


def _clear_capabilities() -> None:
    """Empty the effective, permitted and inheritable sets; the ambient one follows.

    Needed even for an ordinary user: a container or service may have given some.
    """
    this_process = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    nothing = bytes(24)  # 2 × (effective, permitted, inheritable), 4 bytes each
    call("capset", this_process, nothing)


def _limit_resources(memory: int, cpu_seconds: int) -> None:
    # Python turns a refused allocation into MemoryError; the rest backs up seccomp
    _lower(resource.RLIMIT_AS, memory)
    _lower(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)
    _lower(resource.RLIMIT_NOFILE, MAX_DESCRIPTORS)
    for kind in (
        resource.RLIMIT_FSIZE,
        resource.RLIMIT_NPROC,
        resource.RLIMIT_CORE,
        resource.RLIMIT_MEMLOCK,
        resource.RLIMIT_MSGQUEUE,
    ):
        _lower(kind, 0)


def _lower(kind: int, soft: int, hard: int | None = None) -> None:
    """Set a limit, but never above a harder one that is in force already."""
    _, ceiling = resource.getrlimit(kind)
    hard = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(kind, (soft, hard))

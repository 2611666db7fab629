"""Landlock: take every right over files, TCP and other processes away, for good.

A ruleset *handles* rights, and what it handles is denied unless a rule allows it.
So the order is: handle all that this kernel knows, allow reading below a few
paths, restrict. Later kernels know more rights; each step is an *ABI* number.
What Landlock does not govern (stat, chmod, UDP …) is refused by seccomp.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
from collections.abc import Sequence

from autograder.errors import SandboxError
from autograder.sandbox.syscalls import MACHINE, NUMBERS, call

EXECUTE = 1 << 0
WRITE_FILE = 1 << 1
READ_FILE = 1 << 2
READ_DIR = 1 << 3

_CREATE_RULESET_VERSION = 1
_RULE_PATH_BENEATH = 1


def abi() -> int:
    """Return the Landlock ABI of this kernel, 0 if there is none."""
    if sys.platform != "linux" or MACHINE not in NUMBERS:
        return 0
    try:
        return call("landlock_create_ruleset", 0, 0, _CREATE_RULESET_VERSION)
    except OSError:  # not built in, switched off at boot, or hidden by a container
        return 0


def ruleset(abi: int) -> bytes:
    """Return the attribute of a ruleset that handles every right of `abi`.

    Its length grows with the ABI (8, 16, 24 bytes): an old kernel refuses more
    than it knows.

    Raises
    ------
    SandboxError
        If `abi` is less than 1.
    """
    if abi < 1:
        raise SandboxError(f"sandbox: Landlock ABI: expected 1 or more, got {abi}")
    files = (1 << 13) - 1  # execute, write, read, list, remove (2), make (7)
    for since in (2, 3, 5):  # link elsewhere; truncate; ioctl of a device
        if abi >= since:
            files = files << 1 | 1
    attribute = struct.pack("Q", files)
    if abi >= 4:
        attribute += struct.pack("Q", 0b11)  # bind, connect of TCP
    if abi >= 6:
        attribute += struct.pack("Q", 0b11)  # abstract unix sockets, signals
    return attribute


def restrict(readable: Sequence[str], at_abi: int | None = None) -> None:
    """Deny this process all that Landlock governs, but reading below `readable`.

    Cannot be undone. The process must have set no_new_privs before.

    Parameters
    ----------
    readable : sequence of str
        Files, and folders whose content may be listed and read. One that this
        user may not reach is left out: no rule could make it readable.
    at_abi : int, optional
        Use only the rights of this ABI, as an older kernel would.

    Raises
    ------
    SandboxError
        If there is no Landlock, or a path does not exist.
    OSError
        If the kernel refuses.
    """
    attribute = ruleset(abi() if at_abi is None else at_abi)
    rules = call("landlock_create_ruleset", attribute, len(attribute), 0)
    try:
        for path in readable:
            _allow_reading(rules, path)
        call("landlock_restrict_self", rules, 0)
    finally:
        os.close(rules)


def _allow_reading(rules: int, path: str) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except PermissionError:
        return
    except OSError as error:
        raise SandboxError(
            f"sandbox: {path}: expected a file or folder to read, got: {error.strerror}"
        ) from error
    try:
        is_folder = stat.S_ISDIR(os.fstat(place).st_mode)
        rights = READ_FILE | READ_DIR if is_folder else READ_FILE
        rule = struct.pack("=Qi", rights, place)
        call("landlock_add_rule", rules, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(place)

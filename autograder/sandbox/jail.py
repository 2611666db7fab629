"""Namespaces: a root folder, network and host name of its own, and no other process.

The zygote enters the jail once, and its workers are born inside. What the jail does
not hold has no name there, so not even `stat` can tell whether it exists. The root is
an empty, read-only file system into which the folders of `readable` are mounted at
their usual paths; /proc, /dev, /tmp are not there. Each worker is moreover process 1 of
a process namespace of its own, and sees itself only.

The order of the steps matters. Trees are taken as descriptors before anything covers
them. The kernel lets an ordinary user mount only inside a user namespace; root mounts
first and then becomes somebody else, so that nobody in the jail is root of anything.
Needs Linux 5.12 (mount_setattr), which Landlock does anyway.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
from collections.abc import Sequence
from pathlib import Path

from autograder.sandbox.syscalls import call

HOST_NAME = b"sandbox"

NEWNS, NEWUTS, NEWIPC = 0x00020000, 0x04000000, 0x08000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
_ALONE = NEWNS | NEWUTS | NEWIPC | NEWNET

_PR_SET_DUMPABLE = 4
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_TREE_CLONE, _TREE_CLOSE_ON_EXEC = 1, os.O_CLOEXEC
_MOVE_FROM_DESCRIPTOR = 4
_MS_REC, _MS_PRIVATE = 1 << 14, 1 << 18
_DETACH = 2
_READ_ONLY, _NO_SETUID, _NO_DEVICES = 1, 2, 4
_OTHER_PACKAGES = ("site-packages", "dist-packages")


def enter(readable: Sequence[str], uid: int) -> None:
    """Leave everything outside but `readable`, for this process and its children.

    Parameters
    ----------
    readable : sequence of str
        Absolute paths of folders; each is found at the same path inside.
    uid : int
        User and group that root becomes; an ordinary user stays what he is.

    Raises
    ------
    OSError
        If the kernel, or the container around us, refuses a step.
    """
    os.umask(0o022)  # what is made here must be open to everyone
    process = os.open("/proc/self", os.O_PATH | os.O_CLOEXEC)  # gone from the new root
    try:
        if os.geteuid() == 0:
            call("unshare", _ALONE)
            _change_root(readable)
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
            _unshare_users(process)
        else:
            _unshare_users(process, _ALONE)
            _change_root(readable)
    finally:
        os.close(process)


def fork_alone() -> int:
    """Fork; the child is process 1 of a new process namespace.

    Returns
    -------
    int
        0 in the child, and in the parent the child's number as the parent sees it.

    Raises
    ------
    OSError
        If the kernel refuses.
    """
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    pid = -1
    try:
        pid = call("clone", NEWPID | signal.SIGCHLD)
    finally:
        (python.PyOS_AfterFork_Parent if pid else python.PyOS_AfterFork_Child)()
    return pid


def _unshare_users(process: int, more: int = 0) -> None:
    """Enter a new user namespace, in which only our own user and group exist."""
    user, group = os.geteuid(), os.getegid()
    call("unshare", NEWUSER | more)
    call("prctl", _PR_SET_DUMPABLE, 1)  # else the files belong to root
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        file = os.open(name, os.O_WRONLY | os.O_CLOEXEC, dir_fd=process)
        try:
            os.write(file, text.encode())
        finally:
            os.close(file)
    call("prctl", _PR_SET_DUMPABLE, 0)


def _change_root(readable: Sequence[str]) -> None:
    """Make a new root that holds `readable`, and let go of the old one."""
    call("sethostname", HOST_NAME, len(HOST_NAME))
    call("mount", 0, b"/", 0, _MS_REC | _MS_PRIVATE)
    flags = _TREE_CLONE | _TREE_CLOSE_ON_EXEC | _AT_RECURSIVE
    trees = {
        path: call("open_tree", _AT_FDCWD, path.encode(), flags) for path in readable
    }
    root = readable[0]  # any folder will do to build on, now that its tree is held
    _mount_nothing(Path(root))
    for path, tree in trees.items():
        place = Path(root + path)
        place.mkdir(parents=True, exist_ok=True)
        call("move_mount", tree, b"", _AT_FDCWD, bytes(place), _MOVE_FROM_DESCRIPTOR)
        os.close(tree)
        for packages in _OTHER_PACKAGES:
            if (place / packages).is_dir():
                _mount_nothing(place / packages)
    os.chdir(root)
    call("pivot_root", b".", b".")  # the old root then lies on the new one
    call("umount2", b".", _DETACH)
    attributes = struct.pack("4Q", _READ_ONLY | _NO_SETUID | _NO_DEVICES, 0, 0, 0)
    call("mount_setattr", _AT_FDCWD, b"/", _AT_RECURSIVE, attributes, len(attributes))


def _mount_nothing(place: Path) -> None:
    """Cover a folder by an empty one, in memory."""
    options = b"size=1m,mode=755"
    call("mount", b"none", bytes(place), b"tmpfs", 0, options)

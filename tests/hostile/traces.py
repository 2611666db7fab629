"""What a run may leave behind: processes, files, shared memory, sockets."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile.attacks import MARKER

PR_SET_CHILD_SUBREAPER = 36
SECONDS = 5.0
KEY = 0x5EED
"""Of System V shared memory, semaphores and queues."""
PUBLIC = ("/", "/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", "~", ".")


@dataclass
class Traces:
    """What is new after a run."""

    processes: set[int] = field(default_factory=set)
    files: list[str] = field(default_factory=list)
    memory: list[str] = field(default_factory=list)
    sockets: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def around(cls, root: Path) -> Iterator[Traces]:
        """Look for what is done inside the block.

        While in it, we are the parent of every orphan, so that a process that
        outlives its parents is found.
        """
        libc = ctypes.CDLL(None)
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
        before = descendants()
        found = cls()
        try:
            yield found
            found.processes = _lasting(before)
        finally:
            libc.prctl(PR_SET_CHILD_SUBREAPER, 0)
        found.files = list(_files(root))
        found.memory = list(_shared())
        found.sockets = _lines_with_marker(Path("/proc/net/unix"))


def descendants() -> set[int]:
    """Return the processes below this one."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            after_name = path.read_text().rpartition(")")[2].split()
            children.setdefault(int(after_name[1]), []).append(int(path.parts[2]))
    found: set[int] = set()
    todo = [os.getpid()]
    while todo:
        new = set(children.get(todo.pop(), ())) - found
        found |= new
        todo += new
    return found


def _lasting(before: set[int]) -> set[int]:
    """Return what is still there after a while: the dead must be waited for."""
    end = time.monotonic() + SECONDS
    while (left := _alive(descendants() - before)) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def _alive(processes: set[int]) -> set[int]:
    tracker = "multiprocessing.resource_tracker"  # of Python's own, one per process
    alive = set()
    for process in processes:
        with suppress(OSError):
            os.waitpid(process, os.WNOHANG)  # an orphan that died is ours to bury
        with suppress(OSError):
            command = Path(f"/proc/{process}/cmdline").read_text()
            if tracker not in command:
                alive.add(process)
    return alive


def _files(root: Path) -> Iterator[str]:
    for place in (*PUBLIC, str(root)):
        folder = Path(place).expanduser()
        with suppress(OSError):
            yield from map(str, folder.glob(f"*{MARKER}*"))
    yield from map(str, root.rglob(f"*{MARKER}*"))


def _shared() -> Iterator[str]:
    for kind in ("shm", "sem", "msg"):
        with suppress(OSError):
            for line in Path(f"/proc/sysvipc/{kind}").read_text().splitlines()[1:]:
                if int(line.split()[0]) == KEY:
                    yield f"{kind} {line}"
    yield from _lines_with_marker(Path("/proc/keys"))


def _lines_with_marker(path: Path) -> list[str]:
    with suppress(OSError):
        return [line for line in path.read_text().splitlines() if MARKER in line]
    return []

"""Watch a grading run from outside: memory of its processes, and how far it is."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 1e6
ZYGOTE = "zygote.py"
GRADER = "multiprocessing.spawn"
HELPER = "multiprocessing.resource_tracker"


@dataclass(frozen=True)
class Glance:
    """What was seen at one moment."""

    seconds: float
    done: int
    """Lines of the journal."""
    main: float
    """Resident MB of the process that was started; with one job it grades."""
    graders: float
    """Resident MB of the largest of the grading processes that it started."""
    zygotes: float
    workers: float


@dataclass
class Watch:
    """Looks at a run again and again until it ends.

    Parameters
    ----------
    journal : Path
        Its ``results.jsonl``.
    interval : float
        Seconds between two glances.
    """

    journal: Path
    interval: float = 0.5
    glances: list[Glance] = field(default_factory=list)
    _read: int = 0
    _done: int = 0

    def follow(self, pid: int) -> None:
        """Begin to look at the process and all that it starts."""
        threading.Thread(target=self._look, args=(pid,), daemon=True).start()

    def peak(self, kind: str) -> float:
        """Return the largest MB that was seen of one kind of process."""
        return max((getattr(glance, kind) for glance in self.glances), default=0.0)

    def _look(self, pid: int) -> None:
        begun = time.monotonic()
        while processes := list(_family(pid)):
            largest = {"main": 0.0, "graders": 0.0, "zygotes": 0.0, "workers": 0.0}
            for member in processes:
                if (kind := _kind(member)) in largest:
                    largest[kind] = max(largest[kind], _resident(member))
            seconds = time.monotonic() - begun
            self.glances.append(Glance(seconds, self._lines(), **largest))
            time.sleep(self.interval)

    def _lines(self) -> int:
        if self.journal.is_file():
            with self.journal.open("rb") as file:
                file.seek(self._read)
                new = file.read()
            self._read += len(new)
            self._done += new.count(b"\n")
        return self._done


def _family(pid: int) -> Iterator[int]:
    """Yield a process that runs, and all that descend from it."""
    state = _text(pid, "stat").rpartition(")")[2].split()
    if not state or state[0] == "Z":
        return
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*"):
        for child in _text(pid, f"task/{task.name}/children").split():
            yield from _family(int(child))


def _kind(pid: int) -> str:
    command = _text(pid, "cmdline")
    if HELPER in command:
        return "helpers"
    if ZYGOTE not in command:
        return "graders" if GRADER in command else "main"
    session = _text(pid, "stat").rpartition(")")[2].split()[3:4]
    return "zygotes" if session == [str(pid)] else "workers"


def _resident(pid: int) -> float:
    pages = _text(pid, "statm").split()[1:2]
    return int(pages[0]) * PAGE / MEGABYTE if pages else 0.0


def _text(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):  # it has ended meanwhile
        return ""

"""Watch a grading run from outside: memory and time of its processes, how far it is."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
TICK = os.sysconf("SC_CLK_TCK")
OWN, WITH_CHILDREN = 2, 4
"""How many of the times in ``stat`` count: user, system, and those of dead children."""
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
    busy: dict[int, float] = field(default_factory=dict)
    """CPU seconds by process: the one that was started, without its children, and each
    grading process with its zygote and its workers."""
    pid: int = 0
    """Of the process that was started."""
    _read: int = 0
    _done: int = 0

    def follow(self, pid: int) -> None:
        """Begin to look at the process and all that it starts."""
        self.pid = pid
        threading.Thread(target=self._look, args=(pid,), daemon=True).start()

    def peak(self, kind: str) -> float:
        """Return the largest MB that was seen of one kind of process."""
        return max((getattr(glance, kind) for glance in self.glances), default=0.0)

    @property
    def bound(self) -> float:
        """How many times faster than one process these can be at most.

        It is the sum of their CPU seconds over that of the busiest.
        """
        return sum(self.busy.values()) / max(self.busy.values(), default=1.0)

    def _look(self, pid: int) -> None:
        begun = time.monotonic()
        while processes := list(_family(pid)):
            self.busy[pid] = _seconds(pid, OWN)
            for grader in (p for p in processes if _kind(p) == "graders"):
                family = (_seconds(p, WITH_CHILDREN) for p in _family(grader))
                self.busy[grader] = sum(family) or self.busy.get(grader, 0.0)
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


def _seconds(pid: int, times: int) -> float:
    stat = _text(pid, "stat").rpartition(")")[2].split()
    return sum(map(int, stat[11 : 11 + times])) / TICK


def _resident(pid: int) -> float:
    pages = _text(pid, "statm").split()[1:2]
    return int(pages[0]) * PAGE / MEGABYTE if pages else 0.0


def _text(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):  # it has ended meanwhile
        return ""

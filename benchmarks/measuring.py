"""What a command costs, with every process that it starts, and on what machine."""

from __future__ import annotations

import ctypes
import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
CACHED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Nobody compiles the same files again every time."""
GRACE = 5.0
"""Seconds in which what a command leaves behind must have ended."""


@dataclass(frozen=True)
class Cost:
    """What a command used."""

    cpu: float
    """Seconds of processor time, of all its processes."""
    wall: float
    peak: float
    """MB of the largest of its processes."""


@dataclass(frozen=True)
class Series:
    """The same thing, measured several times."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The value in the middle."""
        return statistics.median(self.values)

    @property
    def spread(self) -> float:
        """How far apart the largest and the smallest are, as a part of the median."""
        return (max(self.values) - min(self.values)) / self.median

    def over(self, other: Series) -> Series:
        """Return the ratios, round by round: what the machine did meanwhile cancels."""
        pairs = zip(self.values, other.values, strict=True)
        return Series(tuple(mine / its for mine, its in pairs))


def run(
    command: Sequence[object],
    *,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    status: int = 0,
    started: Callable[[int], object] = lambda _: None,
) -> Cost:
    """Run a command to its end, without output, and return what it cost.

    Processes that outlive their parents are waited for here: none goes uncounted.

    Parameters
    ----------
    command : sequence
        The program and its arguments, texts or paths.
    started : callable
        Told the number of the process as soon as it runs.

    Raises
    ------
    RuntimeError
        If it does not end with `status`, or leaves a process behind.
    """
    _adopt_orphans()
    before = time.perf_counter()
    words = [str(part) for part in command]
    process = subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, **CACHED, **ONE_THREAD, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    started(process.pid)
    said = process.stderr.read()
    _, ended, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(ended)
    wall = time.perf_counter() - before
    if process.returncode != status:
        raise RuntimeError(f"{' '.join(words)}: status {process.returncode}\n{said}")
    cpu = used.ru_utime + used.ru_stime + _await_orphans()
    return Cost(cpu, wall, used.ru_maxrss / 1024)


def _adopt_orphans() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _await_orphans() -> float:
    """Wait for what was left behind; return its processor time."""
    cpu, end = 0.0, time.monotonic() + GRACE
    while time.monotonic() < end:
        try:
            pid, _, used = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return cpu
        cpu += used.ru_utime + used.ru_stime
        if not pid:
            time.sleep(0.01)
    raise RuntimeError(f"a process was left behind and ran for {GRACE:g} s more")


def machine() -> dict[str, object]:
    """Return what the figures depend on, besides the code."""
    packages = ("numpy", "pytest", "pydantic", "msgspec")
    return {
        "date": time.strftime("%Y-%m-%d %H:%M"),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "ours": {name: version(name) for name in packages},
    }


def load() -> float:
    """Return how many processes wanted a core in the last minute, on average."""
    return round(os.getloadavg()[0], 2)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()

"""What handling one input costs: processor time, and memory at its highest."""

from __future__ import annotations

import sys
import time
from pathlib import Path

MAX_SECONDS = 1.0
MAX_BYTES = 64 << 20
TRIES = 3
"""A busy machine makes everything slower: the least of so many tries counts."""


class TooDear(AssertionError):
    """An input that costs more than any input may."""


def check(target, data):
    """Let a target handle an input; it must be total, and cheap."""
    seconds, size = cost(target, data)
    for _ in range(TRIES - 1):
        if seconds <= MAX_SECONDS and size <= MAX_BYTES:
            return
        tracer = sys.gettrace()  # of coverage: it costs as much again
        sys.settrace(None)
        try:
            again = cost(target, data)
        finally:
            sys.settrace(tracer)
        seconds, size = min(seconds, again[0]), max(size, again[1])
    if seconds > MAX_SECONDS or size > MAX_BYTES:
        raise TooDear(f"{len(data)} bytes took {seconds:.2f} s and {size >> 20} MiB")


def cost(target, data):
    """Return processor time in seconds, and how many bytes the process grew by."""
    Path("/proc/self/clear_refs").write_text("5")  # forget the highest so far
    before, start = resident("VmRSS"), time.process_time()
    target(data)
    return time.process_time() - start, resident("VmHWM") - before


def resident(name):
    """Return a size that /proc/self/status tells, in bytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{name}:")[2].split(maxsplit=1)[0]) << 10

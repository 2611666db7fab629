"""What a submission may still use of the machine, over all its workers."""

from __future__ import annotations

from collections.abc import Callable

from autograder.sandbox.connection import LostError, Stopwatch
from autograder.values import Limits

WALL_ROOM = 10
"""A call may take this many times its processor time on the clock."""


class Budget:
    """What one submission may still use, over all its workers.

    Parameters
    ----------
    limits : Limits
        Per call and for the whole submission.
    now : callable
        Returns the time on the clock, in seconds.
    """

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self.limits = limits
        self.now = now
        self.end = now() + limits.wall
        self.cpu = limits.cpu

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left."""
        return self.cpu <= 0 or self.now() >= self.end

    def watch(self, used: Callable[[], float]) -> Stopwatch:
        """Return a stopwatch for one call.

        Raises
        ------
        LostError
            When the submission has nothing left.
        """
        cpu, wall = self.cpu - used(), self.end - self.now()
        if cpu <= 0:
            raise LostError("timed-out", f"{self.limits.cpu:g}")
        if wall <= 0:
            raise LostError("timed-out", f"{self.limits.wall:g}")
        cpu = min(self.limits.call, cpu)
        return Stopwatch(cpu, min(cpu * WALL_ROOM + 1, wall), used)

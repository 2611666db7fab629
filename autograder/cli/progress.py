"""How far a run is: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

SECONDS_BETWEEN_LINES = 5.0

Advance = Callable[[object], None]
"""Called with each result as it arrives."""


@contextmanager
def progress(total: int, console: Console, doing: str = "grading") -> Iterator[Advance]:
    """Show on `console` how many of `total` things are done."""
    if not console.is_terminal:
        yield Lines(total, console.print, doing=doing).advance
        return
    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda _: bar.advance(task)


class Rate(ProgressColumn):
    """Things per second."""

    def render(self, task: Task) -> Text:
        """Return the rate so far, or nothing before there is one."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


class Lines:
    """Progress as plain lines, at most one every few seconds."""

    def __init__(
        self,
        total: int,
        say: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
        doing: str = "grading",
    ) -> None:
        self.total = total
        self._did = doing.removesuffix("ing") + "ed"
        self.done = 0
        self._say = say
        self._clock = clock
        self._start = self._said = clock()

    def advance(self, _: object) -> None:
        """Count one more; say so when the time has come or all is done."""
        self.done += 1
        now = self._clock()
        if self.done < self.total and now - self._said < SECONDS_BETWEEN_LINES:
            return
        self._said = now
        seconds = max(now - self._start, 1e-9)
        left = seconds / self.done * (self.total - self.done)
        rate = self.done / seconds
        self._say(
            f"{self._did} {self.done} of {self.total}, {rate:.1f}/s, {left:.0f} s left"
        )

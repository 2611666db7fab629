"""Workers without a sandbox: a fresh process each, on every platform.

For students, who run their own file, and for ``--unsafe-no-sandbox``. Nothing confines
the code here; it is only kept apart from checks and expected values, and ended when it
takes too long. Executed as a file, this module is the worker's side.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from autograder.errors import SandboxError
from autograder.sandbox.connection import LostError, Stopwatch
from autograder.values import Limits

if TYPE_CHECKING:
    from autograder.sandbox.budget import Budget
    from autograder.sandbox.proxy import Proxy

START_SECONDS = 60.0


class PlainSandbox:
    """Starts a Python process per worker."""

    level = "none"

    def __init__(self, output: int = subprocess.DEVNULL) -> None:
        self.output = output
        self._ahead: PipeConnection | None = None

    def start_ahead(self) -> None:
        """Start the process of the next worker, which becomes ready meanwhile."""
        with contextlib.suppress(OSError):  # told if it happens again
            self._ahead = PipeConnection(self.output)

    def start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        """Return a fresh worker that is ready; it is not confined.

        Raises
        ------
        SandboxError
            If no process could be started.
        """
        from autograder.sandbox.proxy import Proxy  # with numpy

        try:
            connection = self._ahead or PipeConnection(self.output)
            self._ahead = None
        except OSError as error:
            raise SandboxError(f"no worker could be started: {error}") from error
        try:
            connection.receive(1, Stopwatch(START_SECONDS, START_SECONDS, lambda: 0.0))
        except LostError as lost:
            connection.close()
            raise SandboxError(f"no worker could be started: {lost.detail}") from None
        return Proxy(connection, budget)

    def close(self) -> None:
        """End what is not used; every worker is ended by whoever started it."""
        if self._ahead:
            self._ahead.close()
            self._ahead = None


class PipeConnection:
    """A worker reached by its standard input and output.

    Blocking reads, ended by a timer that kills the process: this works everywhere.
    The clock alone counts, since not every platform tells another process's time.

    Parameters
    ----------
    output : int
        Where what the student prints goes: a descriptor, or `subprocess.DEVNULL`.
    """

    room = 0
    """Pipes are small on some platforms, so calls go one by one."""

    def __init__(self, output: int) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            [sys.executable, "-I", "-B", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=output,
            start_new_session=True,
        )
        self.started = time.monotonic()

    def send(self, frame: bytes, watch: Stopwatch) -> None:
        """Write a whole frame; see `connection.Connection`."""
        assert self.process.stdin  # noqa: S101 - asked for above
        with self._limit(watch):
            try:
                self.process.stdin.write(frame)
                self.process.stdin.flush()
            except OSError:
                raise LostError("crashed", self._how_it_ended()) from None

    def receive(self, size: int, watch: Stopwatch) -> bytes:
        """Return exactly `size` bytes; see `connection.Connection`."""
        assert self.process.stdout  # noqa: S101
        with self._limit(watch):
            data = self.process.stdout.read(size)
            if len(data) < size:
                raise LostError("crashed", self._how_it_ended())
        return data

    def has_unread_bytes(self) -> bool:
        """Return False: a pipe cannot be peeked into on every platform."""
        return False

    def cpu_seconds(self) -> float:
        """Return the time on the clock; see the class."""
        return time.monotonic() - self.started

    def allow_output(self, size: int) -> None:
        """Do nothing: what is printed goes where the student sees it."""

    def count_output(self) -> None:
        """Do nothing; see `allow_output`."""

    def close(self) -> None:
        """Kill the worker and release everything."""
        self._kill()
        self.process.communicate()

    @contextlib.contextmanager
    def _limit(self, watch: Stopwatch) -> Iterator[None]:
        """Kill the process when the stopwatch runs out inside the block."""
        late = threading.Event()

        def end() -> None:
            late.set()
            self._kill()

        timer = threading.Timer(watch.next_look(), end)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            if late.is_set():
                raise LostError("timed-out", f"{watch.cpu:g}")

    def _kill(self) -> None:
        """Kill the worker, and what it may have started, which holds our pipe open."""
        self.process.kill()
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def _how_it_ended(self) -> str:
        code = self.process.wait()
        return f"exit {code}"


def serve() -> None:
    """Answer on the standard streams; what student code prints goes to stderr."""
    import warnings

    from autograder.sandbox.worker import Worker

    warnings.simplefilter("ignore")
    source, sink = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    os.write(sink, b"R")
    Worker(source, sink).serve()


if __name__ == "__main__":
    serve()

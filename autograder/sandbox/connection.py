"""The trusted end of a worker's socket: exact reads, time limits, printed bytes."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import time
from collections.abc import Callable
from typing import Protocol

from autograder.errors import SandboxError

CHUNK = 1 << 20
ROOM = 1 << 16
"""A third of what Linux gives a socket at least."""
CPU_CHECK = 0.01
"""Seconds between two looks at a worker that has nearly used its processor time."""

CLOSING_SECONDS = 1.0
"""Between the end of a worker's socket and its own; one that is still there then has
only closed the socket."""


class LostError(Exception):
    """The worker can no longer be used, and it is the student's doing.

    Parameters
    ----------
    kind : str
        ``timed-out``, ``crashed``, ``printed-too-much``, ``reply-too-large`` or
        ``malformed-reply``: the symptom that the student is shown.
    detail : str
        The limit in seconds or bytes, how the process ended, or what was malformed.
    """

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail


class Stopwatch:
    """Ends a question that takes too long: processor time first, then the clock.

    A busy machine must not fail honest students, so the limit counts what the worker
    has computed; the clock, with more room, ends a worker that sleeps.

    Parameters
    ----------
    cpu, wall : float
        Seconds from now.
    used : callable
        Returns the seconds of processor time that the worker has used so far.
    """

    def __init__(self, cpu: float, wall: float, used: Callable[[], float]) -> None:
        self.cpu, self.wall, self.used = cpu, wall, used
        self.cpu_end = used() + cpu
        self.wall_end = time.monotonic() + wall

    def next_look(self) -> float:
        """Return after how many seconds to look again.

        Raises
        ------
        LostError
            When one of the two limits is reached.
        """
        wall = self.wall_end - time.monotonic()
        if wall <= 0:
            raise LostError("timed-out", f"{self.wall:g}")
        cpu = self.cpu_end - self.used()
        if cpu <= 0:
            raise LostError("timed-out", f"{self.cpu:g}")
        return min(wall, max(cpu, CPU_CHECK))


class Connection(Protocol):
    """How the proxy reaches its worker, confined or not."""

    room: int
    """Bytes that can be sent at once although the worker does not read them yet."""

    def send(self, frame: bytes, watch: Stopwatch) -> None:
        """Write a whole frame."""
        ...

    def receive(self, size: int, watch: Stopwatch) -> bytes:
        """Return exactly `size` bytes."""
        ...

    def has_unread_bytes(self) -> bool:
        """Whether the worker has said something that it was not asked."""
        ...

    def cpu_seconds(self) -> float:
        """Return the processor time that the worker has used."""
        ...

    def allow_output(self, size: int) -> None:
        """Let the worker print `size` bytes from now on."""
        ...

    def count_output(self) -> None:
        """Raise `LostError` if the worker has printed more than it may."""
        ...

    def close(self) -> None:
        """Kill the worker and release everything."""
        ...


class SocketConnection:
    """A confined worker: a stream socket, a pipe with its output, and its pidfd.

    Parameters
    ----------
    sock : socket
        Our end of the protocol socket.
    output : int
        The reading end of the pipe that is the worker's stdout and stderr.
    pid, pidfd : int
        The worker's process.
    how_it_ended : callable
        Waits for the process and returns how it ended, in words.
    """

    room = ROOM

    def __init__(
        self,
        sock: socket.socket,
        output: int,
        pid: int,
        pidfd: int,
        how_it_ended: Callable[[int], str],
    ) -> None:
        sock.setblocking(False)
        os.set_blocking(output, False)
        self.sock, self.output, self.pid, self.pidfd = sock, output, pid, pidfd
        self.how_it_ended = how_it_ended
        self.clock = (~pid << 3) | 2  # CPUCLOCK_SCHED, see clock_getcpuclockid(3)
        self.poll = select.poll()
        self.poll.register(output, select.POLLIN)
        self.arriving = memoryview(bytearray(ROOM))
        self.received = memoryview(b"")
        """Bytes that have arrived and nobody has asked for yet."""
        self.allowed = self.printed = 0
        self.text = b""
        self.cpu = 0.0

    def send(self, frame: bytes, watch: Stopwatch) -> None:
        """Write a whole frame; see `Connection`."""
        view = memoryview(frame)
        while view:
            try:
                view = view[self.sock.send(view) :]
            except BlockingIOError:
                self._wait(select.POLLOUT, watch)
            except OSError:
                raise LostError("crashed", self._end()) from None

    def receive(self, size: int, watch: Stopwatch) -> bytes:
        """Return exactly `size` bytes; see `Connection`."""
        parts = []
        while size:
            if not self.received:
                self.received = memoryview(self._receive(watch))
            parts.append(self.received[:size])
            self.received = self.received[size:]
            size -= len(parts[-1])
        return b"".join(parts)

    def has_unread_bytes(self) -> bool:
        """Whether the worker has said something that it was not asked."""
        if self.received:
            return True
        with contextlib.suppress(OSError):
            return bool(self.sock.recv(1, socket.MSG_PEEK))
        return False

    def cpu_seconds(self) -> float:
        """Return the processor time that the worker has used."""
        with contextlib.suppress(OSError):
            self.cpu = time.clock_gettime(self.clock)
        return self.cpu

    def allow_output(self, size: int) -> None:
        """Let the worker print `size` bytes from now on."""
        self._drain()
        self.allowed = self.printed + size

    def count_output(self) -> None:
        """Raise `LostError` if the worker has printed more than it may."""
        self._drain()
        if self.printed > self.allowed:
            raise LostError("printed-too-much", str(self.allowed))

    def close(self) -> None:
        """Kill the worker and release everything."""
        self.cpu_seconds()
        self._kill()
        self.sock.close()
        os.close(self.output)
        os.close(self.pidfd)

    def _receive(self, watch: Stopwatch) -> bytes:
        """Return the next bytes, at least one."""
        while True:
            try:
                size = self.sock.recv_into(self.arriving)  # drops what is sent along
            except BlockingIOError:
                self._wait(select.POLLIN, watch)
                continue
            except OSError:
                size = 0
            if size:
                return bytes(self.arriving[:size])
            self._drain()
            raise LostError("crashed", self._end())

    def _end(self) -> str:
        """Return how the worker ended; one that only closed its socket is killed.

        Raises
        ------
        SandboxError
            If somebody else has killed it, such as the kernel for want of memory: a
            worker may not kill itself.
        """
        ended = select.poll()
        ended.register(self.pidfd, select.POLLIN)
        is_over = bool(ended.poll(CLOSING_SECONDS * 1000))
        self._kill()
        end = self.how_it_ended(self.pid)
        if is_over and end == "SIGKILL":
            raise SandboxError("sandbox: a worker was killed by somebody else")
        return end

    def _kill(self) -> None:
        with contextlib.suppress(OSError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def _wait(self, events: int, watch: Stopwatch) -> None:
        """Wait until the socket is ready, reading what is printed meanwhile."""
        self.poll.register(self.sock, events)
        while True:
            ready = self.poll.poll(watch.next_look() * 1000 + 1)
            descriptors = [descriptor for descriptor, _ in ready]
            if self.output in descriptors:
                self.count_output()
            if self.sock.fileno() in descriptors:
                return

    def _drain(self) -> None:
        """Count what was printed, and keep its beginning for our own diagnosis."""
        while True:
            try:
                part = os.read(self.output, CHUNK)
            except BlockingIOError:
                return
            if not part:
                with contextlib.suppress(KeyError):
                    self.poll.unregister(self.output)
                return
            self.printed += len(part)
            self.text = (self.text + part)[:1000]

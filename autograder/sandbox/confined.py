"""Start the zygote and ask it for workers; one zygote per grading process."""

from __future__ import annotations

import array
import contextlib
import functools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from autograder.errors import SandboxError
from autograder.sandbox.connection import LostError, SocketConnection, Stopwatch
from autograder.values import Limits

if TYPE_CHECKING:
    from autograder.sandbox.budget import Budget
    from autograder.sandbox.proxy import Proxy

Level = Literal["namespaces", "landlock"]
LEVELS: tuple[Level, ...] = ("namespaces", "landlock")
"""The strongest first; each holds all that the next one does."""

ZYGOTE = Path(__file__).with_name("zygote.py")
START_SECONDS = 60.0
READY_SECONDS = 10.0
REAP_SECONDS = 5.0
MAX_DATAGRAM = 1 << 16
NOT_STARTED, LOST = "no worker could be started", "a worker was lost"
ENDED = "the zygote has ended"
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


class ZygoteEndedError(SandboxError):
    """The zygote ended without a word: that says nothing of this machine.

    Parameters
    ----------
    how : str
        The name of a signal, or ``exit`` and a status.
    """

    def __init__(self, message: str, how: str) -> None:
        super().__init__(message)
        self.how = how


@dataclass(frozen=True)
class Ordered:
    """A worker that the zygote has been asked for: our ends, and what it may use."""

    policy: Mapping[str, int]
    sock: socket.socket
    output: int

    def cancel(self) -> None:
        """Close our ends; a worker that reads from a closed socket ends."""
        self.sock.close()
        os.close(self.output)


class ConfinedSandbox:
    """Workers that cannot read, write, connect, fork or outlive us.

    The zygote is started at once and becomes ready in the background. With every worker
    that is handed out the next one is ordered: it is forked and locked down meanwhile.

    Parameters
    ----------
    level : str
        At which workers are confined. One that does not hold here fails with the
        first worker; it is never lowered.
    """

    def __init__(self, level: Level = "namespaces") -> None:
        self.level: str = level
        self.zygote: subprocess.Popen[bytes]
        self._ordered: Ordered | None = None
        self._started: deque[tuple[int, int]] = deque()
        """Numbers and descriptors of workers that nobody has taken yet."""
        self._ended: dict[int, int] = {}
        """Numbers of workers to the status with which they ended."""
        self._start_zygote()

    def start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        """Return a fresh worker that is locked down and ready.

        Raises
        ------
        SandboxError
            If no worker could be started: our failure, never the student's;
            `ZygoteEndedError` if that is why.
        """
        try:
            return self._start_worker(limits, budget)
        except (OSError, ValueError, LostError, ZygoteEndedError) as error:
            failure = _failure(NOT_STARTED, error, self.zygote)
            self.close()
            self._start_zygote()
            raise failure from error

    def close(self) -> None:
        """End the zygote and all of its workers."""
        if self._ordered:
            self._ordered.cancel()
            self._ordered = None
        while self._started:
            os.close(self._started.pop()[1])
        self.zygote.kill()
        self.zygote.wait()
        self.control.close()

    def _start_zygote(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.control = ours
        self._is_ready = False
        self._ended.clear()
        with theirs:
            try:
                self.zygote = _spawn(theirs, self.level)
            except OSError as error:
                ours.close()
                raise SandboxError(f"sandbox: no zygote: {error}") from error

    def _start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        from autograder.sandbox.proxy import Proxy  # with numpy

        if not self._is_ready:
            self._receive(START_SECONDS, "ready")
            self._is_ready = True
        policy = {"memory": limits.memory, "cpu_seconds": int(limits.cpu) + 1}
        ordered, self._ordered = self._ordered, None
        if ordered and ordered.policy != policy:
            self._take(ordered).close()
            ordered = None
        connection = self._take(ordered or self._order(policy))
        _await_ready(connection)
        try:
            self._ordered = self._order(policy)
        except OSError:  # the zygote has ended, and the worker with it
            connection.close()
            raise
        return Proxy(connection, budget)

    def _order(self, policy: Mapping[str, int]) -> Ordered:
        """Ask for a worker."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        output, printed = os.pipe()
        ordered = Ordered(policy, ours, output)
        rights = array.array("i", [theirs.fileno(), printed])
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)]
        try:
            self.control.sendmsg([json.dumps(policy).encode()], ancillary)
        except OSError:
            ordered.cancel()
            raise
        finally:
            theirs.close()
            os.close(printed)
        return ordered

    def _take(self, ordered: Ordered) -> SocketConnection:
        """Return the connection to a worker that was ordered."""
        try:
            if not self._started:
                self._receive(READY_SECONDS, "started")
        except BaseException:
            ordered.cancel()
            raise
        pid, pidfd = self._started.popleft()
        ending = functools.partial(self._how_it_ended, self.zygote)
        return SocketConnection(ordered.sock, ordered.output, pid, pidfd, ending)

    def _receive(self, seconds: float, key: str) -> None:
        """Note what the zygote says until it has said `key`."""
        end = time.monotonic() + seconds
        while True:
            left = max(0.0, end - time.monotonic())
            if not select.select([self.control], [], [], left)[0]:
                raise TimeoutError(f"the zygote has not said {key!r} in {seconds:g} s")
            data, ancillary, _, _ = self.control.recvmsg(
                MAX_DATAGRAM, socket.CMSG_SPACE(4), socket.MSG_CMSG_CLOEXEC
            )
            if not data:
                raise ConnectionError(ENDED)
            message = json.loads(data)
            if "error" in message:
                raise OSError(message["error"])
            if "ended" in message:
                self._ended[message["ended"]] = message["status"]
            if "started" in message:
                self._ended.pop(message["started"], None)  # of an earlier process
                (descriptor,) = array.array("i", ancillary[0][2])
                self._started.append((message["started"], descriptor))
            if key in message:
                return

    def _how_it_ended(self, zygote: subprocess.Popen[bytes], pid: int) -> str:
        """Return how a worker ended, in words that hold in any language.

        Raises
        ------
        SandboxError
            If its zygote has ended too, a `ZygoteEndedError`: then the worker was
            ended by that.
        """
        if zygote is not self.zygote:
            raise _failure(LOST, ConnectionError(ENDED), zygote)
        try:
            while pid not in self._ended:
                self._receive(REAP_SECONDS, "ended")
        except OSError as error:
            raise _failure(LOST, error, zygote) from error
        return _in_words(os.waitstatus_to_exitcode(self._ended.pop(pid)))


def _spawn(control: socket.socket, level: str) -> subprocess.Popen[bytes]:
    """Start the zygote with nothing of ours: environment, arguments, descriptors."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and file
        [sys.executable, "-I", "-B", str(ZYGOTE), level],
        env=ENVIRONMENT,
        cwd="/",
        stdin=control.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _failure(
    what: str, error: Exception, zygote: subprocess.Popen[bytes]
) -> SandboxError:
    """Return what is told of a worker that we could not start, or lost."""
    message = f"sandbox: {what}: {error}"
    if isinstance(error, ZygoteEndedError | ConnectionError):
        return ZygoteEndedError(message, _ending(zygote))
    return SandboxError(message)


def _ending(zygote: subprocess.Popen[bytes]) -> str:
    """Return how a zygote ended whose end of the socket is closed."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        return _in_words(zygote.wait(REAP_SECONDS))
    return "its socket is closed"


def _in_words(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"


def _await_ready(connection: SocketConnection) -> None:
    """Read the byte that separates our failures from the student's."""
    watch = Stopwatch(READY_SECONDS, READY_SECONDS, lambda: 0.0)
    connection.allow_output(MAX_DATAGRAM)
    try:
        connection.receive(1, watch)
    except ZygoteEndedError:
        connection.close()
        raise
    except (LostError, SandboxError) as lost:
        reason = connection.text.decode(errors="replace").strip() or str(lost)
        connection.close()
        raise OSError(reason) from None

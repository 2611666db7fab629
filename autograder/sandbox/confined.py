"""Start the zygote and ask it for workers; one zygote per grading process."""

from __future__ import annotations

import array
import functools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Literal

from autograder.errors import SandboxError
from autograder.sandbox.connection import LostError, SocketConnection, Stopwatch
from autograder.sandbox.proxy import Budget, Proxy
from autograder.values import Limits

Level = Literal["namespaces", "landlock"]
LEVELS: tuple[Level, ...] = ("namespaces", "landlock")
"""The strongest first; each holds all that the next one does."""

ZYGOTE = Path(__file__).with_name("zygote.py")
START_SECONDS = 60.0
READY_SECONDS = 10.0
REAP_SECONDS = 5.0
MAX_DATAGRAM = 1 << 16
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


class ConfinedSandbox:
    """Workers that cannot read, write, connect, fork or outlive us.

    The zygote is started at once and becomes ready in the background.

    Parameters
    ----------
    level : str
        At which workers are confined. One that does not hold here fails with the
        first worker; it is never lowered.
    """

    def __init__(self, level: Level = "namespaces") -> None:
        self.level: str = level
        self._start_zygote()

    def start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        """Return a fresh worker that is locked down and ready.

        Raises
        ------
        SandboxError
            If no worker could be started: our failure, never the student's.
        """
        try:
            return self._start_worker(limits, budget)
        except (OSError, ValueError, LostError) as error:
            self.close()
            self._start_zygote()
            raise SandboxError(
                f"sandbox: no worker could be started: {error}"
            ) from error

    def close(self) -> None:
        """End the zygote and all of its workers."""
        self.zygote.kill()
        self.zygote.wait()
        self.control.close()

    def _start_zygote(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.control = ours
        self._is_ready = False
        self._ended: dict[int, int] = {}
        with theirs:
            try:
                self.zygote = _spawn(theirs, self.level)
            except OSError as error:
                ours.close()
                raise SandboxError(f"sandbox: no zygote: {error}") from error

    def _start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        self._await_zygote()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        output, printed = os.pipe()
        try:
            try:
                self._request(limits, theirs.fileno(), printed)
            finally:
                theirs.close()
                os.close(printed)
            message, pidfd = self._receive(READY_SECONDS, "started")
        except BaseException:
            ours.close()
            os.close(output)
            raise
        pid = message["started"]
        self._ended.pop(pid, None)  # of an earlier process with this number
        ending = functools.partial(self._how_it_ended, self.zygote)
        connection = SocketConnection(ours, output, pid, pidfd, ending)
        _await_ready(connection)
        return Proxy(connection, budget)

    def _await_zygote(self) -> None:
        if not self._is_ready:
            message, _ = self._receive(START_SECONDS, "ready")
            self._is_ready = bool(message["ready"])

    def _request(self, limits: Limits, sock: int, output: int) -> None:
        policy = {
            "memory": limits.memory,
            "cpu_seconds": int(limits.cpu) + 1,
        }
        rights = array.array("i", [sock, output])
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)]
        self.control.sendmsg([json.dumps(policy).encode()], ancillary)

    def _receive(self, seconds: float, key: str) -> tuple[dict[str, Any], int]:
        """Return the next message that has `key`, and its descriptor or -1."""
        end = time.monotonic() + seconds
        while True:
            left = max(0.0, end - time.monotonic())
            if not select.select([self.control], [], [], left)[0]:
                raise TimeoutError(f"the zygote has not said {key!r} in {seconds:g} s")
            data, ancillary, _, _ = self.control.recvmsg(
                MAX_DATAGRAM, socket.CMSG_SPACE(4), socket.MSG_CMSG_CLOEXEC
            )
            if not data:
                raise ConnectionError("the zygote has ended")
            message = json.loads(data)
            if "ended" in message:
                self._ended[message["ended"]] = message["status"]
            if "error" in message:
                raise ConnectionError(message["error"])
            if key in message:
                descriptors = array.array("i")
                for _, _, content in ancillary:
                    descriptors.frombytes(content)
                return message, descriptors[0] if descriptors else -1

    def _how_it_ended(self, zygote: subprocess.Popen[bytes], pid: int) -> str:
        """Return how a worker ended, in words that hold in any language.

        Raises
        ------
        SandboxError
            If its zygote has ended too: then the worker was ended by that.
        """
        try:
            if zygote is not self.zygote:
                raise ConnectionError("the zygote has ended")
            while pid not in self._ended:
                self._receive(REAP_SECONDS, "ended")
        except OSError as error:
            raise SandboxError(f"sandbox: a worker was lost: {error}") from error
        status = self._ended.pop(pid)
        if os.WIFSIGNALED(status):
            return signal.Signals(os.WTERMSIG(status)).name
        return f"exit {os.waitstatus_to_exitcode(status)}"


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


def _await_ready(connection: SocketConnection) -> None:
    """Read the byte that separates our failures from the student's."""
    watch = Stopwatch(READY_SECONDS, READY_SECONDS, lambda: 0.0)
    connection.allow_output(MAX_DATAGRAM)
    try:
        connection.receive(1, watch)
    except (LostError, SandboxError) as lost:
        reason = connection.text.decode(errors="replace").strip() or str(lost)
        connection.close()
        raise OSError(reason) from None

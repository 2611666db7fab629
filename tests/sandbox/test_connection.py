from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.sandbox import connection
from autograder.sandbox.connection import LostError, SocketConnection, Stopwatch

LONG = 30.0


class Clock:
    """Seconds on the clock and of processor time, moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.cpu = 100.0, 7.0
        fake = SimpleNamespace(monotonic=lambda: self.wall)
        monkeypatch.setattr(connection, "time", fake)

    def used(self) -> float:
        return self.cpu


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def test_a_stopwatch_looks_again_when_the_first_limit_could_be_reached(clock):
    watch = Stopwatch(1.0, 5.0, clock.used)
    assert watch.next_look() == 1.0
    clock.wall, clock.cpu = 103.0, 7.5
    assert watch.next_look() == 0.5
    clock.wall = 104.75
    assert watch.next_look() == 0.25
    clock.wall, clock.cpu = 103.0, 7.999
    assert watch.next_look() == connection.CPU_CHECK


def test_processor_time_ends_a_question(clock):
    watch = Stopwatch(1.5, 5.0, clock.used)
    clock.cpu = 8.5
    with pytest.raises(LostError) as lost:
        watch.next_look()
    assert (lost.value.kind, lost.value.detail) == ("timed-out", "1.5")


def test_the_clock_ends_a_question(clock):
    watch = Stopwatch(1.5, 5.0, clock.used)
    clock.wall = 105.0
    with pytest.raises(LostError) as lost:
        watch.next_look()
    assert (lost.value.kind, lost.value.detail) == ("timed-out", "5")


class Peer:
    """A process of ours in the place of a worker, and the descriptors it would hold."""

    def __init__(self) -> None:
        ours, self.sock = socket.socketpair()
        output, self.printed = os.pipe()
        code = "import time; time.sleep(60)"
        self.process = subprocess.Popen([sys.executable, "-I", "-S", "-c", code])
        pidfd = os.pidfd_open(self.process.pid)
        self.connection = SocketConnection(
            ours, output, self.process.pid, pidfd, self.how_it_ended
        )

    def how_it_ended(self, pid: int) -> str:
        assert pid == self.process.pid
        return signal.Signals(-self.process.wait()).name

    def end(self) -> None:
        self.connection.close()
        self.process.wait()
        self.sock.close()
        os.close(self.printed)


@pytest.fixture
def peer() -> Iterator[Peer]:
    made = Peer()
    yield made
    made.end()


@pytest.fixture
def lost(peer: Peer) -> Callable[..., tuple[str, str]]:
    def lost(size: int = 1, watch: Stopwatch | None = None) -> tuple[str, str]:
        with pytest.raises(LostError) as error:
            peer.connection.receive(size, watch or patience())
        return error.value.kind, error.value.detail

    return lost


def patience(wall: float = LONG) -> Stopwatch:
    return Stopwatch(LONG, wall, lambda: 0.0)


def test_exactly_as_many_bytes_are_received(peer):
    peer.sock.sendall(b"abcdef")
    assert peer.connection.receive(0, patience()) == b""
    assert peer.connection.receive(2, patience()) == b"ab"
    assert peer.connection.has_unread_bytes()
    assert peer.connection.receive(4, patience()) == b"cdef"
    assert not peer.connection.has_unread_bytes()


def test_a_long_frame_is_sent_and_received_in_parts(peer):
    frame = os.urandom(3 << 20)
    pid = os.fork()
    if pid == 0:
        try:
            received = b""
            while len(received) < len(frame):
                received += peer.sock.recv(1 << 20)
            peer.sock.sendall(received)
        finally:
            os._exit(0)
    peer.connection.send(frame, patience())
    assert peer.connection.receive(len(frame), patience()) == frame
    os.waitpid(pid, 0)


def test_a_worker_that_does_not_read_is_timed_out(peer):
    with pytest.raises(LostError) as error:
        peer.connection.send(bytes(8 << 20), patience(0.05))
    assert error.value.kind == "timed-out"


def test_a_worker_that_says_nothing_is_timed_out(lost):
    assert lost(1, patience(0.05)) == ("timed-out", "0.05")


def test_a_worker_that_closes_its_socket_is_ended(peer, lost):
    peer.sock.sendall(b"ab")
    peer.sock.close()
    assert lost(3) == ("crashed", "SIGKILL")
    assert not peer.connection.has_unread_bytes()


def test_sending_to_a_worker_that_is_gone_fails(peer):
    peer.sock.close()
    with pytest.raises(LostError) as error:
        peer.connection.send(b"a", patience())
    assert (error.value.kind, error.value.detail) == ("crashed", "SIGKILL")


def test_a_reset_is_an_end(peer, lost):
    peer.connection.sock.send(b"unread")  # closing with unread bytes resets
    peer.sock.close()
    assert lost() == ("crashed", "SIGKILL")


def test_too_much_print_ends_the_question(peer, lost):
    peer.connection.allow_output(10)
    os.write(peer.printed, b"x" * 11)
    assert lost() == ("printed-too-much", "10")


def test_too_much_print_is_found_although_nothing_was_waited_for(peer):
    peer.connection.allow_output(10)
    os.write(peer.printed, b"x" * 10)
    peer.connection.count_output()
    os.write(peer.printed, b"x")
    with pytest.raises(LostError) as error:
        peer.connection.count_output()
    assert (error.value.kind, error.value.detail) == ("printed-too-much", "10")


def test_each_question_has_its_own_allowance(peer):
    for _ in range(3):
        peer.connection.allow_output(10)
        os.write(peer.printed, b"x" * 10)
        peer.sock.sendall(b"a")
        assert peer.connection.receive(1, patience()) == b"a"
    peer.connection.allow_output(0)
    assert peer.connection.printed == 30
    assert peer.connection.text == b"x" * 30


def test_only_the_beginning_of_what_is_printed_is_kept(peer):
    os.write(peer.printed, b"y" * 5000)
    peer.connection.allow_output(1)
    assert len(peer.connection.text) == 1000
    assert peer.connection.allowed == 5001


def test_a_worker_may_close_its_output(peer, lost):
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, peer.printed)  # closes the writing end
    os.close(null)
    assert lost(1, patience(0.05)) == ("timed-out", "0.05")
    peer.connection.allow_output(1)
    peer.sock.sendall(b"a")
    assert peer.connection.receive(1, patience()) == b"a"


def test_descriptors_that_are_sent_along_are_dropped(peer):
    before = len(list(Path("/proc/self/fd").iterdir()))
    null = os.open(os.devnull, os.O_RDONLY)
    socket.send_fds(peer.sock, [b"a"], [null, null])
    os.close(null)
    assert peer.connection.receive(1, patience()) == b"a"
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_processor_time_is_that_of_the_worker_and_is_kept_after_its_end(peer):
    deadline = time.monotonic() + LONG
    while peer.connection.cpu_seconds() == 0.0 and time.monotonic() < deadline:
        time.sleep(0.01)
    peer.process.kill()
    peer.process.wait()
    assert peer.connection.cpu_seconds() > 0.0


def test_closing_kills(peer):
    peer.connection.close()
    assert peer.process.wait(LONG) == -signal.SIGKILL
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(peer.connection.pidfd)
    peer.connection.close = lambda: None  # once is enough

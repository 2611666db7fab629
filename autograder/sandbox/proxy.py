"""The trusted side of one worker: load a source, call its functions, judge nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.errors import SandboxError
from autograder.sandbox import protocol, wire
from autograder.sandbox.connection import Connection, LostError, Stopwatch
from autograder.values import Frame, Limits, Raised

WALL_ROOM = 10
"""A call may take this many times its processor time on the clock."""
REPLY_FACTOR = 64
REPLY_ROOM = 1 << 20
"""A reply may hold `REPLY_FACTOR` times the expected bytes, and this many more."""

NO_NAMES: Mapping[int, str] = {}


@dataclass(frozen=True)
class Returned:
    """What a call returned."""

    value: Any
    changed: tuple[tuple[int, int, int], ...] = ()
    """Position, changed entries and size of each changed argument, as the worker says:
    a lie there hides only the liar's own fault."""


@dataclass(frozen=True)
class Lost:
    """The worker is gone, by the student's doing."""

    kind: str
    detail: str
    statement: int = 0
    """While loading: the number of the statement that did not return."""


Reply = Returned | Raised | Lost
Answering = Callable[[str, list[Any]], Any]


class AskRefused(Exception):
    """Raised by an `Answering` that will not answer; its text is the reason."""


def refuse(function: str, args: list[Any]) -> Any:
    """Answer no stand-in."""
    raise AskRefused(f"{function} is not stood in for here")


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


class Proxy:
    """One worker, from its first byte to its end.

    Parameters
    ----------
    connection : Connection
        How to reach the worker; it has said that it is ready.
    budget : Budget
        Of the submission that it serves.
    """

    def __init__(self, connection: Connection, budget: Budget) -> None:
        self.connection = connection
        self.budget = budget
        self.number = 0
        self.is_open = True

    def load(self, request: protocol.Load) -> protocol.Loaded | Lost:
        """Have the worker execute what the source defines."""
        statement = 0
        try:
            watch = self._ask(request, [])
            while True:
                reply, _ = self._reply(watch, REPLY_ROOM)
                if isinstance(reply, protocol.Loaded):
                    return reply
                statement = _statement(reply)
                watch = self.budget.watch(self.connection.cpu_seconds)
        except LostError as lost:
            self.close()
            return Lost(lost.kind, lost.detail, statement)
        except SandboxError:
            self.close()
            raise

    def call(
        self,
        function: str,
        args: Sequence[Any],
        *,
        seed: int = 0,
        expected_bytes: int = 0,
        standins: Sequence[str] = (),
        answer: Answering = refuse,
    ) -> Reply:
        """Call a function of the student's.

        Parameters
        ----------
        function : str
            Its name in the assignment.
        args : sequence
            Plain data only.
        seed : int
            For numpy's and Python's generators, set before the call.
        expected_bytes : int
            Size of the arrays of the right reply; bounds the reply that is read.
        standins : sequence of str
            Graded functions that are stood in for during this call.
        answer : callable
            Answers a stand-in, or raises `AskRefused`.
        """
        self.number += 1
        buffers: wire.Buffers = []
        trees = [wire.pack(arg, buffers, NO_NAMES) for arg in args]
        question = protocol.Call(self.number, function, trees, seed, list(standins))
        limit = REPLY_FACTOR * expected_bytes + REPLY_ROOM
        try:
            watch = self._ask(question, buffers)
            while True:
                reply, payload = self._reply(watch, limit)
                if not isinstance(reply, protocol.Ask) or reply.number != self.number:
                    return self._finish(reply, payload)
                self._answer(reply, payload, answer, watch)
        except LostError as lost:
            self.close()
            return Lost(lost.kind, lost.detail)
        except SandboxError:
            self.close()
            raise

    def close(self) -> None:
        """Kill the worker; its processor time is taken off the budget."""
        if self.is_open:
            self.is_open = False
            self.connection.close()
            self.budget.cpu -= self.connection.cpu_seconds()

    def _ask(self, question: protocol.Message, buffers: wire.Buffers) -> Stopwatch:
        if not self.is_open or self.connection.has_unread_bytes():
            raise LostError("malformed-reply", "an answer before its question")
        self.connection.allow_output(self.budget.limits.output)
        watch = self.budget.watch(self.connection.cpu_seconds)
        self._send(question, buffers, watch)
        return watch

    def _send(
        self, message: protocol.Message, buffers: wire.Buffers, watch: Stopwatch
    ) -> None:
        structure, payload = protocol.encode(message), b"".join(buffers)
        header = wire.HEADER.pack(len(structure), len(payload))
        self.connection.send(header + structure + payload, watch)

    def _reply(
        self, watch: Stopwatch, limit: int
    ) -> tuple[protocol.FromWorker, wire.Payload]:
        """Read one frame, believing none of its lengths."""
        watch.next_look()  # a worker that never pauses is never waited for
        header = self.connection.receive(wire.HEADER.size, watch)
        structure, payload = wire.HEADER.unpack(header)
        if structure > wire.MAX_STRUCTURE or payload > limit:
            raise LostError("reply-too-large", str(max(structure, payload)))
        data = self.connection.receive(structure, watch)
        rest = wire.Payload(self.connection.receive(payload, watch))
        try:
            return protocol.decode_from_worker(data), rest
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            raise LostError("malformed-reply", type(error).__name__) from None

    def _finish(self, reply: protocol.FromWorker, payload: wire.Payload) -> Reply:
        if not isinstance(reply, protocol.Returned | protocol.Threw):
            raise LostError("malformed-reply", type(reply).__name__)
        if reply.number != self.number:
            raise LostError("malformed-reply", "the answer to another question")
        if isinstance(reply, protocol.Threw):
            frames = tuple(Frame(*frame) for frame in reply.frames)
            return Raised(reply.type_name, reply.message, frames)
        (value,) = _values([reply.value], payload)
        return Returned(value, tuple(reply.changed))

    def _answer(
        self,
        ask: protocol.Ask,
        payload: wire.Payload,
        answer: Answering,
        watch: Stopwatch,
    ) -> None:
        args = _values(ask.args, payload)
        buffers: wire.Buffers = []
        try:
            tree = wire.pack(answer(ask.function, args), buffers, NO_NAMES)
        except AskRefused as refused:
            self._send(protocol.Refuse(str(refused)), [], watch)
        else:
            self._send(protocol.Answer(tree), buffers, watch)


def _statement(reply: protocol.FromWorker) -> int:
    if not isinstance(reply, protocol.Loading):
        raise LostError("malformed-reply", type(reply).__name__)
    return reply.number


def _values(trees: list[Any], payload: wire.Payload) -> list[Any]:
    try:
        values = [wire.unpack(tree, payload) for tree in trees]
        payload.finish()
    except wire.WireError as error:
        raise LostError("malformed-reply", str(error)) from None
    return values

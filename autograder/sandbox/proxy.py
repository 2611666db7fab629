"""The trusted side of one worker: load a source, call its functions, judge nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from autograder.errors import SandboxError
from autograder.sandbox import protocol, wire
from autograder.sandbox.budget import Budget
from autograder.sandbox.connection import Connection, LostError, Stopwatch
from autograder.sandbox.question import NO_NAMES, Question
from autograder.values import Frame, Raised

REPLY_FACTOR = 64
REPLY_ROOM = 1 << 20
"""A reply may hold `REPLY_FACTOR` times the expected bytes, and this many more."""


@dataclass(frozen=True)
class Returned:
    """What a call returned."""

    value: Any
    changed: tuple[tuple[int, int, int], ...] = ()
    """Position, changed entries and size of each changed argument, as the worker says:
    a lie there hides only the liar's own fault."""
    reached: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Graded functions that were called meanwhile, as the worker says: a lie there
    loses the liar a second try."""


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
        self.unanswered: deque[int] = deque()
        self.is_open = True
        self._lost: Lost | None = None

    def load(self, request: protocol.Load) -> protocol.Loaded | Lost:
        """Have the worker execute what the source defines."""
        statement = 0
        try:
            watch = self._begin()
            self.connection.send(_frame(request), watch)
            while True:
                reply, _ = self._reply(watch, REPLY_ROOM)
                if isinstance(reply, protocol.Loaded):
                    return reply
                statement = _statement(reply)
                watch = self._watch()
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
        self.send([Question(function, args, seed)], standins)
        return self.receive(expected_bytes, answer if standins else None)

    def send(self, questions: Sequence[Question], standins: Sequence[str] = ()) -> None:
        """Have calls made, one after the other; the reply to each is to be received.

        What the worker may print is for all of them together.

        Parameters
        ----------
        questions : sequence of Question
            Several only if the connection has `room` for all of them.
        standins : sequence of str
            Graded functions that are stood in for during these calls.
        """
        frames = []
        for question in questions:
            self.number += 1
            self.unanswered.append(self.number)
            call = protocol.Call(
                self.number,
                question.function,
                question.packed.trees,
                question.seed,
                list(standins),
            )
            frames.append(_frame(call, question.packed.payload))
        try:
            self.connection.send(b"".join(frames), self._begin())
        except LostError as lost:
            self._lose(lost)
        except SandboxError:
            self.close()
            raise

    def receive(
        self, expected_bytes: int = 0, answer: Answering | None = None
    ) -> Reply:
        """Return the reply to the first call that has none yet; see `call`.

        Without `answer` nothing is stood in for, and whoever asks is out of order.
        """
        number = self.unanswered.popleft()
        limit = REPLY_FACTOR * expected_bytes + REPLY_ROOM
        try:
            return self._lost or self._received(number, limit, answer)
        except LostError as lost:
            return self._lose(lost)
        except SandboxError:
            self.close()
            raise

    def close(self) -> None:
        """Kill the worker; its processor time is taken off the budget."""
        if self.is_open:
            self.is_open = False
            self.connection.close()
            self.budget.cpu -= self.connection.cpu_seconds()

    def _watch(self) -> Stopwatch:
        return self.budget.watch(self.connection.cpu_seconds)

    def _begin(self) -> Stopwatch:
        """Begin a turn of the worker, which must have said nothing unasked."""
        if not self.is_open or self.connection.has_unread_bytes():
            raise LostError("malformed-reply", "an answer before its question")
        self.connection.allow_output(self.budget.limits.output)
        return self._watch()

    def _lose(self, lost: LostError) -> Lost:
        self.close()
        self._lost = Lost(lost.kind, lost.detail)
        return self._lost

    def _received(self, number: int, limit: int, answer: Answering | None) -> Reply:
        watch = self._watch()
        while True:
            reply, payload = self._reply(watch, limit)
            if answer and isinstance(reply, protocol.Ask) and reply.number == number:
                self._answer(reply, payload, answer, watch)
                continue
            self.connection.count_output()  # all of it: it came before the reply
            return _finish(reply, payload, number)

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
            self.connection.send(_frame(protocol.Refuse(str(refused))), watch)
        else:
            frame = _frame(protocol.Answer(tree), b"".join(buffers))
            self.connection.send(frame, watch)


def _frame(message: protocol.Message, payload: bytes = b"") -> bytes:
    structure = protocol.encode(message)
    return wire.HEADER.pack(len(structure), len(payload)) + structure + payload


def _finish(reply: protocol.FromWorker, payload: wire.Payload, number: int) -> Reply:
    if not isinstance(reply, protocol.Returned | protocol.Threw):
        raise LostError("malformed-reply", type(reply).__name__)
    if reply.number != number:
        raise LostError("malformed-reply", "the answer to another question")
    reached = frozenset(reply.reached)
    if isinstance(reply, protocol.Threw):
        frames = tuple(Frame(*frame) for frame in reply.frames)
        return Raised(reply.type_name, reply.message, frames, reached)
    (value,) = _values([reply.value], payload)
    return Returned(value, tuple(reply.changed), reached)


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

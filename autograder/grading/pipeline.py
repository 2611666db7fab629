"""Calls that travel together: sent at once, made and answered one after the other.

A round trip costs as much as a call. So the call that ends a check takes along the
first calls of the checks that follow. The order is the one in which checks ask one by
one, and never are two calls of one check on their way: the inputs of different checks
come from generators of their own, but a check may pass on what it expected of its first
call.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from autograder.grading.recording import Asked
from autograder.sandbox.proxy import Lost, Proxy, Reply
from autograder.sandbox.question import Question

FRAME = 256
"""Bytes of a frame beside its arguments, at most."""

Following = Callable[[], Iterable[Asked]]
"""Yields the calls that come next, whatever this one returns."""


def nothing() -> Iterable[Asked]:
    """Yield no call."""
    return ()


class Pipeline:
    """The calls that one submission makes with its own helpers.

    Parameters
    ----------
    worker : callable
        Returns the worker that makes them, a fresh one when the last was lost, and None
        when there can be none.
    """

    def __init__(self, worker: Callable[[], Proxy | None]) -> None:
        self._worker = worker
        self._proxy: Proxy | None = None
        self._sent: deque[Asked] = deque()
        self._is_shared = False
        """Whether the calls that were sent at once were more than one."""

    def ask(self, asked: Asked, following: Following = nothing) -> Reply | None:
        """Return the reply to a call, or None if there is no worker.

        Parameters
        ----------
        following : callable
            What may be sent along.
        """
        if not (self._sent and self._sent[0].question.is_same_as(asked.question)):
            self._discard()
            self._send(asked, following)
        if self._proxy is None:
            return None
        reply = self._receive(self._proxy)
        too_much = isinstance(reply, Lost) and reply.kind == "printed-too-much"
        if too_much and self._is_shared:  # all of them together: now this one alone
            return self.ask(asked)
        return reply

    def _send(self, asked: Asked, following: Following) -> None:
        self._proxy = self._worker()
        if self._proxy is None:
            return
        room = self._proxy.connection.room - _size(asked.question)
        self._sent.append(asked)
        if room > 0:
            for other in following():
                room -= _size(other.question)
                if room < 0:
                    break
                self._sent.append(other)
        self._is_shared = len(self._sent) > 1
        self._proxy.send([each.question for each in self._sent])

    def _receive(self, proxy: Proxy) -> Reply:
        evaluation = self._sent.popleft().evaluation
        reply = proxy.receive(evaluation.size if evaluation else 0)
        if isinstance(reply, Lost):
            self._sent.clear()
        return reply

    def _discard(self) -> None:
        """Receive what nobody asks for any more."""
        while self._sent and self._proxy is not None:
            self._receive(self._proxy)


def _size(question: Question) -> int:
    return question.packed.size + FRAME

"""Evaluate numpy expressions, of authors and of students, in workers of their own.

    this process                      a worker
      Load(SOURCE)            ───▶    once
      Call("evaluate", …)     ───▶    compiles the text and evaluates it
                              ◀───    Returned, Threw

No text is parsed on this side. The authors' expressions share one worker for the whole
run; each student has one of their own, which knows the inputs and nothing of the key.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

import numpy as np

from autograder.checks.describe import clean
from autograder.errors import SandboxError, SandboxUnavailableError
from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.model import Unreadable
from autograder.sandbox import protocol
from autograder.sandbox.budget import Budget
from autograder.sandbox.opening import Sandbox, open_sandbox
from autograder.sandbox.proxy import Lost, Proxy, Reply, Returned
from autograder.values import Limits, Raised

SOURCE = """
import functools
import numpy
import numpy as np

@functools.cache
def compiled(text):
    return compile(f"(\\n{text}\\n)", "expression", "eval")

def evaluate(text, inputs):
    return eval(compiled(text), {"np": numpy, "numpy": numpy, **inputs})
"""
LOAD = protocol.Load(
    cells=[("expression", SOURCE)],
    modules={},
    given="",
    functions={"evaluate": ["text", "inputs"]},
    aliases={},
    skip=[],
)
ENDLESS = 1_000_000.0
"""Seconds of processor time: a worker serves until it is closed."""
LIMITS = Limits(call=1.0, cpu=ENDLESS, wall=5.0, memory=512 << 20, output=64 << 10)
"""Of one expression, `cpu` aside."""
UNCONFINED = Limits(call=5.0, cpu=ENDLESS, wall=10.0)
"""Without a sandbox the clock counts, also while the machine is busy."""
MAX_LOST = 3
"""Workers that one student may end before nothing more of theirs is run."""
MAX_KEPT = 10_000
REFUSAL = (
    "sandbox: students' expressions cannot be confined on this machine, so they are "
    "not scored; use Linux 5.13 or later (a virtual machine or container will do)"
)


class NumpyWorkers:
    """Evaluates numpy expressions; see `scope.Numpy`.

    Nothing is started before it is needed. Values are kept, so that a response that
    is compared with the key and with every mistake is evaluated once.

    Parameters
    ----------
    unsafe : bool
        Run them without a sandbox: on a student's own machine.
    """

    def __init__(self, *, unsafe: bool = False) -> None:
        self._unsafe = unsafe
        self._limits = UNCONFINED if unsafe else LIMITS
        self._sandbox: Sandbox | None = None
        self._author = _Evaluator(self._start, self._limits)
        self._student = _Evaluator(self._start, self._limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def author(self, text: str, inputs: Mapping[str, Any]) -> Any:
        """Return the value of an author's expression.

        Raises
        ------
        ExpressionError
            If it has none.
        SandboxError
            If it could not be run: our failure.
        """
        reply = self._author.evaluate(text, inputs)
        if isinstance(reply, Returned):
            return reply.value
        raise ExpressionError(f"{text}: {_why(reply).render('en')}")

    def student(self, text: str, inputs: Mapping[str, Any]) -> Any:
        """Return the value of a student's expression.

        Raises
        ------
        Unreadable
            If it has none.
        SandboxError
            If it could not be run: our failure.
        """
        if self._student.lost >= MAX_LOST:
            why = Message(
                "{count} expressions have crashed or not ended; no more are run",
                count=MAX_LOST,
            )
            raise Unreadable(why)
        reply = self._student.evaluate(text, inputs)
        if isinstance(reply, Returned):
            return reply.value
        raise Unreadable(_why(reply))

    def next_student(self) -> None:
        """End the worker of this student; the next one gets one of their own."""
        self._student.close()
        self._student = _Evaluator(self._start, self._limits)

    def close(self) -> None:
        """End everything that was started."""
        self._author.close()
        self.next_student()
        if self._sandbox is not None:
            self._sandbox.close()
            self._sandbox = None

    def _start(self) -> Proxy:
        """Return a worker that can evaluate.

        Raises
        ------
        SandboxError
            If there is none, after a second try.
        """
        try:
            return self._loaded()
        except SandboxUnavailableError:
            raise
        except SandboxError:
            return self._loaded()

    def _loaded(self) -> Proxy:
        if self._sandbox is None:
            self._sandbox = open_sandbox(unsafe=self._unsafe, refusal=REFUSAL)
        budget = Budget(self._limits, time.monotonic)
        proxy = self._sandbox.start_worker(self._limits, budget)
        outcome = proxy.load(LOAD)
        if isinstance(outcome, Lost) or "evaluate" not in outcome.defined:
            proxy.close()
            raise SandboxError(f"sandbox: a worker could not load: {outcome}")
        return proxy


class _Evaluator:
    """One worker at a time, and what it has said.

    Parameters
    ----------
    start : callable
        Returns a worker that can evaluate.
    limits : Limits
        Of each expression.
    """

    def __init__(self, start: Callable[[], Proxy], limits: Limits) -> None:
        self._start = start
        self._limits = limits
        self._proxy: Proxy | None = None
        self._kept: dict[bytes, Reply] = {}
        self.lost = 0

    def evaluate(self, text: str, inputs: Mapping[str, Any]) -> Reply:
        """Return what became of an expression; a worker that is lost is replaced."""
        key = _fingerprint(text, inputs)
        if key not in self._kept:
            if len(self._kept) >= MAX_KEPT:
                self._kept.clear()
            self._kept[key] = self._call(text, inputs)
        return self._kept[key]

    def close(self) -> None:
        """End the worker."""
        if self._proxy is not None:
            self._proxy.close()
            self._proxy = None

    def _call(self, text: str, inputs: Mapping[str, Any]) -> Reply:
        if self._proxy is None or not self._proxy.is_open:
            self._proxy = self._start()
        self._proxy.budget = Budget(self._limits, time.monotonic)
        reply = self._proxy.call("evaluate", [text, dict(inputs)])
        self.lost += isinstance(reply, Lost)
        return reply


def _fingerprint(text: str, inputs: Mapping[str, Any]) -> bytes:
    """Return what is the same for the same text and inputs only."""
    whole = hashlib.sha256(repr(text).encode())
    for name, value in inputs.items():
        is_array = isinstance(value, np.ndarray)
        whole.update(repr((name, value.shape if is_array else value)).encode())
        whole.update(value.tobytes() if is_array else b"")
    return whole.digest()


def _why(reply: Raised | Lost) -> Words:
    """Say why an expression has no value."""
    if isinstance(reply, Raised):
        name, said = clean(reply.type_name, 60), clean(reply.message).strip()
        return Message("it raised {type}: {message}", type=name, message=said)
    if reply.kind == "timed-out":
        seconds = f"{float(reply.detail):.2g}"
        return Message("it did not end within {seconds} s", seconds=seconds)
    if reply.kind == "crashed":
        return Message("it ended Python itself ({how})", how=clean(reply.detail, 60))
    if reply.kind == "printed-too-much":
        return Message("it printed too much")
    return Message("its value could not be read")

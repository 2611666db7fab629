"""Who executes the calls of a check: the student's functions, in one way or another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from autograder.errors import SandboxError
from autograder.grading.home import Home
from autograder.grading.reference import Evaluation, Reference, size
from autograder.grading.standins import StandIns
from autograder.grading.trial import Failure, Question
from autograder.sandbox.proxy import Proxy, Reply, Returned

NOTHING = Evaluation(None, 0, Counter())
"""Where the reference raises: no expected bytes, no call that a stand-in answers."""


class OwnHelpers:
    """Calls with the student's own helpers."""

    def __init__(self, home: Home) -> None:
        self.home = home

    def call(
        self, question: Question, evaluation: Evaluation | None
    ) -> Returned | Failure:
        """Have the student's function called; see `trial.Caller`."""
        home, function = self.home, question.function
        if refused := home.why_not(function):
            return Failure(refused)
        proxy = home.shared_worker()
        if proxy is None or not home.defines(function):
            return home.missing(function)
        reply = proxy.call(
            function,
            question.args,
            seed=question.seed,
            expected_bytes=(evaluation or NOTHING).size,
        )
        return _outcome(home, function, reply)


class StoodIn:
    """Calls in a fresh worker, where the helpers give the reference's answers."""

    def __init__(
        self, home: Home, reference: Reference, helpers: Sequence[str]
    ) -> None:
        self.home = home
        self.reference = reference
        self.helpers = helpers
        self.refused = False
        """Whether a stand-in was asked what the reference does not answer."""
        self._proxy: Proxy | None = None

    def call(
        self, question: Question, evaluation: Evaluation | None
    ) -> Returned | Failure:
        """Have the student's function called; see `trial.Caller`."""
        home, function = self.home, question.function
        if refused := home.why_not(function, stood_in=True):
            return Failure(refused)
        if self._proxy is None or not self._proxy.is_open:
            self._proxy = home.fresh_worker()
        if self._proxy is None or not home.defines(function):
            return home.missing(function)
        evaluation = evaluation or NOTHING
        standins = StandIns(self.reference, self.helpers, evaluation, question.seed)
        reply = self._proxy.call(
            function,
            question.args,
            seed=question.seed,
            expected_bytes=evaluation.size + size(question.args),  # stand-ins pass on
            standins=self.helpers,
            answer=standins.answer,
        )
        self.refused |= standins.refused
        return _outcome(home, function, reply, stood_in=True)

    def close(self) -> None:
        """End the worker: nothing that it saw reaches another check."""
        if self._proxy is not None:
            self._proxy.close()


class ReferenceHelpers:
    """Calls of the reference itself: every check must pass on it."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference

    def call(
        self, question: Question, evaluation: Evaluation | None
    ) -> Returned | Failure:
        """Return the reference's own value; see `trial.Caller`."""
        if evaluation is None:
            self.reference.answer(question.function, question.args)
            raise SandboxError("reference: a call failed once and then did not")
        return Returned(evaluation.value)


def _outcome(
    home: Home, function: str, reply: Reply, *, stood_in: bool = False
) -> Returned | Failure:
    if isinstance(reply, Returned):
        return reply
    return home.describe(function, reply, stood_in=stood_in)

"""Who executes the calls of a check: the student's functions, in one way or another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from autograder.errors import SandboxError
from autograder.grading.home import Home
from autograder.grading.pipeline import Following, nothing
from autograder.grading.recording import Asked
from autograder.grading.reference import Evaluation, Reference, size
from autograder.grading.standins import StandIns
from autograder.grading.trial import Failure
from autograder.sandbox.proxy import Lost, Reply, Returned
from autograder.sandbox.question import Question

NOTHING = Evaluation(None, 0, Counter())
"""Where the reference raises: no expected bytes, no call that a stand-in answers."""


class OwnHelpers:
    """Calls with the student's own helpers.

    Parameters
    ----------
    calls : int
        How many calls the check makes; 0 if that is not known before.
    following : callable
        What may be sent along with the last one.
    """

    def __init__(
        self, home: Home, calls: int = 0, following: Following = nothing
    ) -> None:
        self.home = home
        self._left = calls
        self._following = following
        self._reached: set[str] = set()
        """Functions that were called, as far as a worker would see it."""
        self._is_known = True
        """Whether no call was refused or lost."""

    def might_differ(self, helpers: Sequence[str]) -> bool:
        """Whether the check could end differently if `helpers` were stood in for.

        Not if none of them was reached, and each would have been seen; nor if there was
        no function to call.
        """
        if self._is_known and not self._reached:
            return False
        seen = self._is_known and self.home.routes(helpers)
        return not (seen and self._reached.isdisjoint(helpers))

    def call(
        self, question: Question, evaluation: Evaluation | None
    ) -> Returned | Failure:
        """Have the student's function called; see `trial.Caller`."""
        home, function = self.home, question.function
        self._left -= 1
        if refused := home.why_not(function):
            self._is_known = False
            return Failure(refused)
        if home.shared_worker() is None or not home.defines(function):
            return home.missing(function)
        following = nothing if self._left else self._following
        reply = home.pipeline.ask(Asked(question, evaluation), following)
        if reply is None:
            return home.missing(function)
        if isinstance(reply, Lost):
            self._is_known = False
        else:
            self._reached |= {function, *reply.reached}
        return _outcome(home, function, reply)


class StoodIn:
    """Calls in a worker of their own, where the helpers give the reference's answers.

    Parameters
    ----------
    checked : str
        The function whose checks share the worker: a stand-in's answers never reach a
        check of another one.
    """

    def __init__(
        self, home: Home, reference: Reference, checked: str, helpers: Sequence[str]
    ) -> None:
        self.home = home
        self.reference = reference
        self.checked = checked
        self.helpers = helpers
        self.refused = False
        """Whether a stand-in was asked what the reference does not answer."""

    def call(
        self, question: Question, evaluation: Evaluation | None
    ) -> Returned | Failure:
        """Have the student's function called; see `trial.Caller`."""
        home, function = self.home, question.function
        if refused := home.why_not(function, stood_in=True):
            return Failure(refused)
        proxy = home.worker_for(self.checked)
        if proxy is None or not home.defines(function):
            return home.missing(function)
        evaluation = evaluation or NOTHING
        standins = StandIns(self.reference, self.helpers, evaluation, question.seed)
        reply = proxy.call(
            function,
            question.args,
            seed=question.seed,
            expected_bytes=evaluation.size + size(question.args),  # stand-ins pass on
            standins=self.helpers,
            answer=standins.answer,
        )
        self.refused |= standins.refused
        return _outcome(home, function, reply, stood_in=True)


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

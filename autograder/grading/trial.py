"""One run of one check on one submission: what the check calls, and what it judges.

A check file sees two objects of this module: `Student`, whose attributes are the
student's functions, and `Reply`, on which it names a judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from autograder.checks import symptoms
from autograder.checks.causes import Observation
from autograder.checks.compare import notes
from autograder.checks.describe import call_text
from autograder.checks.feedback import NEVER_CALLED, CheckFailed, Feedback, Symptom
from autograder.checks.judgements import JUDGEMENTS, expected_value
from autograder.errors import AuthoringError
from autograder.grading.reference import Evaluation, Reference
from autograder.grading.rounds import Round
from autograder.messages import Message, Text, Words
from autograder.model import Assignment
from autograder.sandbox.proxy import Returned


@dataclass(frozen=True)
class Question:
    """A call that a check makes, in plain data."""

    function: str
    args: Sequence[Any]
    seed: int


@dataclass(frozen=True)
class Failure:
    """A call that did not return."""

    feedback: Feedback
    got: object = None
    """What the call did instead, such as `Raised`; evidence for causes."""


class Caller(Protocol):
    """Who executes the calls of a check."""

    def call(
        self, question: Question, evaluation: Evaluation | None
    ) -> Returned | Failure:
        """Have the student's function called.

        Parameters
        ----------
        evaluation : Evaluation or None
            The reference's own; None where the reference raises.
        """
        ...


@dataclass
class Trial:
    """What one run of one check did.

    `caller` executes, `reference` knows what is right; `observations` and `notes` are
    read by whoever started the trial.
    """

    check: str
    assignment: Assignment
    reference: Reference
    caller: Caller
    inputs: Round
    sizes: Mapping[str, int]
    without_return: frozenset[str] = frozenset()
    """Functions of the student's that hold no ``return``."""
    observations: list[Observation] = field(default_factory=list)
    notes: dict[str, list[Words]] = field(default_factory=dict)
    unjudged: set[Reply] = field(default_factory=set)
    asked: str = ""
    """The function of the student's that was called last: what follows is its doing."""
    error: BaseException | None = None
    """What the check raised, if it did; set by the plugin."""

    @cached_property
    def _seed(self) -> int:
        return self.inputs.call_seed(self.check)

    def generator(self) -> np.random.Generator:
        """Return a fresh generator for the inputs of this check."""
        return self.inputs.generator(self.check)

    def ask(self, function: str, args: Sequence[Any]) -> Reply:
        """Call a function of the student's."""
        if function not in self.assignment.functions:
            known = ", ".join(self.assignment.functions)
            raise AuthoringError(
                f"{self.check}: student.{function}: expected a graded function "
                f"({known}), got {function}"
            )
        question = Question(function, self.reference.plain(args), self._seed)
        evaluation = self._evaluate(question)
        outcome = self.caller.call(question, evaluation)
        self.asked = function
        if isinstance(outcome, Failure):
            self._observe(question, outcome.feedback, outcome.got, "", {})
            raise self._failure(question, outcome.feedback)
        reply = Reply(self, question, evaluation, outcome.value)
        self.unjudged.add(reply)
        self._check_changes(question, outcome)
        return reply

    def judge(
        self, reply: Reply, judgement: str, parameters: Mapping[str, Any]
    ) -> None:
        """Fail the check unless the judgement accepts the reply's value."""
        question, value = reply.question, reply.value
        function = self.assignment.functions[question.function]
        self.unjudged.discard(reply)
        feedback = JUDGEMENTS[judgement].judge(
            value, function.returns, function=function.name, **parameters
        )
        self._observe(question, feedback, value, judgement, parameters)
        if feedback is not None:
            raise self._failure(question, feedback)
        expected = expected_value(judgement, value, parameters)
        self._note(function.name, *notes(value, expected, function.returns))

    def _evaluate(self, question: Question) -> Evaluation | None:
        """Return the reference's own evaluation, or None where it raises."""
        try:
            return self.reference.evaluate(
                question.function, question.args, question.seed
            )
        except Exception:  # arguments that come from the student make anything fail
            return None

    def _observe(
        self,
        question: Question,
        feedback: Feedback | None,
        got: object,
        judgement: str,
        parameters: Mapping[str, Any],
    ) -> None:
        self.observations.append(
            Observation(
                check=self.check,
                got=got,
                feedback=feedback,
                judgement=judgement,
                parameters=parameters,
                sizes=self.sizes,
                call=question,
            )
        )

    def _failure(self, question: Question, feedback: Feedback) -> CheckFailed:
        """Return the verdict, with what can be said of any failure."""
        optional = self.assignment.functions[question.function].optional
        names = self.reference.parameters(question.function)
        names += [name for name in optional if name not in names]
        arguments = dict(zip(names, question.args, strict=False))
        if feedback.symptom not in NEVER_CALLED:
            feedback = replace(feedback, call=call_text(question.function, arguments))
        return CheckFailed(
            explain_none(feedback, question.function in self.without_return)
        )

    def _check_changes(self, question: Question, returned: Returned) -> None:
        function = self.assignment.functions[question.function]
        names = self.reference.parameters(question.function)
        for position, changed, size in returned.changed:
            if not 0 <= position < len(names):
                continue
            feedback = symptoms.changed_input(
                function.name, names[position], changed, size
            )
            if names[position] in function.unchanged:
                self._observe(question, feedback, None, "", {})
                raise self._failure(question, feedback)
            note = Message(
                "`{function}` changed its argument `{argument}`",
                function=function.name,
                argument=names[position],
            )
            self._note(function.name, note)

    def _note(self, function: str, *words: Words) -> None:
        known = self.notes.setdefault(function, [])
        known.extend(word for word in words if word not in known)


def explain_none(feedback: Feedback, has_no_return: bool) -> Feedback:
    """Say why a function returned None, if it holds no ``return`` at all."""
    if feedback.symptom is not Symptom.RETURNED_NONE or not has_no_return:
        return feedback
    return replace(feedback, cause=Message("the function has no `return` statement"))


class Student:
    """The fixture ``student``: ``student.f(*args)`` runs f and gives its `Reply`."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial

    def __getattr__(self, name: str) -> Callable[..., Reply]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args: self._trial.ask(name, args)


class Reply:
    """What a function of the student's returned; a check names how to judge it."""

    def __init__(
        self,
        trial: Trial,
        question: Question,
        evaluation: Evaluation | None,
        value: Any,
    ) -> None:
        self._trial = trial
        self._evaluation = evaluation
        self.question = question
        self.value = value
        """The returned value as it is, to be fed into the next call."""

    def matches_reference(self) -> None:
        """Fail unless the value is what the reference returns for this call."""
        if self._evaluation is None:
            raise ValueError("the reference cannot evaluate this call")
        self.matches(self._evaluation.value)

    def matches(self, expected: Any) -> None:
        """Fail unless the value is `expected`, within the tolerance of `compare`."""
        self._trial.judge(self, "matches", {"expected": expected})

    def matches_any(self, *alternatives: Any) -> None:
        """Fail unless the value is one of `alternatives`."""
        self._trial.judge(self, "matches_any", {"alternatives": list(alternatives)})

    def is_initialization(
        self, *, shapes: Mapping[str, tuple[int, ...]], spread: Mapping[str, float]
    ) -> None:
        """Fail unless the value is a dictionary of fresh parameters.

        Parameters
        ----------
        shapes : mapping
            Key to the exact shape of its array.
        spread : mapping
            Key to the standard deviation of its random entries, whose mean is 0;
            arrays of all other keys are zero.
        """
        parameters = {"shapes": dict(shapes), "spread": dict(spread)}
        self._trial.judge(self, "is_initialization", parameters)

    @property
    def passed_on(self) -> Any:
        """The returned value, judged through what the check feeds it into."""
        self._trial.unjudged.discard(self)
        return self.value

    def holds(
        self, predicate: Callable[[Any], object], otherwise: Mapping[str, str]
    ) -> None:
        """Fail unless `predicate` holds of the value.

        Parameters
        ----------
        predicate : callable
            Takes the value; one that raises does not hold.
        otherwise : mapping
            The fact, when it does not hold, in English and Korean.
        """
        parameters = {"predicate": predicate, "otherwise": Text(**otherwise)}
        self._trial.judge(self, "holds", parameters)

    def agrees_with_slopes(self, slopes: Mapping[str, np.ndarray[Any, Any]]) -> None:
        """Fail unless the value holds these slopes of the student's own cost.

        Parameters
        ----------
        slopes : mapping of str to ndarray
            Key of a gradient to what `numeric_gradient` found.
        """
        self._trial.judge(self, "agrees_with_slopes", {"slopes": dict(slopes)})

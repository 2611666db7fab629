"""One run of one check on one submission: what the check calls, and what it judges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from autograder.grading.recording import Asked, Recording
from autograder.grading.reference import Evaluation, Reference
from autograder.grading.rounds import Round
from autograder.grading.student import Reply
from autograder.messages import Message, Words
from autograder.model import Assignment
from autograder.sandbox.proxy import Returned
from autograder.sandbox.question import Question


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
    """What the check raised, if it did."""
    failure: CheckFailed | None = None
    """The first failure: it decides, even if the check's body lets nobody know."""
    recording: Recording | None = None
    """Where the run is noted, if it is."""
    calls: int = 0
    """How many calls have returned."""

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
        if self.recording:
            self.recording.ask(question, evaluation)
        return self._reply(question, evaluation)

    def repeat(self, recording: Recording) -> None:
        """Ask and judge what a recording holds, in the place of the check's body."""
        replies: list[Reply] = []
        try:
            for step in recording.steps:
                if isinstance(step, Asked):
                    replies.append(self._reply(step.question, step.evaluation))
                else:
                    replies[step.call].is_judged(step.judgement, step.parameters)
        except Exception as error:
            self.error = error

    def look(self) -> None:
        """Note that the check's body sees a value."""
        if self.recording:
            self.recording.has_looked = True

    def _reply(self, question: Question, evaluation: Evaluation | None) -> Reply:
        outcome = self.caller.call(question, evaluation)
        self.asked = question.function
        if isinstance(outcome, Failure):
            self._observe(question, outcome.feedback, outcome.got, "", {})
            raise self._failure(question, outcome.feedback)
        reply = Reply(self, question, evaluation, self.calls, outcome.value)
        self.calls += 1
        self.unjudged.add(reply)
        self._check_changes(question, outcome)
        return reply

    def judge(
        self,
        reply: Reply,
        value: Any,
        judgement: str,
        parameters: Mapping[str, Any],
    ) -> None:
        """Fail the check unless the judgement accepts the reply's value."""
        if self.recording:
            self.recording.judge(reply.number, judgement, parameters)
        question = reply.question
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
        failure = CheckFailed(
            explain_none(feedback, question.function in self.without_return)
        )
        self.failure = self.failure or failure
        return failure

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

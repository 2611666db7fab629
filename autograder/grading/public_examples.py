"""Try public examples on a student's functions, and say how each went.

The same judgements and the same sentences as the grader's, without a check and without
a reference. Who executes the calls is not decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from autograder.checks.causes import Cause, Observation, find_cause
from autograder.checks.describe import call_text
from autograder.checks.feedback import NEVER_CALLED, Feedback, Symptom
from autograder.checks.judgements import JUDGEMENTS
from autograder.course.examples import ExampleFile, RecordedExample
from autograder.grading.reference import Evaluation, size
from autograder.grading.trial import Caller, Failure, explain_none
from autograder.messages import Language, Message
from autograder.model import CheckResult, FunctionResult, Outcome
from autograder.sandbox.question import Question


class Student(Caller, Protocol):
    """Whoever executes the calls of a student's functions."""

    def without_return(self) -> Collection[str]:
        """Return the functions that hold no ``return``, as far as can be known."""
        ...


class Tries:
    """The public examples of an assignment, each function's tried at most once.

    Parameters
    ----------
    examples : ExampleFile
        What was recorded at release.
    student : Student
        Executes the calls.
    language : Language
        Of everything that is said.
    """

    def __init__(
        self, examples: ExampleFile, student: Student, language: Language
    ) -> None:
        self.examples = examples
        self.student = student
        self.language = language
        self._tried: dict[str, FunctionResult] = {}

    def result(self, function: str) -> FunctionResult:
        """Return how the examples of `function` went; there are no points.

        One that fails names its helpers whose examples fail too.
        """
        result = self._try(function)
        if _is_wrong(result):
            return replace(result, notes=tuple(self._mend_first(function)))
        return result

    def _try(self, function: str) -> FunctionResult:
        if function not in self._tried:
            own = [e for e in self.examples.examples if e.function == function]
            seen = [self._observe(example) for example in own]
            returns = self.examples.functions[function]
            cause = find_cause(seen, (), returns, lambda *_: None)
            checks = tuple(_results(own, seen, cause, self.language))
            self._tried[function] = FunctionResult(0.0, 0.0, checks)
        return self._tried[function]

    def _mend_first(self, function: str) -> Iterator[str]:
        for name in self.examples.calls.get(function, ()):
            if name in self.examples.functions and _fails(self._try(name)):
                yield Message(
                    "`{helper}`, which `{function}` may call, fails too: "
                    "look there first",
                    helper=name,
                    function=function,
                ).render(self.language)

    def _observe(self, example: RecordedExample) -> Observation:
        name, parameters = example.function, example.parameters
        question = Question(name, list(example.args.values()), seed=0)
        expected = Evaluation(None, size(dict(parameters)), Counter())
        outcome = self.student.call(question, expected)
        if isinstance(outcome, Failure):
            return Observation(
                example.id, outcome.got, outcome.feedback, "", {}, {}, question
            )
        feedback = JUDGEMENTS[example.judgement].judge(
            outcome.value, self.examples.functions[name], function=name, **parameters
        )
        if feedback is not None:
            feedback = explain_none(feedback, name in self.student.without_return())
        return Observation(
            check=example.id,
            got=outcome.value,
            feedback=feedback,
            judgement=example.judgement,
            parameters=parameters,
            sizes={},
            call=question,
        )


def _fails(result: FunctionResult) -> bool:
    return any(check.outcome is not Outcome.PASSED for check in result.checks)


def _is_wrong(result: FunctionResult) -> bool:
    """Whether something was written, and fails."""
    symptoms = {check.feedback.symptom for check in result.checks if check.feedback}
    return bool(symptoms - {Symptom.NOT_WRITTEN.value})


def _results(
    examples: Sequence[RecordedExample],
    seen: Sequence[Observation],
    cause: Cause | None,
    language: Language,
) -> Iterator[CheckResult]:
    for example, observation in zip(examples, seen, strict=True):
        feedback = observation.feedback
        if feedback is not None:
            feedback = _completed(feedback, example, cause)
        yield CheckResult(
            id=example.id,
            title=example.title.render(language),
            outcome=Outcome.PASSED if feedback is None else Outcome.FAILED,
            feedback=feedback.render(language, hidden=False) if feedback else None,
        )


def _completed(
    feedback: Feedback, example: RecordedExample, cause: Cause | None
) -> Feedback:
    if cause is not None:
        feedback = replace(feedback, cause=cause.words, hint=cause.hint)
    if feedback.symptom in NEVER_CALLED:
        return feedback
    return replace(feedback, call=call_text(example.function, example.args))

"""Record the public examples of an assignment by running them on the reference."""

from __future__ import annotations

from autograder.course.examples import RecordedExample
from autograder.errors import SandboxError
from autograder.grading.bench import open_bench, try_on_reference
from autograder.grading.rounds import public_round
from autograder.grading.session import Check
from autograder.grading.trial import Trial
from autograder.model import Assignment
from autograder.sandbox.budget import Budget
from autograder.sandbox.proxy import Proxy
from autograder.sandbox.question import Question
from autograder.values import Limits


class NoSandbox:
    """Starts no worker: the reference is ours and runs here."""

    level = "none"

    def start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        """Refuse.

        Raises
        ------
        SandboxError
            Always.
        """
        raise SandboxError("examples are recorded without a student")

    def close(self) -> None:
        """Do nothing."""


def record_examples(assignment: Assignment) -> list[RecordedExample]:
    """Return every call that an ``@example`` makes, and how it is judged.

    Raises
    ------
    AuthoringError
        If the checks are wrong; they are all tried.
    """
    bench = open_bench(assignment, public_round(assignment.slug), NoSandbox())
    try:
        return [
            example
            for check in bench.examples
            for example in _recorded(check, try_on_reference(bench, check))
        ]
    finally:
        bench.close()


def _recorded(check: Check, trial: Trial) -> list[RecordedExample]:
    found = []
    for observation in trial.observations:
        question = observation.call
        assert isinstance(question, Question)  # noqa: S101 - a trial makes no other
        names = trial.reference.parameters(question.function)
        optional = trial.assignment.functions[question.function].optional
        names += [name for name in optional if name not in names]
        found.append(
            RecordedExample(
                id=check.id,
                function=question.function,
                title=check.title,
                args=dict(zip(names, question.args, strict=False)),
                judgement=observation.judgement,
                parameters=observation.parameters,
            )
        )
    return found

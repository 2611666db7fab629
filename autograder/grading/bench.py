"""Everything that grading one assignment needs, made once per grading process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from autograder.checks.causes import Mistake, Observation
from autograder.course.modules import load_modules
from autograder.errors import AuthoringError
from autograder.grading.callers import ReferenceHelpers
from autograder.grading.home import given_text
from autograder.grading.recording import UNKNOWN, Recording
from autograder.grading.reference import MAX_REMEMBERED, Reference
from autograder.grading.rounds import Round, public_round
from autograder.grading.session import Check, Session
from autograder.grading.trial import Trial
from autograder.model import AS_HANDED_IN, Assignment
from autograder.sandbox.opening import Sandbox
from autograder.sandbox.question import Question


@dataclass(frozen=True)
class Bench:
    """One assignment, ready to grade submission after submission.

    Attributes
    ----------
    checks : tuple of Check
        The hidden checks, in the order of the file.
    inputs : Round
        Where the inputs of this run come from.
    """

    assignment: Assignment
    inputs: Round
    sandbox: Sandbox
    session: Session
    reference: Reference
    mistakes: tuple[Mistake, ...]
    given: str
    checks: tuple[Check, ...]
    examples: tuple[Check, ...]
    wrong: dict[Any, object]
    """Values of wrong versions, by mistake and call: the same for every submission."""
    recordings: dict[str, Recording]
    """What checks did on the reference, in this round."""

    def trial(self, check: Check, **details: Any) -> Trial:
        """Return a trial of `check`; `details` are further fields of `Trial`."""
        return Trial(
            check=check.id,
            assignment=self.assignment,
            reference=self.reference,
            inputs=public_round(self.assignment.slug)
            if check.is_example
            else self.inputs,
            sizes=check.sizes,
            **details,
        )

    def evaluate(self, mistake: Mistake, observation: Observation) -> object:
        """Return what a wrong version gives for an observed call."""
        question = observation.call
        if not isinstance(question, Question):
            return None
        seen = question.packed.fingerprint
        key = (mistake.id, mistake.function, question.seed, seen)
        if len(self.wrong) > MAX_REMEMBERED:
            self.wrong.clear()
        if key not in self.wrong:
            self.wrong[key] = self.reference.outcome(
                mistake.run, question.args, question.seed
            )
        return self.wrong[key]

    def recording(self, check: Check) -> Recording:
        """Return what is known of all that a check does."""
        return self.recordings.get(check.id, UNKNOWN)

    def in_another_round(self, inputs: Round) -> Bench:
        """Return this bench with other inputs."""
        return replace(self, inputs=inputs, wrong={}, recordings={})

    def close(self) -> None:
        """End the session and the sandbox."""
        self.session.close()
        self.sandbox.close()


def open_bench(assignment: Assignment, inputs: Round, sandbox: Sandbox) -> Bench:
    """Collect the checks and run each once against the reference.

    Raises
    ------
    AuthoringError
        If the checks cannot be collected, one fails on the reference, one judges
        nothing, or a function has points and no check.
    """
    modules = load_modules(assignment)
    reference = Reference(
        (modules.reference, *modules.others), list(assignment.known), modules.given
    )
    session = Session(assignment.folder / f"test_{assignment.module}.py")
    bench = Bench(
        assignment=assignment,
        inputs=inputs,
        sandbox=sandbox,
        session=session,
        reference=reference,
        mistakes=modules.mistakes,
        given=given_text(assignment),
        checks=tuple(c for c in session.checks if not c.is_example),
        examples=tuple(c for c in session.checks if c.is_example),
        wrong={},
        recordings={},
    )
    problems = _coverage_problems(bench)
    problems += [
        text for c in session.checks if (text := _problem_on_reference(bench, c))
    ]
    if problems:
        session.close()
        raise AuthoringError(problems)
    return bench


def try_on_reference(bench: Bench, check: Check) -> Trial:
    """Run one check on the reference itself and return the trial."""
    recording = Recording()
    caller = ReferenceHelpers(bench.reference)
    trial = bench.trial(check, caller=caller, recording=recording)
    bench.session.execute(lambda: bench.session.run(check, trial))
    bench.recordings[check.id] = recording
    return trial


def _problem_on_reference(bench: Bench, check: Check) -> str | None:
    trial = try_on_reference(bench, check)
    where = f"{bench.session.path}: {check.id}"
    if trial.error is not None:
        return f"{where}: fails on the reference: {_words(trial.error)}"
    if trial.unjudged:
        names = ", ".join(sorted({r.question.function for r in trial.unjudged}))
        return f"{where}: calls {names} and judges nothing about it"
    if not trial.observations:
        return (
            f"{where}: expected at least one call of a student's function, found none"
        )
    return None


def _words(error: BaseException) -> str:
    if isinstance(error, pytest.FixtureLookupError):
        return f"expected a fixture that there is, got {error.argname}"
    return f"{type(error).__name__}: {str(error).strip() or 'no message'}"


def _coverage_problems(bench: Bench) -> list[str]:
    worth = bench.assignment.points
    graded = {check.function for check in bench.checks}
    problems = [
        f"{bench.session.path}: {name}: has points and no check"
        for name in worth
        if name not in graded
    ]
    known = dict.fromkeys([*bench.assignment.functions, *worth])
    return problems + [
        f"{bench.session.path}: {check.id}: expected a graded function "
        f"({', '.join(known)}), got {check.function}"
        for check in bench.session.checks
        if check.function not in known
    ]


def is_whole(check: Check) -> bool:
    """Whether the check runs everything as handed in."""
    return check.function == AS_HANDED_IN

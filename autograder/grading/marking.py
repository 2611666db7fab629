"""Mark one submission: run its checks, twice where that is fair, and say why."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from autograder.checks import symptoms
from autograder.checks.causes import Cause, Observation, find_cause
from autograder.checks.feedback import CheckFailed, Feedback
from autograder.errors import AutograderError, SandboxError
from autograder.grading.bench import Bench, is_whole
from autograder.grading.callers import OwnHelpers, StoodIn
from autograder.grading.home import Home
from autograder.grading.recording import Asked
from autograder.grading.session import Check
from autograder.grading.trial import Caller, Trial
from autograder.messages import Language
from autograder.model import (
    CheckResult,
    FunctionResult,
    Graded,
    Outcome,
    Submission,
    SubmissionResult,
)


@dataclass(frozen=True)
class Verdict:
    """One check, decided: the trial that counts, and what it says."""

    check: Check
    trial: Trial
    feedback: Feedback | None
    """None when the check passed."""


class Marking:
    """Marks one submission on a bench.

    Parameters
    ----------
    bench : Bench
        The assignment.
    submission : Submission
        The student's text.
    language : Language
        In which every sentence of the result is written.
    show_values : bool
        Whether feedback of hidden checks shows expected values.
    """

    def __init__(
        self,
        bench: Bench,
        submission: Submission,
        language: Language,
        show_values: bool,
    ) -> None:
        self.bench = bench
        self.submission = submission
        self.language = language
        self.show_values = show_values
        self._order: Sequence[Check] = ()
        parameters = {
            name: bench.reference.parameters(name) for name in bench.assignment.known
        }
        self.home = Home(
            bench.sandbox, bench.assignment, submission, parameters, bench.given
        )

    @np.errstate(all="ignore")  # whatever numbers a student returns
    def mark(self) -> SubmissionResult:
        """Return the result of every check.

        Raises
        ------
        SandboxError
            If our machinery failed.
        """
        started = time.perf_counter()
        self._order = self.bench.checks
        try:
            verdicts = [self.decide(check) for check in self._order]
        finally:
            self.home.close()
        functions = {
            name: self._function(
                name, [v for v in verdicts if v.check.function == name]
            )
            for name in self.bench.assignment.points
        }
        result = blank_result(self.bench, self.submission)
        return replace(
            result,
            outcome=Graded.GRADED,
            score=round(sum(f.score for f in functions.values()), 6),
            seconds=round(time.perf_counter() - started, 6),
            functions=functions,
            notes=tuple(words.render(self.language) for words in self.home.notes()),
        )

    def mark_function(self, name: str) -> FunctionResult:
        """Return the result of one function alone.

        Raises
        ------
        SandboxError
            If our machinery failed.
        """
        self._order = tuple(c for c in self.bench.checks if c.function == name)
        try:
            return self._function(name, [self.decide(check) for check in self._order])
        finally:
            self.home.close()

    def decide(self, check: Check) -> Verdict:
        """Run a check with the student's own helpers; if it fails, with stand-ins.

        Helpers that are known not to return are stood in for at once.
        """
        helpers = self._helpers(check)
        own_first = self._begins_with_own(check)
        verdict = self._own(check) if own_first else self._stood_in(check, helpers)
        if verdict.feedback is None or not helpers:
            return verdict
        first = verdict.trial.caller
        if isinstance(first, OwnHelpers) and not first.might_differ(helpers):
            return verdict
        other = self._stood_in(check, helpers) if own_first else self._own(check)
        if other.feedback is None:
            return other
        stood_in, own = (other, verdict) if own_first else (verdict, other)
        refused = (
            isinstance(stood_in.trial.caller, StoodIn) and stood_in.trial.caller.refused
        )
        return own if refused else stood_in

    def _helpers(self, check: Check) -> Sequence[str]:
        """Return what can be stood in for."""
        if is_whole(check):
            return ()
        return self.bench.assignment.calls_of(check.function)

    def _begins_with_own(self, check: Check) -> bool:
        helpers = self._helpers(check)
        return not any(self.home.timeouts[name, False] for name in helpers)

    def _own(self, check: Check) -> Verdict:
        calls = self.bench.recording(check).number_of_calls
        caller = OwnHelpers(self.home, calls, lambda: self._following(check))
        return self._try(check, caller)

    def _stood_in(self, check: Check, helpers: Sequence[str]) -> Verdict:
        reference = self.bench.reference
        return self._try(check, StoodIn(self.home, reference, check.function, helpers))

    def _try(self, check: Check, caller: Caller) -> Verdict:
        trial = self.bench.trial(
            check, caller=caller, without_return=self.home.without_return()
        )
        recording = self.bench.recording(check)
        if recording.is_complete:
            trial.repeat(recording)
        else:
            self.bench.session.run(check, trial)
        return Verdict(check, trial, _feedback(trial, check))

    def _following(self, check: Check) -> Iterator[Asked]:
        """Yield the calls that come after those of `check`, however it ends.

        Of the same function only: nobody sees what another one will be called with.
        """
        rest = itertools.dropwhile(lambda other: other is not check, self._order)
        for other in itertools.islice(rest, 1, None):
            recording = self.bench.recording(other)
            ours = other.function == check.function and recording.calls
            if not (ours and self._begins_with_own(other)):
                return
            function = recording.calls[0].question.function
            if self.home.why_not(function) or not self.home.defines(function):
                continue  # the check ends without a call
            yield recording.calls[0]
            if recording.number_of_calls != 1:
                return

    def _function(self, name: str, verdicts: Sequence[Verdict]) -> FunctionResult:
        worth = self.bench.assignment.points[name]
        verdicts = self._explain(name, verdicts)
        passed = sum(v.feedback is None for v in verdicts)
        said = {w: None for v in verdicts for w in v.trial.notes.get(name, ())}
        return FunctionResult(
            score=round(worth * passed / len(verdicts), 6),
            max_score=worth,
            checks=tuple(self._result(v) for v in verdicts),
            notes=tuple(words.render(self.language) for words in said),
        )

    def _explain(self, name: str, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
        """Add the cause to every failed check, if all of them have the same one."""
        function = self.bench.assignment.functions.get(name)
        failed = [v for v in verdicts if v.feedback is not None]
        if function is None or not failed:
            return verdicts
        observations: list[Observation] = [
            o for v in verdicts for o in v.trial.observations if _is_of(o, name)
        ]
        mistakes = [m for m in self.bench.mistakes if m.function == name]
        cause = find_cause(
            observations, mistakes, function.returns, self.bench.evaluate
        )
        if cause is None:
            return verdicts
        return [_with_cause(v, cause) if _failed_in(v, name) else v for v in verdicts]

    def _result(self, verdict: Verdict) -> CheckResult:
        feedback = verdict.feedback
        return CheckResult(
            id=verdict.check.id,
            title=verdict.check.title.render(self.language),
            outcome=Outcome.PASSED if feedback is None else Outcome.FAILED,
            feedback=feedback.render(self.language, not self.show_values)
            if feedback
            else None,
        )


def blank_result(bench: Bench, submission: Submission) -> SubmissionResult:
    """Return the result of a submission that nobody has looked at yet."""
    return SubmissionResult(
        student=submission.student,
        assignment=bench.assignment.slug,
        file=submission.file,
        sha256=submission.sha256,
        outcome=Graded.COULD_NOT_GRADE,
        score=None,
        max_score=bench.assignment.max_score,
        seconds=0.0,
        sandbox=bench.sandbox.level,
        round=bench.inputs.name,
    )


def _feedback(trial: Trial, check: Check) -> Feedback | None:
    """Return why a trial failed; raise what is not the student's doing."""
    error = trial.failure or trial.error
    if error is None:
        return None
    if isinstance(error, CheckFailed):
        return error.feedback
    if isinstance(error, AutograderError):
        raise error
    if not trial.asked:
        raise SandboxError(f"{check.id}: failed before any call: {error!r}") from error
    # the check passed on the reference, so what it stumbles over is the student's
    return symptoms.unexpected_value(trial.asked)


def _is_of(observation: Observation, function: str) -> bool:
    return getattr(observation.call, "function", None) == function


def _failed_in(verdict: Verdict, function: str) -> bool:
    """Whether the check failed in a call of `function` itself."""
    failing = (o for o in verdict.trial.observations if o.feedback is not None)
    return any(_is_of(observation, function) for observation in failing)


def _with_cause(verdict: Verdict, cause: Cause) -> Verdict:
    if verdict.feedback is None:
        return verdict
    feedback = replace(
        verdict.feedback, cause=cause.words, hint=cause.hint, mistake=cause.mistake
    )
    return replace(verdict, feedback=feedback)

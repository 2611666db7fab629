"""Let students try the public examples on their own file, on their own machine.

The same judgements and the same sentences as the grader's, without a check, without a
reference, and without a sandbox: it is their own code.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.checks.causes import Cause, Observation, find_cause
from autograder.checks.describe import call_text
from autograder.checks.feedback import NEVER_CALLED, Symptom
from autograder.checks.judgements import JUDGEMENTS
from autograder.course.examples import ExampleFile, RecordedExample, load_examples
from autograder.grading.callers import OwnHelpers
from autograder.grading.home import Home
from autograder.grading.reference import Evaluation, size
from autograder.grading.trial import Failure, Question, explain_none
from autograder.intake.discover import discover
from autograder.messages import Language, Message, Text
from autograder.model import (
    Assignment,
    CheckResult,
    FunctionResult,
    Graded,
    GradedFunction,
    Outcome,
    Submission,
    SubmissionResult,
)
from autograder.sandbox.plain import PlainSandbox

EXAMPLES = "examples.json"
GIVEN = "given.py"


def check_file(file: Path, language: Language) -> SubmissionResult:
    """Return how the public examples went on `file`; there are no points.

    Parameters
    ----------
    file : Path
        A ``.py`` or ``.ipynb`` file beside the ``examples.json`` of its assignment.

    Raises
    ------
    AutograderError
        If there are no examples beside it, or it cannot be read.
    """
    examples = load_examples(file.parent / EXAMPLES)
    assignment = _assignment(examples, file.parent)
    (submission,) = discover([file], assignment)
    blank = _blank(submission, examples.slug)
    if submission.problem is not None:
        return replace(blank, error=submission.problem.render(language))
    started = time.perf_counter()
    parameters, given = _parameters(examples), _given(file.parent)
    home = Home(PlainSandbox(), assignment, submission, parameters, given)
    try:
        functions = _functions(home, examples, language)
    finally:
        home.close()
    return replace(
        blank,
        outcome=Graded.GRADED,
        seconds=round(time.perf_counter() - started, 6),
        functions=functions,
        notes=tuple(words.render(language) for words in home.notes()),
    )


def _blank(submission: Submission, slug: str) -> SubmissionResult:
    return SubmissionResult(
        student=submission.student,
        assignment=slug,
        file=submission.file,
        sha256=submission.sha256,
        outcome=Graded.COULD_NOT_GRADE,
        score=None,
        max_score=0.0,
        seconds=0.0,
        sandbox=PlainSandbox.level,
        round="public",
    )


def _assignment(examples: ExampleFile, folder: Path) -> Assignment:
    functions = {
        name: GradedFunction(name, 0.0, returns, examples.calls.get(name, ()))
        for name, returns in examples.functions.items()
    }
    title = Text(examples.slug, examples.slug)
    return Assignment(examples.slug, folder, title, examples.module, functions)


def _parameters(examples: ExampleFile) -> Mapping[str, list[str]]:
    names: dict[str, list[str]] = {name: [] for name in examples.functions}
    return names | {e.function: list(e.args) for e in examples.examples}


def _given(folder: Path) -> str:
    path = folder / GIVEN
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _functions(
    home: Home, examples: ExampleFile, language: Language
) -> dict[str, FunctionResult]:
    done: dict[str, FunctionResult] = {}
    for name, function in home.assignment.functions.items():
        result = _function(home, function, examples, language)
        if _is_wrong(result):
            result = replace(result, notes=_mend_first(function, done, language))
        done[name] = result
    return done


def _function(
    home: Home, function: GradedFunction, examples: ExampleFile, language: Language
) -> FunctionResult:
    own = [e for e in examples.examples if e.function == function.name]
    seen = [_observe(home, function, example) for example in own]
    cause = find_cause(seen, (), function.returns, lambda *_: None)
    return FunctionResult(
        score=0.0,
        max_score=0.0,
        checks=tuple(_results(own, seen, cause, language)),
    )


def _mend_first(
    function: GradedFunction, done: Mapping[str, FunctionResult], language: Language
) -> tuple[str, ...]:
    """Say which helpers of a failing function fail their own examples."""
    return tuple(
        Message(
            "`{helper}`, which `{function}` may call, fails too: look there first",
            helper=name,
            function=function.name,
        ).render(language)
        for name in function.calls
        if name in done and _fails(done[name])
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
) -> list[CheckResult]:
    results = []
    for example, observation in zip(examples, seen, strict=True):
        feedback = observation.feedback
        if feedback is not None:
            if cause is not None:
                feedback = replace(feedback, cause=cause.words, hint=cause.hint)
            if feedback.symptom not in NEVER_CALLED:
                call = call_text(example.function, example.args)
                feedback = replace(feedback, call=call)
        results.append(
            CheckResult(
                id=example.id,
                title=example.title.render(language),
                outcome=Outcome.PASSED if feedback is None else Outcome.FAILED,
                feedback=feedback.render(language, hidden=False) if feedback else None,
            )
        )
    return results


def _observe(
    home: Home, function: GradedFunction, example: RecordedExample
) -> Observation:
    question = Question(function.name, list(example.args.values()), seed=0)
    expected = Evaluation(None, size(dict(example.parameters)), Counter())
    outcome = OwnHelpers(home).call(question, expected)
    if isinstance(outcome, Failure):
        return Observation(
            example.id, outcome.got, outcome.feedback, "", {}, {}, question
        )
    judge = JUDGEMENTS[example.judgement].judge
    feedback = judge(
        outcome.value, function.returns, function=function.name, **example.parameters
    )
    if feedback is not None:
        feedback = explain_none(feedback, function.name in home.without_return())
    return Observation(
        example.id,
        outcome.value,
        feedback,
        example.judgement,
        example.parameters,
        {},
        question,
    )

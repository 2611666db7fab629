"""What a grade cell says in the notebook that a teacher and a student look at."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.checks.feedback import render_text
from autograder.messages import Language, Message
from autograder.model import CheckResult, FunctionResult, Outcome, SubmissionResult
from autograder.reports.labels import function_label, labels
from autograder.reports.summary import Mark, mark
from autograder.reports.text import plain, points

SIGNS = {Mark.FULL: "✓", Mark.PARTIAL: "~", Mark.NONE: "✗"}
INDENT = "    "


def verdict(result: SubmissionResult, name: str, language: Language) -> str:
    """Return what became of the function called `name`, as lines of text."""
    function = result.functions.get(name)
    label = function_label(name, language)
    if function is None:
        return f"– {label}: {labels(language)['could_not_grade']}\n"
    return "\n".join(_lines(function, label, language)) + "\n"


def summary(result: SubmissionResult, language: Language) -> str:
    """Return the score of a submission, how it came about, and all notes."""
    words = labels(language)
    lines = [f"{words['score']}: {points(result.score)} / {points(result.max_score)}"]
    if result.error:
        lines.append(f"{words['could_not_grade']}: {result.error}")
    if result.late:
        lines += result.late.lines
    if result.notes:
        lines += [f"{words['notes']}:", *(f"{INDENT}{note}" for note in result.notes)]
    return plain("\n".join(lines)) + "\n"


def _lines(function: FunctionResult, label: str, language: Language) -> Iterator[str]:
    score = f"{points(function.score)} / {points(function.max_score)}"
    yield f"{SIGNS[mark(function)]} {label}: {score}"
    told = (_why(check, language) for check in function.checks)
    for text in dict.fromkeys(filter(None, told)):
        yield from (f"{INDENT}{line}".rstrip() for line in plain(text).splitlines())
    yield from (f"{INDENT}{plain(note)}" for note in function.notes)


def _why(check: CheckResult, language: Language) -> str:
    if check.outcome is Outcome.COULD_NOT_GRADE:
        not_run = Message("Checks that could not be run").render(language)
        return f"{not_run}: {check.title}"
    if check.outcome is Outcome.PASSED:
        return ""
    return render_text(check.feedback, language) if check.feedback else check.title

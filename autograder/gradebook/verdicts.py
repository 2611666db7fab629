"""What grade cells say in the notebook that a teacher and a student look at."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.checks.feedback import render_text
from autograder.messages import Language
from autograder.model import Assignment, CheckResult, SubmissionResult
from autograder.reports.labels import function_label, labels
from autograder.reports.summary import Mark
from autograder.reports.text import plain, points
from autograder.reports.views import FunctionView, function_views

SIGNS = {Mark.FULL: "✓", Mark.PARTIAL: "~", Mark.NONE: "✗"}
INDENT = "    "


def verdicts(
    result: SubmissionResult, assignment: Assignment, language: Language
) -> dict[str, str]:
    """Return by name what became of everything that earns points, as lines of text."""
    words = labels(language)
    graded = [name for name in assignment.points if result.functions.get(name)]
    views = function_views(result, assignment, language)
    said = {
        name: f"– {function_label(name, language)}: {words['could_not_grade']}\n"
        for name in assignment.points
    }
    for name, view in zip(graded, views, strict=True):
        said[name] = "\n".join(_lines(view, language)) + "\n"
    return said


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


def _lines(view: FunctionView, language: Language) -> Iterator[str]:
    words = labels(language)
    score = f"{points(view.result.score)} / {points(view.result.max_score)}"
    yield f"{SIGNS[view.mark]} {view.label}: {score}"
    for failure in view.failures:
        yield from _indented(_why(failure.first, language))
        if failure.more:
            yield f"{INDENT}{words['same_again']}: {len(failure.more)}"
    for check in view.not_run:
        yield f"{INDENT}{words['could_not_grade_check']}: {plain(check.title)}"
    for note in view.result.notes:
        yield from _indented(note)


def _indented(text: str) -> Iterator[str]:
    return (f"{INDENT}{line}".rstrip() for line in plain(text).splitlines())


def _why(check: CheckResult, language: Language) -> str:
    return render_text(check.feedback, language) if check.feedback else check.title

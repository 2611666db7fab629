"""How the public examples went, as lines of text for the student who tried them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from autograder.checks.feedback import render_text
from autograder.messages import Language, Message
from autograder.model import CheckResult, FunctionResult, Outcome
from autograder.reports.labels import function_label
from autograder.reports.text import plain

PASSES, FAILS, NOTHING = "✓✗·"
"""How the line of a function begins."""


def function_lines(
    functions: Mapping[str, FunctionResult], language: Language
) -> Iterator[str]:
    """Say for every function whether its examples pass, and why not."""
    for name, function in functions.items():
        yield from _lines(name, function, language)


def summary(functions: Mapping[str, FunctionResult], language: Language) -> str:
    """Say how many of the functions that have examples pass them."""
    tried = [function for function in functions.values() if function.checks]
    passed = sum(not failures(function) for function in tried)
    return Message(
        "{passed} of {tried} functions pass their examples",
        passed=passed,
        tried=len(tried),
    ).render(language)


def failures(function: FunctionResult) -> list[CheckResult]:
    """Return the examples of a function that do not pass."""
    return [check for check in function.checks if check.outcome is not Outcome.PASSED]


def _lines(name: str, function: FunctionResult, language: Language) -> Iterator[str]:
    label, wrong = function_label(name, language), failures(function)
    if not function.checks:
        nothing = Message("no public example").render(language)
        yield f"{NOTHING} {label}: {nothing}"
    else:
        yield f"{FAILS if wrong else PASSES} {label}"
    told = "\n\n".join(dict.fromkeys(plain(_why(c, language)) for c in wrong))
    yield from (f"    {line}".rstrip() for line in told.splitlines())
    yield from (f"    {plain(note)}" for note in function.notes)


def _why(check: CheckResult, language: Language) -> str:
    return render_text(check.feedback, language) if check.feedback else check.title

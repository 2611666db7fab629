"""Let a course declare the wrong versions of a function that it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

from autograder.checks.causes import Mistake
from autograder.course.places import one_of
from autograder.messages import LANGUAGES, Text
from autograder.model import Assignment

Run = TypeVar("Run", bound=Callable[..., Any])


@dataclass(frozen=True)
class Declared:
    """A mistake as ``mistakes.py`` declares it, not yet looked at."""

    function: str
    cause: Mapping[str, str]
    hint: Mapping[str, str]
    run: Callable[..., Any]


_declared: ContextVar[list[Declared] | None] = ContextVar("_declared", default=None)


def mistake(
    function: str, *, cause: Mapping[str, str], hint: Mapping[str, str]
) -> Callable[[Run], Run]:
    """Declare the decorated function as a known wrong version of `function`.

    Its own name is the id of the mistake.

    Parameters
    ----------
    function : str
        The graded function that it is a wrong version of.
    cause, hint : mapping of language to str
        What to say to a student whose function computes the same as this one, and
        what to try; in every language.
    """

    def declare(run: Run) -> Run:
        declared = _declared.get()
        if declared is not None:
            declared.append(Declared(function, cause, hint, run))
        return run

    return declare


@contextmanager
def collected() -> Iterator[list[Declared]]:
    """Collect the mistakes that are declared inside the ``with`` block."""
    found: list[Declared] = []
    token = _declared.set(found)
    try:
        yield found
    finally:
        _declared.reset(token)


def checked(
    declared: list[Declared], assignment: Assignment, where: str
) -> tuple[list[Mistake], list[str]]:
    """Return the mistakes of an assignment, and everything wrong in their declarations.

    Parameters
    ----------
    where : str
        The file that declares them, as messages name it.
    """
    mistakes: dict[str, Mistake] = {}
    problems = []
    for entry in declared:
        name = entry.run.__name__
        wrong = list(_problems(entry, assignment))
        if name in mistakes:
            wrong.append("expected a name of its own, got the name of another mistake")
        line = entry.run.__code__.co_firstlineno
        problems += [f"{where}:{line}: {name}: {what}" for what in wrong]
        if not wrong:
            cause, hint = Text(**entry.cause), Text(**entry.hint)
            mistakes[name] = Mistake(name, entry.function, cause, hint, entry.run)
    return list(mistakes.values()), problems


def _problems(entry: Declared, assignment: Assignment) -> Iterator[str]:
    if entry.function not in assignment.functions:
        yield one_of(assignment.functions, entry.function)
    for part, words in (("cause", entry.cause), ("hint", entry.hint)):
        for language in LANGUAGES:
            text = words.get(language)
            if not (isinstance(text, str) and text):
                yield f"{part}.{language}: expected text, got {text!r}"
        for other in words:
            if other not in LANGUAGES:
                yield f"{part}.{other}: {one_of(LANGUAGES, other)}"

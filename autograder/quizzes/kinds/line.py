"""Spot the wrong line: ``answer: {line: 3}``, with ``code: |`` beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.answer import Answer, text_of
from autograder.quizzes.kinds.marks import folded
from autograder.quizzes.model import Form, Plain, Unreadable
from autograder.quizzes.scope import Scope

_LINE = re.compile(
    r"(?:(?:line|l)\s*)?([0-9]{1,6})(?:\.0?|\s*(?:번째|번)?\s*(?:행|줄|라인)?)"
)


class LineAnswer(Answer):
    """A line of the item's code, counted from 1, blank lines included."""

    kind: ClassVar[str] = "line"
    line: int | str

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message("Write the number of one line, such as 3.")

    def key(self, scope: Scope) -> int:
        """Return the number of the line."""
        return _number(self.line, scope)

    def read(self, response: Plain, form: Form) -> int:
        """Read ``3``, ``line 3``, ``3행`` or ``3번째 줄``."""
        why = Message("a line is written by its number, such as 3")
        found = _LINE.fullmatch(folded(text_of(response, why).strip("`")))
        if found is None:
            raise Unreadable(why)
        number, last = int(found[1]), len(form.code.splitlines())
        if not 1 <= number <= last:
            raise Unreadable(
                Message(
                    "expected a line from 1 to {last}, got {n}", last=last, n=number
                )
            )
        return number

    def grade(self, read: int, key: int, scope: Scope) -> float:
        """All or nothing."""
        return float(read == key)

    def is_mistake(self, read: int, when: Any, scope: Scope) -> bool:
        """Compare with the line that `when` stands for."""
        return read == _number(when, scope)

    def show(self, value: int, form: Form) -> str:
        """Write the number and what stands there."""
        lines = form.code.splitlines()
        text = lines[value - 1].strip() if 1 <= value <= len(lines) else ""
        return f"{value} ({text})" if text else str(value)

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        last = len(code.splitlines())
        if not last:
            yield "line: expected `code` beside the answer, got nothing"
        elif isinstance(self.line, int) and not 1 <= self.line <= last:
            yield f"line: expected a line from 1 to {last}, got {self.line}"

    def distinct(self, scope: Scope) -> Plain:
        """Return the number of the line and the code."""
        return [self.key(scope), scope.line(scope.item.code)]


def _number(spec: Any, scope: Scope) -> int:
    """Return what an author says as the number of a line.

    Raises
    ------
    ExpressionError
        If there is no such line.
    """
    value = scope.value(spec)
    last = len(scope.line(scope.item.code).splitlines())
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= last:
        raise ExpressionError(
            f"{spec}: expected a line from 1 to {last}, got {value!r}"
        )
    return value

"""True or false: ``answer: {true_false: 'a > b'}``."""

from __future__ import annotations

from typing import Any, ClassVar

from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.answer import Answer
from autograder.quizzes.kinds.marks import folded
from autograder.quizzes.model import Form, Plain, Unreadable
from autograder.quizzes.scope import Scope

TRUE = frozenset(
    map(folded, ("true", "t", "참", "맞음", "o", "○", "◯", "\u3007", "ㅇ"))
)
FALSE = frozenset(map(folded, ("false", "f", "거짓", "틀림", "x", "×", "✕", "✗")))
"""How students write it, by hand and with the keyboards of both languages."""


class TrueFalseAnswer(Answer):
    """A statement; the answer is true or false, or an expression."""

    kind: ClassVar[str] = "true_false"
    true_false: bool | str

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message("Write true or false.")

    def key(self, scope: Scope) -> bool:
        """Return the truth."""
        return _truth(self.true_false, scope)

    def read(self, response: Plain, form: Form) -> bool:
        """Read ``true``, ``F``, ``참``, ``○`` and the like, or a bool."""
        if isinstance(response, bool):
            return response
        text = folded(response).strip(" .`'\"*") if isinstance(response, str) else ""
        if text in TRUE or text in FALSE:
            return text in TRUE
        raise Unreadable(Message("expected true or false"))

    def grade(self, read: bool, key: bool, scope: Scope) -> float:
        """All or nothing."""
        return float(read == key)

    def is_mistake(self, read: bool, when: Any, scope: Scope) -> bool:
        """Compare with the truth value that `when` stands for."""
        return read == _truth(when, scope)

    def show(self, value: bool, form: Form) -> str:
        """Write ``true`` or ``false``."""
        return "true" if value else "false"

    def distinct(self, scope: Scope) -> Plain:
        """Return the statement too: alone, the key has two values only."""
        return [self.key(scope), scope.line(scope.item.ask.en)]


def _truth(spec: Any, scope: Scope) -> bool:
    value = scope.value(spec)
    if not isinstance(value, bool):
        raise ExpressionError(f"{spec}: expected true or false, got {value!r}")
    return value

"""The shape of an array: ``answer: {shape: '(n, n_prev)'}``."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.formulas import FormulaError, evaluate_number, normal_text
from autograder.quizzes.kinds.answer import Answer, repr_of, text_of
from autograder.quizzes.model import Form, Plain, Unreadable
from autograder.quizzes.scope import Scope

MAX_AXES = 8
MAX_SIZE = 2**53
ERROR = frozenset({"error", "오류", "에러", "valueerror"})
"""How students say that there is no such array."""

_BETWEEN = re.compile(r"\s*(?:,|×|(?<=\d)\s*x\s*(?=\d)|\bby\b)\s*", re.IGNORECASE)
_WRAPPED = re.compile(r"[(\[](.*)[)\]]", re.DOTALL)

Shape = tuple[int, ...] | None


class ShapeAnswer(Answer):
    """A tuple of sizes; None where numpy would raise instead."""

    kind: ClassVar[str] = "shape"
    shape: str | list[int] | None

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message("Write a shape such as (3, 1).")

    def key(self, scope: Scope) -> Shape:
        """Return the shape, or None."""
        return _as_shape(scope.value(self.shape), self.shape)

    def read(self, response: Plain, form: Form) -> Shape:
        """Read ``(4, 5)``, ``4 x 5``, ``[4, 5]``, ``(64*64*3, 10)`` or ``error``."""
        why = Message("a shape is written like (3, 1)")
        if isinstance(response, list):
            response = ", ".join(
                text_of(size, why) for size in response[: MAX_AXES + 1]
            )
        text = " ".join(normal_text(text_of(response, why)).split())
        if text.casefold().strip(" .`'\"") in ERROR:
            return None
        inner = _WRAPPED.fullmatch(text)
        parts = _BETWEEN.split((inner[1] if inner else text).strip())
        if parts[-1] == "":
            parts.pop()
        try:
            sizes = [evaluate_number(part) for part in parts]
        except FormulaError:
            raise Unreadable(why) from None
        if len(sizes) > MAX_AXES or not all(map(_is_size, sizes)):
            raise Unreadable(why)
        return tuple(map(int, sizes))

    def grade(self, read: Shape, key: Shape, scope: Scope) -> float:
        """All or nothing."""
        return float(read == key)

    def example(self, scope: Scope) -> Plain:
        """Return the sizes, or the word for none."""
        key = self.key(scope)
        return "error" if key is None else list(key)

    def is_mistake(self, read: Shape, when: Any, scope: Scope) -> bool:
        """Compare with the shape that `when` stands for."""
        return read == _as_shape(scope.value(when), when)

    def show(self, value: Shape, form: Form) -> str:
        """Write it as Python does."""
        return "error" if value is None else str(value)


def _as_shape(value: Any, spec: object) -> Shape:
    """Return an author's value as a shape.

    Raises
    ------
    ExpressionError
        If it is not a list or tuple of sizes, or None.
    """
    if value is None:
        return None
    if isinstance(value, tuple | list) and all(map(_is_size, value)):
        return tuple(map(int, value))
    raise ExpressionError(
        f"{spec}: expected a shape such as (n, 1), got {repr_of(value)}"
    )


def _is_size(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and 0 <= value < MAX_SIZE
        and value == int(value)
    )

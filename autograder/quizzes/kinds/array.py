"""An array: ``answer: {array: 'transpose(A)'}``."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from autograder.checks.closeness import Array, close
from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.answer import Answer, Tolerance, repr_of
from autograder.quizzes.kinds.array_text import read_array
from autograder.quizzes.kinds.number import EDGE, ROUNDING, number_text
from autograder.quizzes.model import Form, Plain
from autograder.quizzes.scope import Scope

MAX_SHOWN = 100
"""Entries of an array that are written out."""


class ArrayAnswer(Answer):
    """Nested lists of numbers; the shape must be the same exactly."""

    kind: ClassVar[str] = "array"
    array: str | list[Any]
    abs: Tolerance | None = None
    rel: Tolerance | None = None

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message("Write an array such as [[1, 2], [3, 4]], or one row per line.")

    def key(self, scope: Scope) -> Array:
        """Return the array."""
        return _as_array(self.array, scope)

    def read(self, response: Plain, form: Form) -> Array:
        """Read ``[[1, 2], [3, 4]]``, ``np.array([1, 2])``, or rows on lines."""
        return read_array(response)

    def grade(self, read: Array, key: Array, scope: Scope) -> float:
        """All or nothing."""
        return float(self._agrees(read, key))

    def is_mistake(self, read: Array, when: Any, scope: Scope) -> bool:
        """Compare with the array that `when` stands for, by the same tolerances."""
        return self._agrees(read, _as_array(when, scope))

    def show(self, value: Array, form: Form) -> str:
        """Write it as nested lists."""
        if value.size > MAX_SHOWN:
            return f"{value.shape}"
        return _list_text(value.tolist())

    def distinct(self, scope: Scope) -> Plain:
        """See `Answer`."""
        return repr(self.key(scope).tolist())

    @np.errstate(all="ignore")
    def _agrees(self, read: Array, key: Array) -> bool:
        if self.abs is None and self.rel is None:
            return close(read, key)
        if read.shape != key.shape:
            return False
        size = np.abs(key)
        allowed = np.maximum(self.abs or 0.0, (self.rel or 0.0) * size)
        difference = np.abs(read - key)
        return bool((difference <= allowed * float(EDGE) + size * ROUNDING).all())


def _as_array(spec: Any, scope: Scope) -> Array:
    """Return an author's array; texts in its lists are expressions too.

    Raises
    ------
    ExpressionError
        If it is not an array of finite numbers.
    """
    value = _evaluated(spec, scope)
    try:
        array = np.array(value, dtype=np.float64)
    except (ValueError, TypeError, OverflowError):
        array = np.array(np.nan)
    if not np.isfinite(array).all():
        raise ExpressionError(f"{spec}: expected rows of numbers, got {repr_of(value)}")
    return array


def _evaluated(spec: Any, scope: Scope) -> Any:
    if isinstance(spec, list | tuple):
        return [_evaluated(inner, scope) for inner in spec]
    return scope.value(spec)


def _list_text(value: Any) -> str:
    if not isinstance(value, list):
        return number_text(value)
    return f"[{', '.join(map(_list_text, value))}]"

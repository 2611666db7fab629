"""An array: ``answer: {array: 'transpose(A)'}``."""

from __future__ import annotations

from typing import Any, ClassVar

from autograder.quizzes.kinds.answer import Answer, Tolerance


class ArrayAnswer(Answer):
    """Nested lists of numbers."""

    kind: ClassVar[str] = "array"
    array: str | list[Any]
    abs: Tolerance | None = None
    rel: Tolerance | None = None

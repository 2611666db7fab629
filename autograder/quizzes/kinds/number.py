"""A number: ``answer: {number: '3 * (a + b * c)', abs: 0.01}``."""

from __future__ import annotations

from typing import ClassVar

from autograder.quizzes.kinds.answer import Answer, Digits, Tolerance


class NumberAnswer(Answer):
    """A real number; within any one of the tolerances that are given."""

    kind: ClassVar[str] = "number"
    number: int | float | str
    abs: Tolerance | None = None
    rel: Tolerance | None = None
    digits: Digits | None = None
    """Significant figures that must agree."""

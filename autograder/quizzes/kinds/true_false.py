"""True or false: ``answer: {true_false: 'a > b'}``."""

from __future__ import annotations

from typing import ClassVar

from autograder.quizzes.kinds.answer import Answer


class TrueFalseAnswer(Answer):
    """A statement; the answer is true or false, or an expression."""

    kind: ClassVar[str] = "true_false"
    true_false: bool | str

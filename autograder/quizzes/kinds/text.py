"""A short text: ``answer: {text: [hidden, 'hidden layer'], patterns: ['hidd?en']}``."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from autograder.course.schema import Sentence
from autograder.quizzes.kinds.answer import Answer


class TextAnswer(Answer):
    """One of several texts, or one that matches a pattern."""

    kind: ClassVar[str] = "text"
    text: Annotated[list[Sentence], Field(min_length=1)]
    patterns: list[Sentence] = []
    case: bool = False
    """Whether capital letters matter."""

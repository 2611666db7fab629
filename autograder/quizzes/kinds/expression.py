"""A numpy expression: ``answer: {expression: 'W @ A + b', inputs: {W: [4, 3], …}}``."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from autograder.course.schema import Name
from autograder.quizzes.kinds.answer import Answer


class ExpressionAnswer(Answer):
    """One line of numpy; any that gives the same array is right."""

    kind: ClassVar[str] = "expression"
    expression: str
    inputs: Annotated[dict[Name, str | list[Any]], Field(min_length=1)]
    """The shape of each array that students are given."""

"""A formula: ``{formula: '1 - a**2', over: {z: [-2, 2]}, where: {a: 'tanh(z)'}}``."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from autograder.course.schema import Name
from autograder.quizzes.kinds.answer import Answer

Bounds = Annotated[list[Any], Field(min_length=2, max_length=2)]


class FormulaAnswer(Answer):
    """A formula; any that has the same values over the domain is right."""

    kind: ClassVar[str] = "formula"
    formula: str
    over: Annotated[dict[Name, Bounds], Field(min_length=1)]
    where: dict[Name, str] = {}
    """Further names that students may use, each a formula of those in `over`."""

"""Fill in: ``answer: {blanks: {axis: ['1', '-1']}}``, with ``<<axis>>`` in the code."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from autograder.course.schema import Name, Sentence
from autograder.quizzes.kinds.answer import Answer


class BlanksAnswer(Answer):
    """A text for each blank; spaces do not matter, and capital letters do."""

    kind: ClassVar[str] = "blanks"
    blanks: Annotated[
        dict[Name, Annotated[list[Sentence], Field(min_length=1)]], Field(min_length=1)
    ]
    case: bool = True
    credit: Literal["all", "each"] = "each"

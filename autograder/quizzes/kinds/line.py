"""Spot the wrong line: ``answer: {line: 3}``, with ``code: |`` beside it."""

from __future__ import annotations

from typing import ClassVar

from autograder.quizzes.kinds.answer import Answer


class LineAnswer(Answer):
    """A line of the item's code, counted from 1, blank lines included."""

    kind: ClassVar[str] = "line"
    line: int | str

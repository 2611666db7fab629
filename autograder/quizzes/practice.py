"""Practice papers: a closed quiz once more, with other variants and all keys.

A practice notebook carries the items as the author wrote them and the whole paper, so
that every response can be judged where it is written. It counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
from pydantic import ValidationError

from autograder.course.calendar import Window
from autograder.course.extensions import Extension, feedback_from
from autograder.course.times import local
from autograder.errors import AutograderError, SandboxError
from autograder.messages import Text
from autograder.quizzes.arrays import NumpyWorkers
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.model import Judged, Paper, Plain, Verdict
from autograder.quizzes.printed import ShownKey, show_key
from autograder.quizzes.schema import Item, Quiz
from autograder.quizzes.scope import Numpy
from autograder.quizzes.score import judge

PRACTICE = "practice"
"""The key of what a practice notebook holds besides, and how its attempts begin."""


def check_closed(
    quiz: str, window: Window | None, extensions: Iterable[Extension], now: datetime
) -> None:
    """Refuse to show keys that somebody must not see yet.

    Raises
    ------
    AutograderError
        If anybody may still hand in the quiz, or its feedback is not out.
    """
    if window is None:
        return
    since = feedback_from(window, tuple(extensions), quiz)
    if now < since:
        raise AutograderError(
            f"{quiz}: expected a quiz whose keys everybody may see, got one with keys "
            f"kept until {local(since, window.opens)}"
        )


def practice_data(quiz: Quiz, paper: Paper) -> dict[str, Any]:
    """Return what the metadata of a practice notebook holds, as JSON can."""
    asked = {variant.item for variant in paper.variants}
    items = [
        item.model_dump(mode="json", exclude_defaults=True)
        for item in quiz.items
        if item.id in asked
    ]
    return {PRACTICE: {"paper": msgspec.to_builtins(paper), "items": items}}


def keys_of(quiz: Quiz, paper: Paper, numpy: Numpy) -> list[ShownKey]:
    """Return what is right on a paper, item by item.

    Raises
    ------
    AutograderError
        If an explanation cannot be filled in.
    """
    items = {item.id: item for item in quiz.items}
    shown = []
    for variant in paper.variants:
        try:
            item = items[variant.item]
            shown.append(show_key(item, variant, paper.language, numpy))
        except ExpressionError as error:
            raise AutograderError(f"{quiz.quiz}: {variant.item}: {error}") from None
    return shown


class Judge:
    """Judges responses to one practice paper, on the student's own machine.

    Parameters
    ----------
    paper : Paper
        The whole of it, with its parameters.
    items : iterable of Item
    """

    def __init__(self, paper: Paper, items: Iterable[Item]) -> None:
        self.paper = paper
        self._items = {item.id: item for item in items}
        self._variants = {variant.item: variant for variant in paper.variants}
        self._numpy = NumpyWorkers()

    def __call__(self, item: str, response: Plain) -> Judged:
        """Return the verdict on a response.

        An expression that cannot be confined here is not run: the notebook may come
        from anywhere.
        """
        variant = self._variants[item]
        try:
            return judge(self._items[item], variant, response, self._numpy)
        except SandboxError as error:
            return Judged(
                item=item,
                rev=variant.rev,
                outcome=Verdict.COULD_NOT_SCORE,
                score=None,
                max_score=variant.points,
                response=response,
                problem=Text(str(error), str(error)),
            )

    def close(self) -> None:
        """End what was started to run expressions."""
        self._numpy.close()


def judge_of(data: Mapping[str, Any]) -> Judge:
    """Return who judges the responses to a practice paper.

    Parameters
    ----------
    data : mapping
        What the notebook holds under `PRACTICE`.

    Raises
    ------
    AutograderError
        If it is damaged.
    """
    try:
        paper = msgspec.convert(data.get("paper"), Paper)
        found = data.get("items")
        items = [Item.model_validate(item) for item in found or ()]
        if {variant.item for variant in paper.variants} <= {item.id for item in items}:
            return Judge(paper, items)
    except (msgspec.ValidationError, ValidationError, TypeError):
        pass
    raise AutograderError(
        "practice: expected a practice paper as it was published, got a damaged one"
    )

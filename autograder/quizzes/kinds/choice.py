"""One choice or many: ``answer: {one: [{key, text, right, say}, …]}``."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from autograder.course.schema import TextPart
from autograder.quizzes.kinds.answer import Answer, Frozen, Key, Wording


class Option(Frozen):
    """Something to choose; `right` is true, or an expression that is."""

    key: Key
    text: Wording
    right: bool | str = False
    say: TextPart | None = None
    """What to say to whoever chose it wrongly."""


Options = Annotated[list[Option], Field(min_length=2, max_length=20)]


class OneAnswer(Answer):
    """Exactly one option is right."""

    kind: ClassVar[str] = "one"
    one: Options
    shuffle: bool = True


class ManyAnswer(Answer):
    """Any number of options are right."""

    kind: ClassVar[str] = "many"
    many: Options
    shuffle: bool = True
    credit: Literal["all", "each", "net"] = "all"
    """All or nothing; the share of options decided correctly; right choices less wrong
    ones, as a share of the right ones, and at least 0."""

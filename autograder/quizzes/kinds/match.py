"""Match: ``answer: {match: [{key, text, to}, …], options: [{key, text}, …]}``."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from autograder.quizzes.kinds.answer import Answer, Frozen, Key, Wording


class Left(Frozen):
    """Something that is matched `to` an option."""

    key: Key
    text: Wording
    to: Key


class Right(Frozen):
    """An option; it may be used often or never."""

    key: Key
    text: Wording


class MatchAnswer(Answer):
    """An option for each of several things."""

    kind: ClassVar[str] = "match"
    match: Annotated[list[Left], Field(min_length=2, max_length=20)]
    options: Annotated[list[Right], Field(min_length=2, max_length=20)]
    credit: Literal["all", "each"] = "each"

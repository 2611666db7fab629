"""Put in order: ``answer: {order: [{key, text}, …], right: [a, [b, c], d]}``."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from autograder.quizzes.kinds.answer import Answer, Frozen, Key, Wording


class Step(Frozen):
    """Something that is put in order."""

    key: Key
    text: Wording


class OrderAnswer(Answer):
    """A sequence; what stands in a nested list is free among itself."""

    kind: ClassVar[str] = "order"
    order: Annotated[list[Step], Field(min_length=2, max_length=20)]
    right: list[Key | list[Key]]
    credit: Literal["all", "longest"] = "all"
    """All or nothing; or the longest common subsequence, as a share beyond one step."""

"""What a quiz file says; the rest of the package works with these same classes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from autograder.course.schema import Name, Positive, Sentence, TextPart
from autograder.quizzes.kinds.answer import Answer, Frozen
from autograder.quizzes.kinds.array import ArrayAnswer
from autograder.quizzes.kinds.blanks import BlanksAnswer
from autograder.quizzes.kinds.choice import ManyAnswer, OneAnswer
from autograder.quizzes.kinds.expression import ExpressionAnswer
from autograder.quizzes.kinds.formula import FormulaAnswer
from autograder.quizzes.kinds.line import LineAnswer
from autograder.quizzes.kinds.match import MatchAnswer
from autograder.quizzes.kinds.number import NumberAnswer
from autograder.quizzes.kinds.order import OrderAnswer
from autograder.quizzes.kinds.shape import ShapeAnswer
from autograder.quizzes.kinds.text import TextAnswer
from autograder.quizzes.kinds.true_false import TrueFalseAnswer

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""Words in small letters, joined by dashes."""

KINDS: dict[str, type[Answer]] = {
    kind.kind: kind
    for kind in (
        OneAnswer,
        ManyAnswer,
        TrueFalseAnswer,
        NumberAnswer,
        ShapeAnswer,
        ArrayAnswer,
        FormulaAnswer,
        ExpressionAnswer,
        TextAnswer,
        OrderAnswer,
        MatchAnswer,
        LineAnswer,
        BlanksAnswer,
    )
}


def _kind_of(value: object) -> str | None:
    """Return the kind that an answer in a file is of: the one whose key it has."""
    if isinstance(value, Answer):
        return value.kind
    keys = value if isinstance(value, dict) else {}
    return next((key for key in keys if key in KINDS), None)


AnyAnswer = Annotated[
    Annotated[OneAnswer, Tag("one")]
    | Annotated[ManyAnswer, Tag("many")]
    | Annotated[TrueFalseAnswer, Tag("true_false")]
    | Annotated[NumberAnswer, Tag("number")]
    | Annotated[ShapeAnswer, Tag("shape")]
    | Annotated[ArrayAnswer, Tag("array")]
    | Annotated[FormulaAnswer, Tag("formula")]
    | Annotated[ExpressionAnswer, Tag("expression")]
    | Annotated[TextAnswer, Tag("text")]
    | Annotated[OrderAnswer, Tag("order")]
    | Annotated[MatchAnswer, Tag("match")]
    | Annotated[LineAnswer, Tag("line")]
    | Annotated[BlanksAnswer, Tag("blanks")],
    Discriminator(_kind_of),
]


class Mistake(Frozen):
    """An anticipated wrong response, and what to say to it."""

    id: Id
    when: Any
    say: TextPart


class ItemTest(Frozen):
    """A response and the score, in points, that it must get."""

    respond: Any
    score: Annotated[float, Field(ge=0)]
    given: dict[Name, Any] = {}
    mistake: str | None = None


class Figure(Frozen):
    """A picture: of a network with these layers, or from a file."""

    network: str | list[int] | None = None
    file: Sentence | None = None
    alt: TextPart | None = None


class Item(Frozen):
    """One thing that is asked, with random parameters."""

    id: Id
    ask: TextPart
    answer: AnyAnswer
    rev: Annotated[int, Field(ge=1)] = 1
    points: Positive = 1.0
    tags: list[Sentence] = []
    params: dict[Name, Any] = {}
    derive: dict[Name, Sentence] = {}
    require: list[Sentence] = []
    code: str = ""
    figure: Figure | None = None
    mistakes: list[Mistake] = []
    explain: TextPart | None = None
    """Shown with the key."""
    void: Literal["full", "drop"] | None = None
    """A flawed item: full score to all, or counted for nobody."""
    reason: TextPart | None = None
    """Of `void`."""
    tests: list[ItemTest] = []


class Quiz(Frozen):
    """``quizzes/<week>.yaml``: a pool of items, from which papers draw."""

    quiz: Id
    title: TextPart
    items: Annotated[list[Item], Field(min_length=1)]
    draw: Annotated[int, Field(ge=1)] | None = None

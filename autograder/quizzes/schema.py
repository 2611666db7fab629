"""What a quiz file says; the rest of the package works with these same classes."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from autograder.course.schema import Name, Positive, Sentence, TextPart
from autograder.quizzes.kinds.answer import Answer, Frozen, spelled
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

_ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
Id = Annotated[
    str,
    spelled(_ID, "words in small letters, joined by dashes"),
    WithJsonSchema({"type": "string", "pattern": f"^{_ID}$"}),
]

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
    """The response: as in `answer`; an expression of the parameters, a key, a text."""
    say: TextPart
    """What a student is told who made it."""


class ItemTest(Frozen):
    """A response and the score, in points, that it must get."""

    respond: Any
    """As a student types it; or keys, lists, mappings."""
    score: Annotated[float, Field(ge=0)]
    given: dict[Name, Any] = {}
    """A value for each parameter, for which everything in `require` holds."""
    mistake: str | None = None
    """The id of the mistake that it is, or the key of the option that is said of."""


class Figure(Frozen):
    """A picture: of a network with these layers, or from a file."""

    network: str | list[int] | None = None
    file: Sentence | None = None
    alt: TextPart | None = None
    """What it shows, in words; of a drawn network, ours if there is none."""
    numbers: bool = False
    """Whether the layers of a drawn network are numbered, from 0."""

    @model_validator(mode="after")
    def _one_picture(self) -> Self:
        if (self.network is None) == (self.file is None):
            written = "either network or file"
        elif self.file is not None and self.alt is None:
            written = "file with alt: {en, ko}"
        else:
            return self
        raise PydanticCustomError("written", "{written}", {"written": written})


class Item(Frozen):
    """One thing that is asked, with random parameters."""

    id: Id
    ask: TextPart
    """Markdown with LaTeX between $; {{ name }} is filled in."""
    answer: AnyAnswer
    """What is right; the first key is the kind of item."""
    rev: Annotated[int, Field(ge=1)] = 1
    """One more whenever what is asked changes: students then get other variants."""
    points: Positive = 1.0
    tags: list[Sentence] = []
    params: dict[Name, Any] = {}
    """Drawn in this order; a string is an expression, anything else a value."""
    derive: dict[Name, Sentence] = {}
    """Expressions of the parameters and of what stands before."""
    require: list[Sentence] = []
    """Expressions that must hold; otherwise the parameters are drawn again."""
    code: str = ""
    """Shown below the prompt; with <<name>> for blanks."""
    figure: Figure | None = None
    mistakes: list[Mistake] = []
    """Anticipated wrong responses; the first that fits is told."""
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
    """As the file is called."""
    title: TextPart
    items: Annotated[list[Item], Field(min_length=1)]
    draw: Annotated[int, Field(ge=1)] | None = None
    """Items of one paper; all of them by default."""

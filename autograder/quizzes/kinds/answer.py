"""What every kind of item must be able to do."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from autograder.course.schema import Part, TextPart
from autograder.messages import Words
from autograder.quizzes.model import Form, Plain, Shown, Unreadable
from autograder.quizzes.scope import Scope


def _both(value: object) -> object:
    return {"en": value, "ko": value} if isinstance(value, str) else value


Wording = Annotated[
    TextPart, BeforeValidator(_both, json_schema_input_type=TextPart | str)
]
"""A sentence in both languages, or once when it needs no language."""


def spelled(pattern: str, written: str) -> AfterValidator:
    """Return a validator of text that `pattern` matches, as `written` says."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError("written", "{written}", {"written": written})
        return text

    return AfterValidator(check)


_KEY = "[a-z][a-z0-9_-]*"
Key = Annotated[
    str,
    spelled(_KEY, "a key of small letters, digits, - and _, a letter first"),
    WithJsonSchema({"type": "string", "pattern": f"^{_KEY}$"}),
]
"""By which authors refer to an option; it begins with a letter, so that a number is
always a place on paper."""


def _as_float(value: object) -> object:
    """Accept ``1e-6``, which YAML 1.1 reads as text."""
    if isinstance(value, str):
        with suppress(ValueError):
            return float(value)
    return value


Tolerance = Annotated[
    float, Field(gt=0, allow_inf_nan=False), BeforeValidator(_as_float)
]
Digits = Annotated[int, Field(ge=1, le=15)]


class Frozen(Part):
    """A part of a quiz file; it is never changed."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True
    )


class Answer(Frozen):
    """What is right for an item, and how a response to it is read and scored.

    All methods are pure. `key` and `grade` may raise `ExpressionError`, which is the
    author's fault; `read` may raise `Unreadable`, which is the student's. `grade` and
    `is_mistake` are total for whatever `read` returns.
    """

    kind: ClassVar[str]
    """The first key of the mapping in the file."""

    @property
    @abstractmethod
    def how(self) -> Words:
        """How to write a response, one sentence for students."""

    @property
    def choices(self) -> Sequence[str]:
        """The keys of what is chosen from or put in order, as the file has them."""
        return ()

    @property
    def shuffled(self) -> bool:
        """Whether every student sees the options in an order of their own."""
        return True

    def form(self, scope: Scope, order: Sequence[str], render: Render) -> Form:
        """Return what a paper shows of the item besides its prompt.

        Parameters
        ----------
        order : sequence of str
            The keys of `choices`, in the order of this paper.
        render : callable
            Puts words into the language of the paper.
        """
        return Form(
            self.kind,
            render(self.how),
            options=tuple(self.show_options(scope, order, render)),
            parts=tuple(self.show_parts(scope, render)),
            code=scope.line(scope.item.code),
        )

    def show_options(
        self, scope: Scope, order: Sequence[str], render: Render
    ) -> Iterator[Shown]:
        """Yield what there is to choose from, in the order of this paper."""
        yield from ()

    def show_parts(self, scope: Scope, render: Render) -> Iterator[Shown]:
        """Yield what is answered one by one."""
        yield from ()

    @abstractmethod
    def key(self, scope: Scope) -> Any:
        """Return what is right for these parameters."""

    @abstractmethod
    def read(self, response: Plain, form: Form) -> Any:
        """Return what a response says.

        Parameters
        ----------
        response : plain data
            Text of at most `MAX_RESPONSE` characters that is not blank, as a student
            typed it; or a list, mapping, number or bool from a program.

        Raises
        ------
        Unreadable
            If it is not what this kind of item asks for.
        """

    @abstractmethod
    def grade(self, read: Any, key: Any, scope: Scope) -> float:
        """Return the share of the points that is earned, in [0, 1]."""

    @abstractmethod
    def is_mistake(self, read: Any, when: Any, scope: Scope) -> bool:
        """Return whether a response is what `when` of a mistake stands for."""

    @property
    def speaking(self) -> Sequence[str]:
        """The keys of options that say something to whoever chose them wrongly."""
        return ()

    def meant(self, when: Any, scope: Scope) -> Sequence[Any]:
        """Return responses, as read, that `when` of a mistake stands for.

        By default what would be right if `when` stood in the place of the answer.
        """
        return [self.model_copy(update={self.kind: when}).key(scope)]

    def example(self, scope: Scope) -> Plain:
        """Return a right response as a program would hand it in."""
        return plain(self.key(scope))

    def says(self, read: Any, scope: Scope) -> tuple[str, TextPart] | None:
        """Return the key and the words of an option that was wrongly chosen."""
        return None

    @abstractmethod
    def show(self, value: Any, form: Form) -> str:
        """Return a response as read, or the key, as a reader would write it."""

    def problems(self, code: str) -> Iterator[str]:
        """Yield what is wrong in the file beyond the type of each value."""
        yield from ()

    def distinct(self, scope: Scope) -> Plain:
        """Return what makes two variants different to a student: here the key."""
        return repr(self.key(scope))


Render = Callable[[Words], str]

MAX_BITS = 1024
"""Of an integer from a program; Python refuses to print very long ones."""


def text_of(response: Plain, why: Words) -> str:
    """Return a response that must be text, or a number, stripped.

    Raises
    ------
    Unreadable
        With `why`, if it is neither.
    """
    if isinstance(response, bool) or not isinstance(response, str | int | float):
        raise Unreadable(why)
    if isinstance(response, int) and response.bit_length() > MAX_BITS:
        raise Unreadable(why)
    return str(response).strip()


def plain(value: Any) -> Plain:
    """Return what was read, or a key, as JSON can hold it."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(map(plain, value))
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value.tolist() if hasattr(value, "tolist") else value


def repr_of(value: object) -> str:
    """Return at most 100 characters of how Python writes an author's value."""
    try:
        return repr(value)[:100]
    except ValueError:
        return "an integer of thousands of digits"

"""A short text: ``answer: {text: [hidden, 'hidden layer'], patterns: ['hidd?en']}``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Any, ClassVar

import regex  # type: ignore[import-untyped]
from pydantic import Field

from autograder.checks.describe import clean
from autograder.course.schema import Sentence
from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.answer import Answer, text_of
from autograder.quizzes.model import Form, Plain, Unreadable
from autograder.quizzes.scope import Scope

MAX_TEXT = 1000
PATTERN_SECONDS = 0.1
"""For one pattern on one response; an author's pattern that needs more is wrong."""

_PUNCTUATION = frozenset({"Pd", "Pe", "Pf", "Pi", "Po", "Ps"})


class TextAnswer(Answer):
    """One of several texts, or one that matches a pattern.

    Width and form of characters, spaces, and quotes and punctuation around the text do
    not matter; nor does whether a space is there at all, which varies in Korean.
    Patterns must match the whole of the text so normalised.
    """

    kind: ClassVar[str] = "text"
    text: Annotated[list[Sentence], Field(min_length=1)]
    patterns: list[Sentence] = []
    case: bool = False
    """Whether capital letters matter."""

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message("Write a word or a few.")

    def key(self, scope: Scope) -> list[str]:
        """Return all texts that are right, the usual one first."""
        return [scope.line(text) for text in self.text]

    def read(self, response: Plain, form: Form) -> str:
        """Read any text."""
        text = text_of(response, Message("a short text is expected"))
        if len(text) > MAX_TEXT:
            why = Message("it is longer than {most} characters", most=MAX_TEXT)
            raise Unreadable(why)
        return text

    def grade(self, read: str, key: list[str], scope: Scope) -> float:
        """All or nothing.

        Raises
        ------
        ExpressionError
            If a pattern takes too long or is none.
        """
        if self._is_one_of(read, key):
            return 1.0
        normal = _normal(read, self.case)
        return float(any(_fits(p, normal, self.case) for p in self.patterns))

    def meant(self, when: Any, scope: Scope) -> Sequence[str]:
        """Return the texts of `when`."""
        texts = when if isinstance(when, list) else [when]
        return [scope.line(str(text)) for text in texts]

    def example(self, scope: Scope) -> str:
        """Return the usual text."""
        return self.key(scope)[0]

    def is_mistake(self, read: str, when: Any, scope: Scope) -> bool:
        """Compare with the text, or any of the texts, that `when` is."""
        texts = when if isinstance(when, list) else [when]
        return self._is_one_of(read, [scope.line(str(text)) for text in texts])

    def show(self, value: str | list[str], form: Form) -> str:
        """Write it, or all that are right."""
        texts = value if isinstance(value, list) else [value]
        return " / ".join(clean(text) for text in texts)

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        for pattern in self.patterns:
            try:
                _compiled(pattern, self.case)
            except regex.error as error:
                yield f"patterns: {pattern}: expected a regular expression: {error}"

    def _is_one_of(self, read: str, texts: list[str]) -> bool:
        normal = _normal(read, self.case)
        return any(_is_same(normal, _normal(text, self.case)) for text in texts)


def _is_same(one: str, other: str) -> bool:
    return one == other or one.replace(" ", "") == other.replace(" ", "")


def _normal(text: str, case: bool) -> str:
    """Return `text` as it is compared; punctuation that is all of it stays."""
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    if not case:
        text = unicodedata.normalize("NFKC", text.casefold())
    first, last = 0, len(text)
    while first < last and _is_around(text[first]):
        first += 1
    while first < last and _is_around(text[last - 1]):
        last -= 1
    return text[first:last] or text


def _is_around(char: str) -> bool:
    return char in " `" or unicodedata.category(char) in _PUNCTUATION


def _fits(pattern: str, text: str, case: bool) -> bool:
    """Return whether an author's pattern matches the whole of `text`.

    Raises
    ------
    ExpressionError
        If it takes too long or is no pattern.
    """
    try:
        compiled = _compiled(pattern, case)
        return compiled.fullmatch(text, timeout=PATTERN_SECONDS) is not None
    except regex.error as error:
        raise ExpressionError(f"patterns: {pattern}: {error}") from None
    except TimeoutError:
        raise ExpressionError(
            f"patterns: {pattern}: expected a match within {PATTERN_SECONDS} s, "
            f"got none for {text[:40]!r}"
        ) from None


@cache
def _compiled(pattern: str, case: bool) -> regex.Pattern[str]:
    return regex.compile(pattern, 0 if case else regex.IGNORECASE)

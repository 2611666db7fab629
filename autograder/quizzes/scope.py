"""What an author's expressions and prompts mean for one set of parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from autograder.messages import Text
from autograder.quizzes.expressions import evaluate
from autograder.quizzes.prompts import fill

if TYPE_CHECKING:
    from autograder.course.schema import TextPart
    from autograder.quizzes.schema import Item


class Numpy(Protocol):
    """Evaluates numpy expressions, each where it can harm nobody."""

    def author(self, text: str, inputs: Mapping[str, Any]) -> Any:
        """Return the value of an author's expression.

        Raises
        ------
        ExpressionError
            If it has none.
        """
        ...

    def student(self, text: str, inputs: Mapping[str, Any]) -> Any:
        """Return the value of a student's expression.

        Raises
        ------
        Unreadable
            If it has none.
        """
        ...


class Scope:
    """The names of one variant.

    Parameters
    ----------
    item : Item
    params : mapping
        As drawn, or as given by a test.
    numpy : Numpy or None
        For items whose answer is a numpy expression.

    Raises
    ------
    ExpressionError
        If a derived name cannot be computed.
    """

    def __init__(
        self, item: Item, params: Mapping[str, Any], numpy: Numpy | None = None
    ) -> None:
        self.item = item
        self.params = params
        self.names = dict(params)
        self._numpy = numpy
        self._filled: dict[str, str] = {}
        for name, expression in item.derive.items():
            self.names[name] = self.value(expression)

    @property
    def numpy(self) -> Numpy:
        """Evaluates numpy expressions; must have been given."""
        if self._numpy is None:
            raise RuntimeError("a numpy expression needs somewhere to run")
        return self._numpy

    def value(self, spec: Any) -> Any:
        """Return what `spec` means: a string is an expression, all else a value."""
        return evaluate(spec, self.names) if isinstance(spec, str) else spec

    def line(self, text: str) -> str:
        """Return `text` with its ``{{ }}`` filled in."""
        if text not in self._filled:
            self._filled[text] = fill(text, self.names)
        return self._filled[text]

    def text(self, words: TextPart) -> Text:
        """Return a sentence with its ``{{ }}`` filled in, in both languages."""
        return Text(self.line(words.en), self.line(words.ko))

"""A numpy expression: ``answer: {expression: 'W @ A + b', inputs: {W: [4, 3], …}}``."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar

import numpy as np
from pydantic import Field

from autograder.checks.closeness import Array, as_numbers, close
from autograder.checks.describe import clean
from autograder.course.schema import Name
from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.formulas import normal_text
from autograder.quizzes.kinds.answer import Answer, repr_of, text_of
from autograder.quizzes.model import Form, Plain, Unreadable
from autograder.quizzes.scope import Scope

DRAWS = 2
"""Of every input; a response must agree on all of them."""
MAX_TEXT = 1000
MAX_ENTRIES = 10_000
MAX_SHOWN = 500

_NAME = re.compile(r"(?<![\w.'\"])[^\W\d]\w*")
_ASSIGNED = re.compile(r"[^\W\d][\w.]*(?:\^?\[[^\]=]{0,20}\])?\s*=(?!=)")


class ExpressionAnswer(Answer):
    """One line of numpy; any that gives the same array is right.

    It is read by nobody but the worker in which it runs, see `arrays.NumpyWorkers`.
    """

    kind: ClassVar[str] = "expression"
    expression: str
    inputs: Annotated[dict[Name, str | list[Any]], Field(min_length=1)]
    """The shape of each array that students are given; ``[]`` is a number."""

    @property
    def how(self) -> Words:
        """See `Answer`."""
        names = ", ".join(f"`{name}`" for name in self.inputs)
        return Message("Write one numpy expression (`np`) in {names}.", names=names)

    def key(self, scope: Scope) -> str:
        """Return the expression."""
        return self.expression

    def read(self, response: Plain, form: Form) -> str:
        """Read one expression; ``Z =`` before it is left out."""
        text = text_of(response, Message("a numpy expression is expected"))
        if len(text) > MAX_TEXT:
            why = Message("it is longer than {most} characters", most=MAX_TEXT)
            raise Unreadable(why)
        text = normal_text(text.encode(errors="replace").decode()).rstrip("; \n")
        if assigned := _ASSIGNED.match(text):
            return text[assigned.end() :].strip()
        return text

    def grade(self, read: str, key: str, scope: Scope) -> float:
        """All or nothing: shape and values must agree for every draw.

        Raises
        ------
        Unreadable
            If the response has no value.
        ExpressionError
            If the key has none, or one that is not finite numbers.
        """
        return float(self._agrees(read, key, scope))

    def meant(self, when: Any, scope: Scope) -> Sequence[str]:
        """Return the expression, with the parameters put in."""
        return [self._with_params(str(when), scope)]

    def example(self, scope: Scope) -> str:
        """Return the key, with the parameters put in: students cannot name them."""
        return self._with_params(self.expression, scope)

    def is_mistake(self, read: str, when: Any, scope: Scope) -> bool:
        """Compare with the value of the expression that `when` is."""
        try:
            return self._agrees(read, str(when), scope)
        except Unreadable:
            return False

    def show(self, value: str, form: Form) -> str:
        """Write it as text."""
        return clean(value, MAX_SHOWN)

    def distinct(self, scope: Scope) -> Plain:
        """See `Answer`."""
        shapes = {name: self._shape(name, scope) for name in self.inputs}
        return repr((self.expression, shapes, scope.params))

    def _with_params(self, text: str, scope: Scope) -> str:
        names = {**scope.names, **dict.fromkeys(self.inputs)}
        return _NAME.sub(
            lambda it: it[0] if names.get(it[0]) is None else f"({names[it[0]]!r})",
            text,
        )

    def _agrees(self, read: str, key: str, scope: Scope) -> bool:
        for inputs in self._draws(scope):
            expected = scope.numpy.author(key, {**scope.names, **inputs})
            target = as_numbers(expected)
            if target is None or not np.isfinite(target).all():
                raise ExpressionError(f"{key}: expected finite numbers")
            if not close(scope.numpy.student(read, inputs), expected):
                return False
        return True

    def _draws(self, scope: Scope) -> Iterator[Mapping[str, Array]]:
        """Yield the inputs, standard normal, the same for the same variant."""
        said = json.dumps([scope.item.id, scope.params], sort_keys=True, default=str)
        random = np.random.default_rng([*hashlib.sha256(said.encode()).digest()])
        shapes = {name: self._shape(name, scope) for name in self.inputs}
        for _ in range(DRAWS):
            yield {n: random.standard_normal(shape) for n, shape in shapes.items()}

    def _shape(self, name: str, scope: Scope) -> tuple[int, ...]:
        """Return the shape of an input.

        Raises
        ------
        ExpressionError
            If it is none, or too large.
        """
        spec = self.inputs[name]
        given = scope.value(spec)
        is_shape = isinstance(given, list | tuple)
        sizes = list(map(scope.value, given)) if is_shape else []
        are_sizes = all(type(size) is int and size > 0 for size in sizes)
        if not is_shape or not are_sizes or np.prod(sizes, dtype=float) > MAX_ENTRIES:
            raise ExpressionError(
                f"inputs: {name}: expected a shape such as [4, 3], got {repr_of(given)}"
            )
        return tuple(sizes)

"""A formula: ``{formula: '1 - a**2', over: {z: [-2, 2]}, where: {a: 'tanh(z)'}}``."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar

import numpy as np
from pydantic import Field

from autograder.checks.closeness import Array, close
from autograder.course.schema import Name
from autograder.messages import Message, Words
from autograder.quizzes.draws import Draws
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.formulas import (
    FormulaError,
    evaluate_formula,
    normal_text,
    without_name,
)
from autograder.quizzes.kinds.answer import Answer, text_of
from autograder.quizzes.kinds.number import as_number
from autograder.quizzes.model import Form, Plain, Unreadable
from autograder.quizzes.scope import Scope

POINTS = 20
"""At which a response is compared with the key."""

Bounds = Annotated[list[Any], Field(min_length=2, max_length=2)]
Values = Mapping[str, Array]


class FormulaAnswer(Answer):
    """A formula; any that has the same values over the domain is right.

    The author's formulas are evaluated as students' are, so ``^`` is ``**``. They may
    name the parameters of the item; students may name only `over` and `where`.
    """

    kind: ClassVar[str] = "formula"
    formula: str
    over: Annotated[dict[Name, Bounds], Field(min_length=1)]
    where: dict[Name, str] = {}
    """Further names that students may use, each a formula of those in `over`."""

    @property
    def how(self) -> Words:
        """See `Answer`."""
        names = ", ".join(f"`{name}`" for name in (*self.over, *self.where))
        return Message("Write a formula in {names}, with `*` and `^`.", names=names)

    def key(self, scope: Scope) -> str:
        """Return the formula, with the parameters put in."""
        return self._with_params(self.formula, scope)

    def read(self, response: Plain, form: Form) -> str:
        """Read ``1 - a^2`` or ``dz = 1 - a**2``; what it names is looked up later."""
        why = Message("it cannot be read as a formula")
        return without_name(normal_text(text_of(response, why)))

    def grade(self, read: str, key: str, scope: Scope) -> float:
        """All or nothing: the values must agree at every point.

        Raises
        ------
        Unreadable
            If the response is no formula of the names that students may use.
        ExpressionError
            If the key is none, or is not finite somewhere.
        """
        values = self._values(scope)
        expected = _author(key, values)
        try:
            return float(close(_at(read, values), expected))
        except FormulaError as error:
            raise Unreadable(error.why) from None

    def meant(self, when: Any, scope: Scope) -> Sequence[str]:
        """Return the formula, with the parameters put in."""
        return [self._with_params(str(when), scope)]

    def is_mistake(self, read: str, when: Any, scope: Scope) -> bool:
        """Compare with the formula, or the number, that `when` is."""
        values = self._values(scope)
        expected = _author(self._with_params(str(when), scope), values)
        try:
            return close(_at(read, values), expected)
        except FormulaError:
            return False

    def show(self, value: str, form: Form) -> str:
        """Write it as text."""
        return value

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        for name in self.where:
            if name in self.over:
                yield f"where: {name}: expected a name that is not in `over`"

    def _values(self, scope: Scope) -> Values:
        """Return every name that students may use, at the sample points.

        Raises
        ------
        ExpressionError
            If a bound or a formula of `where` is wrong.
        """
        said = json.dumps([scope.item.id, scope.params], sort_keys=True, default=str)
        draws = Draws(hashlib.sha256(said.encode()).digest())
        values: dict[str, Array] = {}
        for name, bounds in self.over.items():
            low, high = (float(as_number(scope.value(b), f"over: {b}")) for b in bounds)
            if not low < high:
                raise ExpressionError(
                    f"over: {name}: expected low < high, got {bounds}"
                )
            shares = [draws.uniform(0, 1, digits=12) for _ in range(POINTS)]
            values[name] = low + (high - low) * np.array(shares)
        for name, formula in self.where.items():
            values[name] = _author(self._with_params(formula, scope), values)
        return values

    def _with_params(self, formula: str, scope: Scope) -> str:
        """Return an author's formula with numbers in place of the item's names."""

        def number(found: re.Match[str]) -> str:
            name = found[0]
            value = None if name in taken else scope.names.get(name)
            if isinstance(value, bool) or not isinstance(value, int | float):
                return name
            return f"({value!r})" if value < 0 else repr(value)

        taken = {*self.over, *self.where}
        return re.sub(r"\b[^\W\d]\w*\b(?!\s*\()", number, formula)


def _at(formula: str, values: Values) -> Array:
    """Return the values of a formula at the sample points.

    Raises
    ------
    FormulaError
        See `evaluate_formula`.
    """
    return np.broadcast_to(evaluate_formula(formula, values), (POINTS,))


def _author(formula: str, values: Values) -> Array:
    """Return the values of an author's formula.

    Raises
    ------
    ExpressionError
        If it is no formula, or is not finite somewhere.
    """
    try:
        found = _at(formula, values)
    except FormulaError as error:
        raise ExpressionError(f"{formula}: {error}") from None
    if not np.isfinite(found).all():
        raise ExpressionError(f"{formula}: expected finite values over the domain")
    return found

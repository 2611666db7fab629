"""A number: ``answer: {number: '3 * (a + b * c)', abs: 0.01}``."""

from __future__ import annotations

import math
import re
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, ClassVar

from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.formulas import (
    MAX_LENGTH,
    FormulaError,
    evaluate_number,
    normal_text,
    without_name,
)
from autograder.quizzes.kinds.answer import Answer, Digits, Tolerance, repr_of, text_of
from autograder.quizzes.model import Form, Plain, Unreadable
from autograder.quizzes.scope import Scope

RELATIVE = 1e-6
"""Of a key that is not whole, where the author gives no tolerance."""
ROUNDING = 1e-12
"""Relative: what floating-point arithmetic alone may do, in the key and a response."""
EDGE = 1 + Fraction(1, 10**9)
"""3.15 is within 0.01 of 3.14, whatever the last bit says."""
MAX_IN_FULL = 1e15
MAX_KEY_BITS = 4096

_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)

Number = int | float


class NumberAnswer(Answer):
    """A real number; within any one of the tolerances that are given.

    `digits` asks for significant figures: the response and the key are the same when
    rounded to so many, or differ by at most half a unit of the last of them. Without
    any tolerance a whole key is exact, and any other counts to `RELATIVE`.
    """

    kind: ClassVar[str] = "number"
    number: int | float | str
    abs: Tolerance | None = None
    rel: Tolerance | None = None
    digits: Digits | None = None
    """Significant figures that must agree."""

    @property
    def how(self) -> Words:
        """See `Answer`."""
        if self.digits is not None:
            return Message(
                "Write a number to {digits} significant figures; 3/4 works too.",
                digits=self.digits,
            )
        return Message("Write a number; arithmetic such as 3/4 or 2**10 works too.")

    def key(self, scope: Scope) -> Number:
        """Return the number."""
        return as_number(scope.value(self.number), self.number)

    def read(self, response: Plain, form: Form) -> Number:
        """Read ``12``, ``12,288``, ``-0.25``, ``3/4``, ``2*10^-3`` or ``x = 12``."""
        text = text_of(response, Message("a number is expected, such as 3 or 0.25"))
        text = without_name(normal_text(text))
        if _THOUSANDS.fullmatch(text):
            text = text.replace(",", "")
        if len(text) <= MAX_LENGTH and _WHOLE.fullmatch(text):
            return int(text)
        try:
            return evaluate_number(text)
        except FormulaError as error:
            raise Unreadable(error.why) from None

    def grade(self, read: Number, key: Number, scope: Scope) -> float:
        """All or nothing."""
        return float(self._agrees(read, key))

    def is_mistake(self, read: Number, when: Any, scope: Scope) -> bool:
        """Compare with the number that `when` stands for, by the same tolerances."""
        return self._agrees(read, as_number(scope.value(when), when))

    def show(self, value: Number, form: Form) -> str:
        """Write it with up to 6 digits, or in full when it is whole."""
        return number_text(value)

    def tolerance(self, key: Number) -> float:
        """Return by how much a response may differ from `key` and still be right."""
        return float(self._allowed(key, abs(Fraction(key))))

    def _agrees(self, read: Number, key: Number) -> bool:
        difference, size = abs(Fraction(read) - Fraction(key)), abs(Fraction(key))
        if difference == 0:
            return True
        if self.digits is not None and _rounds_alike(read, key, self.digits):
            return True
        exact = isinstance(read, int) and isinstance(key, int)
        slack = 0 if exact else size * Fraction(ROUNDING)
        return difference <= self._allowed(key, size) * EDGE + slack

    def _allowed(self, key: Number, size: Fraction) -> Fraction:
        """Return by how much a response may differ: the widest of the tolerances."""
        allowed = [Fraction(0)]
        if self.abs is not None:
            allowed.append(Fraction(self.abs))
        if self.rel is not None:
            allowed.append(Fraction(self.rel) * size)
        if self.digits is not None and size:
            last = Decimal(key).adjusted() - self.digits + 1
            allowed.append(Fraction(10) ** last / 2)
        if len(allowed) == 1 and size.denominator != 1:
            allowed.append(Fraction(RELATIVE) * size)
        return max(allowed)


def _rounds_alike(read: Number, key: Number, digits: int) -> bool:
    context = Context(prec=digits)
    return context.plus(Decimal(read)) == context.plus(Decimal(key))


def as_number(value: Any, spec: object) -> Number:
    """Return an author's value as a finite number.

    Raises
    ------
    ExpressionError
        If it is none.
    """
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    is_huge = isinstance(value, int) and value.bit_length() > MAX_KEY_BITS
    if is_number and not is_huge and (isinstance(value, int) or math.isfinite(value)):
        return value  # type: ignore[no-any-return]
    raise ExpressionError(f"{spec}: expected a finite number, got {repr_of(value)}")


def number_text(value: Number) -> str:
    """Return a number with up to 6 significant digits, or in full when it is whole."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < MAX_IN_FULL):
        return str(int(value))
    return f"{value:.6g}"

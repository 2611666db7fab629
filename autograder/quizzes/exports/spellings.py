"""The ways in which students type a shape or an array, for homes that compare text."""

from __future__ import annotations

from decimal import Decimal

from autograder.checks.closeness import Array
from autograder.quizzes.kinds.number import number_text

MAX_ENTRIES = 6
"""Of an array that somebody types the same way twice."""
MAX_DIGITS = 30
"""Of a number that is written without an exponent."""


def shape_spellings(shape: tuple[int, ...] | None) -> tuple[str, ...]:
    """Return ``(4, 5)``, ``(4,5)``, ``4x5`` and the like; None is an error.

    >>> shape_spellings((3,))
    ('(3,)', '(3)', '[3]', '3')
    """
    if shape is None:
        return ("error", "ValueError", "오류", "에러")
    sizes = list(map(str, shape))
    texts: tuple[str, ...]
    if len(sizes) < 2:
        bare = "".join(sizes)
        texts = (str(shape), f"({bare})", f"[{bare}]", bare)
    else:
        wide, tight = ", ".join(sizes), ",".join(sizes)
        crossed = [sign.join(sizes) for sign in ("x", " x ", "×", " × ")]
        texts = (f"({wide})", f"({tight})", *crossed, wide, tight, f"[{wide}]")
    return tuple(dict.fromkeys(text for text in texts if text))


def array_spellings(array: Array) -> tuple[str, ...]:
    """Return ``[[1, 2]]``, ``[[1,2]]`` and the like; nothing if there are too many.

    Only arrays of few whole numbers are typed in so few ways.
    """
    rows = array.tolist()
    is_whole = bool((array == array.round()).all())
    if not is_whole or not 1 <= array.ndim <= 2 or array.size > MAX_ENTRIES:
        return ()
    wide, tight, bare = (_nested(rows, sign) for sign in (", ", ",", " "))
    texts = (wide, tight, bare, f"np.array({wide})", f"np.array({tight})")
    return tuple(dict.fromkeys(texts))


def _nested(value: object, between: str) -> str:
    if not isinstance(value, list):
        return number_text(float(value))  # type: ignore[arg-type]
    return f"[{between.join(_nested(inner, between) for inner in value)}]"


def exact(value: float) -> Decimal:
    """Return a number as it is written: 0.1 is a tenth."""
    return Decimal(repr(value))


def decimal_text(value: Decimal) -> str:
    """Return a number without loss, and without an exponent where that is short.

    >>> decimal_text(exact(12.0)), decimal_text(exact(1e-7))
    ('12', '0.0000001')
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if len(text) <= MAX_DIGITS else str(value)

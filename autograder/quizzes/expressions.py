"""Evaluate what authors write: Python's meaning, plain data, nothing else.

Attributes, ``^`` and everything that could reach beyond plain data are off.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import simpleeval

from autograder.course.places import one_of

_LEFT_OUT = (ast.BitXor, ast.BitAnd, ast.BitOr, ast.Invert, ast.LShift, ast.RShift)
_OPERATORS = {
    kind: function
    for kind, function in simpleeval.DEFAULT_OPERATORS.items()
    if kind not in _LEFT_OUT
}

MAX_RANGE = 100_000


def sigmoid(z: float) -> float:
    """Return 1 / (1 + exp(-z)) without overflow."""
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def relu(z: float) -> float:
    """Return max(0, z)."""
    return max(0, z)


def matmul(A: list[list[float]], B: list[list[float]]) -> list[list[float]]:
    """Return the matrix product of two lists of rows."""
    columns = list(zip(*B, strict=True))
    return [[_dot(row, column) for column in columns] for row in A]  # (n, m)


def _dot(row: Sequence[float], column: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(row, column, strict=True))


def transpose(A: list[list[float]]) -> list[list[float]]:
    """Return the transpose of a list of rows."""
    return [list(column) for column in zip(*A, strict=True)]


def broadcast(*shapes: list[int]) -> tuple[int, ...] | None:
    """Return the shape numpy broadcasts `shapes` to, or None if it cannot."""
    length = max(map(len, shapes))
    padded = [[1] * (length - len(shape)) + list(shape) for shape in shapes]
    sizes = [{size for size in column if size != 1} for column in zip(*padded)]  # noqa: B905 - padded
    if any(len(found) > 1 for found in sizes):
        return None
    return tuple(found.pop() if found else 1 for found in sizes)


def whole_numbers(*bounds: int) -> list[int]:
    """Return what Python's `range` goes through, if that is not too much."""
    numbers = range(*bounds)
    if len(numbers) > MAX_RANGE:
        raise ValueError(f"expected at most {MAX_RANGE} of them")
    return list(numbers)


NAMES: Mapping[str, Any] = {
    "True": True,
    "False": False,
    "None": None,
    "pi": math.pi,
    "e": math.e,
}
FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "abs": abs,
    "all": all,
    "any": any,
    "bool": bool,
    "broadcast": broadcast,
    "ceil": math.ceil,
    "cos": math.cos,
    "enumerate": lambda values: list(enumerate(values)),
    "exp": math.exp,
    "float": float,
    "floor": math.floor,
    "int": int,
    "len": len,
    "log": math.log,
    "log2": math.log2,
    "matmul": matmul,
    "max": max,
    "min": min,
    "pairwise": lambda values: list(pairwise(values)),
    "prod": math.prod,
    "range": whole_numbers,
    "relu": relu,
    "reversed": lambda values: list(reversed(values)),
    "round": round,
    "set": set,
    "sigmoid": sigmoid,
    "sin": math.sin,
    "sorted": sorted,
    "sqrt": math.sqrt,
    "str": str,
    "sum": sum,
    "tanh": math.tanh,
    "transpose": transpose,
    "zip": lambda *values: list(zip(*values, strict=True)),
}


class ExpressionError(Exception):
    """An author's expression cannot be evaluated; the text says why."""


class _Evaluator(simpleeval.EvalWithCompoundTypes):  # type: ignore[misc]
    """simpleeval, without what plain data does not need."""

    def __init__(
        self, names: Mapping[str, Any], functions: Mapping[str, Callable[..., Any]]
    ) -> None:
        super().__init__(_OPERATORS, dict(functions), dict(names))
        for node in (ast.Attribute, ast.JoinedStr, ast.FormattedValue):
            del self.nodes[node]

    def _check_disallowed_items(self, item: object) -> None:
        """Check nothing: no function here can reach what simpleeval forbids."""


def evaluate(
    text: str,
    names: Mapping[str, Any],
    functions: Mapping[str, Callable[..., Any]] = FUNCTIONS,
) -> Any:
    """Return the value of an author's expression.

    Parameters
    ----------
    text : str
        One Python expression.
    names : mapping
        What it may refer to, besides `NAMES`; plain data only.
    functions : mapping
        What it may call.

    Raises
    ------
    ExpressionError
        If it is not one expression, refers to something unknown, or cannot be
        computed.
    """
    known = {**NAMES, **names}
    try:
        return _Evaluator(known, functions).eval(text, parse(text))
    except simpleeval.NameNotDefined as error:
        names_here = [name for name in known if name not in NAMES]
        raise ExpressionError(f"{text}: {one_of(names_here, error.name)}") from None
    except simpleeval.FunctionNotDefined as error:
        said = one_of(functions, error.func_name)
        raise ExpressionError(f"{text}: {said}") from None
    except simpleeval.InvalidExpression as error:
        raise ExpressionError(f"{text}: {_without_thanks(error)}") from None
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise ExpressionError(f"{text}: {type(error).__name__}: {error}") from None
    except RecursionError:
        raise _too_deep(text) from None


@cache
def parse(text: str) -> ast.expr:
    """Return the tree of one expression.

    Raises
    ------
    ExpressionError
        If `text` is not one Python expression.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (MemoryError, RecursionError):
        raise _too_deep(text) from None
    except (SyntaxError, ValueError) as error:
        said = error.msg if isinstance(error, SyntaxError) else str(error)
        raise ExpressionError(
            f"{text}: expected one Python expression, got: {said}"
        ) from None
    if any(isinstance(node, ast.BitXor) for node in ast.walk(tree)):
        raise ExpressionError(f"{text}: expected ** for a power, got ^")
    return tree


def _too_deep(text: str) -> ExpressionError:
    return ExpressionError(f"{text[:40]}…: nested too deeply")


def _without_thanks(error: Exception) -> str:
    return str(error).removeprefix("Sorry, ").removeprefix("Sorry! ")

"""Evaluate what students type: a dozen operations on floats, and nothing else.

A formula is text of bounded length and nesting before it is parsed; every value in it
is a float64, so that each operation costs the same whatever it is given, and
``9**9**9`` is infinite at once.
"""

from __future__ import annotations

import ast
import operator
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import simpleeval

from autograder.checks.closeness import Array
from autograder.messages import Message, Words

MAX_LENGTH = 500
MAX_NESTING = 40

_OPERATORS: dict[type, Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "abs": np.abs,
    "cos": np.cos,
    "cosh": np.cosh,
    "exp": np.exp,
    "ln": np.log,
    "log": np.log,
    "log10": np.log10,
    "log2": np.log2,
    "max": np.maximum,
    "maximum": np.maximum,
    "min": np.minimum,
    "minimum": np.minimum,
    "relu": lambda z: np.maximum(0, z),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "sin": np.sin,
    "sinh": np.sinh,
    "sqrt": np.sqrt,
    "tanh": np.tanh,
}
_NAMES = {"pi": np.float64(np.pi), "π": np.float64(np.pi), "e": np.float64(np.e)}
_SPELLED = str.maketrans(
    {"×": "*", "·": "*", "⋅": "*", "\u2217": "*", "÷": "/", "^": "**", "σ": "sigmoid"}
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_MODULE = re.compile(r"\b(?:np|numpy|math)\.(?=[a-z])")
_FACTORS = re.compile(r"\d\s*[A-Za-z_(]|\)\s*[\w(]")
_EXPONENT = re.compile(r"\d+(?:\.\d*)?[eE][+-]?\d+")
_DASHES = str.maketrans("−–—", "---")  # noqa: RUF001 - what students' keyboards make


class FormulaError(Exception):
    """A student's formula cannot be evaluated.

    Parameters
    ----------
    why : Words
        For the student.
    """

    def __init__(self, why: Words) -> None:
        super().__init__(why.render("en"))
        self.why = why


class _Formula(simpleeval.SimpleEval):  # type: ignore[misc]
    """simpleeval, with floats only."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        super().__init__(_OPERATORS, _FUNCTIONS, dict(names))
        self.nodes = {
            ast.Constant: self._number,
            ast.Name: self._eval_name,
            ast.UnaryOp: self._eval_unaryop,
            ast.BinOp: self._eval_binop,
            ast.Call: self._call,
        }

    @staticmethod
    def _number(node: ast.Constant) -> np.float64:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise simpleeval.FeatureNotAvailable("text")
        return np.float64(node.value)

    def _call(self, node: ast.Call) -> Any:
        if node.keywords:
            raise simpleeval.FeatureNotAvailable("keywords")
        return self._eval_call(node)


def normal_text(text: str) -> str:
    """Return `text` with the dashes, digits and spaces that keyboards differ in alike.

    Unicode's NFKC form, but ``a²`` is ``a**2`` and not ``a2``; surrounding spaces and
    backticks go.
    """
    raised = _RAISED.sub(lambda it: "**" + it[0].translate(_SUPERSCRIPT), text)
    return unicodedata.normalize("NFKC", raised).translate(_DASHES).strip(" \t\n`")


def evaluate_number(text: str) -> float:
    """Return the value of a number or of arithmetic on numbers, such as ``3/4``.

    Raises
    ------
    FormulaError
        If it is neither, or the value is not finite.
    """
    value = evaluate_formula(text, {})
    if not np.isfinite(value):
        raise FormulaError(Message("the value is not a finite number"))
    return float(value)


def evaluate_formula(text: str, names: Mapping[str, Array | float]) -> Any:
    """Return the value of a student's formula.

    Parameters
    ----------
    text : str
        ``^`` and ``**`` are powers; ``np.`` before a function may be left out.
    names : mapping of str to float or ndarray of float64, shape (k,)
        The variables.

    Returns
    -------
    float64 or ndarray of float64, shape (k,)
        Possibly infinite or NaN.

    Raises
    ------
    FormulaError
        If it is too long, nested too deeply, not a formula, or names something else.
    """
    written = _spelled(text)
    try:
        tree = ast.parse(written, mode="eval").body
        with np.errstate(all="ignore"):
            return _Formula({**_NAMES, **names}).eval(written, tree)
    except simpleeval.NameNotDefined as error:
        raise FormulaError(_unknown(error.name, names)) from None
    except simpleeval.FunctionNotDefined as error:
        why = Message("`{name}` is not a function here", name=error.func_name)
        raise FormulaError(why) from None
    except SyntaxError:
        raise FormulaError(_no_formula(written)) from None
    except (
        simpleeval.InvalidExpression,
        ArithmeticError,
        MemoryError,
        RecursionError,
        TypeError,
        ValueError,
    ):
        raise FormulaError(Message("it is not a formula of numbers")) from None


def _spelled(text: str) -> str:
    """Return a formula in Python's spelling.

    Raises
    ------
    FormulaError
        If it is too long or nested too deeply to be parsed.
    """
    if len(text) > MAX_LENGTH:
        why = Message("it is longer than {most} characters", most=MAX_LENGTH)
        raise FormulaError(why)
    depth = deepest = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        deepest = max(deepest, depth)
    if deepest > MAX_NESTING:
        raise FormulaError(Message("it is nested too deeply"))
    return _MODULE.sub("", normal_text(text).translate(_SPELLED)).strip()


def _unknown(name: str, names: Mapping[str, Any]) -> Words:
    if not names:
        return Message("`{name}` is not a number", name=name)
    known = ", ".join(f"`{known}`" for known in names)
    return Message("`{name}` is not known here; use {known}", name=name, known=known)


def _no_formula(written: str) -> Words:
    if _FACTORS.search(_EXPONENT.sub("1", written)):
        return Message("a `*` is missing between two factors")
    return Message("it cannot be read as a formula")

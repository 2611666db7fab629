"""Evaluate what students type: a dozen operations on floats, and nothing else.

A formula is text of bounded length and nesting before it is parsed; every value in it
is a float64, so that each operation costs the same whatever it is given, and
``9**9**9`` is infinite at once. ``^`` is a power here, and so it is in the formulas of
authors, which are evaluated by the same function.
"""

from __future__ import annotations

import ast
import functools
import itertools
import operator
import re
import unicodedata
import warnings
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
    "max": lambda *values: functools.reduce(np.maximum, values),
    "maximum": np.maximum,
    "min": lambda *values: functools.reduce(np.minimum, values),
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
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED = re.compile("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_MODULE = re.compile(r"\b(?:np|numpy|math)\.(?=[a-z])")
_NAMED = re.compile(r"[^=<>!]{0,30}(?<![=<>!])=(?!=)")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_TOKEN = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\w+|\*\*|\S")
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
            ast.Name: self._named,
            ast.UnaryOp: self._eval_unaryop,
            ast.BinOp: self._eval_binop,
            ast.Call: self._call,
        }

    @staticmethod
    def _number(node: ast.Constant) -> np.float64:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise simpleeval.FeatureNotAvailable("text")
        return np.float64(node.value)

    def _named(self, node: ast.Name) -> Any:
        """Return a variable; a function without its brackets is none."""
        if node.id not in self.names:
            raise simpleeval.NameNotDefined(node.id, self.expr)
        return self.names[node.id]

    def _call(self, node: ast.Call) -> Any:
        """Call a function; a further argument of numpy's is what it writes into."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if node.keywords or not name:
            raise simpleeval.FeatureNotAvailable("calls of this form")
        takes = getattr(_FUNCTIONS.get(name), "nin", len(node.args))
        if len(node.args) != takes:
            raise simpleeval.FeatureNotAvailable("further arguments")
        return self._eval_call(node)


def normal_text(text: str) -> str:
    """Return `text` with the dashes, digits and spaces that keyboards differ in alike.

    Unicode's NFKC form, but ``a²`` is ``a**2`` and not ``a2``; surrounding spaces and
    backticks go.
    """
    raised = _RAISED.sub(lambda it: "**" + it[0].translate(_SUPERSCRIPT), text)
    return unicodedata.normalize("NFKC", raised).translate(_DASHES).strip(" \t\n`")


def without_name(text: str) -> str:
    """Return a formula without what it is said to be equal to: ``dz =`` goes."""
    named = _NAMED.match(text)
    rest = text[named.end() :] if named else text
    return text if "=" in rest else rest.strip()


def evaluate_number(text: str) -> float:
    """Return the value of a number or of arithmetic on numbers, such as ``3/4``.

    Raises
    ------
    FormulaError
        If it is neither, or the value is not finite.
    """
    plain = len(text) <= MAX_LENGTH and _PLAIN.fullmatch(text)
    value = float(text) if plain else evaluate_formula(text, {})
    if not np.isfinite(value):
        raise FormulaError(Message("the value is not a finite number"))
    return float(value)


def evaluate_formula(text: str, names: Mapping[str, Array | np.float64]) -> Any:
    """Return the value of a formula.

    Parameters
    ----------
    text : str
        ``^`` and ``**`` are powers; ``np.`` before a function may be left out.
    names : mapping of str to float64 or ndarray of float64, shape (k,)
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
        return _value(written, names)
    except FormulaError:
        if instead := _with_products(written, names):
            why = Message("a `*` is missing; write `{instead}`", instead=instead)
            raise FormulaError(why) from None
        raise


def _value(written: str, names: Mapping[str, Any]) -> Any:
    try:
        with np.errstate(all="ignore"):
            return _Formula({**_NAMES, **names}).eval(written, _parsed(written))
    except simpleeval.NameNotDefined as error:
        raise FormulaError(_unknown(error.name, names)) from None
    except simpleeval.FunctionNotDefined as error:
        why = Message("`{name}` is not a function here", name=error.func_name)
        raise FormulaError(why) from None
    except (
        simpleeval.InvalidExpression,
        ArithmeticError,
        MemoryError,
        RecursionError,
        SyntaxError,
        TypeError,
        ValueError,
    ):
        raise FormulaError(_no_formula(names)) from None


def _parsed(written: str) -> ast.expr:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Python's, about ``1if``
        return ast.parse(written, mode="eval").body


def _spelled(text: str) -> str:
    """Return a formula in Python's spelling.

    Raises
    ------
    FormulaError
        If it is too long or nested too deeply to be parsed.
    """
    text = normal_text(text) if len(text) <= MAX_LENGTH else text
    if len(text) > MAX_LENGTH:
        why = Message("it is longer than {most} characters", most=MAX_LENGTH)
        raise FormulaError(why)
    steps = ((char in "([{") - (char in ")]}") for char in text)
    if max(itertools.accumulate(steps), default=0) > MAX_NESTING:
        raise FormulaError(Message("it is nested too deeply"))
    return _MODULE.sub("", text.translate(_SPELLED)).strip()


def _with_products(written: str, names: Mapping[str, Any]) -> str:
    """Return a formula with the ``*`` that it lacks; empty if that is no formula."""
    tokens: list[str] = _TOKEN.findall(written)
    instead = "".join(tokens[:1])
    for left, right in itertools.pairwise(tokens):
        is_call = left in _FUNCTIONS and left not in names
        ends = left == ")" or (left[-1].isalnum() and not is_call)
        begins = right == "(" or right[0].isalnum()
        if ends and begins and left[0].isdigit() and right[0].isdigit():
            return ""  # which numbers were meant cannot be told
        instead += f"*{right}" if ends and begins else right
    try:
        _value(instead, names)
    except FormulaError:
        return ""
    return instead


def _no_formula(names: Mapping[str, Any]) -> Words:
    if not names:
        return Message("it cannot be read as a number")
    return Message("it cannot be read as a formula")


def _unknown(name: str, names: Mapping[str, Any]) -> Words:
    if not names:
        return Message("`{name}` is not a number", name=name)
    known = ", ".join(f"`{known}`" for known in names)
    return Message("`{name}` is not known here; use {known}", name=name, known=known)

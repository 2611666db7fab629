"""Put values into words: their type, shape, digits and names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import islice

import numpy as np

from autograder.checks.feedback import verbatim
from autograder.messages import Message, Text, Words
from autograder.model import Returns
from autograder.values import GivenFunction, Opaque

MAX_TEXT = 200
MAX_NAMES = 12
_CELL = re.compile(r"(.*), cell (\d+)")
MAX_CALL_PARTS = 8
MAX_NESTED_PARTS = 6
MAX_CANDIDATES = 5000
MAX_WHOLE = 1e15

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

_TYPES: Mapping[type, Words] = {
    type(None): verbatim("None"),
    bool: Message("a bool"),
    int: Message("an int"),
    float: Message("a float"),
    complex: Message("a complex number"),
    str: Message("a string"),
    bytes: Message("bytes"),
    list: Message("a list"),
    tuple: Message("a tuple"),
    dict: Message("a dict"),
}

_DTYPES: Mapping[str, Words] = {
    "b": Message("an array"),
    "i": Message("an array"),
    "u": Message("an array"),
    "f": Message("an array"),
    "c": Message("an array of complex numbers"),
    "O": Message("an array of objects"),
    "U": Message("an array of text"),
    "S": Message("an array of text"),
}


def clean(text: str, limit: int = MAX_TEXT) -> str:
    """Return at most `limit` characters of `text`, on one line and safe to show.

    Characters that steer a terminal or turn the direction of writing are removed;
    ends of lines and tabs become spaces.
    """
    kept = text[: 4 * limit]
    if not kept.isprintable():
        kept = "".join(" " if c.isspace() else c for c in kept if _visible(c))
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


def _visible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in _INVISIBLE


def type_words(value: object) -> Words:
    """Say what `value` is, such as "a list"."""
    if isinstance(value, np.ndarray):
        return _DTYPES.get(value.dtype.kind) or Message("an array of another type")
    if isinstance(value, Opaque):
        return Message("an object of type {type}", type=clean(value.type_name, 60))
    if isinstance(value, GivenFunction):
        return Message("the function {name}", name=clean(value.name, 60))
    if isinstance(value, np.generic) and value.dtype.kind in "biuf":
        return Message("a number")
    for known, words in _TYPES.items():
        if isinstance(value, known):
            return words
    return Message("an object of type {type}", type=clean(type(value).__name__, 60))


def kind_words(expected: object) -> Words:
    """Say what was expected instead; every kind of number is "a number"."""
    if isinstance(expected, bool | int | float):
        return Message("a number")
    return type_words(expected)


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as Python writes it."""
    return str(tuple(shape))


def digit_texts(expected: float, got: float) -> tuple[str, str]:
    """Return both numbers with 6 digits, or with as many as tell them apart."""
    if all(value.is_integer() and abs(value) < MAX_WHOLE for value in (expected, got)):
        return f"{expected:.0f}", f"{got:.0f}"
    for digits in (6, 9, 12):
        texts = f"{expected:.{digits}g}", f"{got:.{digits}g}"
        if texts[0] != texts[1]:
            return texts
    return f"{expected:.17g}", f"{got:.17g}"


def value_text(value: object) -> str:
    """Return a short, harmless text for any plain value."""
    if isinstance(value, str | bytes):
        return repr(clean(value)) if isinstance(value, str) else clean(repr(value))
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return str(value) if value.bit_length() <= 64 else "int"
    if isinstance(value, float):
        return f"{value:.6g}"
    return type(value).__name__


def key_text(key: object) -> str:
    """Return a key of a dict as a list of keys shows it."""
    return clean(key, 40) if isinstance(key, str) else value_text(key)


def names_text(names: Iterable[object]) -> str:
    """Return names or keys joined by commas, the first dozen at most."""
    texts = [key_text(name) for name in islice(names, MAX_NAMES + 1)]
    if len(texts) > MAX_NAMES:
        texts[-1] = "..."
    return ", ".join(texts)


def returns_text(returns: Returns) -> str:
    """Return what a function returns as an assignment names it: ``(Z, cache)``."""
    return returns if isinstance(returns, str) else f"({', '.join(returns)})"


def function_words(function: str) -> Words:
    """Return a function's name, or "the function" where the caller knows none."""
    return verbatim(f"`{clean(function, 80)}`") if function else Message("the function")


def names_words(names: Iterable[str]) -> Words:
    """Return names in backticks: "`dW`", "`dA`, `dW` and `db`"."""
    *others, last = [f"`{name}`" for name in names]
    if not others:
        return verbatim(last)
    return Message("{names} and {last}", names=", ".join(others), last=last)


def place_words(label: str, line: int) -> Words:
    """Return where something stands: a file, the cell of a notebook, and the line."""
    if found := _CELL.fullmatch(label):
        file, cell = found.groups()
        return Message(
            "{file}, cell {cell}, line {line}", file=file, cell=cell, line=line
        )
    return Message("{file}, line {line}", file=label, line=line)


def nearest(name: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the candidate that is spelt most like `name`, if one is close."""
    known = islice(candidates, MAX_CANDIDATES)
    short = [word for word in known if len(word) <= 80 and word != name]
    return next(iter(get_close_matches(name[:80], short, 1, cutoff)), None)


def call_text(function: str, arguments: Mapping[str, object]) -> Text:
    """Return how to repeat a call: its parameters, and the shapes of its arrays.

    Whole numbers, strings and lists of sizes are shown; other values are not.
    """
    parts = [f"{function}({', '.join(arguments)})"]
    for name, value in arguments.items():
        parts += _argument_parts(name, value)
    if len(parts) > MAX_CALL_PARTS:
        parts = [*parts[:MAX_CALL_PARTS], "..."]
    return verbatim(", ".join(parts))


def _argument_parts(name: str, value: object) -> list[str]:
    if isinstance(value, np.ndarray):
        return [f"{name} {shape_text(value.shape)}"]
    if isinstance(value, bool | int | str):
        return [f"{name} = {value_text(value)}"]
    if isinstance(value, Mapping):
        items = [(key_text(key), item) for key, item in value.items()]
    elif isinstance(value, list | tuple):
        if all(type(item) is int for item in value):
            return [f"{name} = {value}"]
        items = [(f"{name}[{i}]", item) for i, item in enumerate(value)]
    else:
        return []
    parts = [part for child, item in items for part in _argument_parts(child, item)]
    nested = any(isinstance(item, list | tuple) for _, item in items)
    if nested and len(parts) > MAX_NESTED_PARTS:
        return [f"len({name}) = {len(items)}"]
    return parts

"""Write plain data as JSON that people can read, and read it back exactly.

What JSON has is written as it is. The rest is an object whose first key says what it
is: ``{"$tuple": [1, 2]}``, ``{"$array": [[0.5, 1.0]], "dtype": "float64", "shape":
[1, 2]}``. Numbers that JSON lacks stand as text: ``"nan"``, ``"inf"``, ``"(1+2j)"``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.values import GivenFunction

WIDTH = 88
"""Columns after which a list or an object is broken into lines."""

DTYPES = (
    *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32"),
    *("uint64", "float16", "float32", "float64", "complex64", "complex128"),
)


def encoded(value: Any) -> Any:
    """Return `value` as what JSON can hold.

    Raises
    ------
    TypeError
        If it is not plain data.
    """
    if isinstance(value, np.ndarray):
        entries = _entries(value).tolist()
        shape = list(value.shape)
        return {"$array": entries, "dtype": _dtype(value), "shape": shape}
    if isinstance(value, np.generic):
        return {"$scalar": _entries(np.asarray(value)).item(), "dtype": _dtype(value)}
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"$float": repr(value)}
    if isinstance(value, complex):
        return {"$complex": repr(value)}
    if isinstance(value, GivenFunction):
        return {"$given": value.name}
    return _encoded_container(value)


def decoded(data: Any) -> Any:
    """Return the value that `encoded` wrote as `data`.

    Raises
    ------
    ValueError, TypeError, KeyError
        If `data` is nothing that `encoded` writes.
    """
    if isinstance(data, list):
        return [decoded(item) for item in data]
    if not isinstance(data, dict):
        return data
    kind = next(iter(data), "")
    if not kind.startswith("$"):
        return {key: decoded(item) for key, item in data.items()}
    content = data[kind]
    if kind == "$dict":
        return {decoded(key): decoded(item) for key, item in content}
    if kind == "$array":
        return _array(content, data["dtype"]).reshape(data["shape"])
    if kind == "$scalar":
        return _array(content, data["dtype"])[()]
    return _SIMPLE[kind](content)


_SIMPLE: dict[str, Callable[[Any], Any]] = {
    "$tuple": lambda content: tuple(decoded(item) for item in content),
    "$float": float,
    "$complex": complex,
    "$given": GivenFunction,
}


def _encoded_container(value: Any) -> Any:
    if isinstance(value, tuple):
        return {"$tuple": [encoded(item) for item in value]}
    if isinstance(value, list):
        return [encoded(item) for item in value]
    if not isinstance(value, dict):
        raise TypeError(f"expected plain data, got {type(value).__name__}")
    if all(type(key) is str and not key.startswith("$") for key in value):
        return {key: encoded(item) for key, item in value.items()}
    return {"$dict": [[encoded(key), encoded(item)] for key, item in value.items()]}


def _dtype(value: np.ndarray[Any, Any] | np.generic) -> str:
    name = value.dtype.name
    if name not in DTYPES:
        raise TypeError(f"expected an array of numbers, got dtype {name}")
    return name


def _entries(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return an array of the same shape that holds what JSON can, in few digits."""
    _dtype(array)
    entries = np.empty(array.shape, dtype=object)
    for index, entry in np.ndenumerate(array):
        entries[index] = _entry(entry)
    return entries


def _entry(entry: Any) -> Any:
    if isinstance(entry, np.complexfloating):
        return str(entry)
    if isinstance(entry, np.floating):
        # the shortest text that is this number in its own precision
        return float(str(entry)) if np.isfinite(entry) else str(entry)
    return entry.item()


def _array(content: Any, dtype: str) -> np.ndarray[Any, Any]:
    if dtype not in DTYPES:
        raise ValueError(f"dtype {dtype!r}")
    if not dtype.startswith("complex"):
        return np.array(content, dtype=dtype)
    written = np.array(content, dtype=str)
    numbers = np.array([complex(entry) for entry in written.flat], dtype=dtype)
    return numbers.reshape(written.shape)


def laid_out(data: Any, indent: int = 0, before: int = 0) -> str:
    """Return `data` as JSON: on one line if it fits, else an entry per line.

    Parameters
    ----------
    indent : int
        Columns that the lines after the first are moved to the right.
    before : int
        Columns that stand before the first line.
    """
    line = json.dumps(data, ensure_ascii=False, allow_nan=False)
    if indent + before + len(line) < WIDTH or not isinstance(data, dict | list):
        return line
    inner = indent + 1
    if isinstance(data, list):
        lines = _filled([laid_out(item, inner) for item in data], WIDTH - inner)
        opening, closing = "[]"
    else:
        lines = [_member(key, item, inner) for key, item in data.items()]
        opening, closing = "{}"
    margin = " " * inner
    body = f",\n{margin}".join(lines)
    return f"{opening}\n{margin}{body}\n{' ' * indent}{closing}"


def _member(key: str, item: Any, indent: int) -> str:
    name = f"{json.dumps(key, ensure_ascii=False)}: "
    return name + laid_out(item, indent, len(name))


def _filled(items: list[str], width: int) -> list[str]:
    """Return `items` with as many numbers on a line as fit, anything else alone."""
    lines: list[str] = []
    for item in items:
        short = not item.startswith(("[", "{"))
        if lines and short and len(lines[-1]) + len(item) + 2 < width:
            lines[-1] += f", {item}"
        else:
            lines.append(item)
    return lines

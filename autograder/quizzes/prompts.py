"""Fill parameters into a prompt; Jinja's sandbox, and nothing of it but ``{{ }}``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from autograder.quizzes.expressions import ExpressionError

_OFF = ("\x00{", "\x00}", "\x01{", "\x01}")
"""Delimiters that no text holds: ``{%`` and ``{#`` are LaTeX more often than not."""


def number(value: object) -> object:
    """Return a float as people write it: 0.1 + 0.2 is 0.3, and 3.0 stays 3.0.

    So are the floats in a list; what is neither stays as it is.
    """
    if isinstance(value, list):
        return f"[{', '.join(_inside(inner) for inner in value)}]"
    if type(value) is not float:
        return value
    text = f"{value + 0.0:.10g}"  # -0.0 + 0.0 is 0.0
    return text if set(text) - set("-0123456789") else f"{text}.0"


def _inside(value: object) -> str:
    written = number(value)
    return repr(value) if written is value else str(written)


def signed(value: float) -> str:
    """Return a number with its sign, to go on a sum: ``3 {{ b | signed }}``."""
    return f"+ {number(value)}" if value >= 0 else f"- {number(-value)}"


def tex(rows: list[Any]) -> str:
    r"""Return a list of rows, or one row, as a LaTeX ``bmatrix``."""
    table = rows if rows and isinstance(rows[0], list) else [rows]
    body = r" \\ ".join(" & ".join(str(number(x)) for x in row) for row in table)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        block_start_string=_OFF[0],
        block_end_string=_OFF[1],
        comment_start_string=_OFF[2],
        comment_end_string=_OFF[3],
        undefined=StrictUndefined,
        finalize=number,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters = {"signed": signed, "tex": tex, "round": round, "join": _join}
    return environment


def _join(values: list[Any], between: str = ", ") -> str:
    return between.join(str(number(value)) for value in values)


ENVIRONMENT = _environment()


@cache
def _template(text: str) -> Template:
    return ENVIRONMENT.from_string(text)


def fill(text: str, names: Mapping[str, Any]) -> str:
    """Return `text` with its ``{{ }}`` filled in.

    Raises
    ------
    ExpressionError
        If a ``{{ }}`` is not written correctly, or names something unknown.
    """
    if "{{" not in text:
        return text
    try:
        return _template(text).render(names)
    except TemplateError as error:
        raise ExpressionError(f"{error.message}") from None
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise ExpressionError(f"{type(error).__name__}: {error}") from None

"""LaTeX formulas as one line of text, for a terminal: ∂L/∂w, W^[3], 1/(1 + e^(-z))."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from autograder.quizzes.latex import formula_tree, is_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ACCENTS = {
    "^": "\u0302",
    "~": "\u0303",
    "¯": "\u0304",
    "―": "\u0304",
    "˙": "\u0307",
    "¨": "\u0308",
    "→": "\u20d7",
}
"""What is drawn over a letter, and the character that does so in text."""
_SPACED = frozenset("=<>*≤≥≠≈≡∈∉⊂→←⇒↦≔+-±×·⊙∘⊗÷\u2217\u223c\u2223")
_APART = frozenset({"mfrac", "mo", "msub", "msubsup", "msup", "munder"})
"""After which a letter needs a space."""
_OPENING = frozenset("([{,;")
_SUMS = frozenset("∑∏∫")
_PRIME = "\N{PRIME}"
_LETTERS = r"[^\W\d_]+[\u0300-\u036f\u2032]*"
_GROUPS = r"(?:\[[^\[\]()]*\]|\([^\[\]()]*\))+"
_SCRIPT = re.compile(rf"[\w.\u22a4\u2032]+|\u2217|{_GROUPS}[T\u22a4\u2032]?")
_ATOM = re.compile(
    rf"[∂∇]?(?:\d+(?:\.\d+)?|{_LETTERS})(?:[_^](?:\w+|\u22a4|{_GROUPS}))*|\([^()]*\)"
)


@lru_cache(maxsize=4096)
def readable(latex: str) -> str | None:
    """Return a formula as one line of text, or None if it cannot be converted."""
    tree = formula_tree(latex)
    if tree is None:
        return None
    text = " ".join(_row(list(tree)).split())
    return "".join(
        unicodedata.normalize("NFKC", char) if char > "\uffff" else char
        for char in unicodedata.normalize("NFC", text)
    )


def _text(node: Element) -> str:
    """Return the text of one element."""
    return _BY_TAG.get(node.tag, _inner)(node)


def _inner(node: Element) -> str:
    if len(node):
        return _row(list(node))
    return (node.text or "").replace("−", "-")  # noqa: RUF001 - a minus sign


def _row(nodes: list[Element]) -> str:
    """Return what stands side by side."""
    line = ""
    for place, node in enumerate(nodes):
        if node.tag == "mtable":
            line += _table(node, after=line[-1:])
            continue
        text = _text(node)
        if node.tag == "mo" and not (place and _is_sum(nodes[place - 1])):
            line = _operator(line, text)
        elif place and _needs_space(nodes[place - 1], line, node, text):
            line += f" {text}"
        else:
            line += text
    return line.strip()


def _operator(line: str, sign: str) -> str:
    """Return `line` with an operator after it."""
    if sign == "=" and line.endswith(":"):
        return f"{line[:-1].rstrip()} := "
    if sign in _SPACED:
        return f"{line} {sign} " if _is_binary(line) else f"{line}{sign}"
    if sign in {",", ";"}:
        return f"{line.rstrip()}{sign} "
    long = sign.isalpha() or sign in _SUMS
    return f"{line} {sign}" if long and line[-1:].isalnum() else line + sign


def _is_binary(before: str) -> bool:
    """Return whether an operator after `before` has a left side."""
    last = before.rstrip()[-1:]
    return bool(last) and last not in _OPENING | _SPACED | _SUMS


def _needs_space(left: Element, line: str, node: Element, text: str) -> bool:
    """Return whether two neighbours would be read as one word."""
    if not text or line.endswith((" ", *_OPENING)):
        return False
    if _is_sum(left) or _is_sum(node):
        return True
    is_sign = left.tag == "mo" and not (left.text or "").isalpha()
    if is_sign or not (text[0].isalnum() or text[0] in "∂∇√"):
        return is_name(node) and line.endswith((")", "]"))
    if left.tag in _APART or is_name(left):
        return True
    is_long = len(text) > 1 and node.tag != "mn" and left.text != "d"
    return is_long and line[-1].isalnum()


def _is_sum(node: Element) -> bool:
    return _is_sum(node[0]) if len(node) else (node.text or "") in _SUMS


def _table(node: Element, after: str) -> str:
    """Return rows: ``[1, 2], [3, 4]`` of a matrix, ``1, x > 0; 0, x < 0`` of cases."""
    rows = [[_text(cell) for cell in row] for row in node]
    if after in {"[", "(", "|"}:
        return ", ".join(f"[{', '.join(row)}]" for row in rows)
    cases = "; ".join(", ".join(filter(None, row)) for row in rows)
    return f"{cases}}}" if after == "{" else cases


def _script(text: str) -> str:
    """Return what stands above or below, without spaces around its operators."""
    text = re.sub(r" ([^\w\s]) ", r"\1", text)
    return text if _SCRIPT.fullmatch(text) else f"({text})"


def _atom(text: str) -> str:
    return text if _ATOM.fullmatch(text) else f"({text})"


def _msup(node: Element) -> str:
    base, above = map(_text, node)
    if set(above) <= {_PRIME}:
        return base + above
    return f"{_based(base)}^{_script(above)}"


def _msub(node: Element) -> str:
    base, below = map(_text, node)
    return f"{_based(base)}_{_script(below)}"


def _msubsup(node: Element) -> str:
    base, below, above = map(_text, node)
    return f"{_based(base)}_{_script(below)}^{_script(above)}"


def _based(base: str) -> str:
    """Return the base of a power, in brackets if it is more than one thing."""
    is_whole = base.startswith(("(", "[")) or not ({" ", "/"} & set(base))
    return base if is_whole else f"({base})"


def _mover(node: Element) -> str:
    base, above = map(_text, node)
    accent = _ACCENTS.get(above)
    if accent and len(base) == 1:
        return base + accent
    return f"{base}^{_script(above)}"


def _mfrac(node: Element) -> str:
    over, under = map(_text, node)
    return f"{_atom(over)}/{_atom(under)}"


def _msqrt(node: Element) -> str:
    return f"√{_atom(_row(list(node)))}"


def _mroot(node: Element) -> str:
    base, index = map(_text, node)
    return f"{_atom(base)}^(1/{index})"


def _space(node: Element) -> str:
    return " "


_BY_TAG: dict[str, Callable[[Element], str]] = {
    "mfrac": _mfrac,
    "mover": _mover,
    "mroot": _mroot,
    "mspace": _space,
    "msqrt": _msqrt,
    "msub": _msub,
    "msubsup": _msubsup,
    "msup": _msup,
    "munder": _msub,
    "munderover": _msubsup,
}

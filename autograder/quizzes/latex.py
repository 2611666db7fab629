"""LaTeX formulas as MathML, which every browser draws without scripts."""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from autograder.reports.text import plain

THIN = "0.167em"
_KEPT = frozenset(
    {
        "accent",
        "columnalign",
        "display",
        "fence",
        "form",
        "linebreak",
        "mathvariant",
        "stretchy",
        "width",
        "xmlns",
    }
)
"""Attributes; a link, a style or a class in a formula is none."""

_CHILDREN = {
    "mfrac": 2,
    "mover": 2,
    "mroot": 2,
    "msub": 2,
    "msubsup": 3,
    "msup": 2,
    "munder": 2,
    "munderover": 3,
}


@lru_cache(maxsize=4096)
def mathml(latex: str, *, block: bool = False) -> Markup | None:
    """Return a formula as MathML, or None if it cannot be converted.

    Parameters
    ----------
    latex : str
        Without its ``$``.
    block : bool
        Whether it stands on lines of its own.
    """
    tree = formula_tree(latex, "block" if block else "inline")
    if tree is None:
        return None
    return Markup(tostring(tree, encoding="unicode"))  # noqa: S704 - just escaped


def formula_tree(latex: str, display: str = "inline") -> Element | None:
    """Return a formula as a tree of MathML, or None if it cannot be converted.

    Its texts are plain, and only harmless attributes are left.
    """
    from latex2mathml.converter import convert_to_element

    try:
        tree: Element = convert_to_element(latex, display=display)
    except Exception:  # noqa: BLE001, RUF100 - it raises whatever comes up
        return None
    nodes = list(tree.iter())
    for node in nodes:
        # latex2mathml writes entities, and expects us to undo them after serialising
        node.text = plain(unescape(node.text or "").replace("\xa0", " "))
        node.attrib = {k: v for k, v in node.attrib.items() if k in _KEPT}
    if not all(map(_is_understood, nodes)):
        return None
    for node in nodes:
        _gather_base(node)
        _set_names_apart(node)
    return tree


def is_name(node: Element) -> bool:
    """Return whether `node` is a function's name such as log, with an index or not."""
    if node.tag in {"msub", "msup"}:
        return is_name(node[0])
    return node.tag == "mi" and len(node.text or "") > 1 and (node.text or "").isascii()


def _is_understood(node: Element) -> bool:
    """Return whether no command was left over, and no ``&`` outside a matrix."""
    text = node.text or ""
    if node.tag == "mi" and text.startswith(("&", "\\")):
        return False
    if len(node) < _CHILDREN.get(node.tag, 0):
        return False
    return len(node) > 0 or bool(text) or node.tag in {"mspace", "mrow", "mtd", "mtext"}


def _gather_base(node: Element) -> None:
    """Make one base of what a script stands at; a matrix is three elements of it."""
    scripts = _CHILDREN.get(node.tag, 1) - 1
    if scripts and len(node) > scripts + 1:
        base = Element("mrow")
        base[:] = node[:-scripts]
        node[:-scripts] = [base]


def _set_names_apart(row: Element) -> None:
    """Put the thin spaces around names that browsers do not: log a, not loga."""
    if row.tag not in {"mrow", "mtd", "msqrt", "mstyle"}:
        return
    spread: list[Element] = []
    for node in row:
        if spread and _touch(spread[-1], node):
            spread.append(Element("mspace", {"width": THIN}))
        spread.append(node)
    row[:] = spread


def _touch(left: Element, right: Element) -> bool:
    apart = {"mo", "mspace", "mtext"}
    closes = left.tag == "mo" and left.text in {")", "]"}
    if is_name(right) and (closes or left.tag not in apart):
        return True
    return is_name(left) and right.tag not in apart

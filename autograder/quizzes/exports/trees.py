"""XML that is made as a tree, so that no text of an author can be a tag."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from autograder.reports.text import plain


def add(
    parent: Element, tag: str, text: str = "", attributes: Mapping[str, str] = {}
) -> Element:
    """Add an element to `parent` and return it.

    Characters that XML forbids become pictures of themselves.
    """
    safe = {name: plain(value) for name, value in attributes.items()}
    node = SubElement(parent, tag, safe)
    node.text = plain(text) or None
    return node


def document(root: Element) -> bytes:
    """Return a file of XML, the same for the same tree."""
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()

"""What YAML turns into something else without a word, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from autograder.course.model_places import Place
from autograder.course.yaml_file import TEXT, YamlFile

PLACEHOLDERS = {"…", "...", "TODO", "TBD", "FIXME", "XXX"}
"""What stands where a sentence is still to be written."""

LANGUAGES = {"en": "English", "ko": "Korean"}

_WORDS = {"id", "quiz", "void", "credit", "key", "to", "mistake", "tags"}
"""Keys of single words, after which a comment may stand."""

_ESCAPES = re.compile(r"\\(?:\\|(.)([A-Za-z]*))", re.DOTALL)
_ALWAYS = set("abefv0NLP_")
_BEFORE_LETTERS = set("nrt")
_CUT = re.compile(r"[ \t]+#")
_OPEN = re.compile(r"\{\{\{|\{\{[^{}]*\}\}\}")


def find_traps(file: YamlFile) -> dict[Place, str]:
    """Return by place what an author cannot have meant as YAML reads it."""
    found: dict[Place, str] = {}
    for place, node in file.scalars.items():
        for what in _traps(place, node):
            found.setdefault(place, what)
    return found


def _traps(place: Place, node: yaml.ScalarNode) -> Iterator[str]:
    if node.style == '"':
        yield from _escapes(node)
    if node.style is None and node.tag != TEXT:
        yield from _coerced(node)
    if node.style is None and node.tag == TEXT:
        yield from _cut(place, node)
    if touching := _OPEN.search(node.value):
        yield f"expected a space between a LaTeX brace and {{{{ }}}}, got {touching[0]}"
    if place[-1:] and place[-1] in LANGUAGES and node.value.strip() in PLACEHOLDERS:
        language = LANGUAGES[str(place[-1])]
        yield f"expected a sentence in {language}, got {node.value.strip()!r}"


def source(node: yaml.Node) -> str:
    """Return a node as it is written in the file."""
    text = node.start_mark.buffer or ""
    return text[node.start_mark.pointer : node.end_mark.pointer]


def _escapes(node: yaml.ScalarNode) -> Iterator[str]:
    """Yield the first escape in double quotes that looks like LaTeX."""
    for escape in _ESCAPES.finditer(source(node)):
        if escape[1] in _ALWAYS or (escape[1] in _BEFORE_LETTERS and escape[2]):
            yield (
                "expected single quotes or a |- block, got double quotes, where "
                f"\\{escape[1]} of {escape[0]} is a control character"
            )


def _coerced(node: yaml.ScalarNode) -> Iterator[str]:
    """Yield what a plain word is that YAML 1.1 takes for something else."""
    raw, kind = node.value, node.tag.rpartition(":")[2]
    if kind == "bool" and raw.casefold() not in ("true", "false"):
        meant = "true" if raw.casefold() in ("yes", "on") else "false"
        yield f"expected {meant}, or '{raw}' in quotes, got {raw}"
    if kind == "timestamp":
        yield f"expected '{raw}' in quotes, got {raw}, a date"
    if kind in ("int", "float") and ":" in raw:
        yield f"expected '{raw}' in quotes, got {raw}, a number to the base of 60"
    if kind == "int" and re.fullmatch(r"[-+]?0[0-7_]+", raw):
        yield f"expected '{raw}' in quotes, got {raw}, a number to the base of 8"


def _cut(place: Place, node: yaml.ScalarNode) -> Iterator[str]:
    """Yield where text without quotes ends before its author meant it to."""
    mark = node.end_mark
    after = (mark.buffer or "")[mark.pointer :]
    if after.lstrip().startswith(",") and not is_whole(node.value):
        yield f"expected the expression in quotes, got {node.value!r}, cut at a comma"
    if _CUT.match(after) and not _WORDS & set(place[-2:]):
        yield f"expected text before a comment in quotes, got {node.value!r}, cut at #"


def is_whole(text: str) -> bool:
    """Return whether every bracket in `text` is closed."""
    depth = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        if depth < 0:
            return False
    return depth == 0

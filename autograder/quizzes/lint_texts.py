"""Lint what students read: placeholders, languages, and LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from jinja2 import TemplateError, meta, nodes
from pydantic import BaseModel

from autograder.course.model_places import Place
from autograder.course.places import one_of
from autograder.course.schema import TextPart
from autograder.messages import LANGUAGES, Language
from autograder.quizzes.latex import formula_tree
from autograder.quizzes.prompts import ENVIRONMENT
from autograder.quizzes.schema import Item

_CODE = re.compile(r"```.*?```|``.*?``|`[^`]*`", re.DOTALL)
_MATHS = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
_TEMPLATE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_WORD = re.compile(r"[A-Za-z]{2,}")
SENTENCE = 3
"""English words from which on a text must be translated."""


def item_texts(part: object, place: Place = ()) -> Iterator[tuple[Place, TextPart]]:
    """Yield every text in both languages of a part of a quiz, with its place."""
    if isinstance(part, TextPart):
        yield place, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from item_texts(getattr(part, name), (*place, name))
    elif isinstance(part, list):
        for index, inner in enumerate(part):
            yield from item_texts(inner, (*place, index))


def text_faults(item: Item) -> Iterator[tuple[Place, str]]:
    """Yield templates that can never be filled in."""
    known = [*item.params, *item.derive]
    for place, text in item_texts(item):
        for language in LANGUAGES:
            for what in _template_faults(_said(text, language), known):
                yield (*place, language), what
    for what in _template_faults(item.code, known):
        yield ("code",), what


def difference_faults(item: Item) -> Iterator[tuple[Place, str]]:
    """Yield texts in which the languages do not say the same numbers."""
    for place, text in item_texts(item):
        used = {
            it: meta.find_undeclared_variables(_parsed(_said(text, it)))
            for it in LANGUAGES
        }
        if _without_language(used, "en") != _without_language(used, "ko"):
            names = {k: ", ".join(sorted(v)) or "none" for k, v in used.items()}
            what = f"expected {{{{ }}}} of {names['en']} as in English"
            yield (*place, "ko"), f"{what}, got {names['ko']}"


def language_faults(item: Item) -> Iterator[tuple[Place, str]]:
    """Yield sentences that do not seem to be in their language."""
    for place, text in item_texts(item):
        words = _WORD.findall(_prose(text.en))
        if len(words) >= SENTENCE and not _HANGUL.search(text.ko):
            yield (*place, "ko"), f"expected Korean, got {text.ko!r}"
        if _HANGUL.search(_prose(text.en)) and text.en != text.ko:
            yield (*place, "en"), f"expected English, got {text.en!r}"


def latex_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with the formulas in a text as students see it."""
    rest = _CODE.sub("", text).replace(r"\$", "")
    if rest.count("$") % 2:
        yield "expected a second $ after each $, got an odd number of them"
        return
    for found in _MATHS.finditer(rest):
        latex = found[1] or found[2]
        if formula_tree(latex.strip()) is None:
            yield f"expected LaTeX, got ${latex}$"


def _without_language(
    used: Mapping[Language, Set[str]], language: Language
) -> Set[str]:
    """Return names as both languages have them: ``why`` for ``why_en``."""
    names = {name.removesuffix(f"_{language}") for name in used[language]}
    return {"" if name == language else name for name in names}


def _prose(text: str) -> str:
    for pattern in (_CODE, _MATHS, _TEMPLATE):
        text = pattern.sub(" ", text)
    return text


def _said(text: TextPart, language: Language) -> str:
    return text.ko if language == "ko" else text.en


@cache
def _parsed(template: str) -> nodes.Template:
    return ENVIRONMENT.parse(template)


def _template_faults(template: str, known: Sequence[str]) -> Iterator[str]:
    try:
        tree = _parsed(template)
    except TemplateError as error:
        yield f"expected {{{{ name }}}}, got an error: {error.message}"
        return
    if next(tree.find_all(nodes.Pow), None):
        yield "expected a power in `derive`, got ** inside {{ }}, which is not Python"
    for name in sorted(meta.find_undeclared_variables(tree).difference(known)):
        yield one_of(known, name)

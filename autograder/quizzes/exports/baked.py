"""Variants that are drawn once and for all, for homes that know no parameters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.messages import Language, Words
from autograder.quizzes.figures import embed
from autograder.quizzes.model import Variant
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Scope
from autograder.quizzes.variants import Sitting, make_variant

STUDENT = "export"
"""For whom variants are drawn."""
TRIES = 20
"""Draws for each variant that is wanted, since some come out alike."""

_SUFFIXES = {"image/svg+xml": "svg", "image/png": "png"}


@dataclass(frozen=True)
class Picture:
    """A figure as a file."""

    name: str
    """Made from what is in it: the same picture is there once."""
    raw: bytes
    alt: str


@dataclass(frozen=True)
class Baked:
    """One variant of an item."""

    item: Item
    variant: Variant
    language: Language
    name: str
    """Its own among all of the quiz: ``w-shape-3``."""
    picture: Picture | None = None

    @cached_property
    def scope(self) -> Scope:
        """What the names of the item mean."""
        return Scope(self.item, self.variant.params)

    def say(self, words: Words) -> str:
        """Return words in the language of the archive."""
        return words.render(self.language)

    @property
    def explain(self) -> str:
        """What is shown with the key; empty if the author wrote nothing."""
        explain = self.item.explain
        return self.say(self.scope.text(explain)) if explain else ""


@dataclass(frozen=True)
class Bakery:
    """Makes variants.

    Parameters
    ----------
    secret : bytes
        Of the course: without it nobody can tell the variants beforehand.
    term : str
    language : {"en", "ko"}
    count : int
        Variants of an item that has parameters, if there are so many.
    folder : Path
        Where figures are that are files: the ``quizzes/`` of the course.
    """

    secret: bytes
    term: str
    language: Language
    count: int
    folder: Path

    def bake(self, item: Item) -> Iterator[Baked]:
        """Yield the variants of an item, no two of which look alike.

        Raises
        ------
        ExpressionError
            If it cannot be drawn or shown.
        AuthoringError
            If there is no such figure.
        """
        wanted = self.count if item.params else 1
        seen: set[str] = set()
        for number in range(1, TRIES * wanted + 1):
            variant = self._drawn(item, number)
            looks = _looks(variant)
            if looks not in seen:
                seen.add(looks)
                name = f"{item.id}-{len(seen)}"
                picture = self._picture(variant)
                yield Baked(item, variant, self.language, name, picture)
            if len(seen) == wanted:
                return

    def _drawn(self, item: Item, number: int) -> Variant:
        sitting = Sitting(self.secret, self.term, STUDENT, f"export-{number}")
        return make_variant(item, sitting, self.language)

    def _picture(self, variant: Variant) -> Picture | None:
        if not variant.figure:
            return None
        mime, raw = embed(variant.figure, self.folder)
        digest = hashlib.sha256(raw).hexdigest()[:16]
        return Picture(f"{digest}.{_SUFFIXES[mime]}", raw, variant.alt)


def _looks(variant: Variant) -> str:
    """Return what students see of a variant, but for the order of its options."""
    form = variant.form
    texts = (sorted(option.text for option in form.options), form.parts, form.code)
    return repr((variant.ask, variant.figure, texts))

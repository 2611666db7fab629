"""Sentences that a student can read, in every language of the course.

Code never formats such a sentence itself: it builds a `Message`, and whoever writes
the page or the record renders it in the reader's language.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")
LOCALE = Path(__file__).parent / "locale"


@runtime_checkable
class Words(Protocol):
    """Anything that can be put into words in a given language."""

    def render(self, language: Language) -> str:
        """Return the sentence in `language`."""
        ...


class Message:
    """A sentence of ours: an English template, looked up in the catalogues.

    Parameters
    ----------
    template : str
        English text with ``{name}`` fields; the key of the catalogues.
    **values : object
        What fills the fields. A value that is itself `Words` is rendered first;
        any other is put in with ``str``, and its own braces mean nothing.
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values: Mapping[str, object] = values

    def render(self, language: Language) -> str:
        """Return the sentence in `language`, its fields filled in."""
        template = _catalogue(language).gettext(self.template)
        return template.format(
            **{name: render(value, language) for name, value in self.values.items()}
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self.template == other.template and self.values == other.values

    def __hash__(self) -> int:
        return hash(self.template)

    def __repr__(self) -> str:
        return f"Message({self.render('en')!r})"


@dataclass(frozen=True)
class Text:
    """A sentence of the teaching team, written in both languages."""

    en: str
    ko: str

    def render(self, language: Language) -> str:
        """Return the sentence in `language`."""
        return self.ko if language == "ko" else self.en


def render(value: object, language: Language) -> str:
    """Return `value` in words: rendered when it can be, else as ``str``."""
    if isinstance(value, Message | Text):
        return value.render(language)
    return str(value)


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("autograder", LOCALE, languages=[language])

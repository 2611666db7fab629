"""A variant as HTML for a home that draws LaTeX itself, as Canvas and Moodle do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from autograder.messages import Message, Words
from autograder.quizzes.exports.baked import Picture
from autograder.quizzes.exports.interactions import (
    Choice,
    Essay,
    Matching,
    Number,
    Short,
)
from autograder.quizzes.exports.translation import Asked
from autograder.quizzes.kinds.number import NumberAnswer
from autograder.quizzes.markup import line_to_html, to_html, to_text
from autograder.reports.text import plain

BLANK = re.compile(r"<<\s*(\w+)\s*>>")


@dataclass(frozen=True)
class Prompter:
    """Writes prompts for one home.

    Parameters
    ----------
    address : callable
        Where a picture is found there.
    """

    address: Callable[[Picture], str]

    def prompt(self, asked: Asked, blank: Callable[[str], str] = str) -> str:
        """Return everything that is asked, but for what is chosen from.

        Parameters
        ----------
        asked : Asked
        blank : callable
            What stands in the code for the blank of a name.
        """
        return "\n".join(self._parts(asked, blank))

    def _parts(self, asked: Asked, blank: Callable[[str], str]) -> Iterator[Markup]:
        baked = asked.baked
        yield to_html(baked.variant.ask, latex=True).strip()
        if picture := baked.picture:
            image = Markup('<p><img src="{}" alt="{}"></p>')
            yield image.format(self.address(picture), plain(picture.alt))
        if code := baked.variant.form.code.rstrip("\n"):
            is_listing = baked.variant.form.kind == "line"
            shown = _numbered(code) if is_listing else _with_blanks(code, blank)
            yield Markup("<pre>{}</pre>").format(shown)
        if how := _how(asked):
            said = line_to_html(baked.say(how), latex=True)
            yield Markup("<p><em>{}</em></p>").format(said)


def line(markdown: str) -> str:
    """Return an option, or what is said to it, as HTML."""
    return str(line_to_html(markdown, latex=True)) if markdown else ""


def block(markdown: str) -> str:
    """Return a text of several sentences as HTML."""
    return str(to_html(markdown, latex=True)).strip() if markdown else ""


def menu(options: tuple[str, ...]) -> list[str]:
    """Return options as text for a menu, where neither HTML nor LaTeX is drawn."""
    texts = [" ".join(to_text(option).split()) for option in options]
    return texts if len(set(texts)) == len(texts) else list(map(plain, options))


def _numbered(code: str) -> str:
    lines = plain(code).splitlines()
    width = len(str(len(lines)))
    return "\n".join(f"{i:>{width}}  {text}" for i, text in enumerate(lines, 1))


def _with_blanks(code: str, blank: Callable[[str], str]) -> Markup:
    parts = BLANK.split(plain(code))
    return Markup("").join(
        escape(blank(part) if place % 2 else part) for place, part in enumerate(parts)
    )


def _how(asked: Asked) -> Words | None:
    """Return how to respond, where the home does not show that by itself."""
    answer = asked.baked.item.answer
    match asked.interaction:
        case Choice(single=False):
            return Message("Choose all options that are right.")
        case Matching(is_order=True):
            return Message("Choose the place of each step.")
        case Number() if isinstance(answer, NumberAnswer):
            return _how_precise(answer)
        case Number() | Short() | Essay():
            return answer.how
    return None


def _how_precise(answer: NumberAnswer) -> Words:
    if answer.digits is None:
        return Message("Write a decimal number, such as 0.25.")
    return Message(
        "Write a decimal number to {digits} significant figures.", digits=answer.digits
    )

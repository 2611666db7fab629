"""A quiz as text, for a colleague or for the archive: all items, then all keys."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from autograder.messages import Language, Message
from autograder.quizzes.exports.translation import Asked, Pool
from autograder.quizzes.kinds.marks import letter, mark
from autograder.quizzes.markup import to_text
from autograder.quizzes.model import Form
from autograder.quizzes.printed import show_key
from autograder.quizzes.words import points_words
from autograder.reports.text import plain

MARGIN = "    "


def plain_text(title: str, pools: Sequence[Pool], language: Language) -> str:
    """Return all items and, after them, what is right.

    Parameters
    ----------
    title : str
        In the language of the text.
    pools : sequence of Pool
        In that language too.
    language : {"en", "ko"}
    """
    numbered = [
        (f"{number}. {asked.baked.name if pool.is_drawn else pool.item.id}", asked)
        for number, pool in enumerate(pools, 1)
        for asked in pool.asked
    ]
    keys = Message("Key").render(language)
    parts = [_headed(title, "=")]
    parts += [_item(head, asked) for head, asked in numbered]
    parts += [_headed(keys, "-")]
    parts += [_key(head, asked) for head, asked in numbered]
    return "\n\n".join(parts) + "\n"


def _headed(text: str, line: str) -> str:
    shown = plain(text)
    return f"{shown}\n{line * len(shown)}"


def _item(head: str, asked: Asked) -> str:
    baked = asked.baked
    worth = baked.say(points_words(baked.item.points))
    body = "\n\n".join(part for part in _parts(asked) if part)
    return f"{head} ({worth})\n\n{textwrap.indent(body, MARGIN)}"


def _parts(asked: Asked) -> Iterator[str]:
    """Yield what students read, in its order."""
    variant = asked.baked.variant
    yield to_text(variant.ask).strip()
    if variant.alt:
        yield f"[{plain(variant.alt)}]"
    yield _code(variant.form)
    if variant.form.kind == "match":
        parts = enumerate(variant.form.parts, 1)
        yield "\n".join(f"{letter(i)}. {to_text(part.text)}" for i, part in parts)
    options = enumerate(variant.form.options, 1)
    yield "\n".join(f"{mark(i)} {to_text(option.text)}" for i, option in options)
    yield to_text(variant.form.how)


def _code(form: Form) -> str:
    code = plain(form.code.rstrip("\n"))
    if form.kind != "line":
        return textwrap.indent(code, MARGIN)
    return "\n".join(f"{i:>3} {line}" for i, line in enumerate(code.splitlines(), 1))


def _key(head: str, asked: Asked) -> str:
    baked = asked.baked
    shown = show_key(baked.item, baked.variant, baked.language)
    key = to_text(shown.key) if baked.variant.form.options else plain(shown.key)
    said = [key, to_text(shown.explain).strip()]
    body = "\n".join(text for text in said if text)
    return f"{head}\n{textwrap.indent(body, MARGIN)}"

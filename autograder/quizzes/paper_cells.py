"""What stands in the cells of a paper: its head, a prompt, the place for a response."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from autograder.course.calendar import Window
from autograder.messages import LANGUAGES, Language, Message
from autograder.quizzes.figures import data_uri
from autograder.quizzes.kinds import marks
from autograder.quizzes.model import Paper, Variant
from autograder.quizzes.words import points_words, window_words, words

RESPONSE = Message("Response:")
"""Begins the cell in which students write."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|$~&!])")
_FENCED = re.compile(r"(`{3,}|~{3,})[^\n]*\n(.*?)\n?\1`*", re.DOTALL)
_QUOTED = re.compile(r"`([^`]+)`|\$\$?([^$]+)\$\$?")
_UNFILLED = re.compile(r"\s*[\w.]{1,80}\s*[:：=]\s*")  # noqa: RUF001


def head(paper: Paper, window: Window | None) -> str:
    """Return the first cell: whose paper it is, when, and what to do with it."""
    who = (paper.name, paper.student, paper.section)
    times = window_words(window) if window else []
    parts = [
        f"# {paper.title}",
        " · ".join(_escaped(part) for part in who if part),
        f"{words(paper.language)['paper']} **{paper.id}**",
        " · ".join(message.render(paper.language) for message in times),
        _todo(paper).render(paper.language),
    ]
    return "\n\n".join(part for part in parts if part)


def _todo(paper: Paper) -> Message:
    if paper.sitting.startswith("practice"):
        return Message(
            "This paper is for practice and is not scored. `autograder quiz take` with "
            "the name of this file judges every response at once."
        )
    return Message(
        "Write each response into the cell below its item, after `{label}`. Then save "
        "the notebook and hand it in; the name of the file does not matter.",
        label=RESPONSE,
    )


def prompt(
    number: int, variant: Variant, language: Language, folder: Path | None = None
) -> str:
    """Return what is asked: prompt, code, figure, options, and how to respond.

    Parameters
    ----------
    folder : Path, optional
        Where the figures are that are files; without it none is shown.

    Raises
    ------
    AuthoringError
        If there is no such figure.
    """
    points = points_words(variant.points).render(language)
    title = f"### {number} · {points}"
    return "\n\n".join([title, *_asked(variant, _figure(variant, folder))])


def terminal_prompt(variant: Variant) -> str:
    """Return what is asked, with the words for a figure in its place."""
    return "\n\n".join(_asked(variant, f"[{variant.alt}]" if variant.alt else ""))


def _asked(variant: Variant, figure: str) -> Iterator[str]:
    yield variant.ask.strip()
    yield from filter(None, [figure, _code(variant), *_lists(variant)])
    yield f"_{variant.form.how}_"  # a power may stand in it: 2**10


def is_edited(text: str, variant: Variant) -> bool:
    """Return whether a prompt that came back lacks something of what was asked."""
    asked = [variant.ask, _code(variant), *_lists(variant)]
    there = " ".join(text.split())
    return any(" ".join(part.split()) not in there for part in asked)


def blank_response(variant: Variant, language: Language) -> str:
    """Return the cell for a response, with a line for each part of it."""
    form = variant.form
    names = [part.key for part in form.parts]
    if form.kind == "match":
        names = [marks.letter(number) for number in range(1, len(names) + 1)]
    label = RESPONSE.render(language)
    return "  \n".join([label, *(f"{name}: " for name in names)]) + "\n" * (not names)


def filled_response(response: str, language: Language) -> str:
    """Return the cell with a response in it."""
    return f"{RESPONSE.render(language)}\n{response}"


def response_in(text: str) -> str:
    """Return the response that stands in a cell; empty when there is none.

    It may stand beside the label, below it or without it, in backticks, between
    dollars or in a fence. Lines of parts that are not filled in go.
    """
    label = _label().match(text)
    bare = (text[label.end() :] if label else text).strip()
    if fenced := _FENCED.fullmatch(bare):
        bare = fenced[2].strip()
    if quoted := _QUOTED.fullmatch(bare):
        bare = (quoted[1] or quoted[2]).strip()
    return _filled(bare)


@cache
def _label() -> re.Pattern[str]:
    """Return what matches the label in any language; a colon may be a wide one."""
    said = {RESPONSE.render(language).rstrip(": ") for language in LANGUAGES}
    either = "|".join(map(re.escape, said))
    return re.compile(rf"\s*(?:{either})\s*[:：]", re.IGNORECASE)  # noqa: RUF001


def _filled(text: str) -> str:
    """Drop what is not filled in; a value below its name goes beside it."""
    lines = [line for line in text.split("\n") if line.strip()]
    empty = [bool(_UNFILLED.fullmatch(line)) for line in lines]
    if not any(empty):
        return text
    below = [*(not is_empty for is_empty in empty[1:]), False]
    if not all(
        follows for is_empty, follows in zip(empty, below, strict=True) if is_empty
    ):
        return "\n".join(
            line for line, is_empty in zip(lines, empty, strict=True) if not is_empty
        )
    return "".join(
        line.rstrip() + (" " if is_empty else "\n")
        for line, is_empty in zip(lines, empty, strict=True)
    ).rstrip()


def _lists(variant: Variant) -> list[str]:
    form = variant.form
    parts = form.parts if form.kind == "match" else ()  # blanks stand in the code
    return [
        "\n".join(
            _bullet(f"{marks.letter(number)}. {part.text}")
            for number, part in enumerate(parts, start=1)
        ),
        "\n".join(
            _bullet(f"{marks.mark(number)} {option.text}", "*")
            for number, option in enumerate(form.options, start=1)
        ),
    ]


def _bullet(text: str, sign: str = "-") -> str:
    """Return a line of a list; another sign begins another list."""
    return f"{sign} " + text.strip().replace("\n", "\n  ")


def _code(variant: Variant) -> str:
    form = variant.form
    if not form.code.strip():
        return ""
    code = _numbered(form.code) if form.kind == "line" else form.code.strip("\n")
    ticks = max(map(len, re.findall("`+", code)), default=0)
    fence = "`" * max(3, ticks + 1)
    return f"{fence}python\n{code}\n{fence}"


def _numbered(code: str) -> str:
    """Return code with its lines numbered from 1, blank ones included."""
    lines = code.rstrip("\n").split("\n")
    return "\n".join(
        f"{number:>2}  {line}".rstrip() for number, line in enumerate(lines, start=1)
    )


def _figure(variant: Variant, folder: Path | None) -> str:
    """Return a picture that is part of the text.

    JupyterLab shows no SVG that is an attachment of a cell.
    """
    figure = variant.figure
    if not figure or (folder is None and not figure.startswith("<svg")):
        return ""
    return f"![{_escaped(variant.alt)}]({data_uri(figure, folder or Path())})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

"""Items of Moodle XML, where they are called questions."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import singledispatch
from xml.etree.ElementTree import Element

from markupsafe import Markup

from autograder.quizzes.exports.baked import Picture
from autograder.quizzes.exports.credit import part_text, parts_of
from autograder.quizzes.exports.interactions import (
    Blank,
    Blanks,
    Choice,
    Essay,
    Interaction,
    Matching,
    Near,
    Number,
    Short,
    Spelled,
    Truth,
)
from autograder.quizzes.exports.prompt import Prompter, block, line, menu
from autograder.quizzes.exports.spellings import decimal_text, exact
from autograder.quizzes.exports.translation import Asked
from autograder.quizzes.exports.trees import add

LEAST_OPTIONS = 3
"""Of what is matched."""

_HTML = {"format": "html"}
_TYPES: dict[type[Interaction], str] = {
    Blanks: "cloze",
    Choice: "multichoice",
    Essay: "essay",
    Matching: "matching",
    Number: "numerical",
    Short: "shortanswer",
    Truth: "truefalse",
}


def add_item(quiz: Element, asked: Asked) -> None:
    """Add one variant."""
    baked = asked.baked
    kind = _TYPES[type(asked.interaction)]
    node = add(quiz, "question", "", {"type": kind})
    _text(add(node, "name"), baked.name)
    _add_prompt(node, asked)
    _text(add(node, "generalfeedback", "", _HTML), block(baked.explain))
    if kind != "cloze":  # is worth what its blanks are worth
        add(node, "defaultgrade", f"{baked.item.points:g}")
    add(node, "penalty", "0")
    add(node, "hidden", "0")
    add(node, "idnumber", f"{baked.name}-r{baked.item.rev}")
    _respond(asked.interaction, node)
    if baked.item.tags:
        tags = add(node, "tags")
        for tag in baked.item.tags:
            _text(add(tags, "tag"), tag)


def weight_of(blanks: Blanks, points: float) -> int:
    """Return the whole number of points of each blank; Moodle knows no others."""
    share = points / len(blanks.blanks)
    return int(share) if share >= 1 and share.is_integer() else 1


def _add_prompt(node: Element, asked: Asked) -> None:
    picture = asked.baked.picture
    prompter = Prompter(lambda it: f"@@PLUGINFILE@@/{it.name}")
    if isinstance(asked.interaction, Blanks):
        prompt = _with_gaps(prompter, asked, asked.interaction)
    else:
        prompt = prompter.prompt(asked)
    text = add(node, "questiontext", "", _HTML)
    _text(text, prompt)
    if picture:
        _file(text, picture)


def _with_gaps(prompter: Prompter, asked: Asked, blanks: Blanks) -> str:
    """Return a prompt with Moodle's notation for each blank, and no other of it."""
    weight = weight_of(blanks, asked.baked.item.points)
    marks = {blank.name: f"\ue000{i}\ue001" for i, blank in enumerate(blanks.blanks)}
    prompt = prompter.prompt(asked, marks.__getitem__)
    prompt = prompt.replace("{", "&#123;").replace("}", "&#125;")
    for blank in blanks.blanks:
        prompt = prompt.replace(marks[blank.name], _gap(blank, weight, blanks.case))
    return prompt


def _gap(blank: Blank, weight: int, case: bool) -> str:
    kind = "SHORTANSWER_C" if case else "SHORTANSWER"
    rights = [f"={_in_gap(_literal(text))}" for text in blank.right.texts]
    wrongs = [
        f"%0%{_in_gap(_literal(text))}#{_in_gap(line(wrong.say))}"
        for wrong in blank.wrong
        for text in wrong.texts
    ]
    return f"{{{weight}:{kind}:{'~'.join([*rights, *wrongs])}}}"


def _in_gap(text: str) -> str:
    """Return text in which nothing but letters and digits is left to be a sign."""
    return "".join(
        char if char.isalnum() or char == " " else f"&#{ord(char)};" for char in text
    )


def _literal(text: str) -> str:
    r"""Return a text to be typed as it is: a lone ``*`` stands for any text."""
    return text.replace("*", r"\*")


@singledispatch
def _respond(interaction: Interaction, node: Element) -> None:
    """Add how a node is answered and scored."""


@_respond.register
def _choice(choice: Choice, node: Element) -> None:
    add(node, "single", "true" if choice.single else "false")
    add(node, "shuffleanswers", "true" if choice.shuffled else "false")
    add(node, "answernumbering", "abc")
    for option, part in zip(choice.options, _parts(choice), strict=True):
        _answer(node, line(option.text), part, option.say, "html")


def _parts(choice: Choice) -> list[float]:
    """Return what each option is worth, in per cent.

    A wrong one takes away what a right one gives; all, where only all earns anything.
    """
    parts = iter(parts_of(choice.rights))
    if choice.single:
        lost = 0.0
    else:
        lost = -100.0 if choice.credit == "all" else -parts_of(choice.rights)[0]
    return [next(parts) if option.right else lost for option in choice.options]


@_respond.register
def _truth(truth: Truth, node: Element) -> None:
    for value in (True, False):
        word = "true" if value else "false"
        part = 100 if truth.right is value else 0
        _answer(node, word, part, truth.says[value])


@_respond.register
def _short(short: Short, node: Element) -> None:
    add(node, "usecase", "1" if short.case else "0")
    _spell(node, short.right, 100)
    for wrong in short.wrong:
        _spell(node, wrong, 0)


def _spell(node: Element, spelled: Spelled, part: float) -> None:
    for text in spelled.texts:
        _answer(node, _literal(text), part, spelled.say)


@_respond.register
def _number(number: Number, node: Element) -> None:
    nears: Sequence[tuple[Near, float]] = [
        (number.right, 100),
        *((wrong, 0) for wrong in number.wrong),
    ]
    for near, part in nears:
        value = decimal_text(exact(near.value))
        answer = _answer(node, value, part, near.say)
        add(answer, "tolerance", decimal_text(exact(near.tolerance)))


@_respond.register
def _matching(matching: Matching, node: Element) -> None:
    add(node, "shuffleanswers", "false" if matching.is_order else "true")
    options = menu(matching.options)
    for pair in matching.pairs:
        _pair(node, line(pair.text), options[pair.option])
    taken = {pair.option for pair in matching.pairs}
    rest = [text for i, text in enumerate(options) if i not in taken]
    for text in [*rest, *["–"] * (LEAST_OPTIONS - len(options))]:
        _pair(node, "", text)


def _pair(node: Element, html: str, option: str) -> None:
    """Add something and its option; nothing, for an option that is never right."""
    pair = add(node, "subquestion", "", _HTML)
    _text(pair, html)
    _text(add(pair, "answer"), option)


@_respond.register
def _essay(essay: Essay, node: Element) -> None:
    add(node, "responseformat", "plain")
    add(node, "responserequired", "1")
    add(node, "responsefieldlines", "5")
    add(node, "attachments", "0")
    key = Markup("<p><code>{}</code></p>").format(essay.key)
    _text(add(node, "graderinfo", "", _HTML), key)
    _text(add(node, "responsetemplate", "", _HTML), "")


def _answer(
    node: Element,
    text: str,
    part: float,
    say: str,
    format_: str = "moodle_auto_format",
) -> Element:
    """Add an answer, right or wrong; `part` is in per cent."""
    attributes = {"fraction": part_text(part), "format": format_}
    answer = add(node, "answer", "", attributes)
    _text(answer, text)
    _text(add(answer, "feedback", "", _HTML), line(say))
    return answer


def _text(parent: Element, text: str) -> None:
    add(parent, "text", text)


def _file(parent: Element, picture: Picture) -> None:
    attributes = {"name": picture.name, "path": "/", "encoding": "base64"}
    add(parent, "file", base64.b64encode(picture.raw).decode(), attributes)

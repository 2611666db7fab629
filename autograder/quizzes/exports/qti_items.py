"""Items of QTI 1.2, with the metadata that Canvas goes by.

Canvas takes every text and every number in a condition for a right one, so that
nothing can be said there to mistakes other than options.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from xml.etree.ElementTree import Element

from markupsafe import Markup

from autograder.messages import Message
from autograder.quizzes.exports.interactions import (
    Blanks,
    Choice,
    Essay,
    Interaction,
    Matching,
    Number,
    Short,
    Truth,
)
from autograder.quizzes.exports.prompt import Prompter, block, line, menu
from autograder.quizzes.exports.spellings import decimal_text, exact
from autograder.quizzes.exports.translation import Asked
from autograder.quizzes.exports.trees import add

GENERAL = "general_fb"
"""By which Canvas knows what is said to everybody."""
RESPONSE = "response1"

_FIRST_OPTION, _FIRST_PART = 1001, 2001
"""Canvas makes numbers of its own from these."""


def add_item(parent: Element, ident: str, asked: Asked, prompter: Prompter) -> None:
    """Add one variant as an item; `ident` must be its own in all of a course."""
    baked = asked.baked
    item = add(parent, "item", "", {"ident": ident, "title": baked.name})
    fields = add(add(item, "itemmetadata"), "qtimetadata")
    add_field(fields, "question_type", _type(asked.interaction))
    add_field(fields, "points_possible", f"{baked.item.points:g}")
    presentation = add(item, "presentation")
    gaps = {name: f"[blank{i}]" for i, name in enumerate(_blank_names(asked), 1)}
    prompt = prompter.prompt(asked, gaps.__getitem__)
    _material(presentation, f"<div>{prompt}</div>")
    processing = add(item, "resprocessing")
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE"}
    add(add(processing, "outcomes"), "decvar", "", {**score, "vartype": "Decimal"})
    said = {GENERAL: general} if (general := _general(asked)) else {}
    if said:
        add(_condition(_feedback(processing, GENERAL)), "other")
    said |= _respond(asked.interaction, presentation, processing)
    for ident, html in said.items():
        feedback = add(item, "itemfeedback", "", {"ident": ident})
        _material(add(feedback, "flow_mat"), html)


def add_field(fields: Element, label: str, entry: str) -> None:
    """Add a line of metadata."""
    field = add(fields, "qtimetadatafield")
    add(field, "fieldlabel", label)
    add(field, "fieldentry", entry)


def _blank_names(asked: Asked) -> Iterable[str]:
    if isinstance(asked.interaction, Blanks):
        return [blank.name for blank in asked.interaction.blanks]
    return ()


def _general(asked: Asked) -> str:
    """Return what everybody is told: the explanation, and the key of an essay."""
    said = block(asked.baked.explain)
    if isinstance(asked.interaction, Essay):
        key = asked.baked.say(Message("Key"))
        code = Markup("<p>{}: <code>{}</code></p>").format(key, asked.interaction.key)
        return f"{code}{said}"
    return said


def _type(interaction: Interaction) -> str:
    match interaction:
        case Choice(single=False):
            return "multiple_answers_question"
        case _:
            return _TYPES[type(interaction)]


_TYPES: dict[type[Interaction], str] = {
    Blanks: "fill_in_multiple_blanks_question",
    Choice: "multiple_choice_question",
    Essay: "essay_question",
    Matching: "matching_question",
    Number: "numerical_question",
    Short: "short_answer_question",
    Truth: "true_false_question",
}


@singledispatch
def _respond(
    interaction: Interaction, presentation: Element, processing: Element
) -> dict[str, str]:
    """Add how an item is answered and scored; return what is said, by its ident."""
    raise TypeError(interaction)


@_respond.register
def _choice(
    choice: Choice, presentation: Element, processing: Element
) -> dict[str, str]:
    options = [(line(it.text), it.right, line(it.say)) for it in choice.options]
    return _choose(options, choice.single, presentation, processing)


@_respond.register
def _truth(truth: Truth, presentation: Element, processing: Element) -> dict[str, str]:
    """Choose between the two words by which Canvas knows that it is true or false."""
    options = [
        (word, truth.right is value, line(truth.says[value]))
        for word, value in (("True", True), ("False", False))
    ]
    return _choose(options, True, presentation, processing)


def _choose(
    options: list[tuple[str, bool, str]],
    single: bool,
    presentation: Element,
    processing: Element,
) -> dict[str, str]:
    cardinality = "Single" if single else "Multiple"
    attributes = {"ident": RESPONSE, "rcardinality": cardinality}
    labels = add(add(presentation, "response_lid", "", attributes), "render_choice")
    said: dict[str, str] = {}
    rights: dict[str, bool] = {}
    for number, (html, right, say) in enumerate(options, _FIRST_OPTION):
        rights[str(number)] = right
        _label(labels, number, html)
        if say:
            said[f"{number}_fb"] = say
            _equal(_condition(_feedback(processing, f"{number}_fb")), str(number))
    scored = _condition(_scored(processing))
    if not single:
        scored = add(scored, "and")
    for number_text, right in rights.items():
        if right:
            _equal(scored, number_text)
        elif not single:
            _equal(add(scored, "not"), number_text)
    return said


@_respond.register
def _short(short: Short, presentation: Element, processing: Element) -> dict[str, str]:
    _field_to_fill(presentation)
    scored = _condition(_scored(processing))
    for text in short.right.texts:
        _equal(scored, text)
    return {}


@_respond.register
def _number(
    number: Number, presentation: Element, processing: Element
) -> dict[str, str]:
    _field_to_fill(presentation, "Decimal")
    value, tolerance = exact(number.right.value), exact(number.right.tolerance)
    either = add(_condition(_scored(processing)), "or")
    _equal(either, decimal_text(value))
    between = add(either, "and")
    to = {"respident": RESPONSE}
    add(between, "vargte", decimal_text(value - tolerance), to)
    add(between, "varlte", decimal_text(value + tolerance), to)
    return {}


@_respond.register
def _essay(essay: Essay, presentation: Element, processing: Element) -> dict[str, str]:
    _field_to_fill(presentation)
    add(_condition(add(processing, "respcondition", "", {"continue": "No"})), "other")
    return {}


@_respond.register
def _matching(
    matching: Matching, presentation: Element, processing: Element
) -> dict[str, str]:
    share = f"{100 / len(matching.pairs):.2f}"
    for number, pair in enumerate(matching.pairs, _FIRST_PART):
        ident = f"response_{number}"
        part = add(presentation, "response_lid", "", {"ident": ident})
        _material(part, line(pair.text))
        labels = add(part, "render_choice")
        for place, text in enumerate(menu(matching.options), _FIRST_OPTION):
            _label(labels, place, text, "text/plain")
        scored = _condition(_scored(processing, share))
        _equal(scored, str(_FIRST_OPTION + pair.option), ident)
    return {}


@_respond.register
def _blanks(
    blanks: Blanks, presentation: Element, processing: Element
) -> dict[str, str]:
    share = f"{100 / len(blanks.blanks):.2f}"
    number = _FIRST_OPTION
    for place, blank in enumerate(blanks.blanks, 1):
        ident = f"response_blank{place}"
        part = add(presentation, "response_lid", "", {"ident": ident})
        _material(part, f"blank{place}", "text/plain")
        labels = add(part, "render_choice")
        _equal(_condition(_scored(processing, share)), str(number), ident)
        for text in blank.right.texts:
            _label(labels, number, text, "text/plain")
            number += 1
    return {}


def _field_to_fill(presentation: Element, kind: str = "String") -> None:
    single = {"ident": RESPONSE, "rcardinality": "Single"}
    field = add(presentation, "response_str", "", single)
    render = add(field, "render_fib", "", {"fibtype": kind})
    add(render, "response_label", "", {"ident": "answer1", "rshuffle": "No"})


def _label(labels: Element, number: int, text: str, kind: str = "text/html") -> None:
    _material(add(labels, "response_label", "", {"ident": str(number)}), text, kind)


def _material(parent: Element, text: str, kind: str = "text/html") -> None:
    add(add(parent, "material"), "mattext", text, {"texttype": kind})


def _scored(processing: Element, share: str = "") -> Element:
    """Add a rule by which the score is all, or grows by a share of it."""
    attributes = {} if share else {"continue": "No"}
    rule = add(processing, "respcondition", "", attributes)
    add(rule, "conditionvar")
    action = "Add" if share else "Set"
    add(rule, "setvar", share or "100", {"action": action, "varname": "SCORE"})
    return rule


def _feedback(processing: Element, ident: str) -> Element:
    """Add a rule by which something is said."""
    rule = add(processing, "respcondition", "", {"continue": "Yes"})
    add(rule, "conditionvar")
    shown = {"feedbacktype": "Response", "linkrefid": ident}
    add(rule, "displayfeedback", "", shown)
    return rule


def _condition(rule: Element) -> Element:
    """Return where the condition of a rule is written."""
    found = rule.find("conditionvar")
    return add(rule, "conditionvar") if found is None else found


def _equal(parent: Element, text: str, ident: str = RESPONSE) -> None:
    add(parent, "varequal", text, {"respident": ident})

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, fromstring

import pytest

from autograder.quizzes.exports.interactions import (
    Blanks,
    Choice,
    Essay,
    Matching,
    Number,
    Short,
    Truth,
)
from autograder.quizzes.exports.prompt import Prompter, line, menu
from autograder.quizzes.exports.qti_items import add_item
from autograder.quizzes.exports.trees import document

PROMPTER = Prompter(lambda picture: f"files/{picture.name}")
TYPES = {
    "pick": "multiple_choice_question",
    "several": "multiple_answers_question",
    "none-right": "multiple_answers_question",
    "statement": "true_false_question",
    "third": "numerical_question",
    "figures": "numerical_question",
    "wrong-line": "numerical_question",
    "w-shape": "short_answer_question",
    "small-array": "short_answer_question",
    "large-array": "essay_question",
    "slope": "essay_question",
    "forward": "essay_question",
    "word": "short_answer_question",
    "steps": "matching_question",
    "pairs": "matching_question",
    "gaps": "fill_in_multiple_blanks_question",
    "drawn": "numerical_question",
}


class Item:
    """One item, as a program that knows QTI 1.2 reads it."""

    def __init__(self, item: Element) -> None:
        self.item = item
        fields = item.find("itemmetadata/qtimetadata")
        self.fields = {field[0].text: field[1].text for field in fields}
        self.prompt = item.findtext("presentation/material/mattext")
        self.feedback = {
            it.get("ident"): it.findtext("flow_mat/material/mattext")
            for it in item.findall("itemfeedback")
        }
        self.conditions = item.findall("resprocessing/respcondition")

    def options(self, response: Element) -> dict[str, str]:
        """Return what is shown of each option, by its ident."""
        labels = response.findall("render_choice/response_label")
        return {it.get("ident"): it.findtext("material/mattext") for it in labels}

    @property
    def responses(self) -> dict[str, Element]:
        found = self.item.findall("presentation/*[@ident]")
        return {response.get("ident"): response for response in found}

    @property
    def scored(self) -> list[Element]:
        """Return the conditions for the whole score."""
        return [
            rule.find("conditionvar")
            for rule in self.conditions
            if rule.findtext("setvar") == "100"
        ]

    @property
    def shares(self) -> dict[str, tuple[str, float]]:
        """Return which option of each response earns a part, and how much."""
        found = {}
        for rule in self.conditions:
            if (
                rule.find("setvar") is not None
                and rule.find("setvar").get("action") == "Add"
            ):
                equal = rule.find("conditionvar/varequal")
                part = float(rule.findtext("setvar"))
                found[equal.get("respident")] = (equal.text, part)
        return found

    @property
    def said(self) -> dict[str, str]:
        """Return what is said to whoever chooses an option, by its ident."""
        return {
            rule.findtext("conditionvar/varequal"): self.feedback[
                shown.get("linkrefid")
            ]
            for rule in self.conditions
            for shown in rule.findall("displayfeedback")
            if rule.find("conditionvar/varequal") is not None
        }


class Text(HTMLParser):
    """The text of HTML, and the tags in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def read(asked):
    root = Element("section")
    add_item(root, "ident", asked, PROMPTER)
    return Item(fromstring(document(root))[0])


@pytest.fixture
def items(pools):
    """The first variant of each item: as it was meant, and as it is read again."""
    first = {pool.item.id: pool.asked[0] for pool in pools}
    return {name: (asked, read(asked)) for name, asked in first.items()}


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_the_type_and_the_points_that_canvas_goes_by(items, name, kind):
    asked, item = items[name]
    assert item.fields["question_type"] == kind
    assert float(item.fields["points_possible"]) == asked.baked.item.points


@pytest.mark.parametrize("name", set(TYPES) - {"gaps"})
def test_the_prompt_comes_back(items, name):
    asked, item = items[name]
    assert item.prompt == f"<div>{PROMPTER.prompt(asked)}</div>"
    assert Text(item.prompt).text.startswith(Text(line(asked.baked.variant.ask)).text)


@pytest.mark.parametrize("name", TYPES)
def test_what_is_right_comes_back(items, name):
    asked, item = items[name]
    match asked.interaction:
        case Choice(options, single):
            _check_choice(item, options, single)
        case Truth(right):
            shown = item.options(item.responses["response1"])
            assert shown[item.scored[0].findtext("varequal")] == str(right)
        case Number(right):
            _check_number(item.scored[0], right)
        case Short(right):
            texts = [equal.text for equal in item.scored[0].findall("varequal")]
            assert tuple(texts) == right.texts
        case Essay(key):
            assert not item.scored
            assert key in Text(item.feedback["general_fb"]).text
        case Matching() as matching:
            _check_matching(item, matching)
        case Blanks() as blanks:
            _check_blanks(item, blanks)


def _check_choice(item, options, single):
    response = item.responses["response1"]
    assert response.get("rcardinality") == ("Single" if single else "Multiple")
    shown = item.options(response)
    assert list(shown.values()) == [line(option.text) for option in options]
    [rule] = item.scored
    whole = rule if single else rule.find("and")
    right = [shown[equal.text] for equal in whole.findall("varequal")]
    wrong = [shown[equal.text] for equal in whole.findall("not/varequal")]
    assert right == [line(option.text) for option in options if option.right]
    if not single:
        assert wrong == [line(it.text) for it in options if not it.right]


def _check_number(rule, right):
    value = Decimal(rule.findtext("or/varequal"))
    low, high = (
        Decimal(rule.findtext(f"or/and/{tag}")) for tag in ("vargte", "varlte")
    )
    assert float(value) == right.value
    assert float(high - value) == float(value - low) == pytest.approx(right.tolerance)


def _check_matching(item, matching):
    assert len(item.responses) == len(item.shares) == len(matching.pairs)
    for pair, (ident, response) in zip(
        matching.pairs, item.responses.items(), strict=True
    ):
        assert response.findtext("material/mattext") == line(pair.text)
        shown = item.options(response)
        assert list(shown.values()) == menu(matching.options)
        right, part = item.shares[ident]
        assert shown[right] == menu(matching.options)[pair.option]
        assert part == pytest.approx(100 / len(matching.pairs), abs=0.01)


def _check_blanks(item, blanks):
    for number, blank in enumerate(blanks.blanks, 1):
        ident = f"response_blank{number}"
        shown = item.options(item.responses[ident])
        assert tuple(shown.values()) == blank.right.texts
        assert item.shares[ident] == (next(iter(shown)), 50)
        assert item.prompt.count(f"[blank{number}]") == 1


def test_what_is_said_to_options(items):
    _, item = items["pick"]
    shown = item.options(item.responses["response1"])
    said = {shown[ident]: html for ident, html in item.said.items()}
    assert said == {"no": r"no: \(x\)", "<code>none</code>": r"no: \(x\)"}
    _, statement = items["statement"]
    shown = statement.options(statement.responses["response1"])
    assert [shown[ident] for ident in statement.said] == ["False"]


def test_canvas_would_take_a_mistake_for_a_right_response(items):
    """So that nothing is said to texts and numbers that are wrong."""
    for name in ("third", "w-shape", "word", "gaps"):
        assert not items[name][1].said


def test_an_explanation_is_said_to_everybody(items):
    assert items["pick"][1].feedback["general_fb"] == r"<p>Since \(n &lt; 10\).</p>"
    both = "<p>Key: <code>W @ A</code></p><p>Rows by columns.</p>"
    assert items["forward"][1].feedback["general_fb"] == both
    assert "general_fb" not in items["several"][1].feedback


def test_code_with_gaps(items):
    _, item = items["gaps"]
    code = "x = {1:SHORTANSWER:=x} if a < b else [axis]\n"
    assert f"{code}np.sum([blank1], axis=[blank2])" in Text(item.prompt).text


def test_hostile_text(one_item, hostile):
    both = {"en": hostile, "ko": "?"}
    options = [
        {"key": "a", "text": both, "right": True},
        {"key": "b", "text": "no", "say": both},
    ]
    item = read(one_item(ask=both, answer={"one": options}, explain=both))
    shown = item.options(item.responses["response1"])
    for html in (item.prompt, *shown.values(), *item.feedback.values()):
        assert "script" not in Text(html).tags
    assert "<script>alert(1)</script> &amp; " in Text(item.prompt).text
    assert "\N{SYMBOL FOR NULL} \N{SYMBOL FOR ESCAPE}[2J" in item.prompt

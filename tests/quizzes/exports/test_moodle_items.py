from __future__ import annotations

import base64
import html
import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from autograder.quizzes.exports.credit import PARTS
from autograder.quizzes.exports.interactions import (
    Blanks,
    Choice,
    Essay,
    Matching,
    Number,
    Short,
    Truth,
)
from autograder.quizzes.exports.moodle_items import add_item
from autograder.quizzes.exports.prompt import Prompter, line, menu
from autograder.quizzes.exports.trees import document

PROMPTER = Prompter(lambda picture: f"@@PLUGINFILE@@/{picture.name}")
COMMON = {"name", "questiontext", "generalfeedback", "penalty", "hidden", "idnumber"}
NEEDED = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"},
    "truefalse": {"answer"},
    "shortanswer": {"usecase", "answer"},
    "numerical": {"answer"},
    "matching": {"shuffleanswers", "subquestion"},
    "essay": {"responseformat", "graderinfo", "responsetemplate"},
    "cloze": set(),
}
TYPES = {
    "pick": "multichoice",
    "several": "multichoice",
    "none-right": "multichoice",
    "statement": "truefalse",
    "third": "numerical",
    "figures": "numerical",
    "wrong-line": "numerical",
    "w-shape": "shortanswer",
    "small-array": "shortanswer",
    "large-array": "essay",
    "slope": "essay",
    "forward": "essay",
    "word": "shortanswer",
    "steps": "matching",
    "pairs": "matching",
    "gaps": "cloze",
    "drawn": "numerical",
}
GAP = re.compile(r"\{(\d+):(SHORTANSWER|SHORTANSWER_C):(.*?)\}")
ENTRY = re.compile(r"(=|%0%)((?:[^~#]|(?<=&)#)+)(?:#((?:[^~])*))?")


def read(asked):
    root = Element("quiz")
    add_item(root, asked)
    return fromstring(document(root))[0]


@pytest.fixture
def items(pools):
    """The first variant of each item: as it was meant, and as it is read again."""
    first = {pool.item.id: pool.asked[0] for pool in pools}
    return {name: (asked, read(asked)) for name, asked in first.items()}


def answers(item):
    """Return the text, the part and what is said, of each answer."""
    return [
        (it.findtext("text"), float(it.get("fraction")), it.findtext("feedback/text"))
        for it in item.findall("answer")
    ]


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_the_structure_that_moodle_documents(items, name, kind):
    asked, item = items[name]
    assert item.get("type") == kind
    tags = [child.tag for child in item]
    assert COMMON | NEEDED[kind] <= set(tags)
    once = COMMON | NEEDED[kind] - {"answer", "subquestion"}
    assert all(tags.count(tag) == 1 for tag in once)
    assert item.find("questiontext").get("format") == "html"
    assert item.findtext("name/text") == f"{name}-1"
    assert item.findtext("idnumber") == f"{name}-1-r1"
    if kind != "cloze":
        assert float(item.findtext("defaultgrade")) == asked.baked.item.points
        prompt = PROMPTER.prompt(asked)
        assert item.findtext("questiontext/text") == prompt


@pytest.mark.parametrize("name", TYPES)
def test_parts_are_those_that_moodle_knows(items, name):
    _, item = items[name]
    found = [part for _, part, _ in answers(item)]
    assert {abs(part) for part in found} <= {0, *PARTS}
    if item.get("type") == "multichoice":
        assert sum(part for part in found if part > 0) == pytest.approx(100)
    elif found:
        assert max(found) == 100


@pytest.mark.parametrize("name", TYPES)
def test_what_is_right_and_what_is_said_comes_back(items, name):
    asked, item = items[name]
    match asked.interaction:
        case Choice(options):
            meant = [(line(it.text), it.right, line(it.say)) for it in options]
            found = [(text, part > 0, say or "") for text, part, say in answers(item)]
            assert found == meant
        case Truth(right, says):
            assert [
                (text, part == 100, say or "") for text, part, say in answers(item)
            ] == [
                ("true", right, line(says[True])),
                ("false", not right, line(says[False])),
            ]
        case Number(right, wrong):
            tolerances = [float(it.text) for it in item.findall("answer/tolerance")]
            assert tolerances == [near.tolerance for near in (right, *wrong)]
            assert [
                (float(text), part, say or "") for text, part, say in answers(item)
            ] == [
                (right.value, 100, ""),
                *((near.value, 0, line(near.say)) for near in wrong),
            ]
        case Short() as short:
            _check_short(item, short)
        case Essay(key):
            assert f"<code>{html.escape(key)}</code>" in item.findtext(
                "graderinfo/text"
            )
        case Matching() as matching:
            _check_matching(item, matching)
        case Blanks() as blanks:
            _check_blanks(item, blanks)


def _check_short(item, short):
    assert item.findtext("usecase") == str(int(short.case))
    meant = [(text, 100, "") for text in short.right.texts]
    meant += [(text, 0, line(it.say)) for it in short.wrong for text in it.texts]
    found = [(t.replace(r"\*", "*"), part, say or "") for t, part, say in answers(item)]
    assert found == meant


def _check_matching(item, matching):
    pairs = [
        (pair.findtext("text"), pair.findtext("answer/text"))
        for pair in item.findall("subquestion")
    ]
    options = menu(matching.options)
    meant = [(line(pair.text), options[pair.option]) for pair in matching.pairs]
    assert pairs[: len(meant)] == meant
    assert all(not left for left, _ in pairs[len(meant) :])
    assert {right for _, right in pairs} == set(options)


def gaps(text):
    """Return the weight, the kind and the entries of each gap, as Moodle reads them."""
    return [
        (
            int(weight),
            kind,
            [
                (sign, html.unescape(answer).replace(r"\*", "*"), html.unescape(say))
                for sign, answer, say in ENTRY.findall(entries)
            ],
        )
        for weight, kind, entries in GAP.findall(text)
    ]


def _check_blanks(item, blanks):
    found = gaps(item.findtext("questiontext/text"))
    assert found == [
        (
            1,
            "SHORTANSWER_C",
            [
                *(("=", text, "") for text in blank.right.texts),
                *(
                    ("%0%", text, line(wrong.say))
                    for wrong in blank.wrong
                    for text in wrong.texts
                ),
            ],
        )
        for blank in blanks.blanks
    ]


def test_a_star_is_a_star(items):
    _, item = items["word"]
    assert answers(item)[0][0] == r"hidden \*"


def test_braces_of_the_code_make_no_gap(items):
    text = items["gaps"][1].findtext("questiontext/text")
    assert "x = &#123;1:SHORTANSWER:=x&#125; if a &lt; b else [axis]" in text
    assert len(gaps(text)) == 2


def test_a_wrong_option_takes_away_what_a_right_one_gives(items, one_item):
    parts = {text: part for text, part, _ in answers(items["several"][1])}
    assert parts == {"1": 50, "2": 50, "three": -50}
    options = [{"key": k, "text": k, "right": k != "c"} for k in "abc"]
    strict = read(one_item(answer={"many": options, "credit": "all"}))
    assert {text: part for text, part, _ in answers(strict)} == {
        "a": 50,
        "b": 50,
        "c": -100,
    }


def test_two_options_to_match_are_too_few(one_item):
    answer = {
        "match": [
            {"key": "x", "text": "x", "to": "one"},
            {"key": "y", "text": "y", "to": "one"},
        ],
        "options": [{"key": "one", "text": "1st"}, {"key": "two", "text": "2nd"}],
    }
    pairs = read(one_item(answer=answer)).findall("subquestion")
    texts = [pair.findtext("answer/text") for pair in pairs]
    assert texts == ["1st", "1st", "2nd", "–"]


@pytest.mark.parametrize(("points", "weight"), [(4, 2), (2, 1), (1, 1), (3, 1)])
def test_blanks_are_worth_whole_points(one_item, points, weight):
    blanks = {"a": ["1"], "b": ["2"]}
    answer = {"blanks": blanks, "case": False}
    item = read(one_item(points=points, code="<<a>> <<b>>", answer=answer))
    assert gaps(item.findtext("questiontext/text")) == [
        (weight, "SHORTANSWER", [("=", "1", "")]),
        (weight, "SHORTANSWER", [("=", "2", "")]),
    ]


def test_a_picture_comes_with_its_item(items):
    asked, item = items["drawn"]
    file = item.find("questiontext/file")
    assert file.attrib == {
        "name": asked.baked.picture.name,
        "path": "/",
        "encoding": "base64",
    }
    assert base64.b64decode(file.text) == asked.baked.picture.raw
    assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in item.findtext(
        "questiontext/text"
    )


def test_tags_and_explanation(items):
    _, item = items["pick"]
    assert [tag.text for tag in item.findall("tags/tag/text")] == ["shapes", "a & b"]
    said = item.findtext("generalfeedback/text")
    assert said == r"<p>Since \(n &lt; 10\).</p>"


def test_hostile_text(one_item, hostile):
    both = {"en": hostile, "ko": "?"}
    mistake = {"id": "m", "when": {"a": "0"}, "say": both}
    answer = {"blanks": {"a": [hostile]}}
    item = read(
        one_item(
            ask=both,
            code=f"{hostile}{{1:SHORTANSWER:=x}} <<a>>",
            answer=answer,
            mistakes=[mistake],
            tags=[hostile],
        )
    )
    text = item.findtext("questiontext/text")
    assert "<script" not in text
    [(_, _, [right, *_, wrong])] = gaps(text)
    assert right[1].startswith("]]> <script>alert(1)</script> &amp; ")
    assert wrong[2].startswith("]]&gt; &lt;script&gt;")

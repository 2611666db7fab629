from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from autograder.quizzes.exports.moodle import moodle_archive
from autograder.quizzes.schema import Quiz


@pytest.fixture
def archive(pools):
    return moodle_archive("week5", pools)


def categories(raw):
    """Return the names of the questions of each category."""
    found: dict[str, list[str]] = {}
    path = ""
    for question in fromstring(raw):
        assert question.tag == "question"
        if question.get("type") == "category":
            path = question.findtext("category/text")
        else:
            found.setdefault(path, []).append(question.findtext("name/text"))
    return found


def test_an_item_with_variants_is_a_category(archive):
    assert archive.raw.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>')
    found = categories(archive.raw)
    assert len(found.pop("$course$/top/week5")) == 15
    assert found == {
        "$course$/top/week5/pick": ["pick-1", "pick-2", "pick-3"],
        "$course$/top/week5/none-right": ["none-right-1", "none-right-2"],
    }


def test_ids_are_unique_in_a_category(archive):
    ids = [it.text for it in fromstring(archive.raw).iter("idnumber")]
    assert len(set(ids)) == len(ids) == 20


def test_the_same_quiz_is_the_same_file(archive, quiz, bake):
    assert moodle_archive("week5", bake(quiz)) == archive


def test_what_moodle_cannot_do(archive):
    assert archive.notes == (
        "one more option, for none of them: none-right",
        "each right option earns a part, and a wrong one loses all: none-right",
        "numbers are typed as decimals, not as 3/4: third, figures, drawn",
        "scored by hand: large-array, slope, forward",
        "patterns are left out, only the texts are right: word",
        "asked as the place of each step: steps",
        "each right pair earns a part: steps",
    )


def notes(bake, **item):
    item = {"id": "item", "ask": {"en": "?", "ko": "?"}, **item}
    quiz = {"quiz": "w", "title": {"en": "t", "ko": "t"}, "items": [item]}
    return moodle_archive("w", bake(Quiz.model_validate(quiz))).notes


def test_blanks(bake):
    answer = {"blanks": {"a": ["1"], "b": ["2"]}, "credit": "all"}
    assert notes(bake, points=3, code="<<a>> <<b>>", answer=answer) == (
        "each right blank earns a part: item",
        "worth 2 in the bank, set it to 3 in the quiz: item",
    )


def test_many_right_options(bake):
    options = [{"key": f"k{n}", "text": f"t{n}", "right": n > 0} for n in range(12)]
    assert notes(bake, answer={"many": options, "credit": "each"}) == (
        "each right option earns a part, and each wrong one loses one: item",
        "right options earn unequal parts: item",
    )

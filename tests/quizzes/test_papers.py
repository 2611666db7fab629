from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.model import Paper, Shown
from autograder.quizzes.papers import make_paper, normal_paper_id, public
from autograder.quizzes.variants import Sitting

SECRET = bytes(32)


def test_a_paper_says_what_was_asked(quiz, sitting):
    paper = make_paper(quiz, sitting, "ko", name="김민준", section="A")
    assert (paper.quiz, paper.term, paper.student) == ("week5", "2026-fall", "0012")
    assert (paper.attempt, paper.sitting) == (1, "")
    assert (paper.language, paper.title) == ("ko", "심층 신경망")
    assert (paper.name, paper.section) == ("김민준", "A")
    assert [v.item for v in paper.variants] == [item.id for item in quiz.items]
    assert paper.variants[0].ask.startswith("유닛")


def test_a_number_is_printable_and_the_same_every_time(quiz, sitting, paper):
    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-..", paper.id)
    again = make_paper(quiz, sitting, "en", name="Kim *M*", section="A")
    assert again == paper


def test_a_number_belongs_to_who_is_asked_what(quiz, paper):
    def number(quiz=quiz, **changed):
        values = {"secret": SECRET, "term": "2026-fall", "student": "0012", **changed}
        return make_paper(quiz, Sitting(**values), "en").id

    pool = quiz.items
    numbers = [
        number(),
        number(secret=bytes(31) + b"1"),
        number(term="2027-spring"),
        number(student="0013"),
        number(attempt="2"),
        number(quiz.model_copy(update={"quiz": "week6"})),
        number(quiz.model_copy(update={"items": pool[:-1]})),
        number(
            quiz.model_copy(
                update={"items": [*pool[:-1], pool[-1].model_copy(update={"rev": 2})]}
            )
        ),
    ]
    assert numbers[0] == paper.id
    assert len(set(numbers)) == len(numbers)


def test_the_number_does_not_depend_on_how_a_file_system_spells_a_name(quiz):
    papers = [
        make_paper(quiz, Sitting(SECRET, "t", student), "en")
        for student in ("가나", "\u1100\u1161\u1102\u1161", " 가나 ")
    ]
    assert papers[0] == papers[1] == papers[2]


@pytest.mark.parametrize("name", ["blank-2", "practice-1"])
def test_a_sitting_that_is_no_attempt(quiz, name):
    paper = make_paper(quiz, Sitting(SECRET, "t", "", name), "en")
    assert (paper.student, paper.attempt, paper.sitting) == ("", 1, name)


def test_spare_papers_differ_in_their_number_though_not_in_their_items(quiz):
    quiz = quiz.model_copy(update={"items": quiz.items[3:]})
    one, two = (
        make_paper(quiz, Sitting(SECRET, "t", "", f"blank-{n}"), "en") for n in (1, 2)
    )
    assert one.variants == two.variants
    assert one.id != two.id


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4K7D-Q2MX-9B", "4K7D-Q2MX-9B"),
        ("4k7dq2mx9b", "4K7D-Q2MX-9B"),
        (" 4K7D Q2MX 9B\n", "4K7D-Q2MX-9B"),
        ("4K7D–Q2MX−9B", "4K7D-Q2MX-9B"),
        ("#４Ｋ７Ｄ-Ｑ２ＭＸ-９Ｂ", "4K7D-Q2MX-9B"),
        ("oO0i-Il1L-9B", "0001-1111-9B"),
        ("4K7D-Q2MX-9", "4K7D-Q2MX-9"),
        ("4K7D-Q2MX-9U", "4K7D-Q2MX-9U"),
        (" none ", "none"),
        ("", ""),
        ("\ud800", "\ud800"),
    ],
)
def test_a_number_that_was_copied_by_hand(written, number):
    assert normal_paper_id(written) == number


@given(st.text(max_size=30))
def test_a_number_is_normal_at_once(text):
    once = normal_paper_id(text)
    assert normal_paper_id(once) == once


def test_what_students_may_see_holds_no_key(paper):
    shown = public(paper)
    by_item = {variant.item: variant for variant in shown.variants}
    assert all(variant.params == {} for variant in shown.variants)
    assert [option.key for option in by_item["pick"].form.options] == ["1", "2", "3"]
    assert [option.key for option in by_item["pairs"].form.options] == ["1", "2"]
    assert [part.key for part in by_item["pairs"].form.parts] == ["a", "b"]
    assert by_item["gaps"].form.parts == (Shown("axis", "axis"), Shown("keep", "keep"))
    text = msgspec.json.encode(shown).decode()
    for key in ("good", "worse", "weights", "matrix", "swapped"):
        assert f'"{key}"' not in text
    for before, after in zip(paper.variants, shown.variants, strict=True):
        assert after.ask == before.ask
        texts = [option.text for option in before.form.options]
        assert [option.text for option in after.form.options] == texts


def test_what_is_public_stays_as_it_is(paper):
    assert public(public(paper)) == public(paper)
    assert public(paper).id == paper.id


def test_a_paper_survives_json(paper):
    assert msgspec.json.decode(msgspec.json.encode(paper), type=Paper) == paper

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.schema import Item, Quiz
from autograder.quizzes.variants import (
    Sitting,
    draw_items,
    draw_params,
    holds,
    make_variant,
    normal_id,
    show_variant,
)

WORDS = {"en": "{{ n }} units", "ko": "유닛 {{ n }}개"}
SITTING = Sitting(bytes(32), "2026-fall", "s01")


def item_of(**parts):
    item = {
        "id": "an-item",
        "ask": WORDS,
        "params": {"n": "randint(1, 1000)", "m": "n + 1"},
        "answer": {"number": "n"},
    }
    return Item.model_validate({**item, **parts})


def quiz_of(size, draw=None, **last):
    items = [item_of(id=f"i{number}") for number in range(size)]
    items[-1] = item_of(id=f"i{size - 1}", **last)
    title = {"en": "a", "ko": "가"}
    return Quiz.model_validate(
        {
            "quiz": "q",
            "title": title,
            "draw": draw,
            "items": [item.model_dump(exclude_unset=True) for item in items],
        }
    )


def test_a_variant_is_the_same_for_ever():
    variant = make_variant(item_of(), SITTING, "ko")
    assert variant.params == {"n": 223, "m": 224}
    assert variant.ask == "유닛 223개"
    assert variant == make_variant(item_of(), SITTING, "ko")
    assert (variant.item, variant.rev, variant.points) == ("an-item", 1, 1)


@pytest.mark.parametrize(
    ("item", "sitting"),
    [
        (item_of(id="other"), SITTING),
        (item_of(rev=2), SITTING),
        (item_of(), Sitting(b"\1" * 32, "2026-fall", "s01")),
        (item_of(), Sitting(bytes(32), "2027-spring", "s01")),
        (item_of(), Sitting(bytes(32), "2026-fall", "s02")),
        (item_of(), Sitting(bytes(32), "2026-fall", "s01", "2")),
    ],
)
def test_all_that_a_variant_depends_on(item, sitting):
    first = make_variant(item_of(), SITTING, "en")
    assert make_variant(item, sitting, "en").params != first.params


def test_parts_of_a_seed_do_not_run_together():
    assert SITTING.seed("ab", "c") != SITTING.seed("a", "bc")


def test_ids_are_compared_in_one_form():
    decomposed = unicodedata.normalize("NFD", "신경망")
    assert normal_id(f" {decomposed}\n") == "신경망"
    sitting = Sitting(bytes(32), "t", decomposed)
    assert sitting.seed("a") == Sitting(bytes(32), "t", "신경망").seed("a")


@given(st.text())
def test_any_text_may_be_an_id(student):
    assert len(Sitting(bytes(32), "t", student).seed("a")) == 32


def test_options_are_shuffled_by_student_unless_told_otherwise():
    options = [{"key": key, "text": key, "right": key == "a"} for key in "abcdef"]
    item = item_of(answer={"one": options})
    orders = {
        tuple(
            option.key
            for option in make_variant(
                item, Sitting(bytes(32), "t", str(student)), "en"
            ).form.options
        )
        for student in range(20)
    }
    assert len(orders) > 15
    item = item_of(answer={"one": options, "shuffle": False})
    shown = make_variant(item, SITTING, "en").form.options
    assert [option.key for option in shown] == list("abcdef")


def test_a_paper_draws_items_in_the_order_of_the_file():
    quiz = quiz_of(8, draw=3)
    drawn = [draw_items(quiz, Sitting(bytes(32), "t", str(s))) for s in range(30)]
    assert all(len(items) == 3 for items in drawn)
    ids = [[item.id for item in items] for items in drawn]
    assert all(found == sorted(found) for found in ids)
    assert len({tuple(found) for found in ids}) > 10
    assert {it for found in ids for it in found} == {f"i{n}" for n in range(8)}


def test_void_items_are_not_asked():
    void = {"void": "drop", "reason": {"en": "a", "ko": "가"}}
    for draw in (None, 2, 3):
        items = draw_items(quiz_of(3, draw, **void), SITTING)
        assert [item.id for item in items] == ["i0", "i1"]


def test_all_items_by_default():
    assert len(draw_items(quiz_of(3), SITTING)) == 3


def test_drawing_until_what_is_required_holds():
    item = item_of(params={"n": "randint(1, 10)", "m": 3}, require=["n > 9", "m == 3"])
    draw = draw_params(item, b"seeds")
    assert draw.params == {"n": 10, "m": 3}
    assert draw.tries > 1
    assert holds(item, {"n": 10, "m": 3})
    assert not holds(item, {"n": 9, "m": 3})


def test_what_never_holds_is_no_hang():
    with pytest.raises(ExpressionError) as caught:
        draw_params(item_of(require=["n > 1000"]), b"seed")
    assert str(caught.value) == (
        "require: expected to hold for some draws, got none in 1000"
    )


def test_tuples_come_back_from_a_manifest_as_lists():
    item = item_of(params={"n": "(1, (2, 3))", "m": [True, None, "x"]})
    assert draw_params(item, b"x").params == {"n": [1, [2, 3]], "m": [True, None, "x"]}


def test_what_a_manifest_cannot_hold():
    with pytest.raises(ExpressionError) as caught:
        draw_params(item_of(params={"n": "{1, 2}"}), b"x")
    assert str(caught.value) == "n: expected numbers, text or lists, got a set"


def test_figures():
    alt = {"en": "{{ n }} layers", "ko": "층 {{ n }}개"}
    item = item_of(figure={"file": "a.svg", "alt": alt})
    variant = show_variant(item, {"n": 3, "m": 4}, (), "ko")
    assert (variant.figure, variant.alt) == ("a.svg", "층 3개")

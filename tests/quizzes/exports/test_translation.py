from __future__ import annotations

import pytest

from autograder.errors import AuthoringError
from autograder.quizzes.exports.interactions import (
    Blank,
    Blanks,
    Choice,
    Essay,
    Matching,
    Near,
    Number,
    Option,
    Pair,
    Short,
    Spelled,
    Truth,
)
from autograder.quizzes.schema import KINDS, Quiz

NO = "no: $x$"


@pytest.fixture
def asked(pools):
    """What is asked in the first variant, by id of the item."""
    return {pool.item.id: pool.asked[0].interaction for pool in pools}


def test_the_example_has_every_kind(pools):
    assert {pool.item.answer.kind for pool in pools} == set(KINDS)


def test_void_items_are_left_out(pools):
    assert "void" not in {pool.item.id for pool in pools}


def test_items_with_parameters_have_several_variants(pools):
    drawn = {pool.item.id: len(pool.asked) for pool in pools if pool.is_drawn}
    assert drawn == {"pick": 3, "none-right": 2}


def test_choices(asked):
    assert asked["pick"] == Choice(
        (
            Option("yes, $x^2$", True),
            Option("no", False, NO),
            Option("`none`", False, NO),
        ),
        single=True,
        shuffled=False,
    )
    several = asked["several"]
    assert (several.single, several.shuffled, several.credit) == (False, True, "net")
    assert {(it.text, it.right, it.say) for it in several.options} == {
        ("1", True, ""),
        ("2", True, ""),
        ("three", False, NO),
    }


def test_no_right_option_becomes_an_option_in_every_variant(pools):
    pool = next(pool for pool in pools if pool.item.id == "none-right")
    assert pool.has_none
    for one in pool.asked:
        none = one.interaction.options[-1]
        is_one = one.baked.variant.params["n"] == 1
        assert (none.text, none.right) == ("none of these", not is_one)
        assert one.interaction.rights == 1
        assert not one.interaction.shuffled


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("statement", Truth(True, {True: "", False: NO})),
        ("third", Number(Near(0.125, 0.01), (Near(0.25, 0.01, NO),))),
        ("figures", Number(Near(1 / 3, 0.0005))),
        ("wrong-line", Number(Near(3, 0), (Near(1, 0, NO),))),
        ("large-array", Essay("[[1, 2, 3, 4], [1, 2, 3, 4.5]]")),
        ("slope", Essay("1 - a**2 < 3")),
        ("forward", Essay("W @ A")),
        (
            "word",
            Short(
                Spelled(("hidden *", "은닉층")),
                (Spelled(("output",), NO), Spelled(("exit",), NO)),
                case=True,
                patterns=True,
            ),
        ),
        (
            "gaps",
            Blanks(
                (
                    Blank(
                        "what",
                        Spelled(("a * b", "~#}", "a*b")),
                        (Spelled(("b", "c"), NO),),
                    ),
                    Blank(
                        "axis",
                        Spelled(("1", "-1")),
                        (Spelled(("0",), "not `{rows}` ~ #1"),),
                    ),
                ),
                case=True,
                credit="each",
            ),
        ),
    ],
)  # fmt: skip
def test_others(asked, item, expected):
    assert asked[item] == expected


def test_spellings_of_shapes_and_small_arrays(asked):
    shape, array = asked["w-shape"], asked["small-array"]
    assert "(4, 5)" in shape.right.texts
    assert [("(5, 4)" in it.texts, it.say) for it in shape.wrong] == [(True, NO)]
    assert "[[1, 2]]" in array.right.texts
    assert [it.texts[0] for it in array.wrong] == ["[[2, 4]]"]


def test_steps_are_matched_to_places(asked):
    steps = asked["steps"]
    assert steps.options == ("1", "2–3", "4", "does not belong")
    assert (steps.credit, steps.is_order) == ("longest", True)
    assert {pair.text: steps.options[pair.option] for pair in steps.pairs} == {
        "forward $A$": "1",
        "dW": "2–3",
        "db": "2–3",
        "update": "4",
        "rest": "does not belong",
    }


def test_pairs(asked):
    pairs = asked["pairs"]
    texts = [pairs.options[pair.option] for pair in pairs.pairs]
    assert [pair.text for pair in pairs.pairs] == ["$W$", "b"]
    assert texts == ["a $n$ by `n` matrix", "a column"]
    assert len(pairs.options) == 3


def test_without_steps_that_do_not_belong(one_item):
    steps = [{"key": key, "text": key} for key in ("first", "second")]
    answer = {"order": steps, "right": ["first", "second"]}
    asked = one_item(answer=answer).interaction
    assert isinstance(asked, Matching)
    assert asked.options == ("1", "2")
    assert set(asked.pairs) == {Pair("first", 0), Pair("second", 1)}


def test_in_korean(quiz, bake):
    pools = {pool.item.id: pool for pool in bake(quiz, "ko")}
    assert pools["statement"].asked[0].interaction.says[False] == "아님"
    assert pools["pick"].asked[0].baked.explain == "그래서."


def test_an_item_that_cannot_be_drawn(bake):
    item = {"id": "bad", "ask": {"en": "?", "ko": "?"}, "answer": {"number": "x"}}
    quiz = {"quiz": "w", "title": {"en": "t", "ko": "t"}, "items": [item]}
    with pytest.raises(AuthoringError) as error:
        bake(Quiz.model_validate(quiz))
    said = str(error.value)
    assert said.startswith("w: bad: ")
    assert said.endswith("; see autograder quiz lint w")

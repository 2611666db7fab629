from __future__ import annotations

import pytest

from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.keyed import filled, named, problems, shown
from autograder.quizzes.kinds.order import Step
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Scope

STEPS = [
    Step(key="one", text={"en": "first {{ n }}", "ko": "처음 {{ n }}"}),
    Step(key="two", text={"en": "then", "ko": "다음"}),
]
ITEM = Item.model_validate(
    {"id": "it", "ask": {"en": "?", "ko": "?"}, "answer": {"true_false": True}}
)
SCOPE = Scope(ITEM, {"n": 4})


@pytest.mark.parametrize(
    ("language", "texts"), [("en", ["then", "first 4"]), ("ko", ["다음", "처음 4"])]
)
def test_options_are_shown_in_the_language_of_the_paper(language, texts):
    options = shown(SCOPE, STEPS, ["two", "one"], lambda words: words.render(language))
    assert [option.text for option in options] == texts
    assert filled(SCOPE, STEPS) == ["first 4", "then"]


def test_options_may_not_read_alike():
    steps = [STEPS[0], Step(key="too", text="first 4")]
    with pytest.raises(ExpressionError) as error:
        list(shown(SCOPE, steps, ["one", "too"], lambda words: words.render("en")))
    assert str(error.value) == "one, too: expected different texts, got 'first 4' twice"


def test_when_names_known_keys():
    assert named("one", STEPS) == ["one"]
    assert named(["one", "two"], STEPS) == ["one", "two"]
    with pytest.raises(ExpressionError) as error:
        named({"one": 1}, STEPS)
    assert str(error.value) == "when: expected one of one, two, got \"{'one': 1}\""


def test_problems_of_a_file():
    steps = [*STEPS, Step(key="two", text="3."), Step(key="nine", text="9")]
    assert list(problems("order", steps)) == [
        "order.2.key: expected a key of its own, got 'two' again",
        "order.2.text: expected a text unlike a sign ('$2$'), got '3.'",
    ]

import numpy as np
import pytest

from autograder.messages import Text
from autograder.quizzes.lint_item import lint_item
from autograder.quizzes.model import Unreadable
from autograder.quizzes.schema import Item

WORDS = {"en": "a", "ko": "가"}


def item_of(**parts):
    words = {"en": "{{ n }}", "ko": "{{ n }}"}
    item = {
        "id": "an-item",
        "ask": words,
        "params": {"n": "randint(1, 99)"},
        "answer": {"number": "n"},
        "tests": [{"given": {"n": 3}, "respond": 3, "score": 1}],
    }
    return Item.model_validate({**item, **parts})


def findings_of(item, seeds=30):
    return [(found.place, found.what) for found in lint_item(item, seeds).findings]


def test_a_clean_item():
    found = lint_item(item_of(), seeds=30)
    assert found.is_clean
    assert found.findings == ()
    assert found.variants == 30


def test_few_seeds_need_few_variants():
    assert lint_item(item_of(params={"n": "randint(1, 99)"}), seeds=2).is_clean


def test_without_parameters_there_is_one_variant():
    words = WORDS
    tests = [{"respond": 3, "score": 1}]
    item = item_of(params={}, ask=words, answer={"number": 3}, tests=tests)
    found = lint_item(item, seeds=30)
    assert found.is_clean
    assert (found.variants, found.distinct) == (1, 1)


def test_a_void_item_is_linted_too():
    item = item_of(
        answer={"number": "1 / (n - n)"},
        void="full",
        reason=WORDS,
        tests=[],
    )
    (place, what), no_tests = findings_of(item)
    assert place == ("answer",)
    assert what.startswith("1 / (n - n): ZeroDivisionError: division by zero (in 30 of")
    assert no_tests == (("tests",), "expected at least one test, got nothing")


@pytest.mark.parametrize(
    ("parts", "place", "what"),
    [
        (
            {"figure": {"network": "[n]", "alt": WORDS}},
            ("figure",),
            None,
        ),
        (
            {"mistakes": [{"id": "a", "when": {"b": 1}, "say": WORDS}]},
            ("mistakes", 0, "when"),
            None,
        ),
        (
            {"answer": {"shape": "[n, 1]"}, "derive": {"k": "n[0]"}},
            (),
            "n[0]: TypeError: 'int' object is not subscriptable",
        ),
        (
            {
                "answer": {"text": ["a"]},
                "mistakes": [{"id": "a", "when": ["b", "A"], "say": WORDS}],
            },
            ("mistakes", 0, "when"),
            "expected another answer than that of the key, got a (in 30 of 30",
        ),
    ],
)
def test_what_authors_get_wrong(parts, place, what):
    found = [f for f in findings_of(item_of(**parts)) if f[0] == place]
    assert found
    assert what is None or found[0][1].startswith(what)


class Author:
    """Evaluates numpy expressions right here."""

    def author(self, text, inputs):
        return eval(text, {"np": np}, dict(inputs))

    def student(self, text, inputs):
        return self.author(text, inputs)


class Strict(Author):
    """Evaluates what students write only if it is short."""

    def student(self, text, inputs):
        if len(text) > 9:
            raise Unreadable(Text("it is too long", "너무 길다"))
        return self.author(text, inputs)


def test_mistakes_that_students_cannot_make():
    item = item_of(
        answer={"expression": "3 * W", "inputs": {"W": [2, 3]}},
        mistakes=[{"id": "long", "when": "W + W + W + 1", "say": WORDS}],
        tests=[{"given": {"n": 3}, "respond": "W * 3", "score": 1}],
    )
    (found,) = lint_item(item, 20, Strict()).findings
    assert found.place == ("mistakes", 0, "when")
    assert found.what.startswith("expected to be readable, but it is too long (in 20")


def test_a_key_that_nobody_can_write():
    tests = [{"given": {"n": 3}, "respond": "a", "score": 0}]
    (found,) = findings_of(item_of(answer={"text": ["{{ '  ' }}"]}, tests=tests))
    assert found[0] == ("answer",)
    assert found[1].startswith("expected full score for '  ', got unanswered (in 30 of")


def test_a_value_of_a_type_that_nobody_expected():
    item = item_of(
        code="<<axis>>",
        answer={"blanks": {"axis": ["1"]}},
        mistakes=[{"id": "a", "when": 3, "say": WORDS}],
        tests=[{"given": {"n": 3}, "respond": "1", "score": 1}],
    )
    (found,) = findings_of(item)
    assert found[0] == ("mistakes", 0, "when")


def test_parameters_in_numpy_expressions():
    item = item_of(
        answer={"expression": "n * W", "inputs": {"W": [2, 3]}},
        mistakes=[
            {"id": "squared", "when": "n * W * W", "say": WORDS},
            {"id": "again", "when": "W * n", "say": WORDS},
            {"id": "twice", "when": "W * W * n", "say": WORDS},
        ],
        tests=[{"given": {"n": 3}, "respond": "W * 3", "score": 1}],
    )
    found = lint_item(item, 20, Author()).findings
    assert [(it.place[1], it.what.split(", got")[0]) for it in found] == [
        (1, "expected another answer than that of the key"),
        (2, "expected another answer than that of squared"),
    ]

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.model import Unreadable
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Scope
from autograder.quizzes.score import judge
from autograder.quizzes.variants import show_variant

ASK = {"en": "Ask.", "ko": "묻습니다."}
SAY = {"en": "No.", "ko": "아니오."}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def item(answer, **more):
    return Item.model_validate({"id": "it", "ask": ASK, "answer": answer, **more})


def judged(answer, response, params=None, **more):
    made = item(answer, **more)
    return judge(made, show_variant(made, params or {}, (), "en"), response)


def score(answer, response, params=None, **more):
    return judged(answer, response, params, **more).score


def why(answer, response, **more):
    """Return why a response cannot be read, in English."""
    found = judged(answer, response, **more)
    assert found.outcome == "unreadable"
    return found.problem.render("en")


def fault(answer, response="1", params=None, **more):
    """Return what is wrong with an author's item."""
    found = judged(answer, response, params, **more)
    assert found.outcome == "could-not-score"
    return found.problem.render("en")


def mistake(answer, when, response, params=None):
    mistakes = [{"id": "made", "when": when, "say": SAY}]
    return judged(answer, response, params, mistakes=mistakes).mistake


def how(answer):
    return show_variant(item(answer), {}, (), "en").form.how


def is_total(answer, when, response, code=""):
    """Read, grade, compare and show `response`; only `Unreadable` may be raised."""
    made = item(answer, code=code)
    form = show_variant(made, {}, (), "en").form
    scope = Scope(made, {})
    with suppress(Unreadable):
        got = made.answer.read(response, form)
        assert isinstance(made.answer.show(got, form), str)
        assert isinstance(made.answer.is_mistake(got, when, scope), bool)
        assert 0 <= made.answer.grade(got, made.answer.key(scope), scope) <= 1


LAYER = {
    "text": ["hidden layer", "은닉층 {{ n }}", "은닉층"],
    "patterns": ["hid+en( layers?)?", "a+b|Q"],
}
PARAMS = {"n": 2}


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("hidden layer", 1),
        ("  Hidden \n LAYER. ", 1),
        ("“hidden layer”", 1),
        ("**`hidden layer`**!", 1),
        ("hiddenlayer", 1),
        ("ＨＩＤＤＥＮ　ＬＡＹＥＲ", 1),
        ("은닉층", 1),
        ("은닉 층", 1),
        ("\u110b\u1173\u11ab닉층", 1),  # decomposed, as macOS types it
        ("은닉 층 2", 1),
        ("hiddden layers", 1),
        ("q", 1),
        ("the hidden layer", 0),
        ("hidden-layer", 0),
        ("output", 0),
        ("?", 0),
        (2, 0),
    ],
)
def test_texts_are_compared_as_people_read_them(response, expected):
    assert score(LAYER, response, PARAMS) == expected


def test_capital_letters_matter_where_the_author_says_so():
    answer = {"text": ["W"], "patterns": ["b+"], "case": True}
    assert [score(answer, text) for text in ("W", "w", "bb", "BB")] == [1, 0, 1, 0]


def test_a_text_may_be_all_punctuation():
    assert score({"text": ["@"]}, "@") == 1
    assert score({"text": ["@"]}, "!") == 0


def test_what_is_no_short_text():
    assert why({"text": ["a"]}, ["a"]) == "a short text is expected"
    assert why({"text": ["a"]}, True) == "a short text is expected"
    assert why({"text": ["a"]}, "a" * 1001) == "it is longer than 1000 characters"


def test_a_mistake_is_a_text_or_several():
    assert mistake(LAYER, "output layer", "Output layer.", PARAMS) == "made"
    assert mistake(LAYER, ["x", "출력층"], "출력 층", PARAMS) == "made"
    assert mistake(LAYER, "{{ n }} layers", "2 layers", PARAMS) == "made"
    assert mistake(LAYER, 3, "3", PARAMS) == "made"
    assert mistake(LAYER, "output", "input", PARAMS) is None


def test_what_is_shown():
    found = judged(LAYER, "a\x1b[31m \u202eb", PARAMS)
    assert found.key == "hidden layer / 은닉층 2 / 은닉층"
    assert found.read == "a[31m b"


def test_a_wrong_pattern_is_the_authors_fault():
    answer = {"text": ["a"], "patterns": ["("]}
    (problem,) = item(answer).answer.problems("")
    assert problem.startswith("patterns: (: expected a regular expression: missing )")
    assert fault(answer, "b").startswith("patterns: (: missing )")
    assert list(item(LAYER).answer.problems("")) == []


def test_a_pattern_has_a_tenth_of_a_second(monkeypatch):
    monkeypatch.setattr("autograder.quizzes.kinds.text.PATTERN_SECONDS", 0.01)
    said = fault({"text": ["x"], "patterns": ["(a|a)*[cd]"]}, "a" * 60 + "b")
    assert said == (
        "patterns: (a|a)*[cd]: expected a match within 0.01 s, "
        f"got none for {'a' * 40!r}"
    )


def test_how_to_write_it():
    assert how({"text": ["a"]}) == "Write a word or a few."


@given(response=JSON)
def test_any_response_is_read_or_refused(response):
    is_total({"text": ["a"], "patterns": ["b+"]}, ["c"], response)


@given(key=st.text(min_size=1).filter(lambda text: "{{" not in text and text.strip()))
def test_the_key_is_right(key):
    assert score({"text": [key]}, key) == 1

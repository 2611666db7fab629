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


CODE = "np.sum(dZ, axis=<<axis>>, <<flag>>=True)"
SUM = {"blanks": {"axis": ["{{ n }}", "-1"], "flag": ["keepdims"]}}
PARAMS = {"n": 1}
ONE = {"blanks": {"what": ["axis=1", "axis = -1", "f('a')"]}}


@pytest.mark.parametrize(
    ("response", "read", "expected"),
    [
        ("axis: 1\nflag: keepdims", "axis: 1, flag: keepdims", 1),
        ("flag = keep dims\n\naxis=−1", "axis: −1, flag: keep dims", 1),
        ("axis: 1; flag: `keepdims`", "axis: 1, flag: `keepdims`", 1),
        ("<<axis>>: 1\n<< flag >> : keepdims", "axis: 1, flag: keepdims", 1),
        ("1\nkeepdims", "axis: 1, flag: keepdims", 1),
        ("axis: 1, flag: keepdims", "axis: 1, flag: keepdims", 1),
        ("axis: (1, 0), flag: f(a, b)", "axis: (1, 0), flag: f(a, b)", 0),
        ("axis: 1", "axis: 1", 0.5),
        ("axis:\nflag: keepdims", "flag: keepdims", 0.5),
        ("axis: 1\nflag: KeepDims", "axis: 1, flag: KeepDims", 0.5),
        ("axis: 0\nflag: x", "axis: 0, flag: x", 0),
        ({"axis": 1, "flag": "keepdims"}, "axis: 1, flag: keepdims", 1),
        ({"axis": 1, "flag": None}, "axis: 1", 0.5),
        ({"axis": True}, "axis: True", 0),
        ({}, "", 0),
        ([1, "keepdims"], "axis: 1, flag: keepdims", 1),
    ],
)
def test_what_is_filled_in(response, read, expected):
    found = judged(SUM, response, PARAMS, code=CODE)
    assert (found.read, found.score) == (read, expected)
    assert found.key == "axis: 1, flag: keepdims"


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("axis=1", 1),
        ("what: axis = 1", 1),
        ("what=axis=1", 1),
        ("f(\n‘a’)", 1),
        ('f("a")', 1),
        ("what == axis=1", 0),
        (True, 0),
        (1, 0),
    ],
)
def test_a_single_blank_may_stand_alone(response, expected):
    assert score(ONE, response, code="<<what>>") == expected


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("axes: 1\nflag: a", "there is no blank `axes`; the blanks are `axis`, `flag`"),
        ({"q": 1}, "there is no blank `q`; the blanks are `axis`, `flag`"),
        ("1", "a text is expected for each of the blanks `axis`, `flag`"),
        ([1], "a text is expected for each of the blanks `axis`, `flag`"),
        ({"axis": [1]}, "a text is expected for each of the blanks `axis`, `flag`"),
        ({"axis": "1" * 1001}, "it is longer than 1000 characters"),
        (3, "a text is expected for each of the blanks `axis`, `flag`"),
    ],
)
def test_what_fills_no_blank(response, expected):
    found = judged(SUM, response, PARAMS, code=CODE)
    assert found.problem.render("en") == expected


def test_credit_may_be_all_or_nothing():
    answer = {**SUM, "credit": "all"}
    assert score(answer, "axis: 1", PARAMS, code=CODE) == 0
    assert score(answer, "1\nkeepdims", PARAMS, code=CODE) == 1


def test_capital_letters_may_not_matter():
    answer = {**ONE, "case": False}
    assert score(answer, "AXIS=1", code="<<what>>") == 1


def made_mistake(when, response):
    mistakes = [{"id": "made", "when": when, "say": SAY}]
    return judged(SUM, response, PARAMS, code=CODE, mistakes=mistakes).mistake


def test_a_mistake_names_what_is_in_some_blanks():
    assert made_mistake({"axis": [0, "{{ n }}0"]}, "axis: 10") == "made"
    assert made_mistake({"axis": 0}, "axis: 0\nflag: keepdims") == "made"
    assert made_mistake({"axis": 0, "flag": "dims"}, "axis: 0") is None
    assert made_mistake({"axis": 0}, "flag: 0") is None
    assert made_mistake({}, "axis: 0") is None
    assert made_mistake("0", "axis: 0") is None


def test_each_blank_is_a_part_of_the_form():
    form = show_variant(item(SUM, code=CODE), PARAMS, (), "en").form
    assert [(part.key, part.text) for part in form.parts] == [
        ("axis", "axis"),
        ("flag", "flag"),
    ]
    assert form.how == "Fill in each blank on a line of its own: `axis: …`"
    assert form.code == CODE
    assert how(ONE) == "Write what belongs in the blank."


def test_every_blank_is_in_the_code_and_every_one_in_the_code_has_a_key():
    answer = item(SUM).answer
    assert list(answer.problems(CODE)) == []
    assert list(answer.problems("f(<<axis>>, <<flga>>)")) == [
        "code: <<flga>>: expected one of axis, flag (nearest: flag), got 'flga'",
        "blanks: flag: expected <<flag>> in the code",
    ]
    assert list(answer.problems("")) == [
        "code: expected the code with the blanks in it"
    ]


@given(response=JSON)
def test_any_response_is_read_or_refused(response):
    is_total({"blanks": {"a": ["1"], "b": ["2"]}}, {"a": "1"}, response, "<<a>><<b>>")


@given(response=st.text("ab:=<>; \n1", max_size=30))
def test_any_text_is_read_or_refused(response):
    is_total({"blanks": {"a": ["1"], "b": ["2"]}}, {"a": "1"}, response, "<<a>><<b>>")
    is_total({"blanks": {"a": ["1"]}}, {"a": "1"}, response, "<<a>>")

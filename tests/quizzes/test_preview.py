from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from autograder.quizzes.papers import make_paper
from autograder.quizzes.preview import (
    MistakeView,
    Previewer,
    TriedTest,
    preview_page,
)
from autograder.quizzes.schema import Quiz
from autograder.quizzes.variants import Sitting

QUIZ = """
quiz: week5
title: {en: 'Deep networks', ko: '심층 신경망'}
draw: 1
items:
  - id: shape
    rev: 3
    points: 2
    tags: [shapes, '<w>']
    params: {n: 'randint(2, 9)', x: 0.30000000000000004}
    ask: {en: '$W$ for {{ n }}?', ko: '{{ n }}일 때 $W$는?'}
    answer: {shape: '(n, 1)'}
    explain: {en: 'It has {{ n }} rows.', ko: '행이 {{ n }}개입니다.'}
    mistakes: [{id: flat, when: '(n,)', say: {en: 'Not *{{ n }}*.', ko: '아님.'}}]
    tests:
      - {given: {n: 3, x: 1}, respond: [3, 1], score: 2}
      - {given: {n: 3, x: 1}, respond: '(3,)', score: 0, mistake: flat}
      - {given: {n: 3, x: 1}, respond: '(3,)', score: 0}
      - {given: {n: 3, x: 1}, respond: 'hm', score: 1}
      - {given: {}, respond: '(3, 1)', score: 2}
  - id: pick
    ask: {en: 'Which?', ko: '어느 것?'}
    void: full
    reason: {en: 'Two are right.', ko: '둘이 맞습니다.'}
    answer:
      many:
        - {key: good, text: '$a^2$', right: true}
        - {key: bad, text: bad, say: {en: 'No $b$.', ko: '$b$ 아님.'}}
    tests: [{respond: [good], score: 1}]
  - id: claim
    ask: {en: 'So?', ko: '그런가?'}
    answer: {true_false: true}
"""


@pytest.fixture
def quiz():
    return Quiz.model_validate(yaml.safe_load(QUIZ))


@pytest.fixture
def items(quiz):
    return list(Previewer("en").pool(quiz))


def broken(quiz, **changes):
    item = quiz.items[0].model_copy(update=changes)
    return quiz.model_copy(update={"items": [item]})


def test_what_varies_is_shown_three_times(items):
    assert [len(item.variants) for item in items] == [3, 3, 1]


def test_a_variant_is_shown_with_its_key_and_its_mistakes(items):
    for shown in items[0].variants:
        n = shown.variant.params["n"]
        assert shown.params == f"n = {n}, x = 0.3"
        assert shown.key == f"({n}, 1)"
        assert shown.explain == f"It has {n} rows."
        assert shown.mistakes == (MistakeView("flat", f"({n},)", f"Not *{n}*."),)


def test_right_options_are_known_of_a_void_item_too(items):
    shown = items[1].variants[0]
    assert shown.right == {"good"}
    assert shown.says == {"bad": "No $b$."}
    assert items[1].reason == "Two are right."
    assert items[1].tests[0].passed


def test_tests_are_judged(items):
    given = "n = 3, x = 1"
    assert items[0].tests == (
        TriedTest(given, "[3, 1]", "2", "2", passed=True),
        TriedTest(given, "(3,)", "0, flat", "0, flat", passed=True),
        TriedTest(given, "(3,)", "0", "0, flat", passed=False),
        TriedTest(given, "hm", "1", "0: a shape is written like (3, 1)", passed=False),
        TriedTest("", "(3, 1)", "2", "'n' is undefined", passed=False),
    )


def test_a_variant_that_cannot_be_drawn_says_why(quiz):
    [item] = Previewer("en").pool(broken(quiz, require=["n > 9"]))
    assert {shown.problem for shown in item.variants} == {
        "require: expected to hold for some draws, got none in 1000"
    }


def test_a_key_that_cannot_be_computed_says_why(quiz):
    answer = quiz.items[0].answer.model_copy(update={"shape": "'hm'"})
    page_of = broken(quiz, answer=answer)
    [item] = Previewer("en").pool(page_of)
    shown = item.variants[0]
    assert shown.variant
    assert shown.problem == "'hm': expected a shape such as (n, 1), got 'hm'"
    assert "&#39;hm&#39;: expected a shape" in preview_page(page_of, Previewer("en"))


def test_the_page(quiz):
    page = preview_page(quiz, Previewer("en"))
    assert "<title>Preview · Deep networks</title>" in page
    assert "items per paper: 1" in page
    assert "rev 3 · 2 points" in page
    assert '<span class="tag">&lt;w&gt;</span>' in page
    assert '<span class="tag bad">void: full</span> Two are right.' in page
    assert page.count('<li class="right">') == 3
    assert page.count('<span class="says">No <span class="joined"><math') == 3
    assert page.count('<article class="variant">') == 7
    assert page.count('<span class="mark none">✗</span>') == 3
    assert "Not <em>" in page
    assert "This item has no tests." in page


def test_the_page_in_korean(quiz):
    page = preview_page(quiz, Previewer("ko"))
    assert '<html lang="ko">' in page
    assert "<h1>심층 신경망</h1>" in page
    assert "둘이 맞습니다." in page
    assert "아님." in page


def test_a_paper_is_shown_as_it_is(quiz):
    paper = make_paper(quiz, Sitting(b"secret", "2026-fall", "s01"), "en")
    page = preview_page(quiz, Previewer("en"), paper)
    assert page.count('<article class="variant">') == 1
    assert "<bdi>s01</bdi>" in page
    assert paper.id in page


def test_an_item_that_is_gone_is_left_out(quiz):
    paper = make_paper(quiz, Sitting(b"secret", "2026-fall", "s01"), "en")
    gone = replace(paper.variants[0], item="gone")
    paper = replace(paper, variants=(*paper.variants, gone))
    assert len(list(Previewer("en").paper(quiz, paper))) == 1

from __future__ import annotations

import pytest
import yaml

from autograder.quizzes.exports.baked import Bakery
from autograder.quizzes.exports.translation import make_pools
from autograder.quizzes.schema import Quiz

SAY = "{en: 'no: $x$', ko: '아님'}"
BOTH = "{en: 'What?', ko: '무엇?'}"
QUIZ = rf"""
quiz: week5
title: {{en: 'All <kinds>', ko: '모두'}}
items:
  - id: pick
    points: 2
    tags: [shapes, 'a & b']
    params: {{n: 'randint(2, 9)'}}
    ask: {{en: 'Is ${{{{ n }}}} < 10$ & `a<b`?', ko: '${{{{ n }}}}$?'}}
    answer:
      shuffle: false
      one:
        - {{key: good, text: 'yes, $x^2$', right: true}}
        - {{key: bad, text: 'no', say: {SAY}}}
        - {{key: worse, text: '`none`'}}
    mistakes: [{{id: none, when: worse, say: {SAY}}}]
    explain: {{en: 'Since $n < 10$.', ko: '그래서.'}}
  - id: several
    ask: {BOTH}
    answer:
      credit: net
      many:
        - {{key: one, text: '1', right: true, say: {SAY}}}
        - {{key: two, text: '2', right: true}}
        - {{key: three, text: 'three', say: {SAY}}}
  - id: none-right
    params: {{n: 'randint(0, 1)'}}
    ask: {{en: '{{{{ n }}}}?', ko: '{{{{ n }}}}?'}}
    answer:
      many:
        - {{key: one, text: 'is one', right: 'n == 1'}}
        - {{key: two, text: 'is two'}}
  - id: statement
    ask: {BOTH}
    answer: {{true_false: true}}
    mistakes: [{{id: denied, when: false, say: {SAY}}}]
  - id: third
    ask: {BOTH}
    answer: {{number: '1 / 8', abs: 0.01}}
    mistakes: [{{id: quarter, when: '1 / 4', say: {SAY}}}]
  - id: figures
    ask: {BOTH}
    answer: {{number: '1 / 3', digits: 3}}
  - id: wrong-line
    ask: {BOTH}
    code: "a = [1]\n\nif a < 2:\n    b"
    answer: {{line: 3}}
    mistakes: [{{id: first, when: 1, say: {SAY}}}]
  - id: w-shape
    ask: {BOTH}
    answer: {{shape: '(4, 5)'}}
    mistakes: [{{id: swapped, when: '(5, 4)', say: {SAY}}}]
  - id: small-array
    ask: {BOTH}
    answer: {{array: '[[1, 2]]'}}
    mistakes:
      - {{id: twice, when: '[[2, 4]]', say: {SAY}}}
      - {{id: half, when: '[[0.5, 1]]', say: {SAY}}}
  - id: large-array
    ask: {BOTH}
    answer: {{array: '[[1, 2, 3, 4], [1, 2, 3, 4.5]]'}}
  - id: slope
    ask: {BOTH}
    answer: {{formula: '1 - a**2 < 3', over: {{a: [0, 1]}}}}
  - id: forward
    ask: {BOTH}
    answer: {{expression: 'W @ A', inputs: {{W: [2, 3], A: [3, 4]}}}}
    explain: {{en: 'Rows by columns.', ko: '행과 열.'}}
  - id: word
    ask: {BOTH}
    answer: {{text: ['hidden *', '은닉층'], patterns: ['hid.*'], case: true}}
    mistakes: [{{id: output, when: [output, exit], say: {SAY}}}]
  - id: steps
    ask: {BOTH}
    answer:
      credit: longest
      order:
        - {{key: forward, text: 'forward $A$'}}
        - {{key: dw, text: 'dW'}}
        - {{key: db, text: 'db'}}
        - {{key: update, text: 'update'}}
        - {{key: rest, text: 'rest'}}
      right: [forward, [dw, db], update]
  - id: pairs
    ask: {BOTH}
    answer:
      match:
        - {{key: weight, text: '$W$', to: matrix}}
        - {{key: bias, text: 'b', to: column}}
      options:
        - {{key: matrix, text: 'a $n$ by `n` matrix'}}
        - {{key: column, text: 'a column'}}
        - {{key: row, text: 'a row'}}
  - id: gaps
    points: 2
    ask: {BOTH}
    code: |
      x = {{1:SHORTANSWER:=x}} if a < b else [axis]
      np.sum(<<what>>, axis=<<axis>>)
    answer: {{blanks: {{what: ['a * b', '~#}}'], axis: ['1', '-1']}}}}
    mistakes:
      - id: rows
        when: {{axis: '0'}}
        say: {{en: 'not `{{rows}}` ~ #1', ko: '아님'}}
      - {{id: both, when: {{axis: '0', what: b}}, say: {SAY}}}
      - {{id: more, when: {{what: [b, c]}}, say: {SAY}}}
  - id: drawn
    ask: {BOTH}
    figure: {{network: [2, 1], alt: {{en: 'a "small" <net>', ko: '작은 망'}}}}
    answer: {{number: 2}}
  - id: void
    ask: {BOTH}
    answer: {{number: 2}}
    void: drop
    reason: {BOTH}
"""


@pytest.fixture(scope="session")
def quiz():
    """At least one item of every kind, with mistakes."""
    return Quiz.model_validate(yaml.safe_load(QUIZ))


@pytest.fixture(scope="session")
def bake(tmp_path_factory):
    """Return a function that makes the pools of a quiz."""
    folder = tmp_path_factory.mktemp("quizzes")

    def make(quiz, language="en", count=3):
        return make_pools(quiz, Bakery(b"secret", "term", language, count, folder))

    return make


@pytest.fixture(scope="session")
def pools(quiz, bake):
    """The pools of that quiz, in English."""
    return bake(quiz)


@pytest.fixture
def one_item(bake):
    """Return a function that makes the only variant of an item."""

    def make(**given):
        item = {"id": "item", "ask": {"en": "?", "ko": "?"}, **given}
        title = {"en": "t", "ko": "t"}
        quiz = {"quiz": "w", "title": title, "items": [item]}
        return bake(Quiz.model_validate(quiz))[0].asked[0]

    return make


HOSTILE = "]]> <script>alert(1)</script> &amp; \x00\x0b\x1b[2J\uffff \u202e </text>"


@pytest.fixture
def hostile():
    """Text that ends CDATA, opens a script, or is forbidden in XML."""
    return HOSTILE

"""What holds for every kind of item, on one example of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.quizzes.arrays import NumpyWorkers
from autograder.quizzes.draws import Draws
from autograder.quizzes.model import Verdict
from autograder.quizzes.schema import KINDS, Item
from autograder.quizzes.scope import Numpy, Scope
from autograder.quizzes.score import judge
from autograder.quizzes.variants import (
    Sitting,
    draw_params,
    make_variant,
    show_variant,
)

ASK = {"en": "What of {{ n }}?", "ko": "{{ n }}에 대해?"}
CHOICES = [
    {"key": "even", "text": "even", "right": "n % 2 == 0"},
    {"key": "odd", "text": "odd", "right": "n % 2 == 1", "say": ASK},
    {"key": "prime", "text": "prime, or 1"},
]
STEPS = [
    {"key": "forward", "text": "forward pass"},
    {"key": "dw", "text": "compute $dW$"},
    {"key": "db", "text": "compute $db$"},
    {"key": "update", "text": "update {{ n }} times"},
    {"key": "rest", "text": "rest"},
]
LEFT = [
    {"key": "weight", "text": "W", "to": "matrix"},
    {"key": "bias", "text": "b", "to": "column"},
]
RIGHT = [
    {"key": "matrix", "text": "(n, n_prev)"},
    {"key": "column", "text": "(n, 1)"},
    {"key": "row", "text": "(1, m)"},
]
ORDER = {
    "order": STEPS,
    "right": ["forward", ["dw", "db"], "update"],
    "credit": "longest",
}
CODE = "a = b\nnp.sum(<<what>>, axis=<<axis>>)\n"
EXAMPLES = {
    "one": {"one": CHOICES},
    "many": {"many": CHOICES, "credit": "each"},
    "true_false": {"true_false": "n > 4"},
    "number": {"number": "n / 3", "digits": 3},
    "shape": {"shape": "(n, 1)"},
    "array": {"array": "[[n, 1], [2, n / 3]]", "abs": 0.01},
    "formula": {
        "formula": "1 - a**2 + n",
        "over": {"z": [-2, 2]},
        "where": {"a": "tanh(z)"},
    },
    "expression": {
        "expression": "W @ A_prev + b",
        "inputs": {"W": "[4, n]", "A_prev": "[n, 2]", "b": [4, 1]},
    },
    "text": {"text": ["hidden layer", "은닉층"], "patterns": ["hid+en"]},
    "order": ORDER,
    "match": {"match": LEFT, "options": RIGHT},
    "line": {"line": "2 - n % 2"},
    "blanks": {"blanks": {"what": ["dZ"], "axis": ["1", "-1"]}},
}
IN_SANDBOX = {"expression"}
PURE = sorted(set(KINDS) - IN_SANDBOX)
EACH = [
    *PURE,
    *(pytest.param(kind, marks=pytest.mark.slow) for kind in sorted(IN_SANDBOX)),
]
STUDENTS = [Sitting(b"secret", "2026-fall", str(number)) for number in range(3)]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
TYPED = st.text(alphabet="①②③④⑤12345abc ,.;:=-+*/()[]<>→\n참xｏ번e", max_size=60)


def example(kind: str) -> Item:
    has_code = kind in ("line", "blanks")
    return Item.model_validate(
        {
            "id": kind.replace("_", "-"),
            "ask": ASK,
            "answer": EXAMPLES[kind],
            "points": 3,
            "params": {"n": "randint(2, 9)"},
            "code": CODE if has_code else "",
        }
    )


@pytest.fixture(scope="module")
def numpy() -> Iterator[Numpy]:
    with NumpyWorkers() as workers:
        yield workers


def test_every_kind_has_an_example():
    assert set(EXAMPLES) == set(KINDS)
    for kind in KINDS:
        assert type(example(kind).answer) is KINDS[kind]


@pytest.mark.parametrize("sitting", STUDENTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_variant_made_twice_is_the_same(kind, sitting):
    item = example(kind)
    made = make_variant(item, sitting, "ko")
    assert make_variant(example(kind), sitting, "ko") == made
    assert made.form.how
    assert made.params == draw_params(item, sitting.seed("item", item.id, "1")).params


@pytest.mark.parametrize("sitting", STUDENTS)
@pytest.mark.parametrize("kind", EACH)
def test_a_right_response_is_worth_all(kind, sitting, numpy):
    item = example(kind)
    variant = make_variant(item, sitting, "en")
    right = item.answer.example(Scope(item, variant.params, numpy))
    judged = judge(item, variant, right, numpy)
    assert (judged.score, judged.outcome) == (3, Verdict.RIGHT)
    assert judged.mistake is None
    assert judged.read
    assert judged.key


@pytest.mark.parametrize("kind", PURE)
@given(response=st.text() | TYPED | JSON)
def test_no_response_raises(kind, response):
    _check_judged(kind, response, None)


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(IN_SANDBOX))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(response=st.text() | TYPED | JSON)
def test_no_response_raises_in_the_sandbox(kind, numpy, response):
    _check_judged(kind, response, numpy)


def _check_judged(kind, response, numpy):
    item = example(kind)
    judged = judge(item, make_variant(item, STUDENTS[0], "en"), response, numpy)
    assert judged.outcome != Verdict.COULD_NOT_SCORE
    assert 0 <= judged.score <= 3
    assert judged.response is response
    assert judged.key
    unreadable = judged.outcome == Verdict.UNREADABLE
    assert (judged.problem is not None) == unreadable


@pytest.mark.parametrize("kind", PURE)
@given(seed=st.binary(min_size=1), more=st.data())
def test_the_order_of_options_changes_no_score(kind, seed, more):
    item = example(kind)
    keys = list(item.answer.choices)
    plain = show_variant(item, {"n": 4}, keys, "en")
    shuffled = show_variant(item, {"n": 4}, Draws(seed).shuffled(keys), "en")
    right = item.answer.example(Scope(item, {"n": 4}))
    assert judge(item, shuffled, right).score == 3
    if keys:
        chosen = more.draw(st.lists(st.sampled_from(keys), unique=True))
        scores = {judge(item, paper, chosen).score for paper in (plain, shuffled)}
        assert len(scores) == 1


@pytest.mark.parametrize("kind", PURE)
def test_what_makes_variants_different_is_plain_and_stable(kind):
    item = example(kind)
    first, again, other = (
        example(kind).answer.distinct(Scope(item, {"n": n})) for n in (4, 4, 7)
    )
    assert first == again
    if kind not in ("text", "blanks", "match"):  # whose example is the same for all n
        assert first != other

"""Random parameters are judged by shape and statistics."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks.initialization import (
    initialization_feedback,
    initialization_reproduced,
)
from autograder.checks.judgements import JUDGEMENTS

SHAPES = {"W1": (40, 30), "b1": (40, 1)}
ASKED = {"shapes": SHAPES, "spread": {"W1": 0.01}}


def draw(seed=0, scale=0.01, shape=(40, 30)):
    return np.random.default_rng(seed).standard_normal(shape) * scale


def uniform(seed=0):
    return np.random.default_rng(seed).random((40, 30)) * 0.01


def params(**changed):
    return {"W1": draw(), "b1": np.zeros((40, 1))} | changed


@pytest.mark.parametrize("seed", range(20))
def test_right_initializations_pass(seed):
    assert initialization_feedback(params(W1=draw(seed)), "p", **ASKED) is None


def test_uniform_with_the_same_spread_passes():
    flat = np.random.default_rng(0).uniform(-1, 1, (40, 30)) * 0.01 * 3**0.5
    assert initialization_feedback(params(W1=flat), "p", **ASKED) is None


def test_rows_may_begin_alike():
    W1 = draw()
    W1[1, 0] = W1[0, 0]
    assert initialization_feedback(params(W1=W1), "p", **ASKED) is None


@pytest.mark.parametrize(
    ("got", "symptom", "headline"),
    [
        (None, "returned-none", "`init` returned None; expected parameters"),
        ([], "wrong-type", "`parameters` is a list, not a dict"),
        ({"W1": draw()}, "missing-key", "`parameters` has no key 'b1'"),
        (params(W1=draw().T), "wrong-shape",
         "`W1` has shape (30, 40); expected (40, 30)"),
        (params(W1=draw() * np.nan), "not-finite",
         "`W1` contains nan: 1200 of 1200 values are not finite"),
        (params(W1=draw(scale=1.0)), "wrong-distribution",
         "`W1` has standard deviation 0.978; expected about 0.01"),
        (params(W1=np.zeros((40, 30))), "wrong-distribution",
         "every entry of `W1` is 0; expected random values"),
        (params(W1=uniform()), "wrong-distribution",
         "`W1` has no negative entry; expected both signs"),
        (params(W1=-uniform()), "wrong-distribution",
         "`W1` has no positive entry; expected both signs"),
        (params(W1=draw() + 0.01), "wrong-distribution",
         "`W1` has mean 0.00968; expected about 0"),
        (params(W1=np.tile(draw()[:20], (2, 1))), "wrong-distribution",
         "rows 0 and 20 of `W1` are equal; expected random values"),
        (params(b1=np.eye(40)[:, :1]), "wrong-value",
         "1 of 40 entries of `b1` are not 0; expected all zeros"),
        (params(W1=np.full((40, 30), 1e308) * np.sign(draw())), "wrong-distribution",
         "`W1` has standard deviation nan; expected about 0.01"),
    ],
)  # fmt: skip
def test_wrong_initializations(got, symptom, headline):
    feedback = initialization_feedback(got, "parameters", function="init", **ASKED)
    assert feedback.headline.render("en") == headline
    assert feedback.symptom == symptom


@pytest.mark.parametrize(
    ("got", "mistaken", "weight"),
    [
        (params(W1=draw(1, 1.0)), params(W1=draw(2, 1.0)), 1200),
        (params(W1=draw(1, 1.0)), params(W1=draw(2, 0.8)), 0),
        (params(W1=draw(1, 0.1)), params(W1=draw(2, 1.0)), 0),
        (params(W1=uniform(1)), params(W1=uniform(2)), 1200),
        (params(W1=uniform(1)), params(W1=draw(2, 0.01)), 0),
        (params(W1=draw(1).T), params(W1=draw(2).T), 1200),
        (params(W1=draw(1).T), params(), 0),
        (params(W1=0 * draw()), params(W1=0 * draw()), 1200),
        (params(W1=0 * draw()), params(W1=0 * draw() + 1), 0),
        (params(b1=draw(1)[:, :1]), params(b1=draw(2)[:, :1]), 40),
        (params(b1=np.zeros(40)), params(b1=np.zeros(40)), 40),
        ({"b1": np.ones((40, 1))}, {"b1": np.ones((40, 1))}, 40),
        ({"b1": np.ones((40, 1))}, params(b1=np.ones((40, 1))), 0),
        (params(W1="text"), params(W1="text"), 0),
        (params(), params(W1=draw(5)), 0),
        (None, params(), 0),
        (params(), None, 0),
    ],
)
def test_reproduced(got, mistaken, weight):
    assert initialization_reproduced(got, mistaken, **ASKED) == weight


@settings(max_examples=60, deadline=None)
@given(
    w=hnp.arrays(
        hnp.floating_dtypes(), (4, 3), elements=st.floats(width=16)
    ) | st.none() | st.integers(),
    b=hnp.arrays(hnp.scalar_dtypes(), hnp.array_shapes(min_dims=0, min_side=0)),
)  # fmt: skip
def test_the_judgement_is_total(w, b):
    asked = {"shapes": {"W1": (4, 3), "b1": (4, 1)}, "spread": {"W1": 0.01}}
    judgement, got = JUDGEMENTS["is_initialization"], {"W1": w, "b1": b}
    assert judgement.judge(got, "p", **asked) is not None
    assert judgement.reproduces(got, got, **asked) >= 0

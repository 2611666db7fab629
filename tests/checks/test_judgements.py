"""Judgements by name."""

import numpy as np
import pytest

from autograder.checks.feedback import Symptom
from autograder.checks.judgements import JUDGEMENTS, best_alternative, expected_value

W, B = np.array([[0.5, 0.25]]), np.array([[0.125]])
NEW = {"dW1": W, "db1": B, "dA0": W}
OLD = {"dW1": W, "db1": B, "dA1": W}


def test_names():
    assert sorted(JUDGEMENTS) == [
        "agrees_with_slopes",
        "holds",
        "is_initialization",
        "matches",
        "matches_any",
    ]


def test_matches():
    judge = JUDGEMENTS["matches"].judge
    assert judge(W, "Z", expected=W) is None
    assert judge(2 * W, "Z", expected=W).symptom is Symptom.WRONG_VALUE
    feedback = judge(None, "Z", expected=W, function="f")
    assert feedback.headline.render("en") == "`f` returned None; expected Z"


@pytest.mark.parametrize(
    ("got", "headline"),
    [
        (NEW, None),
        (OLD, None),
        (OLD | {"dW1": 2 * W}, "`dW1` has the right shape but 2 of 2 values differ"),
        ({"dW1": W, "dA1": W}, "`grads` has no key 'db1'"),
        ({}, "`grads` has no key 'dW1'"),
        (None, "the function returned None; expected grads"),
    ],
)
def test_matches_any_speaks_of_the_alternative_that_fits_best(got, headline):
    feedback = JUDGEMENTS["matches_any"].judge(got, "grads", alternatives=[NEW, OLD])
    assert (feedback and feedback.headline.render("en")) == headline


def test_best_alternative():
    assert best_alternative(OLD, [NEW, OLD]) is OLD
    assert best_alternative(3, [NEW, OLD]) is NEW
    assert best_alternative({"W1": W}, [({"W1": W}, [1.0]), {"W1": W}]) == {"W1": W}


def test_expected_value():
    assert expected_value("matches", W, {"expected": B}) is B
    assert expected_value("matches_any", OLD, {"alternatives": [NEW, OLD]}) is OLD
    assert expected_value("is_initialization", OLD, {"shapes": {}}) is None


def test_reproduces_counts_numbers_of_wrong_leaves():
    matches = JUDGEMENTS["matches"].reproduces
    assert matches((2 * W, B), (2 * W, B), expected=(W, B)) == 1  # 1.0 tells nothing
    assert matches((3 * W, B), (3 * W, B), expected=(W, B)) == 2
    assert matches((3 * W, B), (2 * W, B), expected=(W, B)) == 0
    matches_any = JUDGEMENTS["matches_any"].reproduces
    wrong = OLD | {"dW1": 3 * W}
    assert matches_any(wrong, wrong, alternatives=[NEW, OLD]) == 2


def test_none_is_near_nothing_but_none():
    assert best_alternative(None, [W, None]) is None
    assert best_alternative(None, [W, {"dW1": W}]) is W

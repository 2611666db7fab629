import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pandas
    import pingouin

from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.statistics import (
    cronbach_alpha,
    item_rest,
    quiz_statistics,
)


def judged(item, score, max_score=2.0, outcome=None, mistake=None):
    outcome = outcome or (Verdict.RIGHT if score == max_score else Verdict.WRONG)
    return Judged(item, 1, outcome, score, max_score, mistake=mistake)


def papers(table):
    return [
        [judged(name, 2.0 * share) for name, share in zip("abcdef", row, strict=False)]
        for row in table
    ]


def test_a_small_quiz_by_hand():
    """Three papers, two items: a = 1, 1, 0 and b = 1, 0, 0."""
    found = quiz_statistics(papers([[1, 1], [1, 0], [0, 0]]))
    assert found.papers == 3
    assert found.mean == found.median == 0.5
    assert found.spread == 0.5
    assert found.scores == (0, 0.5, 1)
    a, b = found.items
    assert (a.item, a.papers, a.facility) == ("a", 3, pytest.approx(2 / 3))
    assert a.spread == pytest.approx(np.sqrt(1 / 3))
    assert a.discrimination == b.discrimination == pytest.approx(0.5)
    # k = 2: 2 * (1 - (1/3 + 1/3) / 1) = 2/3
    assert found.alpha.value == pytest.approx(2 / 3)
    assert (found.alpha.items, found.alpha.papers) == (2, 3)
    assert found.alpha.is_of_few_items


def test_the_interval_of_alpha_by_hand():
    """n = 3, k = 2: ln(1 - α) ± 1.96 · sqrt(4 / 1)."""
    alpha = cronbach_alpha(np.array([[1.0, 1], [1, 0], [0, 0]]))
    assert alpha.low == pytest.approx(1 - np.exp(1.959964 * 2) / 3, rel=1e-6)
    assert alpha.high == pytest.approx(1 - np.exp(-1.959964 * 2) / 3, rel=1e-6)


def test_items_that_agree_have_alpha_one():
    alpha = cronbach_alpha(np.array([[1.0, 1, 1], [0, 0, 0], [1, 1, 1]]))
    assert (alpha.value, alpha.low, alpha.high) == (1, 1, 1)


@pytest.mark.parametrize(
    "table",
    [[[1.0, 0]] * 2, [[1.0], [0], [1]], [[1.0, 0]] * 5, np.empty((0, 0))],
    ids=["two papers", "one item", "all alike", "nothing"],
)
def test_alpha_without_meaning(table):
    assert cronbach_alpha(np.array(table)) is None


def test_alpha_is_only_of_items_that_all_were_asked():
    table = papers([[1, 1, 0], [1, 0, 1], [0, 0, 0], [0, 1, 1]])
    table[0] = table[0][:2]
    alpha = quiz_statistics(table).alpha
    assert (alpha.items, alpha.papers) == (2, 4)
    drawn = [[judged("a", 2)], [judged("b", 2)], [judged("c", 0)]]
    assert quiz_statistics(drawn).alpha is None


def test_what_does_not_count():
    table = [
        [judged("a", 0.0, 0.0, Verdict.DROPPED), judged("b", 2)],
        [judged("a", None, 2.0, Verdict.COULD_NOT_SCORE)],
    ]
    found = quiz_statistics(table)
    assert found.papers == 1
    assert [item.item for item in found.items] == ["b"]


def test_nothing_at_all():
    found = quiz_statistics([])
    assert (found.papers, found.mean, found.spread, found.items) == (0, None, None, ())


def test_mistakes_and_items_left_out():
    table = [
        [judged("a", 0, mistake="swapped")],
        [judged("a", 0, mistake="plus")],
        [judged("a", 0, mistake="swapped")],
        [judged("a", 0, outcome=Verdict.UNANSWERED)],
    ]
    (item,) = quiz_statistics(table).items
    assert list(item.mistakes.items()) == [("swapped", 2), ("plus", 1)]
    assert item.unanswered == 0.25


def test_the_rest_is_of_the_same_paper():
    sheets = [{"a": 1.0, "b": 1.0}, {"a": 0.0, "c": 0.0}, {"a": 1.0, "c": 0.5}]
    expected = np.corrcoef([1, 0, 1], [1, 0, 0.5])[0, 1]
    assert item_rest("a", sheets) == pytest.approx(expected)
    assert item_rest("b", sheets) is None


@pytest.mark.filterwarnings("ignore")
@given(
    arrays(
        np.float64,
        st.tuples(st.integers(4, 12), st.integers(2, 6)),
        elements=st.sampled_from([0.0, 0.5, 1.0]),
    )
)
def test_alpha_agrees_with_an_independent_implementation(table):
    ours = cronbach_alpha(table)
    if ours is None or ours.value == 1:
        return
    theirs, (low, high) = pingouin.cronbach_alpha(pandas.DataFrame(table))
    assert ours.value == pytest.approx(theirs, abs=1e-9)
    assert ours.low <= ours.value <= ours.high
    assert low <= ours.value <= high


@pytest.mark.filterwarnings("ignore")
def test_the_interval_is_close_to_that_of_feldt():
    """pingouin's is exact for normal scores; ours needs no quantiles of F."""
    rng = np.random.default_rng(1)
    ability = rng.normal(size=(200, 1))
    table = (ability + rng.normal(size=(200, 8)) > 0).astype(float)
    ours = cronbach_alpha(table)
    _, (low, high) = pingouin.cronbach_alpha(pandas.DataFrame(table))
    assert ours.low == pytest.approx(low, abs=0.02)
    assert ours.high == pytest.approx(high, abs=0.02)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.draws import NAMES, Draws

SEEDS = st.binary(min_size=1, max_size=32)


def test_the_same_seed_draws_the_same_for_ever():
    draws = Draws(b"seed")
    assert [draws.randint(1, 6) for _ in range(8)] == [6, 5, 3, 2, 6, 4, 2, 4]
    assert draws.uniform(0, 1) == 0.36
    assert draws.choice("abc") == "a"
    assert draws.shuffled([1, 2, 3, 4]) == [2, 4, 1, 3]
    assert draws.sample([1, 2, 3, 4], 2) == [1, 4]
    assert draws.distinct(3, 1, 9) == [8, 5, 4]
    assert draws.dims(2, 1, 9) == [3, 2, 4]
    assert draws.vector(2, -9, 9) == [6, -4]
    assert draws.matrix(2, 2, -9, 9) == [[2, 9], [-1, -3]]


@given(SEEDS, st.integers(-5, 5), st.integers(0, 5))
def test_ends_are_included_and_not_passed(seed, low, span):
    draws = Draws(seed)
    assert low <= draws.randint(low, low + span) <= low + span
    assert low <= draws.uniform(low, low + span) <= low + span
    assert set(draws.vector(3, low, low + span)) <= set(range(low, low + span + 1))


@given(SEEDS, st.lists(st.integers(), unique=True, max_size=8))
def test_shuffling_loses_nothing(seed, values):
    draws = Draws(seed)
    assert sorted(draws.shuffled(values)) == sorted(values)
    size = len(values) // 2
    assert len(set(draws.sample(values, size))) == size


def test_both_ends_are_drawn():
    draws = Draws(b"x")
    assert {draws.randint(1, 3) for _ in range(100)} == {1, 2, 3}
    assert len({tuple(draws.shuffled([1, 2, 3])) for _ in range(200)}) == 6


def test_sizes():
    draws = Draws(b"x")
    assert len(draws.dims(5, 2, 6)) == 6
    assert [len(row) for row in draws.matrix(2, 3, 0, 1)] == [3, 3]


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda d: d.randint(3, 2), "expected low <= high, got randint(3, 2)"),
        (lambda d: d.choice([]), "expected low <= high, got randint(0, -1)"),
        (lambda d: d.sample([1], 2), "expected at most 1 of them, got 2"),
    ],
)
def test_what_cannot_be_drawn(draw, message):
    with pytest.raises(ValueError, match="expected") as caught:
        draw(Draws(b"x"))
    assert str(caught.value) == message


def test_functions_for_expressions():
    assert tuple(Draws(b"x").functions) == NAMES

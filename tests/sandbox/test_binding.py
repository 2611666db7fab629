from __future__ import annotations

import pytest

from autograder.sandbox.binding import bind, taken


def two(a, b):
    """Take two arguments."""


def three(a, b, rate=0.5):
    """Take three, the last of them perhaps."""


@pytest.mark.parametrize(
    ("function", "optional", "left"),
    [
        (two, 1, [1, 2]),
        (two, 0, [1, 2, 3]),
        (three, 1, [1, 2, 3]),
        (lambda a: a, 2, [1]),
        (lambda a: a, 1, [1, 2, 3]),
        (lambda *args: args, 1, [1, 2, 3]),
        (max, 1, [1, 2, 3]),
    ],
)
def test_optional_last_arguments_are_left_out(function, optional, left):
    assert list(taken(function, [1, 2, 3], optional)) == left


@pytest.mark.parametrize(
    ("function", "args", "kwargs", "bound"),
    [
        (two, [1, 2], {}, [1, 2]),
        (two, [], {"b": 2, "a": 1}, [1, 2]),
        (lambda b, a: None, [1, 2], {}, [2, 1]),
        (lambda x, y, own=3: None, [1, 2], {}, [1, 2]),
        (lambda a, b, own=3: None, [1], {"own": 4, "b": 2}, [1, 2]),
        (None, [1], {"b": 2}, [1, 2]),
        (max, [1], {}, [1]),
    ],
)
def test_arguments_in_the_order_of_the_reference(function, args, kwargs, bound):
    assert bind(function, ["a", "b"], args, kwargs) == bound


def test_a_call_that_does_not_fit_fails_as_in_python():
    with pytest.raises(TypeError, match="missing a required argument: 'b'"):
        bind(two, ["a", "b"], [1], {})

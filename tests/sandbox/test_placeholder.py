from __future__ import annotations

import copy

import numpy as np
import pytest

from autograder.sandbox.placeholder import Placeholder

plt = Placeholder("plt")


def test_attributes_calls_and_items_give_placeholders():
    assert repr(plt) == "<plt is not available here>"
    assert repr(plt.pyplot.figure) == "<plt.pyplot.figure is not available here>"
    assert isinstance(plt.figure(figsize=(3, 4)).add_subplot(111), Placeholder)
    assert plt(1, b=2) is plt
    assert plt["a", 0] is plt


def test_what_is_set_cannot_be_read_back():
    plt.rcParams = 3
    plt["figure.figsize"] = (5, 4)
    assert isinstance(plt.rcParams, Placeholder)
    assert isinstance(plt["figure.figsize"], Placeholder)


def test_it_unpacks_into_as_many_as_are_wanted():
    fig, axes = plt.subplots(1, 2)
    (only,) = plt
    a, (b, c) = plt
    assert {type(x) for x in (fig, axes, only, a, b, c)} == {Placeholder}


def test_it_is_empty_where_it_is_gone_through():
    assert list(plt) == []
    assert dict.fromkeys(plt) == {}
    assert list(zip(plt, range(3), strict=False)) == []
    assert "a" not in plt
    for _ in plt:
        pytest.fail("a placeholder yielded something")


def test_it_can_be_entered_and_lets_exceptions_pass():
    with plt.style.context("dark") as entered:
        assert isinstance(entered, Placeholder)
    with pytest.raises(KeyError), plt:
        raise KeyError


def test_a_class_may_be_derived_from_it():
    class Net(plt.Module):
        def __init__(self) -> None:
            super().__init__()
            self.size = 3

    assert Net().size == 3
    assert Net.__bases__ == (object,)


def test_it_is_false():
    assert not plt
    assert not plt.is_available()


@pytest.mark.parametrize(
    "use",
    [
        float,
        int,
        complex,
        len,
        lambda p: p + 1,
        lambda p: 1 - p,
        lambda p: p * np.ones(3),
        lambda p: -p,
        lambda p: p < 1,
        lambda p: [1, 2][p],
        lambda p: range(p),
        lambda p: np.asarray(p, dtype=float),
        lambda p: f"{p:.2f}",
    ],
)
def test_it_never_becomes_a_number(use):
    with pytest.raises((TypeError, ValueError)):
        use(plt.value)


def test_numpy_makes_nothing_else_of_it():
    assert isinstance(np.exp(plt), Placeholder)
    assert np.asarray(plt).dtype == object


def test_special_attributes_are_not_there():
    assert not hasattr(plt, "__array__")
    assert not hasattr(plt, "__len__")
    assert repr(copy.deepcopy(plt)) == repr(plt)

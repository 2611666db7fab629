from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from autograder.grading.reference import Reference
from autograder.grading.standins import StandIns
from autograder.sandbox.proxy import AskRefused

X = np.arange(6.0).reshape(2, 3)
NO_SUCH_CALL = "{}: the reference makes no such call here"


@pytest.fixture
def ran():
    return []


@pytest.fixture
def reference(ran):
    module = ModuleType("tiny")

    def scale(x, factor=2.0, mode="up"):
        ran.append(("scale", np.shape(x), factor))
        if np.sum(x) < 0:
            raise ValueError("negative")
        return x * factor

    def sizes(layers):
        ran.append(("sizes", layers))
        return [np.random.rand(n) for n in layers]

    def other(x):
        return x

    def outer(x):
        module.other(x)
        module.scale(x, 0.1, mode="down")
        module.scale(x, 0.1, mode="down")
        return module.sizes([2, 3]), module.scale(x)

    for function in (scale, sizes, other, outer):
        setattr(module, function.__name__, function)
    return Reference([module], ["scale", "sizes", "other", "outer"], None)


@pytest.fixture
def standins(reference, ran):
    evaluation = reference.evaluate("outer", [X], 7)
    ran.clear()
    return StandIns(reference, ["scale", "sizes"], evaluation, 7)


def refusal(standins, function, args):
    with pytest.raises(AskRefused) as refused:
        standins.answer(function, args)
    assert standins.refused
    return str(refused.value)


def test_a_call_like_the_reference_s_own_is_answered(standins):
    np.testing.assert_array_equal(standins.answer("scale", [X + 1]), 2 * (X + 1))
    assert not standins.refused


def test_precision_and_spelt_out_defaults_do_not_matter(standins):
    half = X.astype(np.float32)
    standins.answer("scale", [half])
    standins.answer("scale", [X, 2.0, "up"])
    standins.answer("scale", [half, np.float32(0.1), "down"])
    assert not standins.refused


@pytest.mark.parametrize(
    ("function", "args"),
    [
        ("scale", [X.T]),
        ("scale", [X.tolist()]),
        ("scale", [X, 3.0]),
        ("scale", [X, 0.1, "up"]),
        ("scale", [X > 0]),
        ("sizes", [[2, 4]]),
        ("sizes", [[10**6, 10**6]]),
        ("sizes", [np.array([10**6, 10**6])]),
        ("other", [X]),
        ("outer", [X]),
        ("nothing", [X]),
    ],
)
def test_any_other_call_is_refused_and_not_evaluated(standins, ran, function, args):
    assert refusal(standins, function, args) == NO_SUCH_CALL.format(function)
    assert ran == []


def test_each_call_is_answered_at_most_twice_as_often(standins, ran):
    for _ in range(2):
        standins.answer("scale", [X])
    for _ in range(4):
        standins.answer("scale", [X, 0.1, "down"])
    assert len(ran) == 6
    assert refusal(standins, "scale", [X]) == NO_SUCH_CALL.format("scale")
    assert refusal(standins, "scale", [X, 0.1, "down"]) == NO_SUCH_CALL.format("scale")
    assert len(ran) == 6


def test_what_the_reference_raises_is_a_refusal(standins):
    assert refusal(standins, "scale", [X - 100]) == "scale: ValueError"


@pytest.mark.parametrize("args", [[], [X, 1, 2, 3]])
def test_arguments_that_do_not_fit_are_a_refusal(standins, args):
    assert refusal(standins, "scale", args) == "scale: TypeError"


def test_a_number_too_long_to_be_written_is_a_refusal(standins):
    assert refusal(standins, "sizes", [[2, 10**4900]]) == "sizes: ValueError"


def test_a_random_helper_gives_what_it_gives_first_thing_in_the_call(standins):
    np.random.rand(5)
    first = standins.answer("sizes", [[2, 3]])
    np.random.seed(7)
    np.testing.assert_array_equal(first[0], np.random.rand(2))

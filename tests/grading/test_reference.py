from __future__ import annotations

import random
import sys
from collections import Counter
from types import ModuleType

import numpy as np
import pytest

from autograder.grading import reference as module_under_test
from autograder.grading.reference import (
    Randomness,
    Reference,
    freeze,
    signature,
    size,
)
from autograder.values import GivenFunction, Raised

A = np.arange(6.0).reshape(2, 3)


def relu(Z):
    return np.maximum(0, Z)


GIVEN = ModuleType("given")
GIVEN.relu = relu


@pytest.fixture
def ran():
    """The names of the functions that really ran, in order."""
    return []


SOURCE = """
def helper(x, factor=2.0, activate=None):
    ran.append("helper")
    return x * factor


def outer(x, times):
    ran.append("outer")
    for _ in range(times):
        y = helper(factor=3.0, x=x)
    helper(x)
    return {"y": y, "parts": [x, (y,)], "n": times}


def spoils(x):
    x[:] = 0
    return x.sum()


def draws(n):
    return np.random.rand(n), random.random()


def activated(x):
    return helper(x, 1.0, relu)


def fails(x):
    raise ValueError("no")
"""


@pytest.fixture
def reference(ran):
    module = ModuleType("tiny")
    vars(module).update(ran=ran, np=np, random=random, relu=relu)
    exec(SOURCE, vars(module))
    names = ["helper", "outer", "spoils", "draws", "activated", "fails"]
    return Reference([module], names, GIVEN)


def test_a_call_is_evaluated_once(reference, ran):
    first = reference.evaluate("helper", [A])
    assert reference.evaluate("helper", [A.copy()]) is first
    assert ran == ["helper"]
    np.testing.assert_array_equal(first.value, 2 * A)


@pytest.mark.parametrize(
    ("args", "seed"),
    [([A + 1], 0), ([A.astype(np.float32)], 0), ([A.T], 0), ([A, 2.0], 0), ([A], 1)],
    ids=["values", "dtype", "shape", "more", "seed"],
)
def test_another_call_is_evaluated_anew(reference, ran, args, seed):
    reference.evaluate("helper", [A])
    reference.evaluate("helper", args, seed)
    assert ran == ["helper", "helper"]


def test_memory_is_bounded_and_forgets_what_was_not_asked_longest(
    reference, ran, monkeypatch
):
    monkeypatch.setattr(module_under_test, "MAX_REMEMBERED", 3)
    for number in (1, 2, 3, 1, 4):  # 4 drives 2 out, since 1 was asked again
        reference.evaluate("helper", [number])
    assert len(ran) == 4
    reference.evaluate("helper", [1])
    assert len(ran) == 4
    reference.evaluate("helper", [2])
    assert len(ran) == 5
    assert len(reference._memory) == 3


def test_results_are_read_only_however_deep(reference):
    value = reference.outer(A, 2)
    for array in (value["y"], value["parts"][0], value["parts"][1][0]):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_the_reference_cannot_change_the_arguments(reference):
    x = A.copy()
    reference.evaluate("spoils", [x])
    reference.answer("spoils", [x])
    reference.outcome(lambda x: x.fill(0), [x], 0)
    np.testing.assert_array_equal(x, A)


def test_the_size_counts_the_bytes_of_all_arrays(reference):
    assert reference.evaluate("outer", [A, 1]).size == 3 * A.nbytes
    assert size("text") == size(1.5) == 0


def test_nested_calls_are_traced_with_their_counts(reference):
    calls = reference.evaluate("outer", [A, 3]).calls
    three = reference.signature_of("helper", [A, 3.0])
    two = reference.signature_of("helper", [A])
    assert calls == Counter({three: 3, two: 1})


def test_calls_are_traced_only_during_an_evaluation(reference):
    evaluation = reference.evaluate("helper", [A])
    reference.answer("outer", [A, 5])
    with pytest.raises(ValueError, match="no"):
        reference.evaluate("fails", [A])
    reference.answer("helper", [A])
    assert evaluation.calls == Counter()
    assert reference._trace is None


def test_a_call_asks_the_same_however_it_is_written(reference):
    asked = reference.signature_of("helper", [A, 2.0, None])
    assert reference.signature_of("helper", [A]) == asked
    assert reference.signature_of("helper", [], {"factor": 2.0, "x": A}) == asked
    assert reference.signature_of("helper", [A], {"factor": 2.5}) != asked
    with pytest.raises(TypeError, match="too many positional arguments"):
        reference.signature_of("helper", [A, 1, 2, 3])


def test_given_functions_are_arguments_by_name(reference):
    assert reference.plain([relu, A, len]) == [GivenFunction("relu"), A, len]
    assert reference.live([GivenFunction("relu")]) == [relu]
    asked = reference.signature_of("helper", [A, 1.0, GivenFunction("relu")])
    assert reference.signature_of("helper", [A, 1.0, relu]) == asked
    assert reference.evaluate("activated", [A]).calls == Counter([asked])


def test_a_course_without_given_functions():
    module = ModuleType("tiny")
    module.f = lambda x: x + 1
    reference = Reference([module], ["f"], None)
    assert reference.f(1) == 2
    assert reference.plain([relu]) == [relu]


def test_generators_are_seeded_before_each_evaluation(reference):
    first = reference.evaluate("draws", [3], seed=5).value
    np.random.rand(), random.random()
    second = reference.outcome(lambda n: (np.random.rand(n), random.random()), [3], 5)
    with Randomness(5):
        third = reference.answer("draws", [3])
    for other in (second, third):
        np.testing.assert_array_equal(first[0], other[0])
        assert first[1] == other[1]
    assert reference.evaluate("draws", [3], seed=6).value[1] != first[1]


def test_random_numbers_go_on_over_the_steps_of_a_call(reference):
    np.random.seed(5)
    expected = [np.random.rand(2), np.random.rand(2)]
    steps = Randomness(5)
    for numbers in expected:
        np.random.seed(0)
        with steps:
            np.testing.assert_array_equal(np.random.rand(2), numbers)


def test_the_outcome_of_a_wrong_version_may_be_an_exception(reference):
    def divide(x):
        return x / 0

    assert reference.outcome(lambda x: x + 1, [1], 0) == 2
    assert reference.outcome(divide, [1], 0) == Raised(
        "ZeroDivisionError", "division by zero"
    )


def test_last_arguments_that_the_reference_does_not_take_are_left_out(reference):
    first = reference.evaluate("spoils", [A])
    assert reference.evaluate("spoils", [A, 0.1]) is first
    assert reference.outcome(lambda x: x, [1, 2], 0) == 1


def test_the_random_numbers_of_a_call_go_on_from_step_to_step():
    np.random.seed(5), random.seed(5)
    expected = [(np.random.rand(), random.random()) for _ in range(3)]
    steps = Randomness(5)
    found = []
    for _ in range(3):
        with steps:
            found.append((np.random.rand(), random.random()))
        np.random.rand(), random.random()
    assert found == expected


def test_functions_of_other_assignments_are_traced_wherever_they_went():
    earlier, later = ModuleType("earlier"), ModuleType("later")
    earlier.helper = lambda x: x + 1
    later.helper = earlier.helper  # as ``from earlier import helper`` leaves it
    later.outer = lambda x: later.helper(x) + earlier.helper(x)
    reference = Reference([later, earlier], ["helper", "outer"], None)
    calls = reference.evaluate("outer", [1]).calls
    assert calls == Counter({reference.signature_of("helper", [1]): 2})


def test_check_files_reach_the_functions_by_name(reference):
    np.testing.assert_array_equal(reference.helper(A), 2 * A)
    assert reference.parameters("outer") == ["x", "times"]


@pytest.mark.parametrize("name", ["halper", "_helper", "__wrapped__"])
def test_another_name_lists_those_that_there_are(reference, name):
    with pytest.raises(AttributeError) as caught:
        getattr(reference, name)
    assert str(caught.value) == (
        f"the reference has helper, outer, spoils, draws, activated, fails; got {name}"
    )


SAME = [
    ([A], [A + 5]),
    ([A], [A.astype(np.float32)]),
    ([A], [A.astype(np.int8)]),
    ([np.arange(3, dtype=np.uint8)], [np.arange(3.0)]),
    ([0.1], [np.float32(0.1)]),
    ([1e-12], [np.float64(1e-12)]),
    ([3], [np.int64(3)]),
    ([[2, 3]], [(2, 3)]),
    ([{"W": A, "b": 1}], [{"b": 1, "W": A + 1}]),
]
DIFFERENT = [
    ([A], [A.T]),
    ([A], [A > 2]),
    ([A], [A * 1j]),
    ([A], [A.tolist()]),
    ([A], [A, A]),
    ([3], [4]),
    ([0.1], [0.2]),
    (["relu"], ["tanh"]),
    ([[2, 3]], [[2, 10**6]]),
    ([[2, 3]], [[2, [3]]]),
    ([{"W": A}], [{"V": A}]),
    ([{"W": A}], [{"W": A.T}]),
    ([True], [False]),
    ([None], [0]),
    ([GivenFunction("relu")], [GivenFunction("tanh")]),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_numbers_and_precision_are_not_what_a_call_asks_for(one, other):
    assert signature(one) == signature(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_types_shapes_and_plain_values_are(one, other):
    assert signature(one) != signature(other)


def test_freezing_leaves_other_things_alone():
    freeze(["text", 1, {"a": None}])


def test_what_the_reference_prints_is_not_seen(capsys):
    module = ModuleType("tiny")
    module.f = lambda x: sys.stdout.write("cost") and x
    reference = Reference([module], ["f"], None)
    assert reference.f(1) == 1
    assert reference.answer("f", [2]) == 2
    assert reference.outcome(module.f, [3], 0) == 3
    assert capsys.readouterr().out == ""

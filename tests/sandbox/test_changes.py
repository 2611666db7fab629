from __future__ import annotations

import copy
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox.changes import count_changes

NAN = math.nan
ONES = np.ones((2, 3))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (ONES, ONES.copy(), (0, 6)),
        (ONES, ONES * np.array([1, 1, 2]), (2, 6)),
        (ONES, ONES.T, (6, 6)),
        (ONES, None, (6, 6)),
        (ONES, [1.0], (6, 6)),
        (np.array([NAN, 1]), np.array([NAN, 2]), (1, 2)),
        (np.array([NAN, 1]), np.array([NAN, NAN]), (1, 2)),
        (np.array([-0.0]), np.array([0.0]), (0, 1)),
        (np.array(1.0), np.array(2.0), (1, 1)),
        (np.zeros(0), np.zeros(0), (0, 0)),
        (np.zeros(0), np.zeros(2), (1, 1)),
        (np.array([True, False]), np.array([True, True]), (1, 2)),
        (1, 1, (0, 1)),
        (1, 2, (1, 1)),
        (NAN, NAN, (0, 1)),
        (NAN, float("nan"), (0, 1)),
        (NAN, 1.0, (1, 1)),
        (1.0, np.ones(3), (1, 1)),
        (NAN, np.array([NAN, NAN]), (1, 1)),
        (1.0, [1.0], (1, 1)),
        ("a", "b", (1, 1)),
        (None, None, (0, 1)),
        ([1, 2, 3], [1, 5, 3], (1, 3)),
        ([1, 2, 3], [1, 2], (1, 3)),
        ([1, 2], [1, 2, 3], (1, 3)),
        ([], [], (0, 1)),
        ([], [1, 2], (2, 2)),
        ([1], None, (1, 1)),
        ((ONES, 2), (ONES + 1, 2), (6, 7)),
        ({"W": ONES, "b": 1}, {"W": ONES, "b": 1}, (0, 7)),
        ({"W": ONES, "b": 1}, {"b": 1, "W": ONES}, (0, 7)),
        ({"W": ONES, "b": 1}, {"W": ONES}, (1, 7)),
        ({"W": ONES, "b": 1}, {"b": 1}, (6, 7)),
        ({"b": 1}, {"b": 1, "c": 2}, (1, 2)),
        ({"b": None}, {}, (1, 1)),
        ({"b": None}, {"c": None}, (2, 2)),
        ({"b": np.zeros(0)}, {}, (1, 1)),
        ({"b": 1}, [1], (1, 1)),
        ({"a": [1, {"b": ONES}]}, {"a": [1, {"b": -ONES}]}, (6, 7)),
    ],
    ids=repr,
)
def test_changed_entries_are_counted(before, after, expected):
    assert count_changes(before, after) == expected


plain = st.recursive(
    st.none()
    | st.floats()
    | st.text(max_size=3)
    | st.lists(st.floats(), max_size=3).map(np.array),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(plain, plain)
def test_no_more_changes_than_there_are_entries(before, after):
    changed, entries = count_changes(before, after)
    assert 0 <= changed <= entries


@settings(max_examples=60, deadline=None)
@given(plain)
def test_a_copy_has_no_changes(value):
    assert count_changes(value, copy.deepcopy(value))[0] == 0

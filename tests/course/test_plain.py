import json
import math

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from autograder.course.plain import DTYPES, decoded, encoded, laid_out
from autograder.values import GivenFunction

arrays = st.sampled_from(DTYPES).flatmap(
    lambda dtype: hnp.arrays(
        dtype, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)
    )
)
keys = st.text() | st.integers() | st.booleans() | st.tuples(st.integers())
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | arrays
    | arrays.filter(lambda array: array.size).map(lambda array: array.flat[0])
    | st.just(GivenFunction("relu"))
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(keys, inner, max_size=3)
    ),
    max_leaves=8,
)


def same(left, right):
    """Compare exactly: types, dtypes, shapes, signs of zero, and nan with nan."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return same(list(left.items()), list(right.items()))
    if isinstance(left, np.ndarray | np.generic):
        return left.dtype == right.dtype and same(left.tolist(), right.tolist())
    if isinstance(left, float):
        return repr(left) == repr(right)
    if isinstance(left, complex):
        return same((left.real, left.imag), (right.real, right.imag))
    return bool(left == right)


@given(values)
@example(np.array([[complex("nan-0j")]]))
def test_what_is_written_is_read_back(value):
    assert same(decoded(json.loads(laid_out(encoded(value)))), value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((1, 2.0), '{"$tuple": [1, 2.0]}'),
        ({"a": None}, '{"a": null}'),
        ({"$a": 1}, '{"$dict": [["$a", 1]]}'),
        ({1: 2}, '{"$dict": [[1, 2]]}'),
        ([math.nan, -math.inf], '[{"$float": "nan"}, {"$float": "-inf"}]'),
        (1j, '{"$complex": "1j"}'),
        (np.float32(0.1), '{"$scalar": 0.1, "dtype": "float32"}'),
        (np.bool_(True), '{"$scalar": true, "dtype": "bool"}'),
        (
            np.array([[0.5, np.nan]]),
            '{"$array": [[0.5, "nan"]], "dtype": "float64", "shape": [1, 2]}',
        ),
        (
            np.array([1 + 2j, 3], dtype="complex64"),
            '{"$array": ["(1+2j)", "(3+0j)"], "dtype": "complex64", "shape": [2]}',
        ),
        (np.zeros((0, 3)), '{"$array": [], "dtype": "float64", "shape": [0, 3]}'),
        (GivenFunction("relu"), '{"$given": "relu"}'),
        ("층", '"층"'),
    ],
)
def test_the_text_is_for_people(value, text):
    assert laid_out(encoded(value)) == text


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({1, 2}, "expected plain data, got set"),
        ([print], "expected plain data, got builtin_function_or_method"),
        (np.array(["a"]), "expected an array of numbers, got dtype str32"),
        (np.array([None]), "expected an array of numbers, got dtype object"),
    ],
)
def test_what_is_not_plain_data(value, message):
    with pytest.raises(TypeError, match=f"^{message}$"):
        encoded(value)


@pytest.mark.parametrize(
    "data",
    [
        {"$nothing": 1},
        {"$array": [1], "dtype": "object", "shape": [1]},
        {"$array": [1, 2], "dtype": "int64", "shape": [3]},
        {"$array": [1, 2]},
        {"$dict": [1]},
    ],
)
def test_what_was_never_written(data):
    with pytest.raises((ValueError, TypeError, KeyError)):
        decoded(data)


def test_long_lists_are_filled_and_rows_stand_alone():
    data = {"a": 1, "long": list(range(40)), "rows": [[0.5] * 12, [0.25] * 12]}
    assert (
        laid_out(data)
        == """\
{
 "a": 1,
 "long": [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
  24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39
 ],
 "rows": [
  [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  [0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25]
 ]
}"""
    )

"""When numbers agree, and how much that tells."""

import numpy as np
import pytest

from autograder.checks.closeness import as_numbers, close, information


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ([0.5], 1),
        ([0.5, 0.5000001, 0.25], 2),
        ([0.0, 1.0, -1.0], 0),
        ([0.0] * 100, 0),
        ([0.0, 1.0] * 20, 5),
        ([0.3, 0.0, 0.0], 1),
        ([np.nan, np.inf], 0),
        ([], 0),
    ],
)
def test_information(values, count):
    assert information(np.array(values)) == count


def test_as_numbers():
    assert as_numbers(np.longdouble("1e4000")).item() == np.inf
    assert as_numbers(np.arange(3)).dtype == np.float64
    assert as_numbers("1") is None


def test_close_needs_numbers_of_one_shape():
    assert close(1, 1.0)
    assert not close([1.0], np.array([1.0]))
    assert not close(np.array([1.0]), 1.0)
    assert not close(1.0, "1")

"""Whether a wrong version computes the same as a student's function."""

import numpy as np
import pytest

from autograder.checks.reproduction import reproduced
from autograder.values import Opaque

A, B = np.array([[0.5, 0.3], [0.2, 0.7]]), np.array([[0.4], [0.6]])
LABELS = np.array([[0, 1] * 20])


@pytest.mark.parametrize(
    ("got", "mistaken", "expected", "weight"),
    [
        (3 * A, 3 * A, A, 4),
        (A.T, A.T, A, 4),
        (B[:, 0], B[:, 0], B, 2),
        (B[:, 0], B, B, 0),
        (A, A, A, 0),
        (3 * A, 3 * A + 1e-3, A, 0),
        (1 - LABELS, 1 - LABELS, LABELS, 5),
        ([A, 2 * B], (A, 2 * B), (A, B), 2),
        ((A,), (A, B), (A, B), 0),
        (A, (A, B), (A, B), 0),
        ((A, B), (A, B), A, 6),
        ({"b1": B, "x": 1}, {"b1": B}, {"db1": B}, 2),
        ({"b1": B, "db1": B}, {"b1": B}, {"db1": B}, 0),
        ({"db1": B}, {"b1": B}, {"db1": B}, 0),
        (A, {"b1": B}, {"db1": B}, 0),
        ({"b1": 3 * B}, {"b1": 3 * B}, B, 2),
        ((3 * B, "relu", None), (3 * B, "relu", None), (B, "relu", None), 2),
        ((3 * B, "relu"), (3 * B, "tanh"), (B, "relu"), 0),
        ((3 * B, Opaque("x")), (3 * B, Opaque("x")), (B, 1), 0),
        (float("nan"), float("nan"), 0.5, 0),
        (None, None, A, 0),
    ],
)
def test_reproduced(got, mistaken, expected, weight):
    assert reproduced(got, mistaken, expected) == weight

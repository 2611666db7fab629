"""The hidden checks as recorded calls, and the plainest comparison that decides them.

All peers check with this module: it imports numpy alone, so that no peer pays for what
only ours needs. The tolerance is that of ``autograder.checks``.
"""

import math
import os
import pickle
from pathlib import Path

import numpy as np

CASES = pickle.loads(Path(os.environ["BENCHMARK_CASES"]).read_bytes())


def check(name, functions):
    """Make the calls of one check; the first wrong value raises."""
    for function, args, judgement, parameters in CASES[name]:
        value = functions[function](*args)
        assert JUDGES[judgement](value, **parameters), function


def matches(got, expected):
    """Whether two nested values agree: same structure, shapes, and close numbers."""
    if isinstance(expected, dict):
        return isinstance(got, dict) and all(
            key in got and matches(got[key], value) for key, value in expected.items()
        )
    if isinstance(expected, tuple | list):
        return (
            isinstance(got, tuple | list)
            and len(got) == len(expected)
            and all(map(matches, got, expected))
        )
    if isinstance(expected, str):
        return got == expected
    expected, got = np.asarray(expected), np.asarray(got)
    if got.shape != expected.shape:
        return False
    size = np.abs(expected)
    return bool((np.abs(got - expected) <= 1e-6 * size + 1e-9 * size.max()).all())


def matches_any(got, alternatives):
    """Whether a value agrees with one of the alternatives."""
    return any(matches(got, alternative) for alternative in alternatives)


def is_initialization(got, shapes, spread):
    """Whether parameters have these shapes and spreads, within 6 sigma."""
    for name, shape in shapes.items():
        values, expected = got[name], spread.get(name, 0.0)
        if values.shape != tuple(shape):
            return False
        if abs(values.std() - expected) > 6 * expected / math.sqrt(2 * values.size):
            return False
        if abs(values.mean()) > 6 * expected / math.sqrt(values.size):
            return False
    return True


JUDGES = {
    "matches": matches,
    "matches_any": matches_any,
    "is_initialization": is_initialization,
}

"""The silent walk decides as the one does that has words for every difference."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks.agreement import agrees, fit, has_form
from autograder.checks.closeness import as_numbers, close, disagreements
from autograder.checks.compare import compare, form_feedback, notes
from autograder.checks.feedback import Symptom
from autograder.checks.pairing import pair
from autograder.values import Opaque

DW = np.array([[0.06347674, -0.2], [0.3, 0.4], [1.5, 2.5]])
MANY = settings(max_examples=300, deadline=None)

FLOATS = [DW, DW.T, DW[:, :1], DW + 1e-8, DW + 1e-3, 0 * DW, -0.0 * DW, DW * np.nan]
LAYOUTS = [DW.astype(">f8"), DW.astype(np.float32), np.asfortranarray(DW)]
OTHERS = [np.arange(3), np.array([True, False]), np.zeros((0, 3)), np.array(0.5)]
ARRAYS = st.sampled_from(FLOATS + LAYOUTS + OTHERS) | hnp.arrays(np.float64, (3, 2))
SCALARS = (
    st.sampled_from([None, True, 1, 1.0, np.float64(1), np.float32(0.1), 10**400, 1j])
    | st.sampled_from(["relu", np.str_("relu"), "tanh", b"", Opaque("Tensor")])
    | st.floats()
)
KEYS = st.sampled_from(["dW1", "db1", "W", 1, None])
PLAIN = st.recursive(
    ARRAYS | SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=8,
)


@st.composite
def returned_and_expected(draw):
    """Return an expected value and one that differs in some places, or in none."""
    expected = draw(PLAIN)
    return draw(st.sampled_from([_same, _shaken]))(draw, expected), expected


def _same(draw, value):
    if isinstance(value, dict):
        return {key: _same(draw, value[key]) for key in value}
    if isinstance(value, list | tuple):
        return [_same(draw, item) for item in value]
    return value.copy() if isinstance(value, np.ndarray) else value


def _shaken(draw, value):
    if draw(st.integers(0, 9)) == 0:
        return draw(PLAIN | st.just(DW * 1j))
    if isinstance(value, dict):
        kept = {key: _shaken(draw, value[key]) for key in value if draw(st.booleans())}
        return kept | draw(st.dictionaries(KEYS, SCALARS, max_size=1))
    if isinstance(value, list | tuple):
        return tuple(_shaken(draw, item) for item in value)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return np.clip(value, -1e9, 1e9) * draw(st.sampled_from([1, 1 + 1e-8, 1.1]))
    return value


RETURNS = st.sampled_from(["grads", ("Z", "cache"), ("dA", "dW", "db")])


def differs(leaf):
    wrong = disagreements(leaf.got, leaf.expected)
    if wrong is not None:
        return wrong.any()
    if as_numbers(leaf.expected) is not None:
        return True
    if isinstance(leaf.expected, str):
        return not (isinstance(leaf.got, str) and leaf.got == leaf.expected)
    return type(leaf.got) is not type(leaf.expected) or leaf.got != leaf.expected


@MANY
@given(both=returned_and_expected(), returns=RETURNS)
def test_it_agrees_where_pairing_finds_nothing(both, returns):
    got, expected = both
    found = pair(got, expected, returns)
    right = not found.problems and not any(
        np.any(differs(leaf)) for leaf in found.leaves
    )
    assert agrees(got, expected) == right
    assert (compare(got, expected, returns) is None) == right


@MANY
@given(both=returned_and_expected(), returns=RETURNS)
def test_the_form_is_right_where_no_words_are_found_for_it(both, returns):
    got, expected = both
    wrong, form = compare(got, expected, returns), form_feedback(got, expected, returns)
    assert has_form(got, expected) == (form is None)
    if form is not None:
        assert wrong == form
    elif wrong is not None:
        assert wrong.symptom is Symptom.WRONG_VALUE


@MANY
@given(both=returned_and_expected(), returns=RETURNS)
def test_there_is_a_note_for_every_dict_with_extra_keys(both, returns):
    got, expected = both
    assert len(notes(got, expected, returns)) == len(pair(got, expected, returns).extra)


@MANY
@given(both=returned_and_expected())
def test_the_fit_counts_what_pairing_finds(both):
    got, expected = both
    found = pair((got,), (expected,), "value")
    assert fit(got, expected) == len(found.leaves) - len(found.problems)


@MANY
@given(got=ARRAYS | SCALARS, expected=ARRAYS | SCALARS)
def test_close_is_where_nothing_disagrees(got, expected):
    for other in (got, expected):
        wrong = disagreements(other, expected)
        assert close(other, expected) == (wrong is not None and not wrong.any())


def test_no_words_are_sought_for_what_is_right(monkeypatch):
    def never(*_):
        pytest.fail("leaves were named")

    monkeypatch.setattr("autograder.checks.compare.pair", never)
    got, expected = {"dW1": DW.copy(), "n": [2, "relu"]}, {"dW1": DW, "n": (2, "relu")}
    assert compare(got, expected, "grads") is None
    assert form_feedback({"dW1": 2 * DW}, {"dW1": DW}, "grads") is None
    assert notes(got, expected, "grads") == ()

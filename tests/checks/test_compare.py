"""What is equal, what is not, and what is said about it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks.compare import compare, form_feedback, notes
from autograder.checks.feedback import Feedback, Symptom, render_text
from autograder.values import GivenFunction, Opaque

DW = np.array([[0.06347674, -0.2], [0.3, 0.4], [1.5, 2.5]])
DB = np.array([[0.1], [0.2], [0.3]])
GRADS = {"dW1": DW, "db1": DB, "dW2": DW.T, "db2": DB}


def text(feedback):
    assert feedback is not None
    return render_text(feedback.render("en", hidden=False), "en")


def renamed(grads, old, new):
    return {new if key == old else key: value for key, value in grads.items()}


@pytest.mark.parametrize(
    ("got", "expected", "returns"),
    [
        (DW.copy(), DW, "dW"),
        (DW * (1 + 1e-7), DW, "dW"),
        (DW.astype(np.float32), DW, "dW"),
        (np.asfortranarray(DW), DW, "dW"),
        ([DW, DB], (DW, DB), ("dW", "db")),
        ((DW, (DB, 3)), (DW, [DB, 3]), ("Z", "cache")),
        (GRADS | {"note": "extra"}, GRADS, "grads"),
        (0.5, 0.5, "cost"),
        (np.float64(0.5), 0.5, "cost"),
        (np.array(0.5), 0.5, "cost"),
        (0.5, np.array(0.5), "cost"),
        (1, 1.0, "cost"),
        (1.0, 1, "n_x"),
        (np.array([[True, False]]), np.array([[1, 0]]), "Y_prediction"),
        (np.array([[1.0, 0.0]]), np.array([[True, False]]), "Y_prediction"),
        (np.zeros((0, 3)), np.zeros((0, 3)), "empty"),
        (np.zeros(3) + 1e-13, np.zeros(3), "zeros"),
        (None, None, "nothing"),
        ("relu", "relu", "activation"),
        (np.str_("relu"), "relu", "activation"),
        ({1: DW}, {1: DW}, "grads"),
        ((), (), "nothing"),
    ],
)
def test_agrees(got, expected, returns):
    assert compare(got, expected, returns) is None


@pytest.mark.parametrize(
    ("got", "expected", "returns", "symptom", "message"),
    [
        (None, (DW, DB), ("Z", "cache"), "returned-none",
         "`f` returned None; expected (Z, cache)"),
        (None, DW, "Z", "returned-none", "`f` returned None; expected Z"),
        (DW, (DW, DB), ("Z", "cache"), "wrong-type",
         "`f` returned an array; expected (Z, cache)"),
        ((DW, DB, DB), (DW, DB), ("Z", "cache"), "wrong-arity",
         "`f` returned a tuple of length 3; expected length 2: (Z, cache)"),
        ([DW], (DW, DB), ("Z", "cache"), "wrong-arity",
         "`f` returned a list of length 1; expected length 2: (Z, cache)"),
        ((DW, DB, DB[:, 0]), (DW, DB, DB), ("dW", "db"), "wrong-shape",
         "`[2]` has shape (3,); expected (3, 1)"),
        ((DW, (DB, DB)), (DW, (DB, DB, DB)), ("Z", "cache"), "wrong-arity",
         "`cache` has length 2; expected 3"),
        ((DW, DB), (DW, (DB,)), ("Z", "cache"), "wrong-type",
         "`cache` is an array, not a tuple"),
        (DW.tolist(), DW, "Z", "wrong-type", "`Z` is a list, not an array"),
        ((DW, None), (DW, DB), ("dW", "db"), "wrong-type",
         "`db` is None, not an array"),
        (10**400, 1.0, "cost", "wrong-type",
         "`cost` is too large a number"),
        (1j, 1.0, "cost", "wrong-type", "`cost` is a complex number, not a number"),
        (DW * 1j, DW, "Z", "wrong-type",
         "`Z` is an array of complex numbers, not an array"),
        (DW.astype(object), DW, "Z", "wrong-type",
         "`Z` is an array of objects, not an array"),
        (np.array(["a"]), DW, "Z", "wrong-type",
         "`Z` is an array of text, not an array"),
        (Opaque("Tensor\u202e"), DW, "Z", "wrong-type",
         "`Z` is an object of type Tensor, not an array"),
        (GivenFunction("relu"), "relu", "activation", "wrong-type",
         "`activation` is the function relu, not a string"),
        (5, None, "nothing", "wrong-type", "`nothing` is an int, not None"),
        (np.timedelta64(1), 1.0, "cost", "wrong-type",
         "`cost` is an object of type timedelta64, not a number"),
        ([1], {"W1": DW}, "parameters", "wrong-type",
         "`parameters` is a list, not a dict"),
        (DB[:, 0], DB, "db", "wrong-shape", "`db` has shape (3,); expected (3, 1)"),
        (np.float64(1), DB, "db", "wrong-shape",
         "`db` is a single number; expected an array of shape (3, 1)"),
        (np.ones((1, 1)), 1.0, "cost", "wrong-shape",
         "`cost` has shape (1, 1); expected a single number, of shape ()"),
        (float("nan"), 1.0, "cost", "not-finite",
         "`cost` is nan; expected a finite number"),
        (-np.inf, 1.0, "cost", "not-finite",
         "`cost` is inf; expected a finite number"),
        (DB * [[1], [np.nan], [1]], DB, "db", "not-finite",
         "`db` contains nan: 1 of 3 values are not finite\n"
         "    db[1, 0]: expected 0.2, got nan"),
        (5 * DW, DW, "dW", "wrong-value",
         "`dW` has the right shape but 6 of 6 values differ\n"
         "    dW[0, 0]: expected 0.0634767, got 0.317384\n"
         "    ... and 5 more"),
        (DB + np.array([[0], [1e-3], [0]]), DB, "db", "wrong-value",
         "`db` has the right shape but 1 of 3 values differ\n"
         "    db[1, 0]: expected 0.2, got 0.201"),
        (0.5000007, 0.5, "cost", "wrong-value",
         "`cost` has the wrong value\n    cost: expected 0.5, got 0.500001"),
        (5000001, 5000000, "count", "wrong-value",
         "`count` has the wrong value\n    count: expected 5000000, got 5000001"),
        ("relu", "tanh", "activation", "wrong-value",
         "`activation` has the wrong value\n"
         "    activation: expected 'tanh', got 'relu'"),
        ({"W1": DW, "b1": DB, "c": DB[:1]}, {"W1": DW, "b1": DB, "c": (DB, 1)},
         "parameters", "wrong-type", "`c` is an array, not a tuple"),
        ((DB, {"A2": DW}), (DB, {"A2": DB}), ("A2", "cache"), "wrong-shape",
         "`cache['A2']` has shape (3, 2); expected (3, 1)"),
        (((DW, (DB, DB)),), ((DW, (DB, DW)),), "caches", "wrong-shape",
         "`caches[0][1][1]` has shape (3, 1); expected (3, 2)"),
        (renamed(GRADS, "db1", "b1"), GRADS, "grads", "missing-key",
         "`grads` has no key 'db1'\n"
         "    expected keys: dW1, db1, dW2, db2\n"
         "    got keys:      dW1, b1, dW2, db2\n"
         "  cause: there is a key with a similar name: 'b1'"),
        ({}, {1: DW}, "grads", "missing-key",
         "`grads` has no key '1'\n    expected keys: 1\n    got keys:      "),
    ],
)  # fmt: skip
def test_differs(got, expected, returns, symptom, message):
    feedback = compare(got, expected, returns, "f")
    assert text(feedback) == message
    assert feedback.symptom == symptom


def test_without_a_function_name_the_headline_still_reads():
    assert text(compare(None, DW, "Z")) == "the function returned None; expected Z"


@pytest.mark.parametrize(
    ("got", "symptom"),
    [
        ((5 * DW, DB[:, 0]), Symptom.WRONG_SHAPE),
        ((5 * DW, DB * np.nan), Symptom.NOT_FINITE),
        ((DW[:1], "text"), Symptom.WRONG_TYPE),
    ],
)
def test_the_first_symptom_in_the_order_of_comparison_counts(got, symptom):
    assert compare(got, (DW, DB), ("dW", "db")).symptom is symptom


def test_form_is_all_but_values():
    assert form_feedback(5 * DW, DW, "dW") is None
    assert form_feedback(DW.T, DW, "dW").symptom is Symptom.WRONG_SHAPE


def test_extra_keys_are_a_note():
    (note,) = notes({"W1": DW, "b1": 0, "note\x1b[2J": 1}, {"W1": DW}, "parameters")
    assert note.render("en") == (
        "`parameters` has keys that are not needed: b1, note[2J"
    )
    assert notes(DW, DW, "Z") == ()


def test_small_gradients_are_not_all_alike():
    tiny = DW * 1e-10
    assert compare(tiny, tiny, "dW") is None
    assert compare(2 * tiny, tiny, "dW").symptom is Symptom.WRONG_VALUE
    assert compare(0 * tiny, tiny, "dW").symptom is Symptom.WRONG_VALUE


def test_single_precision_may_cancel():
    expected = np.array([1.0, 1e-7])
    got = np.array([1.00005, 2e-7], dtype=np.float32)
    assert compare(got, expected, "Z") is None
    assert compare(got.astype(np.float64), expected, "Z") is not None


def test_what_nothing_equals():
    for expected in (np.array([1.0, np.inf]), np.array([np.nan])):
        assert compare(np.zeros(expected.shape), expected, "Z") is not None
        assert compare(expected, expected, "Z") is not None


NUMBERS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**400, -(10**400), 1 << 70, float("nan"), 1e308, -1e308])
    | st.floats()
    | st.complex_numbers()
    | st.text(max_size=5)
    | st.binary(max_size=5)
    | st.builds(Opaque, st.text(max_size=5))
    | st.builds(GivenFunction, st.text(max_size=5))
)
DTYPES = (
    hnp.scalar_dtypes() | st.just(np.dtype(np.longdouble)) | hnp.unicode_string_dtypes()
)
SHAPES = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)
ARRAYS = (
    hnp.arrays(DTYPES, SHAPES)
    | hnp.arrays(np.float64, st.sampled_from([(3, 2), (3, 1), (2, 3), ()]))
    | hnp.arrays(object, (2, 1), elements=NUMBERS)
    | hnp.arrays(np.float16, (3, 2))
)
PLAIN = st.recursive(
    NUMBERS | ARRAYS | ARRAYS.filter(lambda a: a.size > 0).map(lambda a: a.flat[0]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(["dW1", "db1", "W", 1, None]), inner)
    ),
    max_leaves=6,
)
EXPECTED = [
    (DW, "dW"),
    ((DW, DB), ("dW", "db")),
    ((DW, (DB, 3)), ("Z", "cache")),
    (GRADS, "grads"),
    (1e308, "cost"),
    (0, "n_x"),
    (np.array([[1, 0]]), "Y"),
    ("relu", "activation"),
    (None, "nothing"),
    ([{"W": DW}], "layers"),
]


@settings(max_examples=300, deadline=None)
@given(got=PLAIN, which=st.sampled_from(EXPECTED))
def test_comparison_is_total(got, which):
    expected, returns = which
    feedback = compare(got, expected, returns, "f")
    if isinstance(feedback, Feedback):
        assert text(feedback).isprintable() or "\n" in text(feedback)
    for note in notes(got, expected, returns):
        note.render("en")


def test_depth_of_junk_does_not_matter():
    got: object = 1
    for _ in range(100_000):
        got = [got]
    assert compare(got, (DW,), "cache").symptom is Symptom.WRONG_TYPE
    while isinstance(got, list):  # unwound here: freeing it deeply is slow
        got = got[0]

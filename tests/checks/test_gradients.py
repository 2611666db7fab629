import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.checks.feedback import Symptom
from autograder.checks.gradients import numeric_gradient
from autograder.checks.judgements import JUDGEMENTS

SLOPES = JUDGEMENTS["agrees_with_slopes"]
WANTED = {
    "dW1": np.array([[0.5, -1.25], [2.0, 0.125]]),
    "db1": np.array([[0.3], [0.7]]),
}


def judge(got):
    return SLOPES.judge(got, "grads", slopes=WANTED, function="backward")


def test_the_slope_of_a_cost_that_is_known():
    parameters = {"a": np.array([[1.0, -2.0]]), "b": np.array(3.0)}
    before = {name: value.copy() for name, value in parameters.items()}
    slopes = numeric_gradient(
        lambda p: float((p["a"] ** 2).sum() + p["a"].sum() * p["b"]), parameters
    )
    np.testing.assert_allclose(slopes["a"], [[5.0, -1.0]], atol=1e-8)
    np.testing.assert_allclose(slopes["b"], -1.0, atol=1e-8)
    assert slopes["b"].shape == ()
    for name, value in parameters.items():
        np.testing.assert_array_equal(value, before[name])


def test_a_cost_may_be_an_array_of_one_number():
    slopes = numeric_gradient(lambda p: np.array([[p["a"] ** 3]]), {"a": np.array(2.0)})
    assert float(slopes["a"]) == pytest.approx(12)


def test_gradients_that_are_the_slopes_pass():
    near = {name: value * (1 + 1e-6) for name, value in WANTED.items()}
    assert judge(near) is None
    assert judge({**near, "dA0": "anything"}) is None


def test_a_gradient_that_is_not_the_slope():
    feedback = judge({**WANTED, "dW1": 4 * WANTED["dW1"]})
    assert feedback.symptom is Symptom.INCONSISTENT
    assert feedback.headline.render("en") == (
        "`dW1` is not the slope of the cost that your own functions compute"
    )


@pytest.mark.parametrize(
    ("got", "symptom"),
    [
        (None, Symptom.RETURNED_NONE),
        ({"dW1": WANTED["dW1"]}, Symptom.MISSING_KEY),
        ({**WANTED, "db1": np.array([0.3, 0.7])}, Symptom.WRONG_SHAPE),
        ({**WANTED, "db1": np.full((2, 1), np.nan)}, Symptom.NOT_FINITE),
        ({**WANTED, "db1": "text"}, Symptom.WRONG_TYPE),
    ],
)
def test_the_form_goes_before_the_slopes(got, symptom):
    assert judge(got).symptom is symptom


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text()
    | st.complex_numbers(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["dW1", "db1"]), inner)
    ),
)


@given(junk, junk)
def test_it_is_total(got, mistaken):
    judge(got)
    assert SLOPES.reproduces(got, mistaken, slopes=WANTED) >= 0


def test_a_wrong_version_is_recognized_by_its_numbers():
    wrong = {**WANTED, "dW1": 4 * WANTED["dW1"]}
    assert SLOPES.reproduces(wrong, wrong, slopes=WANTED) >= 3
    assert SLOPES.reproduces(wrong, WANTED, slopes=WANTED) == 0
    assert SLOPES.reproduces(wrong, None, slopes=WANTED) == 0

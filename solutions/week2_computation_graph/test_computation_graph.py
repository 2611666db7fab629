"""Hidden checks and public examples of the computation graph.

Inputs are made so that no mistake can hide: a, b and c are real numbers away from 0
and 1, there are fewer features than examples, w and b are not zero, and predictions
stay within [0.2, 0.8], where a tiny constant that guards a logarithm would not change
the result.
"""

import numpy as np
import pytest

from autograder.grading import example, grades, numeric_gradient

RANGES = ("a_range", "b_range", "c_range")


def numbers(rng, *ranges):
    """Return one number from each range, as Python's own floats."""
    return [float(rng.uniform(low, high)) for low, high in ranges]


def unit(rng, X):
    """Return w and b for which every prediction is within [0.2, 0.8]."""
    w = rng.standard_normal((X.shape[0], 1))
    b = rng.uniform(0.3, 0.6)
    scale = 1.3 / np.abs(w.T @ X + b).max()
    return scale * w, float(scale * b)


def labels(rng, m):
    """Return m labels of both classes, shape (1, m)."""
    return rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)


def column(*values):
    """Return the values as floats below each other, shape (n, 1)."""
    return np.array(values, dtype=float).reshape(-1, 1)


def rows(*values):
    """Return the rows as a matrix of floats."""
    return np.array(values, dtype=float)


# Hidden checks, in call order.


@grades("forward_graph")
@pytest.mark.parametrize(
    RANGES,
    [
        ((2.0, 5.0), (2.0, 3.0), (4.0, 6.0)),
        ((-5.0, -2.0), (1.5, 3.0), (-3.0, -1.5)),
        ((1.5, 3.0), (-6.0, -4.0), (2.0, 3.0)),
        ((-2.0, -1.5), (-3.0, -2.0), (-6.0, -4.0)),
    ],
    ids=["positive", "a-and-c-negative", "b-negative", "negative"],
)
def test_forward_graph(student, rng, a_range, b_range, c_range):
    """J, and u and v on the way to it

    ko: J와 그에 이르는 중간값 u, v
    """
    a, b, c = numbers(rng, a_range, b_range, c_range)
    student.forward_graph(a, b, c).matches_reference()


@grades("backward_graph")
@pytest.mark.parametrize(
    RANGES,
    [
        ((2.0, 4.0), (2.0, 3.0), (4.5, 6.0)),
        ((-4.0, -2.0), (1.5, 3.0), (-3.0, -1.5)),
        ((1.5, 2.5), (-5.0, -4.0), (2.0, 3.0)),
        ((-3.0, -1.5), (-3.0, -2.0), (-5.0, -4.0)),
    ],
    ids=["positive", "a-and-c-negative", "b-negative", "negative"],
)
def test_backward_graph(student, rng, a_range, b_range, c_range):
    """The derivatives of J with respect to all five variables

    ko: 다섯 변수 모두에 대한 J의 도함수
    """
    a, b, c = numbers(rng, a_range, b_range, c_range)
    student.backward_graph(a, b, c).matches_reference()


@grades("logistic_gradients_one")
@pytest.mark.parametrize("n_x", [2, 3, 4, 5, 6])
def test_logistic_gradients_one(student, rng, n_x):
    """dw, a column, and db, a number: for an example of each label

    ko: 정답이 1인 예시와 0인 예시에 대한 열 dw와 수 db
    """
    for y in (1.0, 0.0):
        x = rng.standard_normal((n_x, 1))
        student.logistic_gradients_one(x, y, *unit(rng, x)).matches_reference()


@grades("logistic_gradients_loop")
@pytest.mark.parametrize(("n_x", "m"), [(2, 5), (3, 7), (4, 6), (5, 9), (3, 10)])
def test_logistic_gradients_loop(student, rng, n_x, m):
    """dw, db and J, all three means over the m examples

    ko: dw, db, J. 셋 모두 예시 m개에 대한 평균
    """
    X = rng.standard_normal((n_x, m))
    w, b = unit(rng, X)
    student.logistic_gradients_loop(X, labels(rng, m), w, b).matches_reference()


@grades("as_handed_in")
def test_graph_as_handed_in(student, rng):
    """Your own backward pass against the slopes of your own J

    ko: 제출한 함수로 구한 J의 기울기와 제출한 역전파의 비교
    """
    student.forward_graph(*numbers(rng, (2, 3), (3, 4), (4, 5))).matches_reference()

    a, b, c = numbers(rng, (1, 2), (-3, -2), (2, 3))
    slopes = numeric_gradient(
        lambda at: student.forward_graph(*map(float, at.values())).passed_on[0],
        {"a": np.array(a), "b": np.array(b), "c": np.array(c)},
    )
    own = student.backward_graph(a, b, c)
    own.agrees_with_slopes({f"d{name}": slope for name, slope in slopes.items()})


@grades("as_handed_in")
def test_training_as_handed_in(student, rng, reference):
    """One example, then three steps of training, each fed by your own results

    ko: 예시 하나, 이어서 학습 세 걸음. 각 단계의 입력은 제출한 함수의 결과
    """
    # no sum of gradients comes near 0, where single precision would not be enough
    Y = rng.permutation(np.arange(8) > 0).reshape(1, 8).astype(float)
    X = (2 * Y - 1) * rng.uniform(0.3, 1.5, (3, 8))
    w, b = unit(rng, X)
    student.logistic_gradients_one(X[:, :1], float(Y[0, 0]), w, b).matches_reference()

    right_w, right_b = w, b
    for _ in range(3):
        dw, db, J = reference.logistic_gradients_loop(X, Y, right_w, right_b)
        own = student.logistic_gradients_loop(X, Y, w, b)
        own.matches((dw, db, J))
        right_w, right_b = right_w - 0.5 * dw, float(right_b - 0.5 * db)
        w, b = w - 0.5 * own.value[0], float(b - 0.5 * own.value[1])


# Public examples: the numbers of the worked examples in the text, and one more.


@example("forward_graph")
def test_forward_graph_example(student):
    """The worked example: a = 4, b = 2, c = 5

    ko: 본문의 예: a = 4, b = 2, c = 5
    """
    student.forward_graph(4.0, 2.0, 5.0).matches_reference()


@example("forward_graph")
def test_forward_graph_example_negative(student):
    """a = -1, b = 3, c = 0.5

    ko: a = -1, b = 3, c = 0.5
    """
    student.forward_graph(-1.0, 3.0, 0.5).matches_reference()


@example("backward_graph")
def test_backward_graph_example(student):
    """The worked example: a = 4, b = 2, c = 5

    ko: 본문의 예: a = 4, b = 2, c = 5
    """
    student.backward_graph(4.0, 2.0, 5.0).matches_reference()


@example("backward_graph")
def test_backward_graph_example_negative(student):
    """a = -1, b = 3, c = 0.5

    ko: a = -1, b = 3, c = 0.5
    """
    student.backward_graph(-1.0, 3.0, 0.5).matches_reference()


@example("logistic_gradients_one")
def test_logistic_gradients_one_example(student):
    """The worked example: two features, label 1

    ko: 본문의 예: 특성 2개, 정답 1
    """
    reply = student.logistic_gradients_one(column(2, 1), 1.0, column(1, -3), 1.0)
    reply.matches_reference()


@example("logistic_gradients_one")
def test_logistic_gradients_one_example_wide(student):
    """Four features, label 0

    ko: 특성 4개, 정답 0
    """
    x, w = column(1, 0, -2, 0.5), column(0.2, -0.4, 0.1, 1)
    student.logistic_gradients_one(x, 0.0, w, -0.3).matches_reference()


@example("logistic_gradients_loop")
def test_logistic_gradients_loop_example(student):
    """The worked example: two features, three examples

    ko: 본문의 예: 특성 2개, 예시 3개
    """
    X, Y = rows([2, -1, 5], [1, 0, 2]), rows([1, 0, 0])
    student.logistic_gradients_loop(X, Y, column(1, -3), 1.0).matches_reference()


@example("logistic_gradients_loop")
def test_logistic_gradients_loop_example_wide(student):
    """Three features, five examples

    ko: 특성 3개, 예시 5개
    """
    X = rows([1, 0, 2, -1, 0.5], [0, 1, -1, 2, 0.5], [1, 1, 0, 0, -2])
    reply = student.logistic_gradients_loop(
        X, rows([1, 0, 1, 0, 1]), column(0.3, -0.2, 0.5), 0.1
    )
    reply.matches_reference()

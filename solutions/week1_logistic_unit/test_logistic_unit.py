"""Hidden checks and public examples of the logistic unit.

Inputs are made so that no mistake can hide. Every check of the loss asks for both
labels, predictions keep away from 0 and 1, where a tiny constant that guards a
logarithm would change the result, and the steps of the derivative are so wide that
one-sided differences, or a step of the student's own, give another number. A step of
gradient descent never ends near 0, where single precision would not be enough.
"""

import numpy as np
import pytest

from autograder.grading import example, grades


def between(rng, low, high):
    """Return one number between low and high, as Python's own float."""
    return float(rng.uniform(low, high))


def labels(rng, m):
    """Return m labels of both classes, shape (1, m)."""
    return rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)


def row(*values):
    """Return the values as a row of floats, shape (1, m)."""
    return np.array([values], dtype=float)


def column(*values):
    """Return the values as floats below each other, shape (n, 1)."""
    return np.array(values, dtype=float).reshape(-1, 1)


# Hidden checks, in call order.


@grades("sigmoid")
@pytest.mark.parametrize(
    ("low", "high"),
    [(-6.0, -3.0), (-3.0, -1.0), (-1.0, -0.3), (0.3, 1.0), (1.0, 3.0), (3.0, 6.0)],
    ids=[
        "far-below-0",
        "below-0",
        "just-below-0",
        "just-above-0",
        "above-0",
        "far-above-0",
    ],
)
def test_sigmoid(student, rng, low, high):
    """One number z, negative or positive, near 0 or far from it

    ko: 음수이거나 양수인, 0에 가깝거나 먼 수 z 하나
    """
    student.sigmoid(between(rng, low, high)).matches_reference()


@grades("loss")
@pytest.mark.parametrize(
    ("low", "high"),
    [(0.2, 0.33), (0.33, 0.45), (0.45, 0.55), (0.55, 0.67), (0.67, 0.8)],
    ids=["low", "below-half", "about-half", "above-half", "high"],
)
def test_loss(student, rng, low, high):
    """A prediction for the label 1, and another for the label 0

    ko: 정답이 1일 때의 예측과 정답이 0일 때의 예측
    """
    student.loss(between(rng, low, high), 1).matches_reference()
    student.loss(between(rng, low, high), 0).matches_reference()


@grades("cost")
@pytest.mark.parametrize("m", [3, 4, 6, 9, 12])
def test_cost(student, rng, m):
    """The mean of the m losses, as one number

    ko: 손실 m개의 평균, 수 하나
    """
    y_hat = rng.uniform(0.2, 0.8, (1, m))
    student.cost(y_hat, labels(rng, m)).matches_reference()


@grades("numerical_derivative")
@pytest.mark.parametrize(
    ("name", "ends", "epsilon"),
    [
        ("cube", (1.0, 2.0), 0.1),
        ("cube", (-3.0, -2.0), 0.25),
        ("ln", (1.0, 3.0), 0.2),
        ("reciprocal", (1.0, 2.0), 0.3),
        ("valley", (-1.0, 0.0), 0.2),
        ("valley", (1.0, 2.0), 0.05),
    ],
    ids=["cube", "cube-below-0", "ln", "reciprocal", "valley-falling", "valley-rising"],
)
def test_numerical_derivative(student, rng, given, name, ends, epsilon):
    """The slope of a given function between a - epsilon and a + epsilon

    ko: a - epsilon과 a + epsilon 사이에서 주어진 함수의 기울기
    """
    f, a = getattr(given, name), between(rng, *ends)
    student.numerical_derivative(f, a, epsilon).matches_reference()


@grades("gradient_step")
@pytest.mark.parametrize(
    ("sign", "alpha"), [(1.0, 0.01), (-1.0, 0.1), (1.0, 0.4), (-1.0, 1.3)]
)
def test_gradient_step(student, rng, sign, alpha):
    """One step of one number

    ko: 수 하나의 한 걸음
    """
    w, dw = sign * between(rng, 0.5, 2), -sign * between(rng, 0.5, 3)
    student.gradient_step(w, dw, alpha).matches_reference()


@grades("gradient_step")
@pytest.mark.parametrize(("n", "alpha"), [(3, 0.2), (5, 0.05), (4, 0.7)])
def test_gradient_step_column(student, rng, n, alpha):
    """One step of a column of n weights

    ko: 가중치 n개짜리 열의 한 걸음
    """
    signs = rng.permutation(np.arange(n) % 2 * 2.0 - 1).reshape(n, 1)
    w, dw = signs * rng.uniform(0.5, 2, (n, 1)), -signs * rng.uniform(0.5, 3, (n, 1))
    student.gradient_step(w, dw, alpha).matches_reference()


@grades("as_handed_in")
def test_cost_as_handed_in(student, rng, reference):
    """Predictions by your own sigmoid, and their cost

    ko: 제출한 sigmoid로 구한 예측과 그 비용
    """
    zs = [float(z) for z in rng.uniform(-1, 1, 4)]
    y_hat = []
    for z in zs:
        reply = student.sigmoid(z)
        reply.matches_reference()
        y_hat.append(float(reply.value))
    expected = row(*[reference.sigmoid(z) for z in zs])
    y = labels(rng, 4)
    student.cost(row(*y_hat), y).matches(reference.cost(expected, y))


@grades("as_handed_in")
def test_descent_as_handed_in(student, rng, reference, given):
    """Three steps downhill, each along your own slope

    ko: 제출한 함수로 구한 기울기를 따라 내려가는 세 걸음
    """
    w = expected = between(rng, 1.5, 2)
    for _ in range(3):
        slope = reference.numerical_derivative(given.valley, expected, 0.1)
        own = student.numerical_derivative(given.valley, w, 0.1)
        own.matches(slope)
        expected = float(reference.gradient_step(expected, slope, 0.1))
        step = student.gradient_step(w, own.value, 0.1)
        step.matches(expected)
        w = float(step.value)


# Public examples: the numbers of the worked examples in the text, and one more.


@example("sigmoid")
def test_sigmoid_example(student):
    """The worked example: z = ln 3, and its opposite

    ko: 본문의 예: z = ln 3, 그리고 부호를 바꾼 수
    """
    student.sigmoid(1.0986122886681098).matches_reference()
    student.sigmoid(-1.0986122886681098).matches_reference()


@example("sigmoid")
def test_sigmoid_example_ends(student):
    """z = 0, z = 8 and z = -8

    ko: z = 0, z = 8, z = -8
    """
    for z in (0.0, 8.0, -8.0):
        student.sigmoid(z).matches_reference()


@example("loss")
def test_loss_example(student):
    """The worked example: the prediction 0.8, when the label is 1 and when it is 0

    ko: 본문의 예: 예측 0.8, 정답이 1일 때와 0일 때
    """
    student.loss(0.8, 1).matches_reference()
    student.loss(0.8, 0).matches_reference()


@example("cost")
def test_cost_example(student):
    """The worked example: three predictions

    ko: 본문의 예: 예측 3개
    """
    student.cost(row(0.8, 0.4, 0.5), row(1, 0, 1)).matches_reference()


@example("cost")
def test_cost_example_longer(student):
    """Five predictions, of which the last is far off

    ko: 예측 5개, 마지막은 크게 틀렸다
    """
    y_hat, y = row(0.9, 0.2, 0.7, 0.4, 0.95), row(1, 0, 1, 0, 0)
    student.cost(y_hat, y).matches_reference()


@example("numerical_derivative")
def test_numerical_derivative_example(student, given):
    """The worked example: a cubed at a = 2, with epsilon = 0.1

    ko: 본문의 예: a의 세제곱, a = 2, epsilon = 0.1
    """
    student.numerical_derivative(given.cube, 2.0, 0.1).matches_reference()


@example("numerical_derivative")
def test_numerical_derivative_example_ln(student, given):
    """The natural logarithm at a = 4, with epsilon = 0.5

    ko: 자연로그, a = 4, epsilon = 0.5
    """
    student.numerical_derivative(given.ln, 4.0, 0.5).matches_reference()


@example("gradient_step")
def test_gradient_step_example(student):
    """The worked example: a step from the right, and one from the left

    ko: 본문의 예: 오른쪽에서 출발한 한 걸음과 왼쪽에서 출발한 한 걸음
    """
    student.gradient_step(3.0, 6.0, 0.1).matches_reference()
    student.gradient_step(-2.0, -4.0, 0.1).matches_reference()


@example("gradient_step")
def test_gradient_step_example_column(student):
    """A column of three weights

    ko: 가중치 3개짜리 열
    """
    student.gradient_step(
        column(1, -2, 0.5), column(10, -5, 0), 0.1
    ).matches_reference()

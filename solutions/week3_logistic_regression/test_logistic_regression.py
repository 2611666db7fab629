"""Hidden checks and public examples of logistic regression.

Inputs are made so that no mistake can hide: n, m and 1 all differ; A keeps away from 0
and 1, where a tiny constant that guards a logarithm would change the result; and no
probability is so close to one half that rounding decides about a prediction.
"""

import numpy as np
import pytest

from autograder.grading import example, grades

TRAINING = ("n", "m", "num_iterations", "learning_rate")


def labels(rng, m):
    """Return m labels of both classes, shape (1, m)."""
    return rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)


def unit(rng, n):
    """Return w (n, 1) and b; b is large enough to be missed."""
    sign = rng.choice([-1.0, 1.0])
    w = rng.standard_normal((n, 1)) + sign * 0.3
    return w / np.linalg.norm(w), float(sign * rng.uniform(0.5, 0.8))


def examples_for(rng, w, b, Z):
    """Return examples X (n, m) for which w.T X + b is Z, shape (1, m)."""
    X = rng.standard_normal((w.shape[0], Z.shape[1]))
    return X + w @ (Z - b - w.T @ X) / np.sum(w * w)


def batch(rng, n, m):
    """Return w, b, X and Y with all of A within [0.2, 0.8]."""
    w, b = unit(rng, n)
    Z = rng.permutation(np.linspace(-1.3, 1.3, m)) + rng.uniform(-0.05, 0.05, m)
    return w, b, examples_for(rng, w, b, Z.reshape(1, m)), labels(rng, m)


def two_kinds(rng, n, m, centre):
    """Return m examples around plus and minus `centre`, two of them mislabelled."""
    Y = labels(rng, m)
    X = centre * (2 * Y - 1) + rng.uniform(-0.4, 0.4, (n, m))
    wrong = [int(np.flatnonzero(Y[0] == kind)[0]) for kind in (0, 1)]
    Y[0, wrong] = 1 - Y[0, wrong]
    return X, Y


def train_and_test(rng, n, m, m_test):
    """Return a training and a test set that a straight line separates but for four."""
    centre = rng.choice([-1.0, 1.0], (n, 1)) * rng.uniform(0.9, 1.3, (n, 1))
    return *two_kinds(rng, n, m, centre), *two_kinds(rng, n, m_test, centre)


def every_cost(reference, start, num_iterations, learning_rate):
    """Return the cost before each step from w, b, X and Y."""
    w, b, X, Y = start
    costs = []
    for _ in range(num_iterations):
        grads, cost = reference.propagate(w, b, X, Y)
        costs.append(cost)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
    return costs


def essential(d):
    """Return what training and predicting gave; the rest only repeats or records."""
    keys = ("w", "b", "Y_prediction_train", "Y_prediction_test")
    return {key: d[key] for key in keys}


def accuracy(d, Y_test):
    """Return the share of right predictions on the test set."""
    return np.mean(np.reshape(d["Y_prediction_test"], Y_test.shape) == Y_test)


def worked_example():
    """Return X and Y of the worked examples in the text."""
    return rows([1, 2, 3, -2], [0, -1, 1, 4]), rows([1, 0, 1, 1])


def column(*values):
    """Return the values as floats below each other."""
    return np.array(values, dtype=float).reshape(-1, 1)


def rows(*values):
    """Return the rows as a matrix of floats."""
    return np.array(values, dtype=float)


# Hidden checks, in call order.


@grades("initialize_with_zeros")
@pytest.mark.parametrize("dim", [3, 7, 12])
def test_initialize_with_zeros(student, dim):
    """A column of zeros, and the number zero

    ko: 0으로 채운 열과 수 0
    """
    student.initialize_with_zeros(dim).matches_reference()


@grades("propagate")
@pytest.mark.parametrize(("n", "m"), [(3, 5), (5, 7), (2, 9), (6, 4), (4, 11)])
def test_propagate(student, rng, n, m):
    """dw, db and the cost; all three are means over the m examples

    ko: dw, db, 비용. 셋 모두 예시 m개에 대한 평균이다
    """
    student.propagate(*batch(rng, n, m)).matches_reference()


@grades("propagate")
@pytest.mark.parametrize(("n", "m"), [(5, 5)])
def test_propagate_square(student, rng, n, m):
    """As many features as examples, where shapes do not show every slip

    ko: 특징 수와 예시 수가 같아, 실수가 형태에 다 드러나지 않는 예시
    """
    student.propagate(*batch(rng, n, m)).matches_reference()


@grades("optimize")
@pytest.mark.parametrize(
    TRAINING, [(3, 7, 4, 0.3), (5, 8, 12, 0.05), (2, 9, 20, 0.8), (4, 6, 7, 0.15)]
)
def test_optimize(student, rng, reference, n, m, num_iterations, learning_rate):
    """Parameters and gradients after several steps

    ko: 여러 걸음 뒤의 매개변수와 기울기
    """
    start, steps = batch(rng, n, m), (num_iterations, learning_rate)
    params, grads, costs = reference.optimize(*start, *steps, False)
    kept = ([], every_cost(reference, start, *steps))  # without print_cost, or all
    reply = student.optimize(*start, *steps, False)
    reply.matches_any(*((params, grads, other) for other in (costs, *kept)))


@grades("optimize")
@pytest.mark.parametrize(TRAINING, [(4, 9, 101, 0.02)])
def test_optimize_costs(student, rng, n, m, num_iterations, learning_rate):
    """The cost before every hundredth step, counted from 0

    ko: 0부터 세어 100걸음마다 그 걸음을 떼기 전의 비용
    """
    start, steps = batch(rng, n, m), (num_iterations, learning_rate)
    student.optimize(*start, *steps, True).matches_reference()


@grades("predict")
@pytest.mark.parametrize(("n", "m"), [(3, 40), (5, 46), (2, 52), (7, 44)])
def test_predict(student, rng, n, m):
    """One label, 0 or 1, for each of m examples

    ko: 예시 m개마다 0 또는 1인 예측 하나
    """
    w, b = unit(rng, n)
    Z = rng.permutation(np.linspace(-2, 2, m)).reshape(1, m)
    student.predict(w, b, examples_for(rng, w, b, Z)).matches_reference()


@grades("model")
@pytest.mark.parametrize(
    ("n", "m", "m_test", "num_iterations", "learning_rate"),
    [
        (3, 24, 41, 6, 0.3),
        (2, 26, 44, 10, 0.05),
        (4, 22, 47, 15, 0.6),
        (5, 28, 42, 8, 0.12),
    ],
)
def test_model(student, rng, reference, n, m, m_test, num_iterations, learning_rate):
    """Parameters trained from zero, and predictions for both sets

    ko: 0에서 출발해 학습한 매개변수와, 두 데이터에 대한 예측
    """
    call = (*train_and_test(rng, n, m, m_test), num_iterations, learning_rate, False)
    d = reference.model(*call)
    student.model(*call).matches_any(d, essential(d))


@grades("as_handed_in")
def test_training_as_handed_in(student, rng, reference):
    """From zero to predictions, each step fed by your own results

    ko: 0에서 예측까지. 각 단계의 입력은 제출한 함수의 결과
    """
    X, Y, X_test, Y_test = train_and_test(rng, 3, 30, 43)
    start = student.initialize_with_zeros(3)
    start.matches(reference.initialize_with_zeros(3))
    w, b = start.value
    step = student.propagate(w, b, X, Y)
    step.matches(reference.propagate(*reference.initialize_with_zeros(3), X, Y))
    trained = student.optimize(w, b, X, Y, 9, 0.5, True)
    expected = reference.optimize(
        *reference.initialize_with_zeros(3), X, Y, 9, 0.5, True
    )
    trained.matches(expected)
    params = trained.value[0]
    predicted = student.predict(params["w"], params["b"], X_test)
    best = expected[0]
    predicted.matches(reference.predict(best["w"], best["b"], X_test))

    d = student.model(X, Y, X_test, Y_test, 20, 0.5, False)
    d.holds(
        lambda d: accuracy(d, Y_test) > 0.9,
        {
            "en": "the predictions on the test set are right in fewer than nine of ten cases",
            "ko": "테스트 데이터에 대한 예측이 열에 아홉도 맞지 않습니다.",
        },
    )


# Public examples: the numbers of the worked examples in the text, and a few more.


@example("initialize_with_zeros")
def test_initialize_with_zeros_example(student):
    """The worked example: two features

    ko: 본문의 예: 특징 2개
    """
    student.initialize_with_zeros(2).matches_reference()


@example("propagate")
def test_propagate_example(student):
    """The worked example: four examples of two features

    ko: 본문의 예: 특징이 2개인 예시 4개
    """
    student.propagate(column(0, 0), 0.0, *worked_example()).matches_reference()


@example("propagate")
def test_propagate_example_three(student):
    """Three features, two examples, parameters other than zero

    ko: 특징 3개, 예시 2개, 0이 아닌 매개변수
    """
    X, Y = rows([1, 0], [0, 1], [1, -1]), rows([0, 1])
    student.propagate(column(0.5, -0.5, 1), -0.5, X, Y).matches_reference()


@example("optimize")
def test_optimize_example(student):
    """The worked example: one step

    ko: 본문의 예: 한 걸음
    """
    reply = student.optimize(column(0, 0), 0.0, *worked_example(), 1, 0.4, True)
    reply.matches_reference()


@example("optimize")
def test_optimize_example_ten(student):
    """Ten steps from there

    ko: 거기서 열 걸음
    """
    reply = student.optimize(column(0, 0.3), 0.1, *worked_example(), 10, 0.1, True)
    reply.matches_reference()


@example("predict")
def test_predict_example(student):
    """The worked example: four examples of two features

    ko: 본문의 예: 특징이 2개인 예시 4개
    """
    X, _ = worked_example()
    student.predict(column(0, 0.3), 0.1, X).matches_reference()


@example("model")
def test_model_example(student):
    """The worked example: one step, two examples to be tested on

    ko: 본문의 예: 한 걸음, 시험할 예시 2개
    """
    X_test, Y_test = rows([0, 5], [-1, 1]), rows([0, 1])
    reply = student.model(*worked_example(), X_test, Y_test, 1, 0.4, True)
    reply.matches_reference()

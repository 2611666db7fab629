"""Hidden checks and public examples of the shallow network.

Inputs are made so that no mistake can hide: the sizes of the layers differ from each
other, from 4 and from m; tanh is neither linear nor flat on Z1; A2 keeps away from 0
and 1, where a tiny constant that guards a logarithm would change the cost; and nothing
is ever evaluated at exactly 0, where ReLU has no slope.
"""

import numpy as np
import pytest

from autograder.grading import example, grades, numeric_gradient

SIZES = ("n_x", "n_h", "m")
HIDDEN = 4
"""Units that `layer_sizes` always answers."""


def around_zero(rng, *shape):
    """Return numbers of both signs, between 0.2 and 2 in size."""
    signs = rng.permutation(np.arange(np.prod(shape)) % 2).reshape(shape) * 2 - 1
    return signs * rng.uniform(0.2, 2, shape)


def labels(rng, m):
    """Return m labels of both classes, shape (1, m)."""
    return rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)


def network(rng, n_x, n_h, m):
    """Return X and parameters for which A2 is within [0.18, 0.82].

    Both answers occur, and no probability is close to 0.5.
    """
    X = rng.standard_normal((n_x, m))
    W1 = rng.standard_normal((n_h, n_x)) / np.sqrt(n_x)
    b1 = around_zero(rng, n_h, 1) / 2
    W2 = rng.standard_normal((1, n_h)) / np.sqrt(n_h)
    products = W2 @ np.tanh(W1 @ X + b1)
    middle = np.sort(products[0])[m // 4 : m - m // 4]
    widest = np.argmax(np.diff(middle))
    b2 = -np.reshape(middle[widest : widest + 2].mean(), (1, 1))
    scale = 1.5 / np.abs(products + b2).max()
    return X, {"W1": W1, "b1": b1, "W2": scale * W2, "b2": scale * b2}


def two_groups(rng, n_x, m):
    """Return X and Y: two groups of points, apart across the main diagonal."""
    Y = labels(rng, m)
    apart = np.where(np.arange(n_x) % 2, -2.0, 2.0).reshape(n_x, 1)
    return apart * (2 * Y - 1) + rng.standard_normal((n_x, m)) / 2, Y


def gradients(rng, parameters):
    """Return random gradients of the parameters."""
    return {f"d{name}": rng.standard_normal(p.shape) for name, p in parameters.items()}


def initial(n_x, n_h, n_y):
    """Return the shapes and spreads that initial parameters must have."""
    return {
        "shapes": {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)},
        "spread": {"W1": 0.01, "W2": 0.01},
    }


def rows(*values):
    """Return the rows as a matrix of floats."""
    return np.array(values, dtype=float)


def worked_network():
    """Return X and the parameters of the worked example: A1 is 0.6, -0.8, 0."""
    parameters = {
        "W1": rows([np.log(2), -np.log(3)]),
        "b1": rows([0]),
        "W2": rows([5]),
        "b2": rows([1]),
    }
    return rows([1, 0, 0], [0, 1, 0]), parameters


# Hidden checks, in call order.


@grades("tanh_backward")
@pytest.mark.parametrize(("n", "m"), [(3, 5), (4, 7), (2, 6)])
def test_tanh_backward(student, rng, n, m):
    """The gradient through tanh, entry by entry

    ko: tanh를 거슬러 온 기울기, 원소별
    """
    dA, Z = rng.standard_normal((n, m)), around_zero(rng, n, m)
    student.tanh_backward(dA, Z).matches_reference()


@grades("leaky_relu")
@pytest.mark.parametrize(("n", "m", "slope"), [(3, 5, 0.2), (5, 4, 0.05)])
def test_leaky_relu(student, rng, n, m, slope):
    """Z where it is positive, `slope` times Z elsewhere

    ko: Z가 양수이면 Z, 아니면 `slope` 곱하기 Z
    """
    student.leaky_relu(around_zero(rng, n, m), slope).matches_reference()


@grades("leaky_relu")
@pytest.mark.parametrize(("n", "m"), [(4, 6), (2, 7)])
def test_leaky_relu_default(student, rng, n, m):
    """Without a slope, it is 0.01

    ko: `slope`를 넘기지 않으면 0.01
    """
    student.leaky_relu(around_zero(rng, n, m)).matches_reference()


@grades("leaky_relu_backward")
@pytest.mark.parametrize(("n", "m", "slope"), [(3, 5, 0.2), (5, 4, 0.05)])
def test_leaky_relu_backward(student, rng, n, m, slope):
    """The gradient through a Leaky ReLU, entry by entry

    ko: Leaky ReLU를 거슬러 온 기울기, 원소별
    """
    dA, Z = rng.standard_normal((n, m)), around_zero(rng, n, m)
    student.leaky_relu_backward(dA, Z, slope).matches_reference()


@grades("leaky_relu_backward")
@pytest.mark.parametrize(("n", "m"), [(4, 6), (2, 7)])
def test_leaky_relu_backward_default(student, rng, n, m):
    """Without a slope, it is 0.01

    ko: `slope`를 넘기지 않으면 0.01
    """
    dA, Z = rng.standard_normal((n, m)), around_zero(rng, n, m)
    student.leaky_relu_backward(dA, Z).matches_reference()


@grades("layer_sizes")
@pytest.mark.parametrize(
    ("n_x", "n_y", "m"), [(5, 2, 7), (3, 6, 8), (7, 5, 9), (9, 3, 6), (6, 8, 5)]
)
def test_layer_sizes(student, rng, n_x, n_y, m):
    """The rows of X, 4, the rows of Y

    ko: X의 행 수, 4, Y의 행 수
    """
    X, Y = rng.standard_normal((n_x, m)), rng.integers(0, 2, (n_y, m)).astype(float)
    student.layer_sizes(X, Y).matches_reference()


@grades("initialize_parameters")
@pytest.mark.parametrize(
    ("n_x", "n_h", "n_y"), [(45, 60, 40), (55, 35, 65), (70, 50, 30)]
)
def test_initialize_parameters(student, n_x, n_h, n_y):
    """Shapes; small weights of both signs around 0; biases of 0

    ko: 형태, 0 둘레의 작은 양수·음수 가중치, 0인 편향
    """
    reply = student.initialize_parameters(n_x, n_h, n_y)
    reply.is_initialization(**initial(n_x, n_h, n_y))


@grades("forward_propagation")
@pytest.mark.parametrize(SIZES, [(3, 5, 7), (2, 6, 8), (5, 3, 6), (6, 7, 9)])
def test_forward_propagation(student, rng, n_x, n_h, m):
    """A2, and a cache of Z1, A1, Z2 and A2

    ko: A2, 그리고 Z1, A1, Z2, A2를 담은 캐시
    """
    student.forward_propagation(*network(rng, n_x, n_h, m)).matches_reference()


@grades("compute_cost")
@pytest.mark.parametrize("m", [6, 7, 10, 13, 16])
def test_compute_cost(student, rng, m):
    """The mean cross-entropy of m examples, as one number

    ko: 예시 m개의 교차 엔트로피 평균, 수 하나
    """
    _, parameters = network(rng, 3, 5, m)
    A2 = rng.uniform(0.2, 0.8, (1, m))
    student.compute_cost(A2, labels(rng, m), parameters).matches_reference()


@grades("backward_propagation")
@pytest.mark.parametrize(SIZES, [(3, 5, 7), (2, 6, 8), (5, 3, 6), (6, 7, 9), (5, 2, 8)])
def test_backward_propagation(student, rng, reference, n_x, n_h, m):
    """dW1, db1, dW2 and db2, each a mean over the m examples

    ko: dW1, db1, dW2, db2. 모두 예시 m개에 대한 평균이다
    """
    X, parameters = network(rng, n_x, n_h, m)
    _, cache = reference.forward_propagation(X, parameters)
    reply = student.backward_propagation(parameters, cache, X, labels(rng, m))
    reply.matches_reference()


@grades("backward_propagation")
@pytest.mark.parametrize(SIZES, [(5, 5, 7)])
def test_backward_propagation_square(student, rng, reference, n_x, n_h, m):
    """As many hidden units as inputs, where shapes show no transposition

    ko: 은닉 유닛 수와 입력 수가 같아, 전치가 형태에 드러나지 않는 신경망
    """
    X, parameters = network(rng, n_x, n_h, m)
    _, cache = reference.forward_propagation(X, parameters)
    reply = student.backward_propagation(parameters, cache, X, labels(rng, m))
    reply.matches_reference()


@grades("update_parameters")
@pytest.mark.parametrize(
    ("n_x", "n_h", "learning_rate"), [(3, 5, 0.3), (2, 6, 0.05), (5, 3, 2.0)]
)
def test_update_parameters(student, rng, n_x, n_h, learning_rate):
    """One step of gradient descent for both W and both b

    ko: 두 W와 두 b의 경사 하강 한 걸음
    """
    _, parameters = network(rng, n_x, n_h, 8)
    grads = gradients(rng, parameters)
    student.update_parameters(parameters, grads, learning_rate).matches_reference()


@grades("update_parameters")
@pytest.mark.parametrize(("n_x", "n_h"), [(4, 5), (3, 7)])
def test_update_parameters_default(student, rng, n_x, n_h):
    """Without a learning rate, it is 1.2

    ko: 학습률을 넘기지 않으면 1.2
    """
    _, parameters = network(rng, n_x, n_h, 8)
    student.update_parameters(
        parameters, gradients(rng, parameters)
    ).matches_reference()


@grades("nn_model")
@pytest.mark.parametrize(
    ("n_x", "n_h", "m", "num_iterations", "print_cost"),
    [
        (3, 5, 8, 1, False),
        (2, 6, 9, 2, False),
        (5, 3, 7, 6, True),
        (6, 7, 10, 11, False),
    ],
    ids=["1-step", "2-steps", "6-steps-printed", "11-steps"],
)
def test_nn_model(student, rng, n_x, n_h, m, num_iterations, print_cost):
    """The parameters after so many steps

    ko: 정해진 걸음 수를 움직인 뒤의 매개변수
    """
    X, Y = two_groups(rng, n_x, m)
    student.nn_model(X, Y, n_h, num_iterations, print_cost).matches_reference()


@grades("nn_model")
@pytest.mark.parametrize(SIZES, [(2, 5, 40), (4, 3, 48)])
def test_nn_model_learns(student, rng, reference, n_x, n_h, m):
    """After 20 steps, 9 of 10 points of two groups are on the right side

    ko: 20걸음 뒤, 두 무리의 점 10개 가운데 9개는 옳은 쪽
    """
    X, Y = two_groups(rng, n_x, m)
    student.nn_model(X, Y, n_h, 20, False).holds(
        lambda learned: np.mean(reference.predict(learned, X) == Y) >= 0.9,
        {
            "en": "after 20 steps, `parameters` put fewer than 90 % of two well separated"
            " groups of points on the right side",
            "ko": "20걸음을 움직인 `parameters`가, 뚜렷이 떨어진 두 무리의 점 가운데 90 %"
            " 이상을 옳게 나누지 못합니다.",
        },
    )


@grades("predict")
@pytest.mark.parametrize(SIZES, [(3, 5, 48), (2, 6, 56), (5, 3, 44)])
def test_predict(student, rng, n_x, n_h, m):
    """1 where the probability is above 0.5, else 0

    ko: 확률이 0.5보다 크면 1, 아니면 0
    """
    X, parameters = network(rng, n_x, n_h, m)
    student.predict(parameters, X).matches_reference()


@grades("as_handed_in")
def test_training_as_handed_in(student, rng):
    """Initialization, four steps and a prediction, each fed by your own results

    ko: 초기화, 학습 네 걸음, 예측. 각 단계의 입력은 제출한 함수의 결과
    """
    fresh = student.initialize_parameters(50, 40, 30)
    fresh.is_initialization(**initial(50, 40, 30))
    X, parameters = network(rng, 3, 5, 45)
    Y = labels(rng, 45)
    for _ in range(4):
        forward = student.forward_propagation(X, parameters)
        forward.matches_reference()
        A2, cache = forward.value
        student.compute_cost(A2, Y, parameters).matches_reference()
        backward = student.backward_propagation(parameters, cache, X, Y)
        backward.matches_reference()
        updated = student.update_parameters(parameters, backward.value, 0.05)
        updated.matches_reference()
        parameters = updated.value
    student.predict(parameters, X).matches_reference()


@grades("as_handed_in")
def test_slopes_as_handed_in(student, rng):
    """Your gradients are the slopes of your own cost

    ko: 제출한 역전파의 기울기가, 제출한 비용의 실제 기울기와 같다
    """
    X, parameters = network(rng, 2, 3, 7)
    parameters |= {name: parameters[name] / 3 for name in ("W2", "b2")}
    Y = labels(rng, 7)

    def cost(moved):
        A2 = student.forward_propagation(X, moved).passed_on[0]
        return student.compute_cost(A2, Y, moved).passed_on

    forward = student.forward_propagation(X, parameters)
    forward.holds(
        lambda value: np.ptp(value[0]) > 0.01 and np.all(np.abs(value[0] - 0.5) < 0.5),
        {
            "en": "`A2` does not hold different probabilities between 0 and 1",
            "ko": "`A2`에 0과 1 사이의 서로 다른 확률이 들어 있지 않습니다.",
        },
    )
    A2, cache = forward.value
    backward = student.backward_propagation(parameters, cache, X, Y)
    if np.asarray(A2).dtype == np.float32:  # too coarse for differences of costs
        backward.matches_reference()
    else:
        slopes = numeric_gradient(cost, parameters)
        backward.agrees_with_slopes({f"d{name}": s for name, s in slopes.items()})


# Public examples: the numbers of the worked examples in the text, and a few more.


@example("tanh_backward")
def test_tanh_backward_example(student):
    """The worked example: slopes of 1, 0.64 and 0.36

    ko: 본문의 예: 기울기 1, 0.64, 0.36
    """
    Z = rows([0, np.log(2), -np.log(3)])
    student.tanh_backward(rows([2, 5, -10]), Z).matches_reference()


@example("leaky_relu")
def test_leaky_relu_example(student):
    """The worked example, with a slope of 0.1

    ko: 본문의 예, `slope`는 0.1
    """
    student.leaky_relu(rows([3, -2], [-10, 4]), 0.1).matches_reference()


@example("leaky_relu")
def test_leaky_relu_example_default(student):
    """The same without a slope

    ko: 같은 예, `slope` 없이
    """
    student.leaky_relu(rows([3, -2], [-10, 4])).matches_reference()


@example("leaky_relu_backward")
def test_leaky_relu_backward_example(student):
    """The worked example, with a slope of 0.1

    ko: 본문의 예, `slope`는 0.1
    """
    dA, Z = rows([7, 5], [-30, -6]), rows([3, -2], [-10, 4])
    student.leaky_relu_backward(dA, Z, 0.1).matches_reference()


@example("layer_sizes")
def test_layer_sizes_example(student):
    """The worked example: five examples of two numbers, one label each

    ko: 본문의 예: 수 2개와 정답 1개로 된 예시 5개
    """
    X, Y = rows([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), rows([0, 1, 1, 0, 1])
    student.layer_sizes(X, Y).matches_reference()


@example("initialize_parameters")
def test_initialize_parameters_example(student):
    """40 inputs, 50 hidden units, 30 outputs

    ko: 입력 40개, 은닉 유닛 50개, 출력 30개
    """
    reply = student.initialize_parameters(40, 50, 30)
    reply.is_initialization(**initial(40, 50, 30))


@example("forward_propagation")
def test_forward_propagation_example(student):
    """The worked example: one hidden unit, two inputs, three examples

    ko: 본문의 예: 은닉 유닛 1개, 입력 2개, 예시 3개
    """
    student.forward_propagation(*worked_network()).matches_reference()


@example("forward_propagation")
def test_forward_propagation_example_wide(student, rng):
    """Three hidden units, two inputs, five examples

    ko: 은닉 유닛 3개, 입력 2개, 예시 5개
    """
    student.forward_propagation(*network(rng, 2, 3, 5)).matches_reference()


@example("compute_cost")
def test_compute_cost_example(student):
    """The worked example: four predictions, of which the second is far off

    ko: 본문의 예: 예측 4개, 둘째는 크게 틀렸다
    """
    A2, Y = rows([0.9, 0.8, 0.5, 0.2]), rows([1, 0, 1, 0])
    student.compute_cost(A2, Y).matches_reference()


@example("backward_propagation")
def test_backward_propagation_example(student):
    """The worked example: one hidden unit, two inputs, three examples

    ko: 본문의 예: 은닉 유닛 1개, 입력 2개, 예시 3개
    """
    X, parameters = worked_network()
    cache = {
        "Z1": rows([np.log(2), -np.log(3), 0]),
        "A1": rows([0.6, -0.8, 0]),
        "Z2": rows([0, np.log(2 / 3), -np.log(4)]),
        "A2": rows([0.5, 0.4, 0.2]),
    }
    reply = student.backward_propagation(parameters, cache, X, rows([1, 0, 0]))
    reply.matches_reference()


@example("backward_propagation")
def test_backward_propagation_example_wide(student, rng, reference):
    """Three hidden units, two inputs, five examples

    ko: 은닉 유닛 3개, 입력 2개, 예시 5개
    """
    X, parameters = network(rng, 2, 3, 5)
    _, cache = reference.forward_propagation(X, parameters)
    reply = student.backward_propagation(parameters, cache, X, labels(rng, 5))
    reply.matches_reference()


@example("update_parameters")
def test_update_parameters_example(student):
    """The worked example: a step of learning rate 0.5

    ko: 본문의 예: 학습률이 0.5인 한 걸음
    """
    parameters = {"W1": rows([1, 2]), "b1": rows([0]), "W2": rows([3]), "b2": rows([1])}
    grads = {
        "dW1": rows([-4, 2]),
        "db1": rows([0.2]),
        "dW2": rows([0.5]),
        "db2": rows([-1]),
    }
    student.update_parameters(parameters, grads, 0.5).matches_reference()


@example("nn_model")
def test_nn_model_example(student, rng):
    """No step at all: 40 inputs, 50 hidden units and 30 outputs, still fresh

    ko: 한 걸음도 움직이지 않으면: 입력 40개, 은닉 유닛 50개, 출력 30개의 초깃값 그대로
    """
    X, Y = rng.standard_normal((40, 6)), np.tile(labels(rng, 6), (30, 1))
    reply = student.nn_model(X, Y, 50, 0, False)
    reply.is_initialization(**initial(40, 50, 30))


@example("predict")
def test_predict_example(student):
    """The worked example: one hidden unit, three examples

    ko: 본문의 예: 은닉 유닛 1개, 예시 3개
    """
    X, parameters = worked_network()
    student.predict(parameters, X).matches_reference()

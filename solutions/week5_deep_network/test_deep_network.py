"""Hidden checks and public examples of the deep network, step by step.

Inputs are made so that no mistake can hide: widths differ from each other and
from m, every unit of a layer is positive for some examples and negative for
others (no dead ReLU), and AL keeps away from 0 and 1, where a tiny constant that
guards a logarithm or a division would change the result.
"""

import numpy as np
import pytest

from autograder.grading import example, grades

LAYER = ("n_prev", "n", "m")


def linear_layer(rng, A_prev, n):
    """Return W and b for which each row of W A_prev + b has both signs."""
    n_prev = A_prev.shape[0]
    W = rng.standard_normal((n, n_prev)) / np.sqrt(n_prev)
    Z = W @ A_prev  # (n, m)
    low, high = Z.min(axis=1, keepdims=True), Z.max(axis=1, keepdims=True)
    b = -low - rng.uniform(0.3, 0.7, (n, 1)) * (high - low)
    return W, b


def layer(rng, n_prev, n, m):
    """Return A_prev, W and b of one layer."""
    A_prev = rng.standard_normal((n_prev, m))
    return A_prev, *linear_layer(rng, A_prev, n)


def labels(rng, m):
    """Return m labels of both classes, shape (1, m)."""
    return rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)


def network(rng, layer_dims, m):
    """Return X and the parameters of a network whose AL is within [0.35, 0.65]."""
    X = A = rng.standard_normal((layer_dims[0], m))
    parameters = {}
    for i, n in enumerate(layer_dims[1:], start=1):
        W, b = linear_layer(rng, A, n)
        Z = W @ A + b
        scale = 0.6 / np.abs(Z).max() if i == len(layer_dims) - 1 else 1.0
        parameters[f"W{i}"], parameters[f"b{i}"] = scale * W, scale * b
        A = np.maximum(0, Z)
    return X, parameters


def initial(layer_dims):
    """Return the shapes and spreads that initial parameters must have."""
    shapes, spread = {}, {}
    for i in range(1, len(layer_dims)):
        shapes[f"W{i}"] = (layer_dims[i], layer_dims[i - 1])
        shapes[f"b{i}"] = (layer_dims[i], 1)
        spread[f"W{i}"] = 0.01
    return {"shapes": shapes, "spread": spread}


def both_namings(grads):
    """Return grads, and the same with the gradients into layer l called dA{l}."""
    older = {
        f"dA{int(key[2:]) + 1}" if key.startswith("dA") else key: value
        for key, value in grads.items()
    }
    return grads, older


def column(*values):
    """Return the values as floats below each other."""
    return np.array(values, dtype=float).reshape(-1, 1)


def rows(*values):
    """Return the rows as a matrix of floats."""
    return np.array(values, dtype=float)


# Hidden checks, in call order.


@grades("initialize_parameters")
@pytest.mark.parametrize(
    ("n_x", "n_h", "n_y"), [(45, 60, 40), (55, 35, 65), (70, 50, 30)]
)
def test_initialize_parameters(student, n_x, n_h, n_y):
    """Shapes; small weights of both signs around 0; biases of 0

    ko: 형태, 0 둘레의 작은 양수·음수 가중치, 0인 편향
    """
    reply = student.initialize_parameters(n_x, n_h, n_y)
    reply.is_initialization(**initial([n_x, n_h, n_y]))


@grades("initialize_parameters_deep")
@pytest.mark.parametrize(
    "layer_dims",
    [[40, 60, 50, 35], [65, 45, 30, 55, 70], [50, 35, 70, 40, 60, 45]],
    ids=["3-layers", "4-layers", "5-layers"],
)
def test_initialize_parameters_deep(student, layer_dims):
    """Every layer: shapes; small weights of both signs around 0; biases of 0

    ko: 모든 층의 형태, 0 둘레의 작은 양수·음수 가중치, 0인 편향
    """
    reply = student.initialize_parameters_deep(layer_dims)
    reply.is_initialization(**initial(layer_dims))
    reply.holds(
        lambda parameters: not {"W0", "b0"} & set(parameters),
        otherwise={
            "en": "`parameters` holds W0 or b0, but the layers are numbered from 1",
            "ko": "`parameters`에 W0이나 b0이 있습니다. 층 번호는 1부터입니다.",
        },
    )


@grades("linear_forward")
@pytest.mark.parametrize(LAYER, [(3, 4, 5), (5, 2, 7), (6, 3, 4), (4, 7, 6)])
def test_linear_forward(student, rng, n_prev, n, m):
    """Z, and a cache that holds A, W and b in this order

    ko: Z, 그리고 A, W, b를 이 순서로 담은 캐시
    """
    A, W, b = layer(rng, n_prev, n, m)
    student.linear_forward(A, W, b).matches_reference()


@grades("linear_activation_forward")
@pytest.mark.parametrize(LAYER, [(4, 3, 6), (2, 5, 8)])
def test_linear_activation_forward_relu(student, rng, n_prev, n, m):
    """A layer with ReLU: A, the linear cache and Z

    ko: ReLU 층: A, 선형 캐시, Z
    """
    A_prev, W, b = layer(rng, n_prev, n, m)
    student.linear_activation_forward(A_prev, W, b, "relu").matches_reference()


@grades("linear_activation_forward")
@pytest.mark.parametrize(LAYER, [(5, 4, 7), (3, 6, 5)])
def test_linear_activation_forward_sigmoid(student, rng, n_prev, n, m):
    """A layer with a sigmoid: A, the linear cache and Z

    ko: 시그모이드 층: A, 선형 캐시, Z
    """
    A_prev, W, b = layer(rng, n_prev, n, m)
    student.linear_activation_forward(A_prev, W, b, "sigmoid").matches_reference()


@grades("L_model_forward")
@pytest.mark.parametrize(
    ("layer_dims", "m"),
    [
        ([4, 6, 3, 1], 7),
        ([5, 3, 4, 1], 8),
        ([3, 6, 5, 4, 1], 9),
        ([6, 4, 7, 3, 5, 1], 8),
    ],
    ids=["3-layers", "3-layers-narrow", "4-layers", "5-layers"],
)
def test_L_model_forward(student, rng, layer_dims, m):
    """AL, and one cache per layer from the first to the last

    ko: AL, 그리고 첫 층부터 마지막 층까지 층마다 하나씩 담은 캐시
    """
    X, parameters = network(rng, layer_dims, m)
    student.L_model_forward(X, parameters).matches_reference()


@grades("compute_cost")
@pytest.mark.parametrize("m", [5, 7, 10, 13, 16])
def test_compute_cost(student, rng, m):
    """The mean cross-entropy of m examples, as one number

    ko: 예시 m개의 교차 엔트로피 평균, 수 하나
    """
    AL = rng.uniform(0.2, 0.8, (1, m))
    student.compute_cost(AL, labels(rng, m)).matches_reference()


@grades("linear_backward")
@pytest.mark.parametrize(LAYER, [(3, 4, 5), (5, 2, 7), (2, 6, 3), (6, 3, 8)])
def test_linear_backward(student, rng, n_prev, n, m):
    """dA_prev, dW and db; dW and db are means over the m examples

    ko: dA_prev, dW, db (dW와 db는 예시 m개에 대한 평균)
    """
    dZ = rng.standard_normal((n, m))
    student.linear_backward(dZ, layer(rng, n_prev, n, m)).matches_reference()


@grades("linear_backward")
@pytest.mark.parametrize(LAYER, [(4, 4, 7)])
def test_linear_backward_square(student, rng, n_prev, n, m):
    """As many units as inputs, where shapes show no transposition

    ko: 유닛 수와 입력 수가 같아, 전치가 형태에 드러나지 않는 층
    """
    dZ = rng.standard_normal((n, m))
    student.linear_backward(dZ, layer(rng, n_prev, n, m)).matches_reference()


@grades("linear_activation_backward")
@pytest.mark.parametrize(LAYER, [(4, 3, 6), (2, 5, 8)])
def test_linear_activation_backward_relu(student, rng, n_prev, n, m):
    """dA_prev, dW and db of a layer with ReLU

    ko: ReLU 층의 dA_prev, dW, db
    """
    A_prev, W, b = layer(rng, n_prev, n, m)
    dA, cache = rng.standard_normal((n, m)), ((A_prev, W, b), W @ A_prev + b)
    student.linear_activation_backward(dA, cache, "relu").matches_reference()


@grades("linear_activation_backward")
@pytest.mark.parametrize(LAYER, [(5, 4, 7), (3, 6, 5)])
def test_linear_activation_backward_sigmoid(student, rng, n_prev, n, m):
    """dA_prev, dW and db of a layer with a sigmoid

    ko: 시그모이드 층의 dA_prev, dW, db
    """
    A_prev, W, b = layer(rng, n_prev, n, m)
    dA, cache = rng.standard_normal((n, m)), ((A_prev, W, b), W @ A_prev + b)
    student.linear_activation_backward(dA, cache, "sigmoid").matches_reference()


@grades("L_model_backward")
@pytest.mark.parametrize(
    ("layer_dims", "m"),
    [
        ([5, 4, 3, 1], 8),
        ([3, 5, 6, 1], 7),
        ([4, 6, 3, 5, 1], 9),
        ([7, 3, 6, 4, 5, 1], 8),
    ],
    ids=["3-layers", "3-layers-widening", "4-layers", "5-layers"],
)
def test_L_model_backward(student, rng, reference, layer_dims, m):
    """dW, db and dA of every layer

    ko: 모든 층의 dW, db, dA
    """
    X, parameters = network(rng, layer_dims, m)
    Y = labels(rng, m)
    AL, caches = reference.L_model_forward(X, parameters)
    grads = reference.L_model_backward(AL, Y, caches)
    student.L_model_backward(AL, Y, caches).matches_any(*both_namings(grads))


@grades("update_parameters")
@pytest.mark.parametrize(
    ("layer_dims", "m", "learning_rate"),
    [
        ([4, 3, 1], 6, 0.3),
        ([3, 5, 4, 1], 7, 0.05),
        ([5, 3, 6, 1], 8, 1.2),
        ([3, 6, 5, 4, 1], 7, 0.7),
    ],
    ids=["2-layers", "3-layers", "3-layers-widening", "4-layers"],
)
def test_update_parameters(student, rng, layer_dims, m, learning_rate):
    """One step of gradient descent for every W and every b

    ko: 모든 W와 모든 b의 경사 하강 한 걸음
    """
    _, parameters = network(rng, layer_dims, m)
    grads = {f"d{key}": rng.standard_normal(p.shape) for key, p in parameters.items()}
    grads |= {
        f"dA{i}": rng.standard_normal((n, m)) for i, n in enumerate(layer_dims[:-1])
    }
    student.update_parameters(parameters, grads, learning_rate).matches_reference()


@grades("as_handed_in")
def test_training_as_handed_in(student, rng, reference):
    """Initialization and three steps of training, each fed by your own results

    ko: 초기화와 학습 세 걸음, 각 단계의 입력은 제출한 함수의 결과
    """
    widths = [55, 45, 60, 40]
    two_layers = student.initialize_parameters(*widths[:3])
    two_layers.is_initialization(**initial(widths[:3]))
    student.initialize_parameters_deep(widths).is_initialization(**initial(widths))

    X, parameters = network(rng, [4, 5, 3, 1], 8)
    Y = labels(rng, 8)
    for _ in range(3):
        forward = student.L_model_forward(X, parameters)
        forward.matches_reference()
        AL, caches = forward.value
        student.compute_cost(AL, Y).matches_reference()
        backward = student.L_model_backward(AL, Y, caches)
        right = reference.L_model_backward(AL, Y, caches)
        backward.matches_any(*both_namings(right))
        updated = student.update_parameters(parameters, backward.value, 0.1)
        updated.matches_reference()
        parameters = {key: updated.value[key] for key in parameters}


# Public examples: the numbers of the worked examples in the text, and one more.


@example("initialize_parameters")
def test_initialize_parameters_example(student):
    """50 inputs, 40 hidden units, 30 outputs

    ko: 입력 50개, 은닉 유닛 40개, 출력 30개
    """
    reply = student.initialize_parameters(50, 40, 30)
    reply.is_initialization(**initial([50, 40, 30]))


@example("initialize_parameters_deep")
def test_initialize_parameters_deep_example(student):
    """A network of three layers: 60 inputs, then 50, 40 and 30 units

    ko: 3층 신경망: 입력 60개, 이어서 유닛 50개, 40개, 30개
    """
    reply = student.initialize_parameters_deep([60, 50, 40, 30])
    reply.is_initialization(**initial([60, 50, 40, 30]))


@example("linear_forward")
def test_linear_forward_example(student):
    """The worked example: one unit, two inputs, three examples

    ko: 본문의 예: 유닛 1개, 입력 2개, 예시 3개
    """
    A = rows([1, 0, 3], [1, 2, 4])
    student.linear_forward(A, rows([2, -1]), column(1)).matches_reference()


@example("linear_forward")
def test_linear_forward_example_wide(student):
    """Three units, two inputs, four examples

    ko: 유닛 3개, 입력 2개, 예시 4개
    """
    A, W = rows([1, 2, 0, -1], [0, 1, 3, 2]), rows([1, 0], [2, -1], [0.5, 0.5])
    student.linear_forward(A, W, column(10, 20, 30)).matches_reference()


@example("linear_activation_forward")
def test_linear_activation_forward_example_relu(student):
    """The worked example with ReLU

    ko: 본문의 예, ReLU
    """
    A_prev = rows([1, 0, 3], [1, 2, 4])
    reply = student.linear_activation_forward(A_prev, rows([2, -1]), column(1), "relu")
    reply.matches_reference()


@example("linear_activation_forward")
def test_linear_activation_forward_example_sigmoid(student):
    """The worked example with a sigmoid

    ko: 본문의 예, 시그모이드
    """
    A_prev, W = rows([1, 0, 3], [1, 2, 4]), rows([2, -1])
    reply = student.linear_activation_forward(A_prev, W, column(1), "sigmoid")
    reply.matches_reference()


@example("L_model_forward")
def test_L_model_forward_example(student):
    """The worked example: two layers of one unit each

    ko: 본문의 예: 유닛이 하나씩인 2층
    """
    parameters = {
        "W1": rows([2, -1]),
        "b1": column(1),
        "W2": rows([1]),
        "b2": column(-2),
    }
    student.L_model_forward(rows([1, 0, 3], [1, 2, 4]), parameters).matches_reference()


@example("L_model_forward")
def test_L_model_forward_example_three_layers(student, rng):
    """Three layers: 2 inputs, then 4, 3 and 1 units, for 5 examples

    ko: 3층: 입력 2개, 이어서 유닛 4개, 3개, 1개, 예시 5개
    """
    X, parameters = network(rng, [2, 4, 3, 1], 5)
    student.L_model_forward(X, parameters).matches_reference()


@example("compute_cost")
def test_compute_cost_example(student):
    """The worked example: three predictions, of which the last is far off

    ko: 본문의 예: 예측 3개, 크게 틀린 마지막 예측
    """
    student.compute_cost(rows([0.5, 0.8, 0.9]), rows([1, 1, 0])).matches_reference()


@example("linear_backward")
def test_linear_backward_example(student):
    """The worked example: one unit, two inputs, three examples

    ko: 본문의 예: 유닛 1개, 입력 2개, 예시 3개
    """
    cache = (rows([1, 0, 3], [1, 2, 4]), rows([2, -1]), column(1))
    student.linear_backward(rows([3, 0, -6]), cache).matches_reference()


@example("linear_backward")
def test_linear_backward_example_wide(student):
    """Three units, two inputs, four examples

    ko: 유닛 3개, 입력 2개, 예시 4개
    """
    A_prev, W = rows([1, 2, 0, -1], [0, 1, 3, 2]), rows([1, 0], [2, -1], [0.5, 0.5])
    dZ = rows([4, 0, 0, 0], [0, 8, 0, 4], [4, 4, 4, 0])
    student.linear_backward(dZ, (A_prev, W, column(10, 20, 30))).matches_reference()


@example("linear_activation_backward")
def test_linear_activation_backward_example_relu(student):
    """The worked example with ReLU

    ko: 본문의 예, ReLU
    """
    linear_cache = (rows([1, 0, 3], [1, 2, 4]), rows([2, -1]), column(1))
    cache = (linear_cache, rows([2, -1, 3]))
    student.linear_activation_backward(
        rows([3, 5, -6]), cache, "relu"
    ).matches_reference()


@example("linear_activation_backward")
def test_linear_activation_backward_example_sigmoid(student):
    """The worked example with a sigmoid

    ko: 본문의 예, 시그모이드
    """
    linear_cache = (rows([1, 0, 3], [1, 2, 4]), rows([2, -1]), column(1))
    cache = (linear_cache, rows([2, -1, 3]))
    reply = student.linear_activation_backward(rows([3, 5, -6]), cache, "sigmoid")
    reply.matches_reference()


@example("L_model_backward")
def test_L_model_backward_example(student, reference):
    """The worked example: two layers of one unit each

    ko: 본문의 예: 유닛이 하나씩인 2층
    """
    parameters = {
        "W1": rows([2, -1]),
        "b1": column(1),
        "W2": rows([1]),
        "b2": column(-2),
    }
    Y = rows([1, 0, 1])
    AL, caches = reference.L_model_forward(rows([1, 0, 3], [1, 2, 4]), parameters)
    grads = reference.L_model_backward(AL, Y, caches)
    student.L_model_backward(AL, Y, caches).matches_any(*both_namings(grads))


@example("L_model_backward")
def test_L_model_backward_example_three_layers(student, rng, reference):
    """Three layers: 2 inputs, then 4, 3 and 1 units, for 5 examples

    ko: 3층: 입력 2개, 이어서 유닛 4개, 3개, 1개, 예시 5개
    """
    X, parameters = network(rng, [2, 4, 3, 1], 5)
    Y = labels(rng, 5)
    AL, caches = reference.L_model_forward(X, parameters)
    grads = reference.L_model_backward(AL, Y, caches)
    student.L_model_backward(AL, Y, caches).matches_any(*both_namings(grads))


@example("update_parameters")
def test_update_parameters_example(student):
    """The worked example: two layers of one unit each

    ko: 본문의 예: 유닛이 하나씩인 2층
    """
    parameters = {
        "W1": rows([2, -1]),
        "b1": column(1),
        "W2": rows([1]),
        "b2": column(-2),
    }
    grads = {
        "dW1": rows([-5, -7]),
        "db1": column(-1),
        "dW2": rows([2]),
        "db2": column(3),
    }
    student.update_parameters(parameters, grads, 0.1).matches_reference()

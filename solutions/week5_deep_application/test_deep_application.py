"""Hidden checks and public examples of the deep network, trained.

A training function may start from random weights of any kind, seeded or not, and may
return the parameters alone or with costs, kept for every step or now and then. So each
check first trains with a learning rate of 0, which gives away where the student starts;
from there on every step is known.

Inputs are small, and made so that no mistake can hide: widths differ from each other
and from m; the two groups of points lie apart, so that some steps change much; deep
networks are wide enough that no layer starts dead; and steps are small enough that even
a training that goes uphill stays finite.
"""

import contextlib
import io
import itertools

import numpy as np
import pytest

from autograder.grading import example, grades

TWO_LAYERS = ("n_x", "n_h", "m", "num_iterations")
L_LAYERS = ("layers_dims", "m", "num_iterations")
ALIKE = {
    "en": "in a layer of the network, several units start with the same weights",
    "ko": "한 층에서 여러 유닛이 똑같은 가중치로 출발합니다.",
}
OTHER_COSTS = {
    "en": "`costs` does not hold costs of this network while it was trained",
    "ko": "`costs`에 든 수가 이 신경망이 학습하는 동안의 비용이 아닙니다.",
}
UNLEARNED = {
    "en": "after 20 steps, the network answers fewer than 90 % of two well separated"
    " groups of points rightly",
    "ko": "20걸음을 학습한 신경망이, 뚜렷이 떨어진 두 무리의 점 가운데 90 % 이상을"
    " 옳게 답하지 못합니다.",
}


@pytest.fixture(autouse=True)
def quiet():
    """Keep what the reference prints away from the grader's terminal."""
    with contextlib.redirect_stdout(io.StringIO()):
        yield


def labels(rng, m, share=0.5):
    """Return m labels, of which this share is 1, shape (1, m)."""
    return rng.permutation(np.arange(m) < share * m).reshape(1, m).astype(float)


def two_groups(rng, n_x, m, share=0.5):
    """Return X and Y: two groups of points, on either side of the origin."""
    Y = labels(rng, m, share)
    apart = np.where(np.arange(n_x) % 2, -1.0, 1.0).reshape(n_x, 1)
    return apart * (2 * Y - 1) + rng.standard_normal((n_x, m)) / 2, Y


def network(rng, layers_dims, m):
    """Return X and the parameters of a network that gives both answers.

    In every layer, each unit is positive for some examples and negative for others.
    """
    X = A = rng.standard_normal((layers_dims[0], m))
    parameters = {}
    for i, n in enumerate(layers_dims[1:], start=1):
        W = rng.standard_normal((n, A.shape[0])) / np.sqrt(A.shape[0])
        Z = W @ A  # (n, m)
        low, high = Z.min(axis=1, keepdims=True), Z.max(axis=1, keepdims=True)
        b = -low - rng.uniform(0.35, 0.65, (n, 1)) * (high - low)
        parameters |= {f"W{i}": W, f"b{i}": b}
        A = np.maximum(0, Z + b)
    return X, parameters


def learned(value):
    """Return the parameters in what a training function returned."""
    return value[0] if isinstance(value, list | tuple) and value else value


def kept(value):
    """Return the costs in what a training function returned; none are all right."""
    pair = isinstance(value, list | tuple) and len(value) == 2
    return value[1] if pair else []


def answers(parameters, value):
    """Return the forms in which `parameters` may stand: with costs, or alone."""
    return (parameters, kept(value)), parameters


def start_of(reply, layers_dims):
    """Judge the parameters before the first step, and return them."""
    parameters, expected = learned(reply.value), {}
    for i, (n_prev, n) in enumerate(itertools.pairwise(layers_dims), 1):
        for name, shape in ((f"W{i}", (n, n_prev)), (f"b{i}", (n, 1))):
            own = parameters.get(name) if isinstance(parameters, dict) else None
            fits = isinstance(own, np.ndarray) and own.shape == shape
            expected[name] = own if fits else np.zeros(shape)
    reply.matches_any(*answers(expected, reply.value))
    reply.holds(lambda value: units_differ(learned(value)), ALIKE)
    return expected


def units_differ(parameters):
    """Return whether no two units of a layer have the same weights."""
    weights = [value for name, value in parameters.items() if name.startswith("W")]
    return all(len(np.unique(W, axis=0)) == len(W) and W.any() for W in weights)


def trained(reference, data, start, learning_rate, num_iterations):
    """Return the parameters after so many steps, and the costs, the last one too."""
    (X, Y), parameters, costs = data, start, []
    for _ in range(num_iterations):
        AL, caches = reference.L_model_forward(X, parameters)
        costs.append(reference.compute_cost(AL, Y))
        grads = reference.L_model_backward(AL, Y, caches)
        parameters = reference.update_parameters(parameters, grads, learning_rate)
    AL, _ = reference.L_model_forward(X, parameters)
    return parameters, [*costs, reference.compute_cost(AL, Y)]


def occur_in(costs, expected):
    """Return whether `costs` are some of the expected costs, in this order."""
    left = iter(expected)
    costs = np.array(costs, dtype=float).ravel()
    return all(any(np.isclose(cost, e, rtol=1e-4) for e in left) for cost in costs)


def is_right(reference, data, value):
    """Return whether the network answers 9 of 10 examples rightly."""
    X, Y = data
    AL, _ = reference.L_model_forward(X, learned(value))
    return np.mean((AL > 0.5) == Y) >= 0.9


# Hidden checks, in call order.


@grades("two_layer_model")
@pytest.mark.parametrize(("n_x", "n_h", "m"), [(4, 6, 9), (7, 3, 10)])
def test_two_layer_model_start(student, rng, n_x, n_h, m):
    """Where training starts: the shapes, and units that differ

    ko: 학습의 출발점: 형태, 그리고 서로 다른 유닛
    """
    X, Y = two_groups(rng, n_x, m)
    reply = student.two_layer_model(X, Y, (n_x, n_h, 1), 0.0, 2, False)
    start_of(reply, (n_x, n_h, 1))


@grades("two_layer_model")
@pytest.mark.parametrize(
    (*TWO_LAYERS, "learning_rate"),
    [
        (3, 5, 8, 2, 0.9),
        (4, 6, 9, 3, 0.4),
        (6, 4, 11, 7, 0.6),
        (7, 3, 12, 12, 0.15),
        (5, 9, 7, 20, 0.25),
    ],
)
def test_two_layer_model_steps(
    student, rng, reference, n_x, n_h, m, num_iterations, learning_rate
):
    """The parameters after so many steps from your own start

    ko: 자신의 출발점에서 정해진 걸음 수를 움직인 뒤의 매개변수
    """
    data, layers_dims = two_groups(rng, n_x, m), (n_x, n_h, 1)
    still = student.two_layer_model(*data, layers_dims, 0.0, 1, False)
    start = start_of(still, layers_dims)
    expected, _ = trained(reference, data, start, learning_rate, num_iterations)
    reply = student.two_layer_model(
        *data, layers_dims, learning_rate, num_iterations, False
    )
    reply.matches_any(*answers(expected, reply.value))


@grades("two_layer_model")
@pytest.mark.parametrize(TWO_LAYERS, [(3, 4, 9, 6), (5, 6, 8, 11)])
def test_two_layer_model_costs(student, rng, reference, n_x, n_h, m, num_iterations):
    """The costs on the way, if they are returned, and the parameters at its end

    ko: 학습 중의 비용(반환한다면), 그리고 마지막 매개변수
    """
    data, layers_dims = two_groups(rng, n_x, m), (n_x, n_h, 1)
    still = student.two_layer_model(*data, layers_dims, 0.0, 1, False)
    start = start_of(still, layers_dims)
    expected, costs = trained(reference, data, start, 0.3, num_iterations)
    reply = student.two_layer_model(*data, layers_dims, 0.3, num_iterations, True)
    reply.matches_any(*answers(expected, reply.value))
    reply.holds(lambda value: occur_in(kept(value), costs), OTHER_COSTS)


@grades("two_layer_model")
@pytest.mark.parametrize(("n_x", "n_h", "m"), [(6, 9, 40), (5, 11, 48)])
def test_two_layer_model_learns(student, rng, reference, n_x, n_h, m):
    """After 20 steps, 9 of 10 points of two groups are answered rightly

    ko: 20걸음 뒤, 두 무리의 점 10개 가운데 9개 이상에 대한 옳은 답
    """
    data = two_groups(rng, n_x, m)
    reply = student.two_layer_model(*data, (n_x, n_h, 1), 0.3, 20, False)
    reply.holds(lambda value: is_right(reference, data, value), UNLEARNED)


@grades("L_layer_model")
@pytest.mark.parametrize(
    ("layers_dims", "m"),
    [([4, 6, 3, 1], 9), ([5, 3, 7, 4, 1], 8)],
    ids=["3-layers", "4-layers"],
)
def test_L_layer_model_start(student, rng, layers_dims, m):
    """Where training starts: the shapes, and units that differ

    ko: 학습의 출발점: 형태, 그리고 서로 다른 유닛
    """
    X, Y = two_groups(rng, layers_dims[0], m)
    reply = student.L_layer_model(X, Y, layers_dims, 0.0, 2, False)
    start_of(reply, layers_dims)


@grades("L_layer_model")
@pytest.mark.parametrize(
    (*L_LAYERS, "learning_rate"),
    [
        ([4, 8, 6, 1], 9, 2, 0.3),
        ([5, 6, 9, 1], 8, 3, 0.2),
        ([3, 9, 7, 6, 1], 10, 5, 0.08),
        ([6, 10, 7, 1], 11, 8, 0.03),
        ([4, 10, 8, 7, 6, 1], 9, 11, 0.015),
    ],
    ids=["2-steps", "3-steps", "5-steps", "8-steps", "11-steps"],
)
def test_L_layer_model_steps(
    student, rng, reference, layers_dims, m, num_iterations, learning_rate
):
    """The parameters after so many steps from your own start

    ko: 자신의 출발점에서 정해진 걸음 수를 움직인 뒤의 매개변수
    """
    data = two_groups(rng, layers_dims[0], m)
    still = student.L_layer_model(*data, layers_dims, 0.0, 1, False)
    start = start_of(still, layers_dims)
    expected, _ = trained(reference, data, start, learning_rate, num_iterations)
    reply = student.L_layer_model(
        *data, layers_dims, learning_rate, num_iterations, False
    )
    reply.matches_any(*answers(expected, reply.value))


@grades("L_layer_model")
@pytest.mark.parametrize(
    L_LAYERS,
    [([4, 7, 6, 1], 9, 6), ([5, 9, 7, 6, 1], 8, 9)],
    ids=["3-layers", "4-layers"],
)
def test_L_layer_model_costs(student, rng, reference, layers_dims, m, num_iterations):
    """The costs on the way, if they are returned, and the parameters at its end

    ko: 학습 중의 비용(반환한다면), 그리고 마지막 매개변수
    """
    data = two_groups(rng, layers_dims[0], m)
    still = student.L_layer_model(*data, layers_dims, 0.0, 1, False)
    start = start_of(still, layers_dims)
    expected, costs = trained(reference, data, start, 0.03, num_iterations)
    reply = student.L_layer_model(*data, layers_dims, 0.03, num_iterations, True)
    reply.matches_any(*answers(expected, reply.value))
    reply.holds(lambda value: occur_in(kept(value), costs), OTHER_COSTS)


@grades("predict")
@pytest.mark.parametrize(
    ("layers_dims", "m"),
    [
        ([5, 4, 1], 48),
        ([3, 6, 1], 56),
        ([4, 6, 3, 1], 44),
        ([6, 3, 5, 4, 1], 52),
        ([3, 5, 7, 6, 4, 1], 60),
    ],
    ids=["2-layers", "2-layers-wide", "3-layers", "4-layers", "5-layers"],
)
def test_predict(student, rng, layers_dims, m):
    """1 where the network gives more than 0.5, else 0

    ko: 신경망의 출력이 0.5보다 크면 1, 아니면 0
    """
    X, parameters = network(rng, layers_dims, m)
    student.predict(X, labels(rng, m), parameters).matches_reference()


@grades("as_handed_in")
def test_training_as_handed_in(student, rng, reference):
    """Both networks, trained with the functions you brought along, and their answers

    ko: 함께 가져온 함수들로 학습시킨 두 신경망, 그리고 그 답
    """
    data = two_groups(rng, 8, 40, share=0.7)
    for train, layers_dims, learning_rate in (
        (student.two_layer_model, (8, 12, 1), 0.7),
        (student.L_layer_model, [8, 20, 11, 1], 0.3),
    ):
        start = start_of(train(*data, layers_dims, 0.0, 1, False), layers_dims)
        expected, costs = trained(reference, data, start, learning_rate, 20)
        reply = train(*data, layers_dims, learning_rate, 20, True)
        reply.matches_any(*answers(expected, reply.value))
        reply.holds(
            lambda value, costs=costs: occur_in(kept(value), costs), OTHER_COSTS
        )
        reply.holds(lambda value: is_right(reference, data, value), UNLEARNED)
        student.predict(*data, learned(reply.value)).matches_reference()


# Public examples: the numbers of the worked examples in the text, and one more. Black
# pictures teach a network nothing but how common label 1 is, wherever it starts.


def black(m):
    """Return m pictures of two black pixels; all but the last are cats."""
    Y = np.ones((1, m))
    Y[0, -1] = 0
    return np.zeros((2, m)), Y


def last_bias(reference, data, start, name):
    """Return the forms in which the output's bias after two steps may stand."""
    parameters, costs = trained(reference, data, start, 1.0, 2)
    bias = {name: parameters[name]}
    return (bias, costs[:2]), (bias, costs[:1]), (bias, []), bias


@example("two_layer_model")
def test_two_layer_model_example(student, reference):
    """The worked example: two steps on four black pictures, three of them cats

    ko: 본문의 예: 검은 그림 네 장(그중 세 장이 고양이)으로 두 걸음
    """
    data = black(4)
    start, _ = reference.two_layer_model(*data, (2, 3, 1), 0.0, 1, False)
    reply = student.two_layer_model(*data, (2, 3, 1), 1.0, 2, False)
    reply.matches_any(*last_bias(reference, data, start, "b2"))


@example("L_layer_model")
def test_L_layer_model_example(student, reference):
    """The same black pictures and a network of three layers

    ko: 같은 검은 그림과 3층 신경망
    """
    data = black(4)
    start, _ = reference.L_layer_model(*data, [2, 3, 4, 1], 0.0, 1, False)
    reply = student.L_layer_model(*data, [2, 3, 4, 1], 1.0, 2, False)
    reply.matches_any(*last_bias(reference, data, start, "b3"))


@example("predict")
def test_predict_example(student):
    """The worked example: one hidden unit, three examples

    ko: 본문의 예: 은닉 유닛 1개, 예시 3개
    """
    X = np.array([[1.0, 0.0, 3.0], [1.0, 2.0, 4.0]])
    parameters = {
        "W1": np.array([[2.0, -1.0]]),
        "b1": np.array([[1.0]]),
        "W2": np.array([[1.0]]),
        "b2": np.array([[-1.0]]),
    }
    student.predict(X, np.array([[1.0, 1.0, 1.0]]), parameters).matches_reference()


@example("predict")
def test_predict_example_three_layers(student, rng):
    """Three layers: 2 inputs, then 4, 3 and 1 units, for 6 examples

    ko: 3층: 입력 2개, 이어서 유닛 4개, 3개, 1개, 예시 6개
    """
    X, parameters = network(rng, [2, 4, 3, 1], 6)
    student.predict(X, labels(rng, 6), parameters).matches_reference()

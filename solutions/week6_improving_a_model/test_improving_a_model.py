"""Hidden checks and public examples of the ways to improve a model.

Inputs are made so that no mistake can hide: widths differ from each other and from
m, pictures are not square and have no black pixel, every unit of a layer is positive
for some examples and negative for others, and A3 keeps away from 0 and 1.

Which units dropout drops is up to the student's own generator. So the values are
judged as what follows from the masks that came back, and the masks by their share
of ones, which is allowed six standard deviations.
"""

import numpy as np
import pytest

from autograder.grading import example, grades

D1, A1, Z2, D2 = 1, 2, 5, 6
"""Where these stand in the cache of dropout."""
SIGMAS = 6.0

NOT_A_CACHE = {
    "en": "the reply is not A3 and a cache of 14 arrays",
    "ko": "돌려준 값이 A3과 배열 14개짜리 캐시가 아닙니다",
}
OTHER_SHARE = {
    "en": "the masks keep another share of the units than `keep_prob`",
    "ko": "마스크가 남기는 유닛의 비율이 `keep_prob`와 다릅니다",
}
SAME_PATTERN = {
    "en": "a mask drops the same units for every example, or all units of an example",
    "ko": "마스크가 모든 예시에서 같은 유닛을 끄거나 한 예시의 유닛을 모두 끕니다",
}
OTHER_MEAN_A1 = {
    "en": "the mean of A1 over many masks is not A1 without dropout",
    "ko": "많은 마스크에 대한 A1의 평균이 드롭아웃이 없는 A1과 다릅니다",
}
OTHER_MEAN_Z2 = {
    "en": "the mean of Z2 over many masks is not Z2 without dropout",
    "ko": "많은 마스크에 대한 Z2의 평균이 드롭아웃이 없는 Z2와 다릅니다",
}


def pictures(rng, m, height, width):
    """Return m pictures without a black pixel, shape (m, height, width, 3)."""
    return rng.uniform(0.1, 1.0, (m, height, width, 3))


def progress(rng, waits, ties):
    """Return development costs in which a new lowest one takes its time.

    Parameters
    ----------
    waits : sequence of int
        Epochs above the lowest cost, after each lowest one.
    ties : mapping of int to {"first", "last"}
        Number of a wait to which of its epochs costs exactly as much as the lowest.
    """
    lowest, costs = 1.0, []
    for number, wait in enumerate(waits):
        above = list(lowest + rng.uniform(0.05, 0.3, wait))
        if number in ties:
            above[0 if ties[number] == "first" else -1] = lowest
        costs += [lowest, *map(float, above)]
        lowest -= rng.uniform(0.02, 0.1)
    return costs


def labels(rng, m):
    """Return m labels of both classes, shape (1, m)."""
    return rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)


def network(rng, layer_dims, m):
    """Return X and the parameters of a network whose A3 is within [0.35, 0.65]."""
    X = A = rng.standard_normal((layer_dims[0], m))
    parameters = {}
    for layer, n in enumerate(layer_dims[1:], start=1):
        W = rng.standard_normal((n, A.shape[0])) / np.sqrt(A.shape[0])
        Z = W @ A
        low, high = Z.min(axis=1, keepdims=True), Z.max(axis=1, keepdims=True)
        b = -low - rng.uniform(0.3, 0.7, (n, 1)) * (high - low)
        scale = 0.6 / np.abs(Z + b).max() if layer == 3 else 1.0
        parameters[f"W{layer}"], parameters[f"b{layer}"] = scale * W, scale * b
        A = np.maximum(0, Z + b)
    return X, parameters


def with_masks(X, parameters, keep_prob, first, second):
    """Return A3 and the cache of dropout when the masks are `first` and `second`."""
    W1, b1, W2, b2, W3, b3 = (
        parameters[k] for k in ("W1", "b1", "W2", "b2", "W3", "b3")
    )
    Z1 = W1 @ X + b1
    A1 = np.maximum(0, Z1) * first / keep_prob
    Z2 = W2 @ A1 + b2
    A2 = np.maximum(0, Z2) * second / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, first, A1, W1, b1, Z2, second, A2, W2, b2, Z3, A3, W3, b3)


def mixed_mask(rng, n, m, keep_prob):
    """Return a mask that keeps every unit for this share of the examples."""
    row = (np.arange(m) < round(keep_prob * m)).astype(int)
    return rng.permuted(np.tile(row, (n, 1)), axis=1)


def own_mask(value, place, shape):
    """Return where the mask at `place` of a returned cache keeps; else all ones."""
    try:
        kept = np.asarray(value[1][place], dtype=float) != 0
    except Exception:  # whatever a student may have returned
        return np.ones(shape, dtype=int)
    return kept.astype(int) if kept.shape == shape else np.ones(shape, dtype=int)


def from_own_masks(value, X, parameters, keep_prob):
    """Return what A3 and the cache must be, given the masks that were returned."""
    m = X.shape[1]
    first = own_mask(value, D1, (parameters["b1"].shape[0], m))
    second = own_mask(value, D2, (parameters["b2"].shape[0], m))
    return with_masks(X, parameters, keep_prob, first, second)


def is_reply_of_dropout(value):
    """Return whether a value is A3 and a cache of 14 arrays."""
    A3, cache = value
    return len(cache) == 14 and all(np.ndim(part) == 2 for part in (A3, *cache))


def keeps(keep_prob):
    """Return a predicate: both masks keep about this share of the units."""

    def predicate(value):
        for mask in (value[1][D1], value[1][D2]):
            spread = np.sqrt(keep_prob * (1 - keep_prob) / mask.size)
            if not abs(np.mean(mask) - keep_prob) <= SIGMAS * spread:
                return False
        return True

    return predicate


def drops_anew(value):
    """Return whether units and examples differ in what is dropped."""
    masks = (value[1][D1], value[1][D2])
    return all(
        np.any(mask != mask[:, :1]) and np.any(mask != mask[:1]) for mask in masks
    )


def has_mean(place, expected, variance):
    """Return a predicate: an entry of the cache has this mean over the examples.

    Parameters
    ----------
    expected, variance : ndarray, shape (n, 1)
        Mean and variance that an entry has over all masks.
    """

    def predicate(value):
        values = value[1][place]
        mean = np.mean(values, axis=1, keepdims=True)
        allowed = SIGMAS * np.sqrt(variance / values.shape[1]) + 1e-9
        return mean.shape == expected.shape and np.all(abs(mean - expected) <= allowed)

    return predicate


def he(layers_dims):
    """Return the shapes and spreads that initial parameters must have."""
    shapes, spread = {}, {}
    for layer in range(1, len(layers_dims)):
        n, n_prev = layers_dims[layer], layers_dims[layer - 1]
        shapes |= {f"W{layer}": (n, n_prev), f"b{layer}": (n, 1)}
        spread[f"W{layer}"] = float(np.sqrt(2 / n_prev))
    return {"shapes": shapes, "spread": spread}


def rows(*values):
    """Return the rows as a matrix of floats."""
    return np.array(values, dtype=float)


def paper_picture():
    """Return the picture of the text: red, ten times as green, a hundred times blue."""
    red = rows([1, 2, 3], [4, 5, 6])
    return np.stack([red, 10 * red, 100 * red], axis=-1)[np.newaxis]


def paper_network():
    """Return X, Y and the parameters of the paper network."""
    parameters = {
        "W1": rows([2, -1]),
        "b1": rows([1]),
        "W2": rows([1]),
        "b2": rows([1]),
    }
    parameters |= {"W3": rows([1]), "b3": rows([-3])}
    return rows([1, 0, 3], [1, 2, 4]), rows([1, 0, 1]), parameters


# Hidden checks, in call order.


@grades("augment_flip")
@pytest.mark.parametrize(
    ("m", "height", "width"), [(4, 5, 7), (5, 6, 4), (2, 3, 6), (6, 8, 5)]
)
def test_augment_flip(student, rng, m, height, width):
    """Left and right of every picture exchanged

    ko: 모든 사진의 좌우 뒤집기
    """
    student.augment_flip(pictures(rng, m, height, width)).matches_reference()


@grades("augment_shift")
@pytest.mark.parametrize(("dy", "dx"), [(1, 3), (-2, -1), (3, -2), (-1, 2)])
def test_augment_shift(student, rng, dy, dx):
    """Every picture moved down or up, right or left; black where nothing has come

    ko: 모든 사진을 아래나 위로, 오른쪽이나 왼쪽으로 옮기기, 빈자리는 검정
    """
    student.augment_shift(pictures(rng, 3, 6, 8), dy, dx).matches_reference()


@grades("augment_shift")
@pytest.mark.parametrize(("dy", "dx"), [(0, 2), (-3, 0)])
def test_augment_shift_one_way(student, rng, dy, dx):
    """Moved along one axis only

    ko: 한 축으로만 옮기기
    """
    student.augment_shift(pictures(rng, 4, 7, 5), dy, dx).matches_reference()


@grades("early_stopping_epoch")
@pytest.mark.parametrize(
    ("patience", "waits", "ties"),
    [
        (3, (0, 1, 2, 0, 3, 1, 5, 2), {4: "first"}),
        (2, (0, 0, 1, 0, 2, 0, 3, 1), {}),
        (4, (0, 1, 0, 3, 1, 4, 2, 5, 1), {5: "last"}),
        (3, (1, 0, 1, 1, 2, 0, 3, 0, 4, 1), {}),
        (2, (0, 0, 1, 0, 2, 1, 4, 1), {4: "last"}),
        (6, (2, 0, 5, 1, 4, 3, 5), {2: "last", 6: "first"}),
    ],
    ids=["three", "two", "four", "three-again", "two-again", "to-the-end"],
)
def test_early_stopping_epoch(student, rng, patience, waits, ties):
    """The best epoch among those that are seen

    ko: 멈추기 전까지 본 에포크 가운데 가장 좋은 것
    """
    costs = progress(rng, waits, ties)
    student.early_stopping_epoch(costs, patience).matches_reference()


@grades("early_stopping_epoch")
def test_early_stopping_epoch_from_the_start(student, rng):
    """Epochs 0 and 1 cost the same: much patience goes on, little keeps 0

    ko: 에포크 0과 1의 비용이 같을 때: patience가 크면 그 뒤의 것, 작으면 0
    """
    costs = progress(rng, (3, 1, 4), {0: "first"})
    for patience in (5, 3):  # 0 alone would be right for who writes nothing
        student.early_stopping_epoch(costs, patience).matches_reference()


@grades("count_parameters")
@pytest.mark.parametrize(
    "layer_dims",
    [[5, 8, 3, 1], [12, 7, 9, 4, 2], [300, 25, 1], [17, 6, 11, 8, 5, 3]],
    ids=["3-layers", "4-layers", "2-layers", "5-layers"],
)
def test_count_parameters(student, layer_dims):
    """All weights and all biases

    ko: 모든 가중치와 모든 편향의 수
    """
    student.count_parameters(layer_dims).matches_reference()


@grades("initialize_parameters_he")
@pytest.mark.parametrize(
    "layers_dims",
    [[60, 35, 50], [40, 90, 55, 30], [75, 30, 60, 35, 70]],
    ids=["2-layers", "3-layers", "4-layers"],
)
def test_initialize_parameters_he(student, layers_dims):
    """Every layer: shapes; weights whose spread fits its inputs; biases of 0

    ko: 모든 층의 형태, 입력 수에 맞게 퍼진 가중치, 0인 편향
    """
    reply = student.initialize_parameters_he(layers_dims)
    reply.is_initialization(**he(layers_dims))


@grades("compute_cost_with_regularization")
@pytest.mark.parametrize(
    ("layer_dims", "m", "lambd"),
    [
        ([4, 3, 5, 1], 7, 0.8),
        ([3, 6, 2, 1], 9, 0.3),
        ([5, 4, 3, 1], 6, 1.7),
        ([2, 5, 4, 1], 11, 2.4),
        ([6, 2, 3, 1], 8, 0.5),
    ],
    ids=["4-3-5-1", "3-6-2-1", "5-4-3-1", "2-5-4-1", "6-2-3-1"],
)
def test_compute_cost_with_regularization(student, rng, layer_dims, m, lambd):
    """The mean cross-entropy and the L2 term of all weights, as one number

    ko: 교차 엔트로피 평균과 모든 가중치의 L2 항, 수 하나
    """
    _, parameters = network(rng, layer_dims, m)
    A3, Y = rng.uniform(0.2, 0.8, (1, m)), labels(rng, m)
    reply = student.compute_cost_with_regularization(A3, Y, parameters, lambd)
    reply.matches_reference()


@grades("backward_propagation_with_regularization")
@pytest.mark.parametrize(
    ("layer_dims", "m", "lambd"),
    [
        ([4, 5, 3, 1], 7, 0.7),
        ([3, 4, 6, 1], 8, 0.2),
        ([5, 3, 4, 1], 9, 1.6),
        ([2, 6, 5, 1], 10, 2.9),
    ],
    ids=["4-5-3-1", "3-4-6-1", "5-3-4-1", "2-6-5-1"],
)
def test_backward_propagation_with_regularization(
    student, rng, given, layer_dims, m, lambd
):
    """dW and db of all three layers, the L2 term in every dW

    ko: 세 층의 dW와 db, 모든 dW에 든 L2 항
    """
    X, parameters = network(rng, layer_dims, m)
    _, cache = given.forward(X, parameters)
    Y = labels(rng, m)
    reply = student.backward_propagation_with_regularization(X, Y, cache, lambd)
    reply.matches_reference()


@grades("forward_propagation_with_dropout")
@pytest.mark.parametrize(
    ("layer_dims", "m", "keep_prob"),
    [([6, 20, 14, 1], 60, 0.8), ([5, 16, 22, 1], 70, 0.7), ([7, 24, 15, 1], 55, 0.6)],
    ids=["keep-0.8", "keep-0.7", "keep-0.6"],
)
def test_forward_propagation_with_dropout(student, rng, layer_dims, m, keep_prob):
    """Masks of the right share; A3 and the cache as they follow from the masks

    ko: 알맞은 비율의 마스크, 그 마스크에서 나오는 A3과 캐시
    """
    X, parameters = network(rng, layer_dims, m)
    reply = student.forward_propagation_with_dropout(X, parameters, keep_prob)
    reply.matches(from_own_masks(reply.value, X, parameters, keep_prob))
    reply.holds(keeps(keep_prob), OTHER_SHARE)
    reply.holds(drops_anew, SAME_PATTERN)


@grades("forward_propagation_with_dropout")
@pytest.mark.parametrize(
    ("layer_dims", "keep_prob"),
    [([5, 8, 6, 1], 0.7), ([4, 9, 7, 1], 0.8)],
    ids=["keep-0.7", "keep-0.8"],
)
def test_forward_propagation_with_dropout_mean(student, rng, layer_dims, keep_prob):
    """Over 1,000 masks for one example, the mean is as without dropout

    ko: 한 예시에 대한 마스크 1,000개의 평균, 드롭아웃이 없을 때와 같은 값
    """
    X, parameters = network(rng, layer_dims, 9)
    hidden = np.maximum(0, parameters["W1"] @ X + parameters["b1"])
    most_active = [int(np.argmax(np.count_nonzero(hidden, axis=0)))]
    X, A = np.repeat(X[:, most_active], 1000, axis=1), hidden[:, most_active]
    W, b = parameters["W2"], parameters["b2"]
    variance = A**2 * (1 - keep_prob) / keep_prob  # (n_1, 1)
    reply = student.forward_propagation_with_dropout(X, parameters, keep_prob)
    reply.holds(is_reply_of_dropout, NOT_A_CACHE)
    reply.holds(has_mean(A1, A, variance), OTHER_MEAN_A1)
    reply.holds(has_mean(Z2, W @ A + b, W**2 @ variance), OTHER_MEAN_Z2)
    reply.holds(keeps(keep_prob), OTHER_SHARE)


@grades("backward_propagation_with_dropout")
@pytest.mark.parametrize(
    ("layer_dims", "m", "keep_prob"),
    [
        ([4, 5, 3, 1], 11, 0.8),
        ([3, 4, 6, 1], 9, 0.7),
        ([5, 3, 4, 1], 10, 0.6),
        ([2, 6, 5, 1], 12, 0.9),
    ],
    ids=["keep-0.8", "keep-0.7", "keep-0.6", "keep-0.9"],
)
def test_backward_propagation_with_dropout(student, rng, layer_dims, m, keep_prob):
    """dW and db of all three layers, through the masks of the cache

    ko: 캐시의 마스크를 지나는 세 층의 dW와 db
    """
    X, parameters = network(rng, layer_dims, m)
    masks = (mixed_mask(rng, n, m, keep_prob) for n in layer_dims[1:3])
    _, cache = with_masks(X, parameters, keep_prob, *masks)
    Y = labels(rng, m)
    reply = student.backward_propagation_with_dropout(X, Y, cache, keep_prob)
    reply.matches_reference()


@grades("backward_propagation_with_dropout")
@pytest.mark.parametrize(
    ("n_x", "n_h", "m", "keep_prob"), [(3, 5, 9, 0.8)], ids=["equal-widths"]
)
def test_backward_propagation_with_dropout_equal_widths(
    student, rng, n_x, n_h, m, keep_prob
):
    """Two hidden layers of one width, where shapes show no exchanged masks

    ko: 너비가 같아, 마스크가 바뀌어도 형태에 드러나지 않는 두 은닉층
    """
    X, parameters = network(rng, [n_x, n_h, n_h, 1], m)
    masks = (mixed_mask(rng, n_h, m, keep_prob) for _ in range(2))
    _, cache = with_masks(X, parameters, keep_prob, *masks)
    Y = labels(rng, m)
    reply = student.backward_propagation_with_dropout(X, Y, cache, keep_prob)
    reply.matches_reference()


@grades("as_handed_in")
def test_training_as_handed_in(student, rng, given):
    """Three steps with L2 and one with dropout, each fed by your own results

    ko: L2 학습 세 걸음과 드롭아웃 한 걸음, 각 단계의 입력은 제출한 함수의 결과
    """
    m, lambd, keep_prob = 60, 0.6, 0.8
    X, parameters = network(rng, [6, 20, 14, 1], m)
    Y = labels(rng, m)
    for _ in range(3):
        A3, cache = given.forward(X, parameters)
        cost = student.compute_cost_with_regularization(A3, Y, parameters, lambd)
        cost.matches_reference()
        reply = student.backward_propagation_with_regularization(X, Y, cache, lambd)
        reply.matches_reference()
        parameters = {k: p - 0.1 * reply.value[f"d{k}"] for k, p in parameters.items()}
    forward = student.forward_propagation_with_dropout(X, parameters, keep_prob)
    forward.matches(from_own_masks(forward.value, X, parameters, keep_prob))
    forward.holds(keeps(keep_prob), OTHER_SHARE)
    cache = forward.value[1]
    student.backward_propagation_with_dropout(
        X, Y, cache, keep_prob
    ).matches_reference()


# Public examples: the numbers of the worked examples in the text, and one more.


@example("augment_flip")
def test_augment_flip_example(student):
    """The worked example: one picture of 2 rows and 3 columns

    ko: 본문의 예: 행 2개, 열 3개인 사진 한 장
    """
    student.augment_flip(paper_picture()).matches_reference()


@example("augment_shift")
def test_augment_shift_example(student):
    """The worked example: one row down, one column to the right

    ko: 본문의 예: 아래로 한 행, 오른쪽으로 한 열
    """
    student.augment_shift(paper_picture(), 1, 1).matches_reference()


@example("augment_shift")
def test_augment_shift_example_left(student):
    """The picture of the text, two columns to the left

    ko: 본문의 사진, 왼쪽으로 두 열
    """
    student.augment_shift(paper_picture(), 0, -2).matches_reference()


@example("early_stopping_epoch")
def test_early_stopping_epoch_example(student):
    """The worked example, patience 3

    ko: 본문의 예, patience 3
    """
    costs = [0.9, 0.7, 0.6, 0.65, 0.6, 0.62, 0.5]
    student.early_stopping_epoch(costs, 3).matches_reference()


@example("early_stopping_epoch")
def test_early_stopping_epoch_example_patient(student):
    """The worked example, patience 4

    ko: 본문의 예, patience 4
    """
    costs = [0.9, 0.7, 0.6, 0.65, 0.6, 0.62, 0.5]
    student.early_stopping_epoch(costs, 4).matches_reference()


@example("count_parameters")
def test_count_parameters_example(student):
    """The worked example: layers of 4, 3, 2 and 1

    ko: 본문의 예: 4, 3, 2, 1
    """
    student.count_parameters([4, 3, 2, 1]).matches_reference()


@example("initialize_parameters_he")
def test_initialize_parameters_he_example(student):
    """60 inputs, then layers of 40 and 30 units

    ko: 입력 60개, 이어서 유닛 40개, 30개
    """
    layers_dims = [60, 40, 30]
    reply = student.initialize_parameters_he(layers_dims)
    reply.is_initialization(**he(layers_dims))


@example("compute_cost_with_regularization")
def test_compute_cost_with_regularization_example(student, given):
    """The worked example: the paper network

    ko: 본문의 예: 종이 신경망
    """
    X, Y, parameters = paper_network()
    A3, _ = given.forward(X, parameters)
    reply = student.compute_cost_with_regularization(A3, Y, parameters, 0.3)
    reply.matches_reference()


@example("compute_cost_with_regularization")
def test_compute_cost_with_regularization_example_free(student, given):
    """The paper network without a price on weights

    ko: 가중치에 값을 매기지 않은 종이 신경망
    """
    X, Y, parameters = paper_network()
    A3, _ = given.forward(X, parameters)
    reply = student.compute_cost_with_regularization(A3, Y, parameters, 0.0)
    reply.matches_reference()


@example("backward_propagation_with_regularization")
def test_backward_propagation_with_regularization_example(student, given):
    """The worked example: the paper network

    ko: 본문의 예: 종이 신경망
    """
    X, Y, parameters = paper_network()
    _, cache = given.forward(X, parameters)
    reply = student.backward_propagation_with_regularization(X, Y, cache, 0.3)
    reply.matches_reference()


@example("backward_propagation_with_regularization")
def test_backward_propagation_with_regularization_example_wide(student, rng, given):
    """Layers of 2, 4, 3 and 1, for 5 examples

    ko: 2, 4, 3, 1의 층, 예시 5개
    """
    X, parameters = network(rng, [2, 4, 3, 1], 5)
    _, cache = given.forward(X, parameters)
    Y = labels(rng, 5)
    reply = student.backward_propagation_with_regularization(X, Y, cache, 0.5)
    reply.matches_reference()


@example("forward_propagation_with_dropout")
def test_forward_propagation_with_dropout_example(student):
    """The paper network with keep_prob = 1: nothing is dropped

    ko: keep_prob = 1인 종이 신경망: 아무것도 끄지 않는 경우
    """
    X, _, parameters = paper_network()
    student.forward_propagation_with_dropout(X, parameters, 1.0).matches_reference()


@example("forward_propagation_with_dropout")
def test_forward_propagation_with_dropout_example_wide(student, rng):
    """Layers of 2, 4, 3 and 1, for 5 examples, with keep_prob = 1

    ko: 2, 4, 3, 1의 층, 예시 5개, keep_prob = 1
    """
    X, parameters = network(rng, [2, 4, 3, 1], 5)
    student.forward_propagation_with_dropout(X, parameters, 1.0).matches_reference()


@example("backward_propagation_with_dropout")
def test_backward_propagation_with_dropout_example(student):
    """The worked example: the paper network with its two masks

    ko: 본문의 예: 종이 신경망과 두 마스크
    """
    X, Y, parameters = paper_network()
    masks = (np.array([[1, 1, 0]]), np.array([[1, 0, 1]]))
    _, cache = with_masks(X, parameters, 0.8, *masks)
    student.backward_propagation_with_dropout(X, Y, cache, 0.8).matches_reference()


@example("backward_propagation_with_dropout")
def test_backward_propagation_with_dropout_example_wide(student, rng):
    """Layers of 2, 4, 3 and 1, for 5 examples, keep_prob = 0.6

    ko: 2, 4, 3, 1의 층, 예시 5개, keep_prob = 0.6
    """
    X, parameters = network(rng, [2, 4, 3, 1], 5)
    masks = (mixed_mask(rng, n, 5, 0.6) for n in (4, 3))
    _, cache = with_masks(X, parameters, 0.6, *masks)
    Y = labels(rng, 5)
    student.backward_propagation_with_dropout(X, Y, cache, 0.6).matches_reference()

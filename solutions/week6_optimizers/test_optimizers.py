"""Hidden checks and public examples of the optimizers and of gradient checking.

Inputs are made so that no mistake can hide and no right body is refused. Gradients
keep away from 0, where the place of epsilon in Adam's divisor would matter; where they do
not, only the direction of a step is judged. The network
whose gradients are checked keeps away from the kinks of ReLU, and most of its checks
move the parameters far: then a step to one side measures another slope than a step to
both, and rounding does not count.
"""

import itertools

import numpy as np
import pytest

from autograder.grading import example, grades, numeric_gradient

BATCHES = ("n", "m", "size")
EPSILON = 1e-10
THREE_LAYERS, FOUR_LAYERS = [4, 3, 5, 1], [3, 5, 4, 6, 2]
PARTITION = {
    "en": "the mini-batches do not hold every column of `X` exactly once",
    "ko": "미니배치에 `X`의 모든 열이 꼭 한 번씩 들어 있지 않습니다",
}
LABELS = {
    "en": "the columns of `X` and their labels in `Y` have been separated",
    "ko": "`X`의 열과 `Y`의 레이블이 서로 어긋났습니다",
}
SHUFFLED = {
    "en": "every mini-batch is a block of neighbouring columns of `X`, as if not shuffled",
    "ko": "미니배치마다 `X`에서 이웃한 열이 모여 있어, 섞지 않은 것과 같습니다",
}
SMALL_DIFFERENCE = {
    "en": "the gradients are right, but `difference` is not between 0 and 1e-6",
    "ko": "기울기가 맞는데도 `difference`가 0과 1e-6 사이에 있지 않습니다",
}
OTHER_DIRECTION = {
    "en": "where gradients are much smaller than `epsilon`, or 0, some parameter does not"
    " move against its gradient, or moves although it is 0",
    "ko": "기울기가 `epsilon`보다 훨씬 작거나 0일 때, 기울기의 반대쪽으로 움직이지 않거나"
    " 기울기가 0인데도 움직이는 매개변수가 있습니다",
}


def examples(rng, n, m):
    """Return X (n, m) and Y (1, m), in which no two columns of X are alike."""
    X = rng.standard_normal((n, m))
    return X, rng.permutation(np.arange(m) % 2).reshape(1, m).astype(float)


def places(X, mini_batches):
    """Return, batch by batch, the numbers that the columns have in X; -1 for none."""
    found = []
    for batch, _ in mini_batches:
        distances = np.abs(batch[:, :, None] - X[:, None, :]).max(axis=0)  # (size, m)
        number = distances.argmin(axis=1)
        found.append(np.where(distances.min(axis=1) < 1e-4, number, -1))
    return found


def is_partition(X, mini_batches):
    """Return whether every column of X is in one mini-batch and in no other."""
    found = np.concatenate(places(X, mini_batches))
    return sorted(found) == list(range(X.shape[1]))


def keeps_labels(X, Y, mini_batches):
    """Return whether every column of a mini-batch is above its own label."""
    return all(
        np.array_equal(labels, Y[:, found])
        for (_, labels), found in zip(
            mini_batches, places(X, mini_batches), strict=True
        )
    )


def is_shuffled(X, mini_batches):
    """Return whether some mini-batch is no block of neighbouring columns of X."""
    return any(np.ptp(found) >= found.size for found in places(X, mini_batches))


def away_from_zero(rng, shape):
    """Return random numbers of both signs, of sizes from 0.4 to 1.6."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.4, 1.6, shape)


def network(rng, layer_dims):
    """Return the parameters of a network, none of them near 0."""
    parameters = {}
    for i, (n_prev, n) in enumerate(itertools.pairwise(layer_dims), 1):
        parameters[f"W{i}"] = away_from_zero(rng, (n, n_prev))
        parameters[f"b{i}"] = away_from_zero(rng, (n, 1))
    return parameters


def gradients(parameters, draw):
    """Return a dictionary with the keys of gradients; draw(shape) gives the arrays."""
    return {f"d{key}": draw(value.shape) for key, value in parameters.items()}


def zeros(parameters):
    """Return the averages before the first step."""
    return gradients(parameters, np.zeros)


def random_gradients(rng, parameters):
    """Return gradients, none of them near 0."""
    return gradients(parameters, lambda shape: away_from_zero(rng, shape))


def backward_pass(rng, parameters):
    """Return gradients with the other keys that a backward pass leaves in them."""
    extra = {f"dA{i}": rng.standard_normal((3, 2)) for i in range(len(parameters) // 2)}
    return extra | random_gradients(rng, parameters)


def random_squares(rng, parameters):
    """Return averages of squares: positive, and not near 0."""
    return gradients(parameters, lambda shape: rng.uniform(0.3, 2.0, shape))


def moves_against(parameters, grads):
    """Return a predicate: every parameter moved against its gradient, if that is not 0.

    Less than 1e-6 is no move: so much may be rounding in float32.
    """

    def predicate(value):
        for key, old in parameters.items():
            step = old - value[0][key]
            moved = np.where(np.abs(step) < 1e-6, 0, np.sign(step))
            if not np.array_equal(moved, np.sign(grads[f"d{key}"])):
                return False
        return True

    return predicate


def three_or_five(adam, t, beta1, beta2):
    """Return what Adam returns, and the same with the corrected averages behind it."""
    parameters, v, s = adam
    v_corrected = {key: value / (1 - beta1**t) for key, value in v.items()}
    s_corrected = {key: value / (1 - beta2**t) for key, value in s.items()}
    return adam, (parameters, v, s, v_corrected, s_corrected)


def small_network(rng, X):
    """Return the parameters of the network of given.py, far from every kink on X.

    All units of the first two layers are positive for some examples and negative for
    others, and the output stays within [0.35, 0.65].
    """
    parameters, A = {}, X
    for i, (n_prev, n) in enumerate([(4, 5), (5, 3), (3, 1)], start=1):
        W = rng.standard_normal((n, n_prev)) / np.sqrt(n_prev)
        Z = np.sort(W @ A, axis=1)
        gaps = np.diff(Z, axis=1)
        widest = gaps.argmax(axis=1)[:, None]
        b = -np.take_along_axis(Z[:, :-1] + gaps / 2, widest, axis=1)
        Z = W @ A + b
        scale = 0.6 / np.abs(Z).max() if i == 3 else 1.0
        parameters[f"W{i}"], parameters[f"b{i}"] = scale * W, scale * b
        A = np.maximum(0, Z)
    return parameters


def slopes(given, X, Y, parameters):
    """Return the right gradients of the network of given.py."""
    cost = lambda moved: given.forward_propagation_n(X, Y, moved)[0]  # noqa: E731
    found = numeric_gradient(cost, parameters)
    return {f"d{key}": value for key, value in found.items()}


def column(*values):
    """Return the values as floats below each other."""
    return np.array(values, dtype=float).reshape(-1, 1)


def rows(*values):
    """Return the rows as a matrix of floats."""
    return np.array(values, dtype=float)


# Hidden checks, in call order.


@grades("random_mini_batches")
@pytest.mark.parametrize(BATCHES, [(3, 12, 4), (5, 17, 6), (4, 23, 5), (6, 30, 7)])
def test_random_mini_batches_sizes(student, rng, n, m, size):
    """How many mini-batches, and their sizes: all examples are alike

    ko: 미니배치의 수와 크기(모든 예시가 똑같은 데이터)
    """
    X = np.repeat(rng.standard_normal((n, 1)), m, axis=1)
    student.random_mini_batches(X, np.ones((1, m)), size, 3).matches_reference()


@grades("random_mini_batches")
@pytest.mark.parametrize(BATCHES, [(3, 40, 8), (5, 45, 16), (4, 61, 12), (6, 52, 7)])
def test_random_mini_batches_partition(student, rng, n, m, size):
    """Every example once, with its own label, in a random order

    ko: 예시는 모두 한 번씩, 자기 레이블과 함께, 무작위 순서로
    """
    X, Y = examples(rng, n, m)
    reply = student.random_mini_batches(X, Y, size, 5)
    reply.holds(lambda batches: is_partition(X, batches), PARTITION)
    reply.holds(lambda batches: keeps_labels(X, Y, batches), LABELS)
    reply.holds(lambda batches: is_shuffled(X, batches), SHUFFLED)


@grades("initialize_velocity")
@pytest.mark.parametrize(
    "layer_dims", [[5, 3, 2], THREE_LAYERS, FOUR_LAYERS], ids=["2", "3", "4-layers"]
)
def test_initialize_velocity(student, rng, layer_dims):
    """Zeros of the right shape for every gradient

    ko: 모든 기울기에 대해 알맞은 형태의 0
    """
    parameters = network(rng, layer_dims)
    shapes = {key: value.shape for key, value in zeros(parameters).items()}
    student.initialize_velocity(parameters).is_initialization(shapes=shapes, spread={})


@grades("update_parameters_with_momentum")
@pytest.mark.parametrize(
    ("layer_dims", "beta", "learning_rate"),
    [
        ([5, 4, 2], 0.9, 0.05),
        (THREE_LAYERS, 0.8, 0.4),
        (FOUR_LAYERS, 0.6, 0.7),
        (FOUR_LAYERS, 0.95, 1.2),
    ],
    ids=["2-layers", "3-layers", "4-layers", "4-layers-long-memory"],
)
def test_momentum_step(student, rng, layer_dims, beta, learning_rate):
    """One step: the averages, and the parameters moved along them

    ko: 한 걸음의 평균, 그리고 평균을 따라 움직인 매개변수
    """
    parameters = network(rng, layer_dims)
    grads, v = random_gradients(rng, parameters), random_gradients(rng, parameters)
    student.update_parameters_with_momentum(
        parameters, grads, v, beta, learning_rate
    ).matches_reference()


@grades("update_parameters_with_momentum")
@pytest.mark.parametrize("beta", [0.85, 0.7])
def test_momentum_several_steps(student, rng, reference, beta):
    """Four steps, each fed by your own results

    ko: 네 걸음, 각 걸음의 입력은 제출한 함수의 결과
    """
    expected = parameters = network(rng, THREE_LAYERS)
    averages = v = random_gradients(rng, parameters)
    for _ in range(4):
        grads = backward_pass(rng, parameters)
        expected, averages = reference.update_parameters_with_momentum(
            expected, grads, averages, beta, 0.2
        )
        reply = student.update_parameters_with_momentum(parameters, grads, v, beta, 0.2)
        reply.matches((expected, averages))
        parameters, v = reply.value


@grades("initialize_adam")
@pytest.mark.parametrize(
    "layer_dims", [[3, 6, 2], THREE_LAYERS, FOUR_LAYERS], ids=["2", "3", "4-layers"]
)
def test_initialize_adam(student, rng, layer_dims):
    """Zeros of the right shape for every gradient, in v and in s

    ko: v와 s 모두, 모든 기울기에 대해 알맞은 형태의 0
    """
    student.initialize_adam(network(rng, layer_dims)).matches_reference()


@grades("update_parameters_with_adam")
@pytest.mark.parametrize(
    ("beta1", "beta2", "learning_rate"),
    [(0.9, 0.999, 0.1), (0.8, 0.99, 0.4)],
    ids=["usual", "shorter-memory"],
)
def test_adam_first_step(student, rng, reference, beta1, beta2, learning_rate):
    """The first step, from averages of 0

    ko: 평균이 0인 상태에서 첫걸음
    """
    parameters = network(rng, FOUR_LAYERS)
    grads, v, s = (
        random_gradients(rng, parameters),
        zeros(parameters),
        zeros(parameters),
    )
    call = (parameters, grads, v, s, 1, learning_rate, beta1, beta2, EPSILON)
    expected = reference.update_parameters_with_adam(*call)
    student.update_parameters_with_adam(*call).matches_any(
        *three_or_five(expected, 1, beta1, beta2)
    )


@grades("update_parameters_with_adam")
@pytest.mark.parametrize(
    ("layer_dims", "step", "beta1", "beta2"),
    [
        ([5, 4, 2], 2, 0.9, 0.999),
        (THREE_LAYERS, 3, 0.7, 0.95),
        (FOUR_LAYERS, 7, 0.85, 0.99),
        (THREE_LAYERS, 20, 0.9, 0.98),
    ],
    ids=["step-2", "step-3", "step-7", "step-20"],
)
def test_adam_later_step(student, rng, reference, layer_dims, step, beta1, beta2):
    """A later step: averages, bias correction, parameters

    ko: 나중 걸음의 평균, 편향 보정, 매개변수
    """
    parameters = network(rng, layer_dims)
    grads, v = random_gradients(rng, parameters), random_gradients(rng, parameters)
    s = random_squares(rng, parameters)
    call = (parameters, grads, v, s, step, 0.05, beta1, beta2, EPSILON)
    expected = reference.update_parameters_with_adam(*call)
    student.update_parameters_with_adam(*call).matches_any(
        *three_or_five(expected, step, beta1, beta2)
    )


@grades("update_parameters_with_adam")
@pytest.mark.parametrize(
    ("beta1", "beta2"), [(0.9, 0.999), (0.75, 0.9)], ids=["usual", "shorter-memory"]
)
def test_adam_several_steps(student, rng, reference, beta1, beta2):
    """Five steps from the start, each fed by your own results

    ko: 처음부터 다섯 걸음, 각 걸음의 입력은 제출한 함수의 결과
    """
    parameters = network(rng, THREE_LAYERS)
    expected = own = (parameters, zeros(parameters), zeros(parameters))
    for t in range(1, 6):
        grads = backward_pass(rng, parameters)
        settings = (t, 0.1, beta1, beta2, EPSILON)
        expected = reference.update_parameters_with_adam(
            expected[0], grads, *expected[1:3], *settings
        )
        reply = student.update_parameters_with_adam(own[0], grads, *own[1:3], *settings)
        reply.matches_any(*three_or_five(expected, t, beta1, beta2))
        own = reply.value


@grades("update_parameters_with_adam")
def test_adam_tiny_gradients(student, rng):
    """Tiny gradients: a step against each, and none where the gradient is 0

    ko: 아주 작은 기울기: 기울기의 반대쪽으로 한 걸음, 기울기가 0이면 제자리
    """
    parameters = network(rng, THREE_LAYERS)
    grads = gradients(parameters, lambda shape: away_from_zero(rng, shape) / 1000)
    grads["dW1"][0] = grads["db1"][0] = 0  # a unit that is never active
    call = (parameters, grads, zeros(parameters), zeros(parameters), 1, 1.0)
    reply = student.update_parameters_with_adam(*call, 0.9, 0.999, 0.1)
    reply.holds(moves_against(parameters, grads), OTHER_DIRECTION)


@grades("gradient_check_n")
@pytest.mark.parametrize(("m", "epsilon"), [(6, 0.02), (9, 0.05)])
def test_gradient_check_of_right_gradients(student, rng, given, m, epsilon):
    """Right gradients, and steps so large that a difference remains

    ko: 맞는 기울기, 차이가 조금 남을 만큼 큰 간격
    """
    X, Y = examples(rng, 4, m)
    parameters = small_network(rng, X)
    grads = slopes(given, X, Y, parameters)
    student.gradient_check_n(parameters, grads, X, Y, epsilon).matches_reference()


@grades("gradient_check_n")
@pytest.mark.parametrize("m", [7])
def test_gradient_check_passes_right_gradients(student, rng, given, m):
    """Right gradients, and a tiny step: the difference is nearly 0

    ko: 맞는 기울기와 아주 작은 간격: 차이가 거의 0
    """
    X, Y = examples(rng, 4, m)
    parameters = small_network(rng, X)
    reply = student.gradient_check_n(
        parameters, slopes(given, X, Y, parameters), X, Y, 1e-7
    )
    reply.holds(lambda difference: 0 < difference < 1e-6, SMALL_DIFFERENCE)


@grades("gradient_check_n")
@pytest.mark.parametrize(
    ("m", "key", "factor", "epsilon"),
    [
        (5, "dW2", 2.0, 0.01),
        (8, "db1", -1.0, 0.03),
        (10, "dW1", 0.5, 0.05),
        (6, "dW3", 0.0, 0.02),
    ],
)
def test_gradient_check_of_wrong_gradients(
    student, rng, given, m, key, factor, epsilon
):
    """One gradient is wrong: how large the difference is

    ko: 기울기 하나가 틀렸을 때 차이의 크기
    """
    X, Y = examples(rng, 4, m)
    parameters = small_network(rng, X)
    grads = slopes(given, X, Y, parameters)
    grads[key] = factor * grads[key]
    student.gradient_check_n(parameters, grads, X, Y, epsilon).matches_reference()


@grades("as_handed_in")
def test_everything_as_handed_in(student, rng, reference, given):
    """Mini-batches, momentum, Adam and a gradient check, fed by your own results

    ko: 미니배치, 모멘텀, Adam, 기울기 검사. 각 단계의 입력은 제출한 함수의 결과
    """
    X, Y = examples(rng, 4, 27)
    batches = student.random_mini_batches(X, Y, 8, 2)
    batches.holds(lambda found: is_partition(X, found), PARTITION)
    batches.holds(lambda found: keeps_labels(X, Y, found), LABELS)

    parameters = expected = network(rng, THREE_LAYERS)
    started = student.initialize_velocity(parameters)
    started.matches(zeros(parameters))
    v, averages = started.value, zeros(parameters)
    for _ in range(2):
        grads = random_gradients(rng, parameters)
        expected, averages = reference.update_parameters_with_momentum(
            expected, grads, averages, 0.9, 0.1
        )
        reply = student.update_parameters_with_momentum(parameters, grads, v, 0.9, 0.1)
        reply.matches((expected, averages))
        parameters, v = reply.value

    started = student.initialize_adam(parameters)
    started.matches((zeros(expected), zeros(expected)))
    own, adam = (
        (parameters, *started.value),
        (expected, zeros(expected), zeros(expected)),
    )
    for t in (1, 2):
        grads = random_gradients(rng, expected)
        settings = (t, 0.1, 0.9, 0.99, EPSILON)
        adam = reference.update_parameters_with_adam(
            adam[0], grads, *adam[1:], *settings
        )
        reply = student.update_parameters_with_adam(own[0], grads, *own[1:3], *settings)
        reply.matches_any(*three_or_five(adam, t, 0.9, 0.99))
        own = reply.value

    X, Y = examples(rng, 4, 6)
    parameters = small_network(rng, X)
    grads = slopes(given, X, Y, parameters)
    student.gradient_check_n(parameters, grads, X, Y, 0.04).matches_reference()


# Public examples: the numbers of the worked examples in the text, and a few more.


@example("random_mini_batches")
def test_random_mini_batches_example(student):
    """Five examples that are all alike, in mini-batches of 2

    ko: 서로 똑같은 예시 다섯 개를 2개짜리 미니배치로
    """
    X, Y = rows([7, 7, 7, 7, 7], [8, 8, 8, 8, 8]), rows([1, 1, 1, 1, 1])
    student.random_mini_batches(X, Y, 2, 0).matches_reference()


@example("random_mini_batches")
def test_random_mini_batches_example_divisible(student):
    """Six examples that are all alike, in mini-batches of 3: nothing is left over

    ko: 서로 똑같은 예시 여섯 개를 3개짜리 미니배치로(남는 것이 없다)
    """
    X, Y = rows([4, 4, 4, 4, 4, 4]), rows([0, 0, 0, 0, 0, 0])
    student.random_mini_batches(X, Y, 3, 0).matches_reference()


@example("initialize_velocity")
def test_initialize_velocity_example(student):
    """The shapes of the worked example: 2 units with 3 inputs

    ko: 본문의 예와 같은 형태: 유닛 2개, 입력 3개
    """
    parameters = {"W1": rows([1, 2, 3], [4, 5, 6]), "b1": column(7, 8)}
    student.initialize_velocity(parameters).matches_reference()


@example("update_parameters_with_momentum")
def test_momentum_example_first(student):
    """The worked example, first step

    ko: 본문의 예, 첫걸음
    """
    parameters = {"W1": rows([2, -1]), "b1": column(0)}
    grads = {"dW1": rows([10, -20]), "db1": column(5)}
    student.update_parameters_with_momentum(
        parameters, grads, zeros(parameters), 0.9, 0.1
    ).matches_reference()


@example("update_parameters_with_momentum")
def test_momentum_example_second(student):
    """The worked example, second step

    ko: 본문의 예, 둘째 걸음
    """
    parameters = {"W1": rows([1.9, -0.8]), "b1": column(-0.05)}
    v = {"dW1": rows([1, -2]), "db1": column(0.5)}
    grads = {"dW1": rows([10, 20]), "db1": column(5)}
    student.update_parameters_with_momentum(
        parameters, grads, v, 0.9, 0.1
    ).matches_reference()


@example("initialize_adam")
def test_initialize_adam_example(student):
    """The shapes of the worked example: 2 units with 3 inputs

    ko: 본문의 예와 같은 형태: 유닛 2개, 입력 3개
    """
    parameters = {"W1": rows([1, 2, 3], [4, 5, 6]), "b1": column(7, 8)}
    student.initialize_adam(parameters).matches_reference()


@example("update_parameters_with_adam")
def test_adam_example_first(student, reference):
    """The worked example, first step

    ko: 본문의 예, 첫걸음
    """
    parameters = {"W1": rows([1]), "b1": column(1)}
    grads, empty = {"dW1": rows([4]), "db1": column(-3)}, zeros(parameters)
    call = (parameters, grads, empty, empty, 1, 0.1, 0.9, 0.999, EPSILON)
    expected = reference.update_parameters_with_adam(*call)
    student.update_parameters_with_adam(*call).matches_any(
        *three_or_five(expected, 1, 0.9, 0.999)
    )


@example("update_parameters_with_adam")
def test_adam_example_second(student, reference):
    """The worked example, second step

    ko: 본문의 예, 둘째 걸음
    """
    parameters = {"W1": rows([0.9]), "b1": column(1.1)}
    grads = {"dW1": rows([-2]), "db1": column(-3)}
    v = {"dW1": rows([0.4]), "db1": column(-0.3)}
    s = {"dW1": rows([0.016]), "db1": column(0.009)}
    call = (parameters, grads, v, s, 2, 0.1, 0.9, 0.999, EPSILON)
    expected = reference.update_parameters_with_adam(*call)
    student.update_parameters_with_adam(*call).matches_any(
        *three_or_five(expected, 2, 0.9, 0.999)
    )


def rounded(grads):
    """Return gradients whose last digits are no rounding noise, to be recorded."""
    return {key: np.round(value, 6) for key, value in grads.items()}


@example("gradient_check_n")
def test_gradient_check_example_right(student, rng, given):
    """Right gradients, with steps of 0.01

    ko: 맞는 기울기, 간격 0.01
    """
    X, Y = examples(rng, 4, 3)
    parameters = small_network(rng, X)
    grads = rounded(slopes(given, X, Y, parameters))
    student.gradient_check_n(parameters, grads, X, Y, 0.01).matches_reference()


@example("gradient_check_n")
def test_gradient_check_example_opposite(student, rng, given):
    """Every gradient has the wrong sign, with steps of 0.01

    ko: 모든 기울기의 부호가 반대, 간격 0.01
    """
    X, Y = examples(rng, 4, 3)
    parameters = small_network(rng, X)
    grads = rounded(slopes(given, X, Y, parameters))
    grads = {key: -value for key, value in grads.items()}
    student.gradient_check_n(parameters, grads, X, Y, 0.01).matches_reference()

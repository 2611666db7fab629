"""Known wrong versions of the graded functions, and what to say about each."""

import numpy as np
from deep_network import (
    L_model_backward,
    L_model_forward,
    compute_cost,
    initialize_parameters,
    initialize_parameters_deep,
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
    linear_forward,
    update_parameters,
)
from given import relu, relu_backward, sigmoid_backward

from autograder.course.mistakes import mistake

# Initialization. The two functions go wrong in the same ways.


def weights_by(draw, layer_dims):
    """Return parameters whose weights are draw(n, n_prev)."""
    parameters = {}
    for i in range(1, len(layer_dims)):
        n, n_prev = layer_dims[i], layer_dims[i - 1]
        parameters |= {f"W{i}": draw(n, n_prev), f"b{i}": np.zeros((n, 1))}
    return parameters


def biases_by(make, parameters):
    """Return the parameters with every bias replaced by make(bias)."""
    return {k: make(p) if k.startswith("b") else p for k, p in parameters.items()}


UNSCALED = {
    "cause": {
        "en": "the weights have standard deviation 1, not 0.01",
        "ko": "가중치의 표준편차가 0.01이 아니라 1입니다.",
    },
    "hint": {
        "en": "the standard normal distribution has spread 1; it still has to be made small",
        "ko": "표준정규분포의 표준편차는 1입니다. 그 값을 작게 줄이는 일이 남았습니다.",
    },
}
DIVIDED = {
    "cause": {
        "en": "the weights have standard deviation 100, as if divided by 0.01",
        "ko": "가중치의 표준편차가 100입니다. 0.01로 나눈 것과 같습니다.",
    },
    "hint": {
        "en": "dividing by a number below 1 makes things larger",
        "ko": "1보다 작은 양수로 나누면 값이 커집니다.",
    },
}
UNIFORM = {
    "cause": {
        "en": "the weights are uniform between 0 and 0.01, so none is negative",
        "ko": "가중치가 0과 0.01 사이의 균등분포를 따르므로 음수가 없습니다.",
    },
    "hint": {
        "en": "one letter tells numpy's uniform generator from its normal one",
        "ko": "numpy에서 균등분포 난수 함수와 정규분포 난수 함수의 이름은 한 글자 차이입니다.",
    },
}
TRANSPOSED = {
    "cause": {
        "en": "every W has the shape (n_prev, n) instead of (n, n_prev)",
        "ko": "모든 W의 형태가 (n, n_prev)가 아니라 (n_prev, n)입니다.",
    },
    "hint": {
        "en": "a row of W belongs to one unit of the layer, a column to one of its inputs",
        "ko": "W의 행 하나는 그 층의 유닛 하나에, 열 하나는 그 층의 입력 하나에 해당합니다.",
    },
}
ZERO_WEIGHTS = {
    "cause": {
        "en": "all weights are 0, so all units of a layer will always stay equal",
        "ko": "가중치가 모두 0이어서 한 층의 유닛들이 언제까지나 서로 같습니다.",
    },
    "hint": {
        "en": "biases may start at zero; what has to differ from unit to unit?",
        "ko": "편향은 0에서 출발해도 됩니다. 유닛마다 달라야 하는 것이 무엇인지 생각해 보세요.",
    },
}
RANDOM_BIASES = {
    "cause": {
        "en": "the biases are random numbers, not zero",
        "ko": "편향이 0이 아니라 난수입니다.",
    },
    "hint": {
        "en": "random weights alone already make the units differ",
        "ko": "가중치만 난수여도 유닛들은 이미 서로 다릅니다.",
    },
}
FLAT_BIASES = {
    "cause": {
        "en": "every b has the shape (n,) instead of (n, 1)",
        "ko": "모든 b의 형태가 (n, 1)이 아니라 (n,)입니다.",
    },
    "hint": {
        "en": "a column has two axes; look at the shape that you pass to numpy",
        "ko": "열벡터는 축이 두 개입니다. numpy에 넘기는 형태를 살펴보세요.",
    },
}
SINGLE_BIASES = {
    "cause": {
        "en": "every b is a single zero of shape (1, 1), not one zero per unit",
        "ko": "모든 b가 유닛마다 0이 하나씩 있는 열벡터가 아니라 형태가 (1, 1)인 0 하나입니다.",
    },
    "hint": {
        "en": "each unit has a bias of its own",
        "ko": "유닛마다 자기 편향이 있습니다.",
    },
}


@mistake("initialize_parameters", **UNSCALED)
def initialize_parameters_unscaled(n_x, n_h, n_y):
    return weights_by(np.random.randn, [n_x, n_h, n_y])


@mistake("initialize_parameters", **DIVIDED)
def initialize_parameters_divided(n_x, n_h, n_y):
    return weights_by(
        lambda n, n_prev: np.random.randn(n, n_prev) / 0.01, [n_x, n_h, n_y]
    )


@mistake("initialize_parameters", **UNIFORM)
def initialize_parameters_uniform(n_x, n_h, n_y):
    return weights_by(
        lambda n, n_prev: np.random.rand(n, n_prev) * 0.01, [n_x, n_h, n_y]
    )


@mistake("initialize_parameters", **TRANSPOSED)
def initialize_parameters_transposed(n_x, n_h, n_y):
    return weights_by(
        lambda n, n_prev: np.random.randn(n_prev, n) * 0.01, [n_x, n_h, n_y]
    )


@mistake("initialize_parameters", **ZERO_WEIGHTS)
def initialize_parameters_zero_weights(n_x, n_h, n_y):
    return weights_by(lambda n, n_prev: np.zeros((n, n_prev)), [n_x, n_h, n_y])


@mistake("initialize_parameters", **RANDOM_BIASES)
def initialize_parameters_random_biases(n_x, n_h, n_y):
    parameters = initialize_parameters(n_x, n_h, n_y)
    return biases_by(lambda b: np.random.randn(*b.shape) * 0.01, parameters)


@mistake("initialize_parameters", **FLAT_BIASES)
def initialize_parameters_flat_biases(n_x, n_h, n_y):
    return biases_by(np.ravel, initialize_parameters(n_x, n_h, n_y))


@mistake("initialize_parameters", **SINGLE_BIASES)
def initialize_parameters_single_biases(n_x, n_h, n_y):
    return biases_by(lambda b: b[:1], initialize_parameters(n_x, n_h, n_y))


@mistake("initialize_parameters_deep", **UNSCALED)
def initialize_parameters_deep_unscaled(layer_dims):
    return weights_by(np.random.randn, layer_dims)


@mistake("initialize_parameters_deep", **DIVIDED)
def initialize_parameters_deep_divided(layer_dims):
    return weights_by(lambda n, n_prev: np.random.randn(n, n_prev) / 0.01, layer_dims)


@mistake("initialize_parameters_deep", **UNIFORM)
def initialize_parameters_deep_uniform(layer_dims):
    return weights_by(lambda n, n_prev: np.random.rand(n, n_prev) * 0.01, layer_dims)


@mistake("initialize_parameters_deep", **TRANSPOSED)
def initialize_parameters_deep_transposed(layer_dims):
    return weights_by(lambda n, n_prev: np.random.randn(n_prev, n) * 0.01, layer_dims)


@mistake("initialize_parameters_deep", **ZERO_WEIGHTS)
def initialize_parameters_deep_zero_weights(layer_dims):
    return weights_by(lambda n, n_prev: np.zeros((n, n_prev)), layer_dims)


@mistake("initialize_parameters_deep", **RANDOM_BIASES)
def initialize_parameters_deep_random_biases(layer_dims):
    parameters = initialize_parameters_deep(layer_dims)
    return biases_by(lambda b: np.random.randn(*b.shape) * 0.01, parameters)


@mistake("initialize_parameters_deep", **FLAT_BIASES)
def initialize_parameters_deep_flat_biases(layer_dims):
    return biases_by(np.ravel, initialize_parameters_deep(layer_dims))


@mistake("initialize_parameters_deep", **SINGLE_BIASES)
def initialize_parameters_deep_single_biases(layer_dims):
    return biases_by(lambda b: b[:1], initialize_parameters_deep(layer_dims))


@mistake(
    "initialize_parameters_deep",
    cause={
        "en": "the layers are numbered from 0, so W1 is the matrix of layer 2",
        "ko": "층 번호를 0부터 매겨서 W1에 2층의 행렬이 들어 있습니다.",
    },
    hint={
        "en": "the input is layer 0 and has no weights",
        "ko": "0층은 입력이고, 입력에는 가중치가 없습니다.",
    },
)
def initialize_parameters_deep_from_zero(layer_dims):
    parameters = initialize_parameters_deep(layer_dims)
    return {f"{key[0]}{int(key[1:]) - 1}": value for key, value in parameters.items()}


# Forward.


@mistake(
    "linear_forward",
    cause={
        "en": "Z is the product of W and A alone; b has not been added",
        "ko": "Z가 W와 A의 곱뿐이고 b를 더하지 않았습니다.",
    },
    hint={
        "en": "a unit that sees only zeros should still be able to answer something",
        "ko": "입력이 모두 0이어도 유닛은 0이 아닌 값을 낼 수 있어야 합니다.",
    },
)
def linear_forward_without_bias(A, W, b):
    return W @ A, (A, W, b)


@mistake(
    "linear_forward",
    cause={
        "en": "the bias of the first unit is added for all units",
        "ko": "모든 유닛에 첫 유닛의 편향을 더했습니다.",
    },
    hint={
        "en": "`b` is a column with an entry for each row of Z",
        "ko": "`b`는 Z의 행마다 원소가 하나씩 있는 열벡터입니다.",
    },
)
def linear_forward_first_bias(A, W, b):
    return W @ A + b[0, 0], (A, W, b)


@mistake(
    "linear_forward",
    cause={
        "en": "Z is transposed: its rows are examples",
        "ko": "Z가 전치되어 행이 예시에 해당합니다.",
    },
    hint={
        "en": "in this course a column is an example, in every matrix",
        "ko": "이 수업에서는 어느 행렬이든 열 하나가 예시 하나입니다.",
    },
)
def linear_forward_transposed(A, W, b):
    return (W @ A + b).T, (A, W, b)


@mistake(
    "linear_forward",
    cause={
        "en": "the cache is (A, W), without b",
        "ko": "캐시가 (A, W)이고 b가 없습니다.",
    },
    hint={
        "en": "the cache holds all that the function was given",
        "ko": "캐시에는 함수가 받은 것이 모두 들어갑니다.",
    },
)
def linear_forward_cache_without_b(A, W, b):
    return W @ A + b, (A, W)


@mistake(
    "linear_forward",
    cause={
        "en": "Z is right; the cache is (W, A, b) instead of (A, W, b)",
        "ko": "Z는 맞지만 캐시가 (A, W, b)가 아니라 (W, A, b)입니다.",
    },
    hint={
        "en": "the cache follows the order of the arguments",
        "ko": "캐시의 순서는 인자의 순서와 같습니다.",
    },
)
def linear_forward_cache_weights_first(A, W, b):
    return W @ A + b, (W, A, b)


@mistake(
    "linear_forward",
    cause={
        "en": "Z is right; the cache is (W, b, A) instead of (A, W, b)",
        "ko": "Z는 맞지만 캐시가 (A, W, b)가 아니라 (W, b, A)입니다.",
    },
    hint={
        "en": "the cache follows the order of the arguments",
        "ko": "캐시의 순서는 인자의 순서와 같습니다.",
    },
)
def linear_forward_cache_input_last(A, W, b):
    return W @ A + b, (W, b, A)


@mistake(
    "linear_forward",
    cause={
        "en": "Z is right; the cache holds Z where A belongs",
        "ko": "Z는 맞지만 캐시에서 A의 자리에 Z가 들어 있습니다.",
    },
    hint={
        "en": "to find the gradient of W, the backward step needs what came into the layer",
        "ko": "역전파에서 W의 기울기를 구하려면 그 층에 들어온 값이 필요합니다.",
    },
)
def linear_forward_cache_output(A, W, b):
    Z = W @ A + b
    return Z, (Z, W, b)


@mistake(
    "linear_activation_forward",
    cause={
        "en": "A is Z: no activation has been applied",
        "ko": "A가 Z와 같습니다. 활성화 함수를 적용하지 않았습니다.",
    },
    hint={
        "en": "each of the given functions returns two values; the first is the activation",
        "ko": "주어진 함수는 값을 두 개 반환하며, 그중 첫 번째가 활성값입니다.",
    },
)
def linear_activation_forward_linear(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    return Z, (linear_cache, Z)


@mistake(
    "linear_activation_forward",
    cause={
        "en": "ReLU is used whatever `activation` says",
        "ko": "`activation`이 무엇이든 ReLU를 씁니다.",
    },
    hint={
        "en": 'look at what happens when `activation` is "sigmoid"',
        "ko": '`activation`이 "sigmoid"일 때 어떤 코드가 실행되는지 살펴보세요.',
    },
)
def linear_activation_forward_always_relu(A_prev, W, b, activation):
    return linear_activation_forward(A_prev, W, b, "relu")


@mistake(
    "linear_activation_forward",
    cause={
        "en": "the sigmoid is used whatever `activation` says",
        "ko": "`activation`이 무엇이든 시그모이드를 씁니다.",
    },
    hint={
        "en": 'look at what happens when `activation` is "relu"',
        "ko": '`activation`이 "relu"일 때 어떤 코드가 실행되는지 살펴보세요.',
    },
)
def linear_activation_forward_always_sigmoid(A_prev, W, b, activation):
    return linear_activation_forward(A_prev, W, b, "sigmoid")


@mistake(
    "linear_activation_forward",
    cause={
        "en": "the two activations are exchanged",
        "ko": "두 활성화 함수가 서로 바뀌었습니다.",
    },
    hint={
        "en": "read the two branches aloud, with the word that leads into each",
        "ko": "두 갈래를 각각의 조건과 함께 소리 내어 읽어 보세요.",
    },
)
def linear_activation_forward_exchanged(A_prev, W, b, activation):
    other = "relu" if activation == "sigmoid" else "sigmoid"
    return linear_activation_forward(A_prev, W, b, other)


@mistake(
    "linear_activation_forward",
    cause={
        "en": "A is right; the activation cache holds A instead of Z",
        "ko": "A는 맞지만 활성화 캐시에 Z가 아니라 A가 들어 있습니다.",
    },
    hint={
        "en": "the slope of the activation is taken at what went into it",
        "ko": "활성화 함수의 미분은 함수에 들어간 값에서 구합니다.",
    },
)
def linear_activation_forward_caches_A(A_prev, W, b, activation):
    A, (linear_cache, _) = linear_activation_forward(A_prev, W, b, activation)
    return A, (linear_cache, A)


@mistake(
    "linear_activation_forward",
    cause={
        "en": "A is right; the two parts of the cache stand in the other order",
        "ko": "A는 맞지만 캐시의 두 부분이 서로 바뀌었습니다.",
    },
    hint={
        "en": "the cache is filled in the order of the computation",
        "ko": "캐시에는 계산한 순서대로 담습니다.",
    },
)
def linear_activation_forward_cache_reversed(A_prev, W, b, activation):
    A, (linear_cache, Z) = linear_activation_forward(A_prev, W, b, activation)
    return A, (Z, linear_cache)


@mistake(
    "linear_activation_forward",
    cause={
        "en": "A is right; the cache is one flat tuple (A_prev, W, b, Z)",
        "ko": "A는 맞지만 캐시가 (A_prev, W, b, Z)로 펼쳐져 있습니다.",
    },
    hint={
        "en": "the linear cache stays together, as a tuple inside the tuple",
        "ko": "선형 캐시는 튜플 안의 튜플로 묶인 채 남습니다.",
    },
)
def linear_activation_forward_cache_flat(A_prev, W, b, activation):
    A, (linear_cache, Z) = linear_activation_forward(A_prev, W, b, activation)
    return A, (*linear_cache, Z)


@mistake(
    "L_model_forward",
    cause={
        "en": "the output layer uses ReLU",
        "ko": "출력층이 ReLU를 씁니다.",
    },
    hint={
        "en": "AL is a probability; which activation stays between 0 and 1?",
        "ko": "AL은 확률입니다. 값이 0과 1 사이에 머무는 활성화 함수를 쓰세요.",
    },
)
def L_model_forward_relu_output(X, parameters):
    _, caches = L_model_forward(X, parameters)
    _, Z = caches[-1]
    return relu(Z)[0], caches


@mistake(
    "L_model_forward",
    cause={
        "en": "the hidden layers use the sigmoid",
        "ko": "은닉층이 시그모이드를 씁니다.",
    },
    hint={
        "en": "only one layer of this network has to give probabilities",
        "ko": "이 신경망에서 확률을 내야 하는 층은 하나뿐입니다.",
    },
)
def L_model_forward_sigmoid_hidden(X, parameters):
    A, caches = X, []
    for i in range(1, len(parameters) // 2 + 1):
        W, b = parameters[f"W{i}"], parameters[f"b{i}"]
        A, cache = linear_activation_forward(A, W, b, "sigmoid")
        caches.append(cache)
    return A, caches


@mistake(
    "L_model_forward",
    cause={
        "en": "hidden layers use the sigmoid, and the output layer ReLU",
        "ko": "은닉층이 시그모이드를, 출력층이 ReLU를 씁니다.",
    },
    hint={
        "en": "the two words have changed places",
        "ko": "두 활성화 함수의 자리가 바뀌었습니다.",
    },
)
def L_model_forward_exchanged(X, parameters):
    _, caches = L_model_forward_sigmoid_hidden(X, parameters)
    _, Z = caches[-1]
    return relu(Z)[0], caches


@mistake(
    "L_model_forward",
    cause={
        "en": "AL is right; the cache of the output layer is missing from `caches`",
        "ko": "AL은 맞지만 `caches`에 출력층의 캐시가 없습니다.",
    },
    hint={
        "en": "the way back starts at the output layer, with that layer's cache",
        "ko": "역전파는 출력층에서, 그 층의 캐시를 가지고 시작합니다.",
    },
)
def L_model_forward_without_last_cache(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, caches[:-1]


@mistake(
    "L_model_forward",
    cause={
        "en": "`caches` is right, but AL is the activation of the last hidden layer",
        "ko": "`caches`는 맞지만 AL이 마지막 은닉층의 활성값입니다.",
    },
    hint={
        "en": "the output layer's result has been computed; which variable is returned?",
        "ko": "출력층의 결과는 이미 계산했습니다. 어느 변수를 반환하는지 살펴보세요.",
    },
)
def L_model_forward_returns_hidden(X, parameters):
    _, caches = L_model_forward(X, parameters)
    (A_hidden, _, _), _ = caches[-1]
    return A_hidden, caches


@mistake(
    "L_model_forward",
    cause={
        "en": "the network ends one layer early: the sigmoid is at layer L-1",
        "ko": "신경망이 한 층 일찍 끝납니다. 시그모이드가 L-1층에 있습니다.",
    },
    hint={
        "en": "print the number of layers that you compute with, for four parameters",
        "ko": "매개변수가 네 개일 때 층의 수를 몇으로 계산하는지 출력해 보세요.",
    },
)
def L_model_forward_one_layer_early(X, parameters):
    L = len(parameters) // 2
    kept = {k: p for k, p in parameters.items() if k not in (f"W{L}", f"b{L}")}
    return L_model_forward(X, kept)


@mistake(
    "L_model_forward",
    cause={
        "en": "AL is right; `caches` begins with the last layer",
        "ko": "AL은 맞지만 `caches`가 마지막 층부터 시작합니다.",
    },
    hint={
        "en": "caches[0] belongs to layer 1; the way back will count down by itself",
        "ko": "caches[0]은 1층의 캐시입니다. 거꾸로 세는 일은 역전파에서 합니다.",
    },
)
def L_model_forward_caches_reversed(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, caches[::-1]


@mistake(
    "L_model_forward",
    cause={
        "en": "AL is right; `caches` holds only the linear caches, without Z",
        "ko": "AL은 맞지만 `caches`에 선형 캐시만 있고 Z가 없습니다.",
    },
    hint={
        "en": "keep each layer's cache as a whole, as the layer has returned it",
        "ko": "각 층의 캐시를 그 층이 반환한 그대로 통째로 담으세요.",
    },
)
def L_model_forward_linear_caches(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, [linear_cache for linear_cache, _ in caches]


# Cost.


@mistake(
    "compute_cost",
    cause={
        "en": "the cost is the sum over the examples, not their mean",
        "ko": "비용이 예시에 대한 평균이 아니라 합입니다.",
    },
    hint={
        "en": "twice as many examples should not make the cost twice as large",
        "ko": "예시가 두 배가 된다고 비용까지 두 배가 되어서는 안 됩니다.",
    },
)
def compute_cost_sum(AL, Y):
    return compute_cost(AL, Y) * Y.shape[1]


@mistake(
    "compute_cost",
    cause={
        "en": "the cost has been divided by m twice",
        "ko": "비용을 m으로 두 번 나누었습니다.",
    },
    hint={
        "en": "a mean has the division in it already",
        "ko": "평균에는 나눗셈이 이미 들어 있습니다.",
    },
)
def compute_cost_divided_twice(AL, Y):
    return compute_cost(AL, Y) / Y.shape[1]


@mistake(
    "compute_cost",
    cause={
        "en": "the cost is negative: the minus sign is missing",
        "ko": "비용이 음수입니다. 식 앞의 음의 부호가 빠졌습니다.",
    },
    hint={
        "en": "the logarithm of a probability is negative, and a cost is not",
        "ko": "확률의 로그는 음수이지만 비용은 음수가 아닙니다.",
    },
)
def compute_cost_without_minus(AL, Y):
    return -compute_cost(AL, Y)


@mistake(
    "compute_cost",
    cause={
        "en": "only the examples with label 1 add to the cost",
        "ko": "정답이 1인 예시만 비용에 들어갔습니다.",
    },
    hint={
        "en": "an example with label 0 and prediction 0.9 is wrong too",
        "ko": "정답이 0인데 0.9로 예측한 것도 틀린 것입니다.",
    },
)
def compute_cost_first_term(AL, Y):
    return -np.mean(Y * np.log(AL))


@mistake(
    "compute_cost",
    cause={
        "en": "the second term has 1 - log(AL) where log(1 - AL) belongs",
        "ko": "두 번째 항에 log(1 - AL)이 아니라 1 - log(AL)이 들어 있습니다.",
    },
    hint={
        "en": "look at the parentheses: what is the logarithm of what?",
        "ko": "괄호를 살펴보고, 무엇의 로그인지 확인하세요.",
    },
)
def compute_cost_one_minus_log(AL, Y):
    return -np.mean(Y * np.log(AL) + (1 - Y) * (1 - np.log(AL)))


@mistake(
    "compute_cost",
    cause={
        "en": "the labels are exchanged: label 1 is judged by log(1 - AL)",
        "ko": "정답 0과 1이 서로 바뀌었습니다. 정답이 1인 예시를 log(1 - AL)로 평가했습니다.",
    },
    hint={
        "en": "try one example by hand: label 1, prediction 0.9; the loss should be small",
        "ko": "정답 1, 예측 0.9인 예시 하나를 손으로 계산해 보세요. 손실이 작아야 합니다.",
    },
)
def compute_cost_labels_exchanged(AL, Y):
    return compute_cost(AL, 1 - Y)


@mistake(
    "compute_cost",
    cause={
        "en": "0.00001 has been added inside the logarithms, which changes the cost",
        "ko": "로그 안에 0.00001을 더해 비용이 달라졌습니다.",
    },
    hint={
        "en": "AL is never exactly 0 or 1 here; a guard, if any, must be far smaller",
        "ko": "여기서 AL은 정확히 0이나 1이 되지 않습니다. 굳이 더한다면 훨씬 작은 수여야 합니다.",
    },
)
def compute_cost_guarded(AL, Y):
    eps = 1e-5
    return -np.mean(Y * np.log(AL + eps) + (1 - Y) * np.log(1 - AL + eps))


@mistake(
    "compute_cost",
    cause={
        "en": "the value is right, but it is an array of shape (1, 1)",
        "ko": "값은 맞지만 형태가 (1, 1)인 배열입니다.",
    },
    hint={
        "en": "a product of a row and a column is still a matrix; `np.squeeze` removes axes",
        "ko": "행과 열의 곱도 행렬입니다. `np.squeeze`는 길이가 1인 축을 없앱니다.",
    },
)
def compute_cost_matrix(AL, Y):
    return np.array([[compute_cost(AL, Y)]])


@mistake(
    "compute_cost",
    cause={
        "en": "every label has met every prediction: m times m products were added up",
        "ko": "모든 정답이 모든 예측과 만나 m×m개의 곱을 더했습니다.",
    },
    hint={
        "en": "a column and a row are broadcast to a matrix; both should be rows here",
        "ko": "열과 행은 행렬로 브로드캐스팅됩니다. 여기서는 둘 다 행이어야 합니다.",
    },
)
def compute_cost_broadcast(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y.T * np.log(AL) + (1 - Y).T * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    cause={
        "en": "this is half the mean squared error, not the cross-entropy",
        "ko": "교차 엔트로피가 아니라 평균 제곱 오차의 절반입니다.",
    },
    hint={
        "en": "the squared error belongs to regression; for yes or no, use the logarithms",
        "ko": "제곱 오차는 회귀에 씁니다. 예/아니요 문제에는 로그를 쓰세요.",
    },
)
def compute_cost_squared(AL, Y):
    return np.mean((AL - Y) ** 2) / 2


# Backward through one layer.


@mistake(
    "linear_backward",
    cause={
        "en": "dW and db are sums over the m examples, not means",
        "ko": "dW와 db가 예시 m개에 대한 평균이 아니라 합입니다.",
    },
    hint={
        "en": "the cost is a mean over the batch; so is its gradient",
        "ko": "비용은 예시에 대한 평균이고, 그 기울기도 평균입니다.",
    },
)
def linear_backward_sums(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW * dZ.shape[1], db * dZ.shape[1]


@mistake(
    "linear_backward",
    cause={
        "en": "dW is a sum over the m examples, not a mean; db is right",
        "ko": "dW가 예시 m개에 대한 평균이 아니라 합입니다. db는 맞습니다.",
    },
    hint={
        "en": "compare how you end the lines of dW and db",
        "ko": "dW와 db를 구하는 두 줄의 끝을 비교해 보세요.",
    },
)
def linear_backward_sum_in_dW(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW * dZ.shape[1], db


@mistake(
    "linear_backward",
    cause={
        "en": "db is a sum over the m examples, not a mean; dW is right",
        "ko": "db가 예시 m개에 대한 평균이 아니라 합입니다. dW는 맞습니다.",
    },
    hint={
        "en": "compare how you end the lines of dW and db",
        "ko": "dW와 db를 구하는 두 줄의 끝을 비교해 보세요.",
    },
)
def linear_backward_sum_in_db(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, db * dZ.shape[1]


@mistake(
    "linear_backward",
    cause={
        "en": "dA_prev has been divided by m as well",
        "ko": "dA_prev까지 m으로 나누었습니다.",
    },
    hint={
        "en": "dA_prev keeps a column for each example; nothing is averaged in it",
        "ko": "dA_prev에는 예시마다 열이 하나씩 남으므로 평균을 낼 것이 없습니다.",
    },
)
def linear_backward_mean_in_dA(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev / dZ.shape[1], dW, db


@mistake(
    "linear_backward",
    cause={
        "en": "dW and db have been divided by the number of inputs, not of examples",
        "ko": "dW와 db를 예시의 수가 아니라 입력의 수로 나누었습니다.",
    },
    hint={
        "en": "which axis of `A_prev` counts the examples?",
        "ko": "`A_prev`에서 예시의 수를 나타내는 축이 어느 것인지 확인하세요.",
    },
)
def linear_backward_divided_by_inputs(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    n_prev, m = cache[0].shape
    return dA_prev, dW * m / n_prev, db * m / n_prev


@mistake(
    "linear_backward",
    cause={
        "en": "the values of db are right; its second axis is missing",
        "ko": "db의 값은 맞지만 두 번째 축이 없습니다.",
    },
    hint={
        "en": "a sum drops the axis that it runs over, unless it is told to keep it",
        "ko": "합을 구하면 더한 축이 사라집니다. 남기려면 남기라고 지정해야 합니다.",
    },
)
def linear_backward_flat_db(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, db.ravel()


@mistake(
    "linear_backward",
    cause={
        "en": "db is a single number: it has been summed over the units too",
        "ko": "db가 수 하나입니다. 유닛에 대해서까지 더했습니다.",
    },
    hint={
        "en": "each unit has a bias of its own; only the examples are added up",
        "ko": "유닛마다 자기 편향이 있으므로, 예시에 대해서만 더해야 합니다.",
    },
)
def linear_backward_scalar_db(dZ, cache):
    dA_prev, dW, _ = linear_backward(dZ, cache)
    return dA_prev, dW, np.sum(dZ) / dZ.shape[1]


@mistake(
    "linear_backward",
    cause={
        "en": "db has been summed over the units instead of the examples",
        "ko": "db를 구할 때 예시가 아니라 유닛에 대해 더했습니다.",
    },
    hint={
        "en": "axis 0 runs down the rows, axis 1 along the columns; examples are columns",
        "ko": "축 0은 행을 따라 아래로, 축 1은 열을 따라 옆으로 갑니다. 예시는 열입니다.",
    },
)
def linear_backward_db_over_units(dZ, cache):
    dA_prev, dW, _ = linear_backward(dZ, cache)
    return dA_prev, dW, np.sum(dZ, axis=0, keepdims=True) / dZ.shape[1]


@mistake(
    "linear_backward",
    cause={
        "en": "dW is transposed: A_prev times the transpose of dZ",
        "ko": "dW가 전치되어 있습니다. A_prev에 dZ의 전치를 곱했습니다.",
    },
    hint={
        "en": "dW has the shape of W: a row for each unit",
        "ko": "dW의 형태는 W와 같습니다. 유닛마다 행이 하나씩 있습니다.",
    },
)
def linear_backward_transposed_dW(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW.T, db


@mistake(
    "linear_backward",
    cause={
        "en": "dA_prev is transposed: its rows are examples",
        "ko": "dA_prev가 전치되어 행이 예시에 해당합니다.",
    },
    hint={
        "en": "dA_prev has the shape of A_prev",
        "ko": "dA_prev의 형태는 A_prev와 같습니다.",
    },
)
def linear_backward_transposed_dA(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev.T, dW, db


@mistake(
    "linear_backward",
    cause={
        "en": "dA_prev was computed with W itself, not with its transpose",
        "ko": "dA_prev를 W의 전치가 아니라 W로 계산했습니다.",
    },
    hint={
        "en": "a square W lets this pass; write the shapes below the formula",
        "ko": "W가 정사각 행렬이면 오류 없이 지나갑니다. 식 아래에 형태를 적어 보세요.",
    },
)
def linear_backward_plain_W(dZ, cache):
    _, dW, db = linear_backward(dZ, cache)
    return np.dot(cache[1], dZ), dW, db


@mistake(
    "linear_activation_backward",
    cause={
        "en": "the slope of ReLU is used whatever `activation` says",
        "ko": "`activation`이 무엇이든 ReLU의 미분을 씁니다.",
    },
    hint={
        "en": 'look at what happens when `activation` is "sigmoid"',
        "ko": '`activation`이 "sigmoid"일 때 어떤 코드가 실행되는지 살펴보세요.',
    },
)
def linear_activation_backward_always_relu(dA, cache, activation):
    return linear_activation_backward(dA, cache, "relu")


@mistake(
    "linear_activation_backward",
    cause={
        "en": "the slope of the sigmoid is used whatever `activation` says",
        "ko": "`activation`이 무엇이든 시그모이드의 미분을 씁니다.",
    },
    hint={
        "en": 'look at what happens when `activation` is "relu"',
        "ko": '`activation`이 "relu"일 때 어떤 코드가 실행되는지 살펴보세요.',
    },
)
def linear_activation_backward_always_sigmoid(dA, cache, activation):
    return linear_activation_backward(dA, cache, "sigmoid")


@mistake(
    "linear_activation_backward",
    cause={
        "en": "the two backward steps are exchanged",
        "ko": "두 활성화 함수의 역전파가 서로 바뀌었습니다.",
    },
    hint={
        "en": "read the two branches aloud, with the word that leads into each",
        "ko": "두 갈래를 각각의 조건과 함께 소리 내어 읽어 보세요.",
    },
)
def linear_activation_backward_exchanged(dA, cache, activation):
    other = "relu" if activation == "sigmoid" else "sigmoid"
    return linear_activation_backward(dA, cache, other)


@mistake(
    "linear_activation_backward",
    cause={
        "en": "dA went through the linear step as if it were dZ",
        "ko": "dA를 dZ인 것처럼 선형 단계에 그대로 넘겼습니다.",
    },
    hint={
        "en": "the activation has a slope too; the second half of the cache is for it",
        "ko": "활성화 함수도 미분해야 합니다. 캐시의 뒤쪽 값이 거기에 쓰입니다.",
    },
)
def linear_activation_backward_no_slope(dA, cache, activation):
    return linear_backward(dA, cache[0])


@mistake(
    "linear_activation_backward",
    cause={
        "en": "with the sigmoid, dA was multiplied by 1 - Z², as if for tanh",
        "ko": "시그모이드일 때 tanh의 미분처럼 dA에 1 - Z²을 곱했습니다.",
    },
    hint={
        "en": "each activation has its own slope; `given.py` has the one you need",
        "ko": "활성화 함수마다 미분이 다릅니다. 필요한 것은 `given.py`에 있습니다.",
    },
)
def linear_activation_backward_tanh(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        return linear_activation_backward(dA, cache, "relu")
    return linear_backward(dA * (1 - Z**2), linear_cache)


@mistake(
    "linear_activation_backward",
    cause={
        "en": "with the sigmoid, the slope was computed as Z(1 - Z)",
        "ko": "시그모이드일 때 미분을 Z(1 - Z)로 계산했습니다.",
    },
    hint={
        "en": "the formula is for the activation's output, and the cache holds its input",
        "ko": "그 식에는 활성화 함수의 출력을 넣어야 하는데, 캐시에는 입력이 들어 있습니다.",
    },
)
def linear_activation_backward_slope_of_Z(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        return linear_activation_backward(dA, cache, "relu")
    return linear_backward(dA * Z * (1 - Z), linear_cache)


@mistake(
    "linear_activation_backward",
    cause={
        "en": "with ReLU, the gradient was stopped where dA is negative, not where Z is",
        "ko": "ReLU일 때 Z가 아니라 dA가 음수인 곳에서 기울기를 막았습니다.",
    },
    hint={
        "en": "a gradient may be negative; what decides is whether the unit was on",
        "ko": "기울기는 음수일 수 있습니다. 유닛이 켜져 있었는지가 기준입니다.",
    },
)
def linear_activation_backward_mask_of_dA(dA, cache, activation):
    if activation == "sigmoid":
        return linear_activation_backward(dA, cache, "sigmoid")
    return linear_backward(relu_backward(dA, dA), cache[0])


@mistake(
    "linear_activation_backward",
    cause={
        "en": "dW and db are sums over the m examples, not means",
        "ko": "dW와 db가 예시 m개에 대한 평균이 아니라 합입니다.",
    },
    hint={
        "en": "if you have written the linear step anew here, call `linear_backward` instead",
        "ko": "선형 단계를 여기서 다시 작성했다면, 대신 `linear_backward`를 호출하세요.",
    },
)
def linear_activation_backward_sums(dA, cache, activation):
    dA_prev, dW, db = linear_activation_backward(dA, cache, activation)
    return dA_prev, dW * dA.shape[1], db * dA.shape[1]


@mistake(
    "linear_activation_backward",
    cause={
        "en": "dW and db are right; dZ was returned in the place of dA_prev",
        "ko": "dW와 db는 맞지만 dA_prev의 자리에 dZ를 반환했습니다.",
    },
    hint={
        "en": "the layer before needs a gradient with a row for each of *its* units",
        "ko": "앞 층에는 *앞 층*의 유닛마다 행이 하나씩 있는 기울기가 필요합니다.",
    },
)
def linear_activation_backward_returns_dZ(dA, cache, activation):
    _, dW, db = linear_activation_backward(dA, cache, activation)
    backward = sigmoid_backward if activation == "sigmoid" else relu_backward
    return backward(dA, cache[1]), dW, db


# Backward through the network.


def output_gradient(AL, Y):
    """Return the gradient of the losses with respect to AL."""
    return -(Y / AL - (1 - Y) / (1 - AL))


def down_from(dA, caches, hidden="relu", output="sigmoid"):
    """Return the gradients of all layers, starting with dA at the output."""
    grads = {}
    for i in range(len(caches), 0, -1):
        activation = output if i == len(caches) else hidden
        dA, dW, db = linear_activation_backward(dA, caches[i - 1], activation)
        grads |= {f"dA{i - 1}": dA, f"dW{i}": dW, f"db{i}": db}
    return grads


@mistake(
    "L_model_backward",
    cause={
        "en": "the hidden layers went back through the sigmoid",
        "ko": "은닉층에도 시그모이드의 역전파를 썼습니다.",
    },
    hint={
        "en": "each layer goes back through the activation that it used on the way forward",
        "ko": "각 층의 역전파에서는 그 층이 순전파 때 쓴 활성화 함수를 써야 합니다.",
    },
)
def L_model_backward_sigmoid_hidden(AL, Y, caches):
    return down_from(output_gradient(AL, Y), caches, hidden="sigmoid")


@mistake(
    "L_model_backward",
    cause={
        "en": "the output layer went back through ReLU",
        "ko": "출력층에도 ReLU의 역전파를 썼습니다.",
    },
    hint={
        "en": "each layer goes back through the activation that it used on the way forward",
        "ko": "각 층의 역전파에서는 그 층이 순전파 때 쓴 활성화 함수를 써야 합니다.",
    },
)
def L_model_backward_relu_output(AL, Y, caches):
    return down_from(output_gradient(AL, Y), caches, output="relu")


@mistake(
    "L_model_backward",
    cause={
        "en": "every layer was given the gradient of the output, dAL",
        "ko": "모든 층에 출력의 기울기 dAL을 넘겼습니다.",
    },
    hint={
        "en": "a layer needs what the layer after it has sent back",
        "ko": "각 층에는 바로 뒤의 층이 돌려보낸 기울기가 필요합니다.",
    },
)
def L_model_backward_always_dAL(AL, Y, caches):
    dAL, grads = output_gradient(AL, Y), {}
    for i in range(len(caches), 0, -1):
        activation = "sigmoid" if i == len(caches) else "relu"
        dA, dW, db = linear_activation_backward(dAL, caches[i - 1], activation)
        grads |= {f"dA{i - 1}": dA, f"dW{i}": dW, f"db{i}": db}
    return grads


@mistake(
    "L_model_backward",
    cause={
        "en": "every hidden layer was given the gradient that the output layer sent back",
        "ko": "모든 은닉층에 출력층이 돌려보낸 기울기를 넘겼습니다.",
    },
    hint={
        "en": "look at the key that you read in the loop: it must change with the layer",
        "ko": "반복문에서 읽는 키를 살펴보세요. 층에 따라 달라져야 합니다.",
    },
)
def L_model_backward_same_key(AL, Y, caches):
    L = len(caches)
    grads = down_from(output_gradient(AL, Y), caches)
    for i in range(L - 1, 0, -1):
        linear_activation_backward(grads[f"dA{L - 1}"], caches[i - 1], "relu")
    return grads


@mistake(
    "L_model_backward",
    cause={
        "en": "every hidden layer used the cache of layer 1",
        "ko": "모든 은닉층이 1층의 캐시를 썼습니다.",
    },
    hint={
        "en": "with three layers or more, the index of the cache has to move with the layer",
        "ko": "층이 셋 이상이면 캐시의 번호도 층을 따라 움직여야 합니다.",
    },
)
def L_model_backward_first_cache(AL, Y, caches):
    return down_from(
        output_gradient(AL, Y), [caches[0]] * (len(caches) - 1) + caches[-1:]
    )


@mistake(
    "L_model_backward",
    cause={
        "en": "gradients are stored under one naming of dA and read under the other",
        "ko": "기울기를 저장할 때와 읽을 때 dA의 번호를 매기는 방식이 다릅니다.",
    },
    hint={
        "en": "dA is numbered by the layer whose activation it belongs to; "
        "write down the keys for three layers",
        "ko": "dA의 번호는 그것이 어느 층의 활성값에 대한 기울기인지를 나타냅니다. "
        "3층일 때의 키를 모두 적어 보세요.",
    },
)
def L_model_backward_mixed_keys(AL, Y, caches):
    L, grads = len(caches), {}
    dAL = output_gradient(AL, Y)
    grads[f"dA{L}"], grads[f"dW{L}"], grads[f"db{L}"] = linear_activation_backward(
        dAL, caches[-1], "sigmoid"
    )
    for i in range(L - 1, 0, -1):
        dA, dW, db = linear_activation_backward(grads[f"dA{i}"], caches[i - 1], "relu")
        grads |= {f"dA{i - 1}": dA, f"dW{i}": dW, f"db{i}": db}
    return grads


@mistake(
    "L_model_backward",
    cause={
        "en": "all gradients are divided by m once too often",
        "ko": "모든 기울기를 m으로 한 번 더 나누었습니다.",
    },
    hint={
        "en": "`linear_backward` takes the mean already",
        "ko": "평균은 `linear_backward`가 이미 구합니다.",
    },
)
def L_model_backward_divided_again(AL, Y, caches):
    return down_from(output_gradient(AL, Y) / Y.shape[1], caches)


@mistake(
    "L_model_backward",
    cause={
        "en": "all gradients have the wrong sign",
        "ko": "모든 기울기의 부호가 반대입니다.",
    },
    hint={
        "en": "begin with dAL: where the label is 1, a larger AL makes the cost smaller",
        "ko": "dAL부터 살펴보세요. 정답이 1인 곳에서는 AL이 커질수록 비용이 작아집니다.",
    },
)
def L_model_backward_without_minus(AL, Y, caches):
    return down_from(-output_gradient(AL, Y), caches)


@mistake(
    "L_model_backward",
    cause={
        "en": "the minus in dAL covers only its first term",
        "ko": "dAL의 음의 부호가 첫 항에만 걸려 있습니다.",
    },
    hint={
        "en": "look at the parentheses of the formula for dAL",
        "ko": "dAL 식의 괄호를 살펴보세요.",
    },
)
def L_model_backward_minus_on_first_term(AL, Y, caches):
    return down_from(-Y / AL - (1 - Y) / (1 - AL), caches)


@mistake(
    "L_model_backward",
    cause={
        "en": "dAL has only the term of the examples with label 1",
        "ko": "dAL에 정답이 1인 예시의 항만 있습니다.",
    },
    hint={
        "en": "the cost has two terms, and so has its derivative",
        "ko": "비용의 항이 둘이므로 그 미분의 항도 둘입니다.",
    },
)
def L_model_backward_first_term(AL, Y, caches):
    return down_from(-Y / AL, caches)


@mistake(
    "L_model_backward",
    cause={
        "en": "AL - Y was taken for dAL, but it is dZ of the output layer",
        "ko": "AL - Y를 dAL로 썼지만, 그것은 출력층의 dZ입니다.",
    },
    hint={
        "en": "AL - Y has the slope of the sigmoid in it already; do not apply it twice",
        "ko": "AL - Y에는 시그모이드의 미분이 이미 들어 있습니다. 두 번 곱하지 마세요.",
    },
)
def L_model_backward_dZ_for_dA(AL, Y, caches):
    return down_from(AL - Y, caches)


@mistake(
    "L_model_backward",
    cause={
        "en": "the hidden layers' gradients are stored one number too low: dW0 for layer 1",
        "ko": "은닉층의 기울기가 번호가 하나 작은 키에 저장되어 있습니다. 1층의 기울기가 dW0에 있습니다.",
    },
    hint={
        "en": "`caches` is counted from 0, layers from 1",
        "ko": "`caches`는 0부터, 층은 1부터 셉니다.",
    },
)
def L_model_backward_keys_from_zero(AL, Y, caches):
    grads = L_model_backward(AL, Y, caches)
    for i in range(1, len(caches)):
        grads[f"dW{i - 1}"], grads[f"db{i - 1}"] = (
            grads.pop(f"dW{i}"),
            grads.pop(f"db{i}"),
        )
    return grads


# Update.


@mistake(
    "update_parameters",
    cause={
        "en": "the step goes uphill: the gradients were added",
        "ko": "오르막으로 갔습니다. 기울기를 빼지 않고 더했습니다.",
    },
    hint={
        "en": "the gradient points to where the cost grows",
        "ko": "기울기는 비용이 커지는 쪽을 가리킵니다.",
    },
)
def update_parameters_uphill(params, grads, learning_rate):
    return update_parameters(params, grads, -learning_rate)


@mistake(
    "update_parameters",
    cause={
        "en": "the step is L times too long, as if taken once for each of the L layers",
        "ko": "걸음이 L배 깁니다. L개의 층마다 한 번씩 움직인 것과 같습니다.",
    },
    hint={
        "en": "look for a loop inside a loop, or for a line that is indented too far",
        "ko": "반복문 안의 반복문이나 너무 깊이 들여 쓴 줄이 있는지 살펴보세요.",
    },
)
def update_parameters_L_times(params, grads, learning_rate):
    return update_parameters(params, grads, learning_rate * (len(params) // 2))


@mistake(
    "update_parameters",
    cause={
        "en": "only the W have been updated; every b is as before",
        "ko": "W만 갱신되고 b는 모두 그대로입니다.",
    },
    hint={
        "en": "biases are learned as well",
        "ko": "편향도 학습됩니다.",
    },
)
def update_parameters_only_W(params, grads, learning_rate):
    new = update_parameters(params, grads, learning_rate)
    return {key: params[key] if key.startswith("b") else new[key] for key in params}


@mistake(
    "update_parameters",
    cause={
        "en": "the last layer has not been updated",
        "ko": "마지막 층이 갱신되지 않았습니다.",
    },
    hint={
        "en": "check where your `range` ends; its end is not included",
        "ko": "`range`가 어디에서 끝나는지 확인하세요. 끝값은 포함되지 않습니다.",
    },
)
def update_parameters_without_last(params, grads, learning_rate):
    last = (f"W{len(params) // 2}", f"b{len(params) // 2}")
    new = update_parameters(params, grads, learning_rate)
    return {key: params[key] if key in last else new[key] for key in params}


@mistake(
    "update_parameters",
    cause={
        "en": "the gradients were subtracted whole; the learning rate is not in it",
        "ko": "학습률을 곱하지 않고 기울기를 그대로 뺐습니다.",
    },
    hint={
        "en": "a whole gradient is usually far too long a step",
        "ko": "기울기 전체만큼 움직이면 대개 걸음이 너무 큽니다.",
    },
)
def update_parameters_without_rate(params, grads, learning_rate):
    return update_parameters(params, grads, 1.0)


@mistake(
    "update_parameters",
    cause={
        "en": "the step always has the learning rate 0.01, whatever the argument says",
        "ko": "인자와 상관없이 학습률이 늘 0.01입니다.",
    },
    hint={
        "en": "look for a number where the argument belongs",
        "ko": "인자가 있어야 할 자리에 수를 써넣은 곳이 있는지 찾아보세요.",
    },
)
def update_parameters_fixed_rate(params, grads, learning_rate):
    return update_parameters(params, grads, 0.01)


@mistake(
    "update_parameters",
    cause={
        "en": "the result holds the steps alone, not the parameters after the step",
        "ko": "결과가 한 걸음 뒤의 매개변수가 아니라 걸음 자체입니다.",
    },
    hint={
        "en": "a step starts from where one stands",
        "ko": "한 걸음은 지금 서 있는 곳에서 시작합니다.",
    },
)
def update_parameters_only_steps(params, grads, learning_rate):
    new = update_parameters(params, grads, learning_rate)
    return {key: new[key] - params[key] for key in params}

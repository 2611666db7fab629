"""Known wrong versions of the graded functions, and what to say about each."""

import numpy as np
from given import sigmoid
from shallow_network import (
    backward_propagation,
    compute_cost,
    forward_propagation,
    initialize_parameters,
    layer_sizes,
    leaky_relu,
    leaky_relu_backward,
    predict,
    tanh_backward,
    update_parameters,
)

from autograder.course.mistakes import mistake

# Activations.


@mistake(
    "tanh_backward",
    cause={
        "en": "the slope is 1 - Z², without the tanh of Z",
        "ko": "기울기를 1 - Z²으로 구했습니다. Z의 tanh를 구하지 않았습니다.",
    },
    hint={
        "en": "the slope of tanh is written with its value, not with its argument",
        "ko": "tanh의 기울기는 Z가 아니라 tanh의 값으로 나타냅니다.",
    },
)
def tanh_backward_of_argument(dA, Z):
    return dA * (1 - Z**2)


@mistake(
    "tanh_backward",
    cause={
        "en": "the slope is 1 - tanh(Z), without the square",
        "ko": "기울기를 1 - tanh(Z)로 구했습니다. 제곱이 빠졌습니다.",
    },
    hint={
        "en": "tanh is as steep at -1 as it is at 1; is your slope?",
        "ko": "tanh는 -1에서나 1에서나 똑같이 가파릅니다. 작성한 기울기도 그런지 확인하세요.",
    },
)
def tanh_backward_without_square(dA, Z):
    return dA * (1 - np.tanh(Z))


@mistake(
    "tanh_backward",
    cause={
        "en": "the slope of tanh is returned alone, without dA",
        "ko": "dA를 곱하지 않고 tanh의 기울기만 반환했습니다.",
    },
    hint={
        "en": "the chain rule joins two factors: what arrives, and the slope on the way",
        "ko": "연쇄 법칙에서는 두 가지를 곱합니다. 도착한 기울기와, 지나온 함수의 기울기입니다.",
    },
)
def tanh_backward_slope_alone(dA, Z):
    return tanh_backward(1.0, Z) + 0 * dA


@mistake(
    "tanh_backward",
    cause={
        "en": "the slope is A (1 - A), which belongs to the sigmoid",
        "ko": "기울기로 A(1 - A)를 썼습니다. 이것은 시그모이드의 식입니다.",
    },
    hint={
        "en": "at 0, tanh has slope 1; try your formula there",
        "ko": "0에서 tanh의 기울기는 1입니다. 작성한 식에 0을 넣어 보세요.",
    },
)
def tanh_backward_like_sigmoid(dA, Z):
    A = np.tanh(Z)
    return dA * A * (1 - A)


@mistake(
    "tanh_backward",
    cause={
        "en": "the slope is that of the sigmoid, not of tanh",
        "ko": "tanh가 아니라 시그모이드의 기울기를 썼습니다.",
    },
    hint={
        "en": "at 0, tanh is four times as steep as the sigmoid",
        "ko": "0에서 tanh는 시그모이드보다 네 배 가파릅니다.",
    },
)
def tanh_backward_of_sigmoid(dA, Z):
    A = sigmoid(Z)
    return dA * A * (1 - A)


@mistake(
    "tanh_backward",
    cause={
        "en": "this is tanh times dA: the value has been used as the slope",
        "ko": "dA에 tanh의 값을 곱했습니다. 함숫값을 기울기로 썼습니다.",
    },
    hint={
        "en": "where tanh is largest it is flattest, so hardly anything should pass",
        "ko": "tanh는 값이 가장 큰 곳에서 가장 평평하므로, 거기서는 거의 통과하지 않아야 합니다.",
    },
)
def tanh_backward_value(dA, Z):
    return dA * np.tanh(Z)


@mistake(
    "leaky_relu",
    cause={
        "en": "this is the larger of `slope` and Z, not of `slope` times Z and Z",
        "ko": "`slope`와 Z의 곱이 아니라 `slope` 자체를 Z와 비교했습니다.",
    },
    hint={
        "en": "for negative Z the result should still depend on Z",
        "ko": "Z가 음수일 때도 결과는 Z에 따라 달라져야 합니다.",
    },
)
def leaky_relu_constant(Z, slope=0.01):
    return np.maximum(slope, Z)


@mistake(
    "leaky_relu",
    cause={
        "en": "`slope` is ignored: 0.01 is used whatever the caller says",
        "ko": "`slope`를 무시하고 언제나 0.01을 썼습니다.",
    },
    hint={
        "en": "a default value is for callers who say nothing",
        "ko": "기본값은 부르는 쪽이 값을 넘기지 않았을 때만 쓰입니다.",
    },
)
def leaky_relu_fixed(Z, slope=0.01):
    return leaky_relu(Z, 0.01) + 0 * slope


@mistake(
    "leaky_relu",
    cause={
        "en": "this is ReLU: negative entries became 0",
        "ko": "ReLU입니다. 음수인 원소가 모두 0이 되었습니다.",
    },
    hint={
        "en": "a leaky one lets a small share of the negative entries through",
        "ko": "Leaky ReLU는 음수인 원소도 조금은 통과시킵니다.",
    },
)
def leaky_relu_tight(Z, slope=0.01):
    return np.maximum(0, Z) + 0 * slope


@mistake(
    "leaky_relu",
    cause={
        "en": "the two sides are exchanged: positive entries were made small",
        "ko": "양쪽이 서로 바뀌었습니다. 양수인 원소가 작아졌습니다.",
    },
    hint={
        "en": "of the two lines, which one is the upper one for positive Z?",
        "ko": "Z가 양수일 때 두 직선 가운데 어느 것이 위에 있는지 생각해 보세요.",
    },
)
def leaky_relu_exchanged(Z, slope=0.01):
    return np.minimum(slope * Z, Z)


@mistake(
    "leaky_relu",
    cause={
        "en": "negative entries became positive",
        "ko": "음수인 원소가 양수가 되었습니다.",
    },
    hint={
        "en": "the line through the origin goes on downwards on the left",
        "ko": "원점을 지나는 직선은 왼쪽에서도 계속 아래로 내려갑니다.",
    },
)
def leaky_relu_turned_up(Z, slope=0.01):
    return np.where(Z > 0, Z, -slope * Z)


@mistake(
    "leaky_relu_backward",
    cause={
        "en": "the sign of dA decides which slope is used, not the sign of Z",
        "ko": "Z의 부호가 아니라 dA의 부호로 기울기를 정했습니다.",
    },
    hint={
        "en": "which of the two arrays says on which side the unit was?",
        "ko": "유닛이 어느 쪽에 있었는지 알려 주는 배열이 둘 중 무엇인지 생각해 보세요.",
    },
)
def leaky_relu_backward_sign_of_gradient(dA, Z, slope=0.01):
    return leaky_relu_backward(dA, dA, slope) + 0 * Z


@mistake(
    "leaky_relu_backward",
    cause={
        "en": "`slope` is ignored: 0.01 is used whatever the caller says",
        "ko": "`slope`를 무시하고 언제나 0.01을 썼습니다.",
    },
    hint={
        "en": "a default value is for callers who say nothing",
        "ko": "기본값은 부르는 쪽이 값을 넘기지 않았을 때만 쓰입니다.",
    },
)
def leaky_relu_backward_fixed(dA, Z, slope=0.01):
    return leaky_relu_backward(dA, Z, 0.01) + 0 * slope


@mistake(
    "leaky_relu_backward",
    cause={
        "en": "the gradient has been multiplied by the value of Leaky ReLU, not by its slope",
        "ko": "Leaky ReLU의 기울기가 아니라 함숫값을 곱했습니다.",
    },
    hint={
        "en": "the slope is one of two numbers; it does not grow with Z",
        "ko": "기울기는 두 수 가운데 하나이고, Z가 커져도 커지지 않습니다.",
    },
)
def leaky_relu_backward_value(dA, Z, slope=0.01):
    return dA * leaky_relu(Z, slope)


@mistake(
    "leaky_relu_backward",
    cause={
        "en": "this is the way back through ReLU: nothing passes where Z is negative",
        "ko": "ReLU의 역전파입니다. Z가 음수인 곳에서 기울기가 0이 되었습니다.",
    },
    hint={
        "en": "the given model has slope 0 on one side; here it is another number",
        "ko": "주어진 본보기는 한쪽의 기울기가 0입니다. 여기서는 0이 아닙니다.",
    },
)
def leaky_relu_backward_tight(dA, Z, slope=0.01):
    return dA * (Z > 0) + 0 * slope


@mistake(
    "leaky_relu_backward",
    cause={
        "en": "where Z is negative, the gradient is replaced by `slope`, not multiplied by it",
        "ko": "Z가 음수인 곳에서 기울기에 `slope`를 곱하지 않고 `slope`로 바꾸어 놓았습니다.",
    },
    hint={
        "en": "on both sides, the result depends on what arrived",
        "ko": "어느 쪽에서든 결과는 도착한 기울기에 따라 달라집니다.",
    },
)
def leaky_relu_backward_replaced(dA, Z, slope=0.01):
    return np.where(Z > 0, dA, slope)


@mistake(
    "leaky_relu_backward",
    cause={
        "en": "the slope of Leaky ReLU is returned alone, without dA",
        "ko": "dA를 곱하지 않고 Leaky ReLU의 기울기만 반환했습니다.",
    },
    hint={
        "en": "the chain rule joins two factors: what arrives, and the slope on the way",
        "ko": "연쇄 법칙에서는 두 가지를 곱합니다. 도착한 기울기와, 지나온 함수의 기울기입니다.",
    },
)
def leaky_relu_backward_slope_alone(dA, Z, slope=0.01):
    return leaky_relu_backward(1.0, Z, slope) + 0 * dA


# Sizes and initialization.


@mistake(
    "layer_sizes",
    cause={
        "en": "n_x is the number of examples, the columns of X",
        "ko": "n_x가 예시의 수, 곧 X의 열 수입니다.",
    },
    hint={
        "en": "columns are examples; what are rows?",
        "ko": "열은 예시입니다. 행이 무엇인지 생각해 보세요.",
    },
)
def layer_sizes_columns_of_X(X, Y):
    _, n_h, n_y = layer_sizes(X, Y)
    return X.shape[1], n_h, n_y


@mistake(
    "layer_sizes",
    cause={
        "en": "n_x and n_y are both the number of examples",
        "ko": "n_x와 n_y가 모두 예시의 수입니다.",
    },
    hint={
        "en": "with more examples, the network should not become larger",
        "ko": "예시가 많아진다고 신경망이 커져서는 안 됩니다.",
    },
)
def layer_sizes_columns(X, Y):
    return X.shape[1], 4, Y.shape[1]


@mistake(
    "layer_sizes",
    cause={
        "en": "n_y is the number of examples, the columns of Y",
        "ko": "n_y가 예시의 수, 곧 Y의 열 수입니다.",
    },
    hint={
        "en": "how many answers are there for one example?",
        "ko": "예시 하나에 답이 몇 개인지 생각해 보세요.",
    },
)
def layer_sizes_columns_of_Y(X, Y):
    n_x, n_h, _ = layer_sizes(X, Y)
    return n_x, n_h, Y.shape[1]


@mistake(
    "layer_sizes",
    cause={
        "en": "n_h is the number of inputs, not 4",
        "ko": "n_h가 4가 아니라 입력의 수입니다.",
    },
    hint={
        "en": "the number of hidden units does not come from the data",
        "ko": "은닉 유닛의 수는 데이터에서 나오지 않습니다.",
    },
)
def layer_sizes_hidden_like_input(X, Y):
    n_x, _, n_y = layer_sizes(X, Y)
    return n_x, n_x, n_y


@mistake(
    "layer_sizes",
    cause={
        "en": "n_x and n_y are exchanged",
        "ko": "n_x와 n_y가 서로 바뀌었습니다.",
    },
    hint={
        "en": "the order is that of the layers, from the input to the output",
        "ko": "순서는 입력에서 출력까지, 층의 순서입니다.",
    },
)
def layer_sizes_exchanged(X, Y):
    n_x, n_h, n_y = layer_sizes(X, Y)
    return n_y, n_h, n_x


def weights_by(draw, n_x, n_h, n_y):
    """Return parameters whose weights are draw(n, n_prev)."""
    biases = {"b1": np.zeros((n_h, 1)), "b2": np.zeros((n_y, 1))}
    return {"W1": draw(n_h, n_x), "W2": draw(n_y, n_h), **biases}


def biases_by(make, parameters):
    """Return the parameters with every bias replaced by make(bias)."""
    return {k: make(p) if k.startswith("b") else p for k, p in parameters.items()}


@mistake(
    "initialize_parameters",
    cause={
        "en": "the weights have standard deviation 1, not 0.01",
        "ko": "가중치의 표준편차가 0.01이 아니라 1입니다.",
    },
    hint={
        "en": "with large weights, tanh starts on its flat parts",
        "ko": "가중치가 크면 tanh의 평평한 곳에서 출발하게 됩니다.",
    },
)
def initialize_parameters_unscaled(n_x, n_h, n_y):
    return weights_by(np.random.randn, n_x, n_h, n_y)


@mistake(
    "initialize_parameters",
    cause={
        "en": "the weights have standard deviation 100, as if divided by 0.01",
        "ko": "가중치의 표준편차가 100입니다. 0.01로 나눈 것과 같습니다.",
    },
    hint={
        "en": "dividing by a number below 1 makes things larger",
        "ko": "1보다 작은 수로 나누면 값이 커집니다.",
    },
)
def initialize_parameters_divided(n_x, n_h, n_y):
    return weights_by(lambda *shape: np.random.randn(*shape) / 0.01, n_x, n_h, n_y)


@mistake(
    "initialize_parameters",
    cause={
        "en": "the weights are uniform between 0 and 0.01, so none is negative",
        "ko": "가중치가 0과 0.01 사이의 균등분포여서 음수가 없습니다.",
    },
    hint={
        "en": "one letter tells numpy's uniform generator from its normal one",
        "ko": "numpy의 균등분포 함수와 정규분포 함수는 이름이 한 글자 다릅니다.",
    },
)
def initialize_parameters_uniform(n_x, n_h, n_y):
    return weights_by(lambda *shape: np.random.rand(*shape) * 0.01, n_x, n_h, n_y)


@mistake(
    "initialize_parameters",
    cause={
        "en": "W1 and W2 are transposed: their rows belong to inputs, their columns to units",
        "ko": "W1과 W2가 전치되어 있습니다. 행이 입력이고 열이 유닛입니다.",
    },
    hint={
        "en": "a row of W belongs to one unit of the layer, a column to what it listens to",
        "ko": "W의 행은 그 층의 유닛 하나, 열은 그 유닛이 받는 값 하나의 것입니다.",
    },
)
def initialize_parameters_transposed(n_x, n_h, n_y):
    return weights_by(
        lambda n, n_prev: np.random.randn(n_prev, n) * 0.01, n_x, n_h, n_y
    )


@mistake(
    "initialize_parameters",
    cause={
        "en": "all weights are 0, so the hidden units will always stay equal",
        "ko": "가중치가 모두 0이어서 은닉 유닛들이 언제까지나 서로 같습니다.",
    },
    hint={
        "en": "biases may start at zero; what has to differ from unit to unit?",
        "ko": "편향은 0에서 출발해도 됩니다. 유닛마다 달라야 하는 것이 무엇인지 생각해 보세요.",
    },
)
def initialize_parameters_zero_weights(n_x, n_h, n_y):
    return weights_by(lambda *shape: np.zeros(shape), n_x, n_h, n_y)


@mistake(
    "initialize_parameters",
    cause={
        "en": "the biases are random numbers, not zero",
        "ko": "편향이 0이 아니라 난수입니다.",
    },
    hint={
        "en": "random weights alone already make the units differ",
        "ko": "가중치만 난수여도 유닛들은 이미 서로 다릅니다.",
    },
)
def initialize_parameters_random_biases(n_x, n_h, n_y):
    parameters = initialize_parameters(n_x, n_h, n_y)
    return biases_by(lambda b: np.random.randn(*b.shape) * 0.01, parameters)


@mistake(
    "initialize_parameters",
    cause={
        "en": "b1 and b2 have a single axis instead of being columns",
        "ko": "b1과 b2가 열벡터가 아니라 축이 하나뿐인 배열입니다.",
    },
    hint={
        "en": "a column has two axes; look at the shape that you pass to numpy",
        "ko": "열벡터에는 축이 두 개 있습니다. numpy에 넘기는 형태를 살펴보세요.",
    },
)
def initialize_parameters_flat_biases(n_x, n_h, n_y):
    return biases_by(np.ravel, initialize_parameters(n_x, n_h, n_y))


@mistake(
    "initialize_parameters",
    cause={
        "en": "W2 and b2 have a row for every hidden unit, not for every output",
        "ko": "W2와 b2의 행이 출력마다가 아니라 은닉 유닛마다 하나씩 있습니다.",
    },
    hint={
        "en": "the second layer has n_y units; each listens to all hidden units",
        "ko": "둘째 층의 유닛은 n_y개이고, 유닛마다 모든 은닉 유닛의 값을 받습니다.",
    },
)
def initialize_parameters_hidden_outputs(n_x, n_h, n_y):
    return initialize_parameters(n_x, n_h, n_h) | {"b1": np.zeros((n_h, 1))}


@mistake(
    "initialize_parameters",
    cause={
        "en": "b2 has as many rows as b1",
        "ko": "b2의 행 수가 b1의 행 수와 같습니다.",
    },
    hint={
        "en": "each unit has one bias; count the units of the second layer",
        "ko": "유닛마다 편향이 하나씩 있습니다. 둘째 층의 유닛을 세어 보세요.",
    },
)
def initialize_parameters_long_second_bias(n_x, n_h, n_y):
    return initialize_parameters(n_x, n_h, n_y) | {"b2": np.zeros((n_h, 1))}


# Forward and cost.


def forward_by(parameters, X, hidden, output):
    """Return what a forward pass with these two activations returns."""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = hidden(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = output(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@mistake(
    "forward_propagation",
    cause={
        "en": "the hidden layer uses the sigmoid instead of tanh",
        "ko": "은닉층에 tanh가 아니라 시그모이드를 썼습니다.",
    },
    hint={
        "en": "hidden values should lie around 0",
        "ko": "은닉층의 값은 0을 중심으로 놓여야 합니다.",
    },
)
def forward_propagation_hidden_sigmoid(X, parameters):
    return forward_by(parameters, X, sigmoid, sigmoid)


@mistake(
    "forward_propagation",
    cause={
        "en": "the hidden layer uses ReLU instead of tanh",
        "ko": "은닉층에 tanh가 아니라 ReLU를 썼습니다.",
    },
    hint={
        "en": "ReLU would do, but this network is defined with the other one",
        "ko": "ReLU도 쓸 수는 있지만, 이 신경망의 은닉층은 다른 함수로 정해져 있습니다.",
    },
)
def forward_propagation_hidden_relu(X, parameters):
    return forward_by(parameters, X, lambda Z: np.maximum(0, Z), sigmoid)


@mistake(
    "forward_propagation",
    cause={
        "en": "the hidden layer has no activation: A1 is Z1",
        "ko": "은닉층에 활성화 함수가 없습니다. A1이 Z1과 같습니다.",
    },
    hint={
        "en": "without something that bends, two linear layers are one",
        "ko": "구부리는 것이 없으면 선형 층 두 개는 하나와 같습니다.",
    },
)
def forward_propagation_linear(X, parameters):
    return forward_by(parameters, X, lambda Z: Z, sigmoid)


@mistake(
    "forward_propagation",
    cause={
        "en": "the output layer uses tanh instead of the sigmoid",
        "ko": "출력층에 시그모이드가 아니라 tanh를 썼습니다.",
    },
    hint={
        "en": "a probability is never negative",
        "ko": "확률은 음수가 될 수 없습니다.",
    },
)
def forward_propagation_output_tanh(X, parameters):
    return forward_by(parameters, X, np.tanh, np.tanh)


@mistake(
    "forward_propagation",
    cause={
        "en": "the two activations are exchanged: sigmoid in the hidden layer, tanh at the output",
        "ko": "두 활성화 함수가 서로 바뀌었습니다. 은닉층이 시그모이드, 출력층이 tanh입니다.",
    },
    hint={
        "en": "which of the two can be read as a probability?",
        "ko": "둘 가운데 확률로 읽을 수 있는 것이 무엇인지 생각해 보세요.",
    },
)
def forward_propagation_exchanged(X, parameters):
    return forward_by(parameters, X, sigmoid, np.tanh)


@mistake(
    "forward_propagation",
    cause={
        "en": "A2 is Z2: the output layer has no activation",
        "ko": "A2가 Z2와 같습니다. 출력층에 활성화 함수가 없습니다.",
    },
    hint={
        "en": "a linear output suits regression; here the answer is a probability",
        "ko": "선형 출력은 회귀에 씁니다. 여기서는 답이 확률입니다.",
    },
)
def forward_propagation_linear_output(X, parameters):
    return forward_by(parameters, X, np.tanh, lambda Z: Z)


@mistake(
    "forward_propagation",
    cause={
        "en": "b1 has been added in the second layer, where b2 belongs",
        "ko": "둘째 층에서 b2가 아니라 b1을 더했습니다.",
    },
    hint={
        "en": "broadcasting turned the one row of Z2 into several",
        "ko": "브로드캐스팅 때문에 한 행이어야 할 Z2가 여러 행이 되었습니다.",
    },
)
def forward_propagation_first_bias_twice(X, parameters):
    return forward_by(parameters | {"b2": parameters["b1"]}, X, np.tanh, sigmoid)


@mistake(
    "forward_propagation",
    cause={
        "en": "both biases are left out",
        "ko": "두 편향을 모두 더하지 않았습니다.",
    },
    hint={
        "en": "a unit that sees only zeros should still be able to answer something",
        "ko": "입력이 모두 0이어도 유닛은 0이 아닌 값을 낼 수 있어야 합니다.",
    },
)
def forward_propagation_without_biases(X, parameters):
    return forward_by(parameters | {"b1": 0.0, "b2": 0.0}, X, np.tanh, sigmoid)


@mistake(
    "forward_propagation",
    cause={
        "en": "the second layer is fed with Z1 instead of A1",
        "ko": "둘째 층에 A1이 아니라 Z1을 넣었습니다.",
    },
    hint={
        "en": "what leaves a layer has been through its activation",
        "ko": "층에서 나가는 값은 활성화 함수를 지난 값입니다.",
    },
)
def forward_propagation_skips_activation(X, parameters):
    A2, cache = forward_by(parameters, X, lambda Z: Z, sigmoid)
    return A2, cache | {"A1": np.tanh(cache["Z1"])}


@mistake(
    "forward_propagation",
    cause={
        "en": "A2 is right; in the cache, `Z1` holds A1",
        "ko": "A2는 맞지만 캐시의 `Z1`에 A1이 들어 있습니다.",
    },
    hint={
        "en": "the cache keeps what went into each activation and what came out",
        "ko": "캐시에는 활성화 함수에 들어간 값과 나온 값이 모두 있어야 합니다.",
    },
)
def forward_propagation_cache_activations(X, parameters):
    A2, cache = forward_propagation(X, parameters)
    return A2, cache | {"Z1": cache["A1"]}


@mistake(
    "forward_propagation",
    cause={
        "en": "every hidden value is 1: numerator and denominator of tanh are the same",
        "ko": "은닉층의 값이 모두 1입니다. tanh의 분자와 분모가 같습니다.",
    },
    hint={
        "en": "one of the two has a plus sign",
        "ko": "둘 중 하나에는 더하기 기호가 있습니다.",
    },
)
def forward_propagation_tanh_is_one(X, parameters):
    return forward_by(parameters, X, lambda Z: Z / Z, sigmoid)


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
def compute_cost_sum(A2, Y):
    return compute_cost(A2, Y) * Y.shape[1]


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
def compute_cost_without_minus(A2, Y):
    return -compute_cost(A2, Y)


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
def compute_cost_first_term(A2, Y):
    return -np.mean(Y * np.log(A2))


@mistake(
    "compute_cost",
    cause={
        "en": "the second term has 1 - log(A2) where log(1 - A2) belongs",
        "ko": "둘째 항에 log(1 - A2)가 아니라 1 - log(A2)가 들어 있습니다.",
    },
    hint={
        "en": "look at the parentheses: what is the logarithm of what?",
        "ko": "괄호를 살펴보고, 무엇의 로그인지 확인하세요.",
    },
)
def compute_cost_one_minus_log(A2, Y):
    return -np.mean(Y * np.log(A2) + (1 - Y) * (1 - np.log(A2)))


@mistake(
    "compute_cost",
    cause={
        "en": "the labels are exchanged: label 1 is judged by log(1 - A2)",
        "ko": "정답 0과 1이 서로 바뀌었습니다. 정답이 1인 예시를 log(1 - A2)로 평가했습니다.",
    },
    hint={
        "en": "try one example by hand: label 1, prediction 0.9; the loss should be small",
        "ko": "정답 1, 예측 0.9인 예시 하나를 손으로 계산해 보세요. 손실이 작아야 합니다.",
    },
)
def compute_cost_labels_exchanged(A2, Y):
    return compute_cost(A2, 1 - Y)


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
def compute_cost_matrix(A2, Y):
    return np.array([[compute_cost(A2, Y)]])


@mistake(
    "compute_cost",
    cause={
        "en": "this is the mean of half the squared error, not of the cross-entropy",
        "ko": "교차 엔트로피가 아니라 제곱 오차의 절반을 평균했습니다.",
    },
    hint={
        "en": "the squared error belongs to regression; for yes or no, use the logarithms",
        "ko": "제곱 오차는 회귀에 씁니다. 예/아니요 문제에는 로그를 쓰세요.",
    },
)
def compute_cost_squared(A2, Y):
    return np.mean((A2 - Y) ** 2) / 2


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
def compute_cost_broadcast(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y.T * np.log(A2) + (1 - Y).T * np.log(1 - A2)) / m


# Backward.


def backward_by(parameters, cache, X, dZ2, dZ1):
    """Return the gradients that follow from these dZ."""
    m = X.shape[1]
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": dZ1.mean(axis=1, keepdims=True),
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": dZ2.mean(axis=1, keepdims=True),
    }


def arriving(parameters, cache, Y):
    """Return dZ2, and the gradient with respect to A1."""
    dZ2 = cache["A2"] - Y
    return dZ2, parameters["W2"].T @ dZ2


def with_slope(slope, parameters, cache, X, Y):
    """Return the gradients with another slope of the hidden activation."""
    dZ2, dA1 = arriving(parameters, cache, Y)
    return backward_by(parameters, cache, X, dZ2, dA1 * slope)


def times(factor, grads, names):
    """Return the gradients with those of `names` multiplied by a factor."""
    return {k: factor * g if k in names else g for k, g in grads.items()}


@mistake(
    "backward_propagation",
    cause={
        "en": "all four gradients are sums over the m examples, not means",
        "ko": "네 기울기가 모두 예시 m개에 대한 평균이 아니라 합입니다.",
    },
    hint={
        "en": "the cost is a mean over the examples; so is its gradient",
        "ko": "비용은 예시에 대한 평균이고, 그 기울기도 평균입니다.",
    },
)
def backward_propagation_sums(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return times(X.shape[1], grads, grads)


@mistake(
    "backward_propagation",
    cause={
        "en": "db1 and db2 are sums over the m examples, not means; dW1 and dW2 are right",
        "ko": "db1과 db2가 예시 m개에 대한 평균이 아니라 합입니다. dW1과 dW2는 맞습니다.",
    },
    hint={
        "en": "compare how you end the lines of dW and db",
        "ko": "dW와 db를 구하는 줄의 끝을 비교해 보세요.",
    },
)
def backward_propagation_sums_in_db(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return times(X.shape[1], grads, ("db1", "db2"))


@mistake(
    "backward_propagation",
    cause={
        "en": "dW1 and dW2 are sums over the m examples, not means; db1 and db2 are right",
        "ko": "dW1과 dW2가 예시 m개에 대한 평균이 아니라 합입니다. db1과 db2는 맞습니다.",
    },
    hint={
        "en": "compare how you end the lines of dW and db",
        "ko": "dW와 db를 구하는 줄의 끝을 비교해 보세요.",
    },
)
def backward_propagation_sums_in_dW(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return times(X.shape[1], grads, ("dW1", "dW2"))


@mistake(
    "backward_propagation",
    cause={
        "en": "dW1 and db1 have been divided by m twice",
        "ko": "dW1과 db1을 m으로 두 번 나누었습니다.",
    },
    hint={
        "en": "if dZ2 has been divided already, everything that follows from it is small too",
        "ko": "dZ2를 이미 나누었다면, 거기서 나오는 값도 모두 그만큼 작아집니다.",
    },
)
def backward_propagation_divided_twice(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return times(1 / X.shape[1], grads, ("dW1", "db1"))


@mistake(
    "backward_propagation",
    cause={
        "en": "db1 and db2 were summed without keeping the axis",
        "ko": "db1과 db2를 구할 때 축을 남기지 않고 더했습니다.",
    },
    hint={
        "en": "look at `keepdims`: a bias is a column, and so is its gradient",
        "ko": "`keepdims`를 살펴보세요. 편향은 열벡터이고 그 기울기도 열벡터입니다.",
    },
)
def backward_propagation_flat_db(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {k: np.ravel(g) if k.startswith("db") else g for k, g in grads.items()}


@mistake(
    "backward_propagation",
    cause={
        "en": "db1 is one number for all hidden units: the sum ran over both axes",
        "ko": "db1이 모든 은닉 유닛에 대한 수 하나입니다. 두 축을 모두 더했습니다.",
    },
    hint={
        "en": "examples are added up, units are not: which axis is which?",
        "ko": "예시는 더하지만 유닛은 더하지 않습니다. 어느 축이 무엇인지 확인하세요.",
    },
)
def backward_propagation_db_over_everything(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return grads | {"db1": np.sum(grads["db1"], keepdims=True)}


@mistake(
    "backward_propagation",
    cause={
        "en": "the sign of dZ2 is turned round, and with it that of every gradient",
        "ko": "dZ2의 부호가 반대여서 모든 기울기의 부호가 반대입니다.",
    },
    hint={
        "en": "if the prediction is too high, the gradient should be positive",
        "ko": "예측이 너무 높으면 기울기는 양수여야 합니다.",
    },
)
def backward_propagation_labels_first(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return times(-1, grads, grads)


@mistake(
    "backward_propagation",
    cause={
        "en": "the slope of the hidden activation is missing in dZ1",
        "ko": "dZ1에 은닉층 활성화 함수의 기울기가 빠졌습니다.",
    },
    hint={
        "en": "what arrives at A1 still has to go back through tanh",
        "ko": "A1에 도착한 기울기는 아직 tanh를 거슬러 가야 합니다.",
    },
)
def backward_propagation_without_slope(parameters, cache, X, Y):
    return with_slope(1.0, parameters, cache, X, Y)


@mistake(
    "backward_propagation",
    cause={
        "en": "the slope in dZ1 is 1 - Z1², without the tanh",
        "ko": "dZ1의 기울기가 tanh를 구하지 않은 1 - Z1²입니다.",
    },
    hint={
        "en": "the slope of tanh is written with its value; the cache has both",
        "ko": "tanh의 기울기는 tanh의 값으로 나타냅니다. 캐시에는 둘 다 있습니다.",
    },
)
def backward_propagation_slope_of_Z1(parameters, cache, X, Y):
    return with_slope(1 - cache["Z1"] ** 2, parameters, cache, X, Y)


@mistake(
    "backward_propagation",
    cause={
        "en": "the slope in dZ1 is 1 - A1, without the square",
        "ko": "dZ1의 기울기가 제곱이 빠진 1 - A1입니다.",
    },
    hint={
        "en": "tanh is as steep at -1 as it is at 1; is your slope?",
        "ko": "tanh는 -1에서나 1에서나 똑같이 가파릅니다. 작성한 기울기도 그런지 확인하세요.",
    },
)
def backward_propagation_slope_without_square(parameters, cache, X, Y):
    return with_slope(1 - cache["A1"], parameters, cache, X, Y)


@mistake(
    "backward_propagation",
    cause={
        "en": "tanh has been taken twice: the slope is that of tanh at A1, not at Z1",
        "ko": "tanh를 두 번 취했습니다. Z1이 아니라 A1에서의 기울기입니다.",
    },
    hint={
        "en": "a slope is taken at what went into the activation",
        "ko": "기울기는 활성화 함수에 들어간 값에서 구합니다.",
    },
)
def backward_propagation_slope_at_A1(parameters, cache, X, Y):
    return with_slope(1 - np.tanh(cache["A1"]) ** 2, parameters, cache, X, Y)


@mistake(
    "backward_propagation",
    cause={
        "en": "the slope in dZ1 is A1 (1 - A1), which belongs to the sigmoid",
        "ko": "dZ1의 기울기로 시그모이드의 식인 A1(1 - A1)을 썼습니다.",
    },
    hint={
        "en": "which activation does the hidden layer have?",
        "ko": "은닉층의 활성화 함수가 무엇인지 확인하세요.",
    },
)
def backward_propagation_slope_of_sigmoid(parameters, cache, X, Y):
    return with_slope(cache["A1"] * (1 - cache["A1"]), parameters, cache, X, Y)


@mistake(
    "backward_propagation",
    cause={
        "en": "dZ2 holds the slope of the sigmoid as well, which has cancelled already",
        "ko": "이미 약분되어 사라진 시그모이드의 기울기를 dZ2에 또 곱했습니다.",
    },
    hint={
        "en": "for the cross-entropy with a sigmoid, dZ2 is a plain difference",
        "ko": "교차 엔트로피와 시그모이드를 함께 쓰면 dZ2는 단순한 차입니다.",
    },
)
def backward_propagation_slope_at_output(parameters, cache, X, Y):
    A2 = cache["A2"]
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    dZ1 = tanh_backward(parameters["W2"].T @ dZ2, cache["Z1"])
    return backward_by(parameters, cache, X, dZ2, dZ1)


@mistake(
    "backward_propagation",
    cause={
        "en": "dW2 has been computed with Z1 instead of A1",
        "ko": "dW2를 A1이 아니라 Z1로 구했습니다.",
    },
    hint={
        "en": "what did the second layer get to see?",
        "ko": "둘째 층에 들어온 값이 무엇인지 생각해 보세요.",
    },
)
def backward_propagation_dW2_of_Z1(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    dZ2, _ = arriving(parameters, cache, Y)
    return grads | {"dW2": dZ2 @ cache["Z1"].T / X.shape[1]}


@mistake(
    "backward_propagation",
    cause={
        "en": "dW1 and dW2 are transposed",
        "ko": "dW1과 dW2가 전치되어 있습니다.",
    },
    hint={
        "en": "a gradient has the shape of the matrix that it belongs to",
        "ko": "기울기의 형태는 원래 행렬의 형태와 같습니다.",
    },
)
def backward_propagation_transposed(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {k: g.T if k.startswith("dW") else g for k, g in grads.items()}


@mistake(
    "backward_propagation",
    cause={
        "en": "the gradients of the two layers are exchanged: dW1 holds that of W2",
        "ko": "두 층의 기울기가 서로 바뀌었습니다. dW1에 W2의 기울기가 들어 있습니다.",
    },
    hint={
        "en": "the way back meets layer 2 first; the keys name the layer, not the order",
        "ko": "거슬러 갈 때는 2층을 먼저 만납니다. 키의 번호는 순서가 아니라 층을 나타냅니다.",
    },
)
def backward_propagation_layers_exchanged(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {f"{key[:2]}{3 - int(key[2])}": gradient for key, gradient in grads.items()}


# Update, training, prediction.


@mistake(
    "update_parameters",
    cause={
        "en": "the step goes uphill: the gradient has been added",
        "ko": "기울기를 더해 오르막으로 움직였습니다.",
    },
    hint={
        "en": "the gradient points to where the cost grows",
        "ko": "기울기는 비용이 커지는 쪽을 가리킵니다.",
    },
)
def update_parameters_uphill(parameters, grads, learning_rate=1.2):
    return update_parameters(parameters, grads, -learning_rate)


@mistake(
    "update_parameters",
    cause={
        "en": "only W1 and W2 have moved; b1 and b2 are as before",
        "ko": "W1과 W2만 움직였고 b1과 b2는 그대로입니다.",
    },
    hint={
        "en": "there are four parameters to learn",
        "ko": "학습할 매개변수는 네 개입니다.",
    },
)
def update_parameters_weights_only(parameters, grads, learning_rate=1.2):
    updated = update_parameters(parameters, grads, learning_rate)
    return updated | {"b1": parameters["b1"], "b2": parameters["b2"]}


@mistake(
    "update_parameters",
    cause={
        "en": "`learning_rate` is ignored: every step has the rate 1.2",
        "ko": "`learning_rate`를 무시하고 언제나 1.2를 썼습니다.",
    },
    hint={
        "en": "a default value is for callers who say nothing",
        "ko": "기본값은 부르는 쪽이 값을 넘기지 않았을 때만 쓰입니다.",
    },
)
def update_parameters_fixed_rate(parameters, grads, learning_rate=1.2):
    return update_parameters(parameters, grads, 0 * learning_rate + 1.2)


@mistake(
    "update_parameters",
    cause={
        "en": "the gradient has been subtracted as it is, without the learning rate",
        "ko": "학습률을 곱하지 않고 기울기를 그대로 뺐습니다.",
    },
    hint={
        "en": "something has to say how large the step is",
        "ko": "걸음의 크기를 정하는 것이 필요합니다.",
    },
)
def update_parameters_without_rate(parameters, grads, learning_rate=1.2):
    return update_parameters(parameters, grads, 0 * learning_rate + 1.0)


@mistake(
    "update_parameters",
    cause={
        "en": "only the second layer has moved; W1 and b1 are as before",
        "ko": "둘째 층만 움직였고 W1과 b1은 그대로입니다.",
    },
    hint={
        "en": "the hidden layer has to learn too",
        "ko": "은닉층도 학습해야 합니다.",
    },
)
def update_parameters_second_layer(parameters, grads, learning_rate=1.2):
    updated = update_parameters(parameters, grads, learning_rate)
    return updated | {"W1": parameters["W1"], "b1": parameters["b1"]}


def trained(X, Y, n_h, steps, learning_rate=1.2):
    """Return the parameters after some steps of another size."""
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    for _ in range(steps):
        _, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters


@mistake(
    "nn_model",
    cause={
        "en": "the parameters are still the initial ones: no step was kept",
        "ko": "매개변수가 초깃값 그대로입니다. 움직인 결과가 남지 않았습니다.",
    },
    hint={
        "en": "what happens to what `update_parameters` returns?",
        "ko": "`update_parameters`가 반환한 것이 어떻게 되는지 살펴보세요.",
    },
)
def nn_model_never_moves(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(X, Y, n_h, 0 * num_iterations)


@mistake(
    "nn_model",
    cause={
        "en": "only one step was taken, whatever `num_iterations` says",
        "ko": "`num_iterations`와 상관없이 한 걸음만 움직였습니다.",
    },
    hint={
        "en": "look at the indentation of `return`",
        "ko": "`return`의 들여쓰기를 살펴보세요.",
    },
)
def nn_model_one_step(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(X, Y, n_h, min(1, num_iterations))


@mistake(
    "nn_model",
    cause={
        "en": "one step too few was taken",
        "ko": "한 걸음 적게 움직였습니다.",
    },
    hint={
        "en": "count how often the loop runs for `num_iterations = 1`",
        "ko": "`num_iterations`가 1일 때 반복문이 몇 번 도는지 세어 보세요.",
    },
)
def nn_model_one_too_few(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(X, Y, n_h, num_iterations - 1)


@mistake(
    "nn_model",
    cause={
        "en": "one step too many was taken",
        "ko": "한 걸음 더 움직였습니다.",
    },
    hint={
        "en": "count how often the loop runs for `num_iterations = 1`",
        "ko": "`num_iterations`가 1일 때 반복문이 몇 번 도는지 세어 보세요.",
    },
)
def nn_model_one_too_many(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(X, Y, n_h, num_iterations + 1)


@mistake(
    "nn_model",
    cause={
        "en": "every iteration begins with fresh parameters, so nothing is learned",
        "ko": "반복할 때마다 매개변수를 새로 초기화해서 배운 것이 남지 않습니다.",
    },
    hint={
        "en": "what belongs before the loop, and what inside?",
        "ko": "반복문 앞에 둘 것과 안에 둘 것을 구별하세요.",
    },
)
def nn_model_fresh_each_time(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = {}
    for _ in range(num_iterations):
        parameters = trained(X, Y, n_h, 1)
    return parameters


@mistake(
    "nn_model",
    cause={
        "en": "forward and backward were done only once: every step has the first gradient",
        "ko": "순전파와 역전파를 한 번만 했습니다. 걸음마다 첫 기울기를 그대로 썼습니다.",
    },
    hint={
        "en": "after a step, the old predictions are out of date",
        "ko": "한 걸음 움직이고 나면 예전의 예측은 더는 맞지 않습니다.",
    },
)
def nn_model_first_gradient(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    _, cache = forward_propagation(X, parameters)
    grads = backward_propagation(parameters, cache, X, Y)
    for _ in range(num_iterations):
        parameters = update_parameters(parameters, grads)
    return parameters


@mistake(
    "nn_model",
    cause={
        "en": "the network has 4 hidden units, whatever `n_h` says",
        "ko": "`n_h`와 상관없이 은닉 유닛이 4개입니다.",
    },
    hint={
        "en": "the second size that `layer_sizes` returns is not the one to be used here",
        "ko": "`layer_sizes`가 반환하는 둘째 크기는 여기서 쓸 것이 아닙니다.",
    },
)
def nn_model_four_units(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(X, Y, 4, num_iterations)


@mistake(
    "nn_model",
    cause={
        "en": "the learning rate is 0.01 instead of 1.2",
        "ko": "학습률이 1.2가 아니라 0.01입니다.",
    },
    hint={
        "en": "`update_parameters` has a default; nothing else is needed here",
        "ko": "`update_parameters`에는 기본값이 있습니다. 여기서는 그것으로 충분합니다.",
    },
)
def nn_model_small_steps(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(X, Y, n_h, num_iterations, 0.01)


@mistake(
    "nn_model",
    cause={
        "en": "every step has the rate 0.5 instead of 1.2",
        "ko": "학습률이 1.2가 아니라 0.5입니다.",
    },
    hint={
        "en": "`update_parameters` has a default; nothing else is needed here",
        "ko": "`update_parameters`에는 기본값이 있습니다. 여기서는 그것으로 충분합니다.",
    },
)
def nn_model_half_steps(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(X, Y, n_h, num_iterations, 0.5)


@mistake(
    "predict",
    cause={
        "en": "these are the probabilities themselves, not 0 or 1",
        "ko": "0이나 1이 아니라 확률 그대로입니다.",
    },
    hint={
        "en": "the answer is yes or no: compare with one half",
        "ko": "답은 예 또는 아니요입니다. 확률을 0.5와 비교하세요.",
    },
)
def predict_probabilities(parameters, X):
    return forward_propagation(X, parameters)[0]


@mistake(
    "predict",
    cause={
        "en": "0 and 1 are exchanged",
        "ko": "0과 1이 서로 바뀌었습니다.",
    },
    hint={
        "en": "a high probability speaks for label 1",
        "ko": "확률이 높을수록 정답이 1이라는 뜻입니다.",
    },
)
def predict_exchanged(parameters, X):
    return 1 - predict(parameters, X)


@mistake(
    "predict",
    cause={
        "en": "Z2 has been compared with 0.5, not the probability",
        "ko": "확률이 아니라 Z2를 0.5와 비교했습니다.",
    },
    hint={
        "en": "the sigmoid is one half where its argument is 0",
        "ko": "시그모이드의 값은 0에서 0.5입니다.",
    },
)
def predict_from_Z2(parameters, X):
    _, cache = forward_propagation(X, parameters)
    return (cache["Z2"] > 0.5).astype(int)


@mistake(
    "predict",
    cause={
        "en": "the answers are right, but have only one axis: shape (m,)",
        "ko": "답은 맞지만 축이 하나뿐입니다. 형태가 (m,)입니다.",
    },
    hint={
        "en": "the predictions have the shape of Y",
        "ko": "예측의 형태는 Y의 형태와 같습니다.",
    },
)
def predict_flat(parameters, X):
    return predict(parameters, X).ravel()


@mistake(
    "predict",
    cause={
        "en": "X has been compared with 0.5: the network was not used",
        "ko": "X를 0.5와 비교했습니다. 신경망을 쓰지 않았습니다.",
    },
    hint={
        "en": "what is above or below one half is the probability",
        "ko": "0.5보다 큰지 작은지 따질 것은 확률입니다.",
    },
)
def predict_from_X(parameters, X):
    return (X > 0.5).astype(int)

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
    update_parameters,
)
from given import rescale_for_depth

from autograder.course.mistakes import mistake

# Training. The two functions go wrong in the same ways; only their starts differ.


def start_of_two(layers_dims):
    """Return where `two_layer_model` starts."""
    return initialize_parameters(*layers_dims)


def start_of_deep(layers_dims):
    """Return where `L_layer_model` starts."""
    return rescale_for_depth(initialize_parameters_deep(layers_dims))


def train(
    start, X, Y, learning_rate, steps, slopes=L_model_backward, change=update_parameters
):
    """Return parameters and costs; `slopes` and `change` make a step go wrong."""
    parameters, costs = start, []
    for _ in range(steps):
        AL, caches = L_model_forward(X, parameters)
        costs.append(compute_cost(AL, Y))
        parameters = change(parameters, slopes(AL, Y, caches), learning_rate)
    return parameters, costs


def back_from(dA, caches, hidden="relu"):
    """Return the gradients of all layers for this dA at the output."""
    grads = {}
    for i in range(len(caches), 0, -1):
        kind = "sigmoid" if i == len(caches) else hidden
        dA, dW, db = linear_activation_backward(dA, caches[i - 1], kind)
        grads |= {f"dW{i}": dW, f"db{i}": db}
    return grads


def uphill(parameters, grads, learning_rate):
    """Return the parameters after a step in the wrong direction."""
    return update_parameters(parameters, grads, -learning_rate)


def weights_only(parameters, grads, learning_rate):
    """Return the parameters after a step that leaves the biases where they are."""
    moved = update_parameters(parameters, grads, learning_rate)
    return {k: moved[k] if k.startswith("W") else p for k, p in parameters.items()}


def last_layer_only(parameters, grads, learning_rate):
    """Return the parameters after a step of the output layer alone."""
    moved = update_parameters(parameters, grads, learning_rate)
    L = str(len(parameters) // 2)
    return {k: moved[k] if k[1:] == L else p for k, p in parameters.items()}


def divided_again(AL, Y, caches):
    """Return gradients that have been divided by m twice."""
    grads = L_model_backward(AL, Y, caches)
    return {name: grad / Y.shape[1] for name, grad in grads.items()}


def difference_as_dA(AL, Y, caches):
    """Return gradients for which AL - Y was taken for dAL."""
    return back_from(AL - Y, caches)


def half_gradient(AL, Y, caches):
    """Return gradients of the term with the labels 1 alone."""
    return back_from(-(Y / AL), caches)


def sigmoid_backward_hidden(AL, Y, caches):
    """Return gradients whose hidden layers went back through the sigmoid."""
    return back_from(-(Y / AL - (1 - Y) / (1 - AL)), caches, hidden="sigmoid")


def train_on_first_pass(start, X, Y, learning_rate, steps):
    """Return what comes of a forward pass that never sees the new parameters."""
    parameters, costs = start, []
    for _ in range(steps):
        AL, caches = L_model_forward(X, start)
        costs.append(compute_cost(AL, Y))
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def train_from_anew(begin, layers_dims, X, Y, learning_rate, steps):
    """Return what comes of an initialization inside the loop."""
    costs = []
    for _ in range(steps):
        parameters, (cost,) = train(begin(layers_dims), X, Y, learning_rate, 1)
        costs.append(cost)
    return parameters, costs


UPHILL = {
    "cause": {
        "en": "every step goes uphill: a sign is turned round",
        "ko": "모든 걸음이 오르막으로 갑니다. 부호 하나가 뒤집혔습니다.",
    },
    "hint": {
        "en": "print the costs: if they grow, look at the sign of the gradient you start from",
        "ko": "비용을 출력해 보세요. 커진다면 역전파를 시작하는 기울기의 부호를 살펴보세요.",
    },
}
ONE_STEP = {
    "cause": {
        "en": "training ends after the first step, whatever `num_iterations` says",
        "ko": "`num_iterations`와 상관없이 첫 걸음 뒤에 학습이 끝납니다.",
    },
    "hint": {
        "en": "look at how far the last line of the function is indented",
        "ko": "함수 마지막 줄의 들여쓰기를 살펴보세요.",
    },
}
ONE_TOO_FEW = {
    "cause": {
        "en": "training makes one step less than `num_iterations`",
        "ko": "`num_iterations`보다 한 걸음 적게 학습합니다.",
    },
    "hint": {
        "en": "count the turns of your loop for `num_iterations` = 2, on your fingers",
        "ko": "`num_iterations`가 2일 때 반복문이 몇 번 도는지 손으로 세어 보세요.",
    },
}
ONE_TOO_MANY = {
    "cause": {
        "en": "training makes one step more than `num_iterations`",
        "ko": "`num_iterations`보다 한 걸음 더 학습합니다.",
    },
    "hint": {
        "en": "count the turns of your loop for `num_iterations` = 2, on your fingers",
        "ko": "`num_iterations`가 2일 때 반복문이 몇 번 도는지 손으로 세어 보세요.",
    },
}
ANEW = {
    "cause": {
        "en": "the parameters are initialized anew before every step",
        "ko": "걸음마다 매개변수를 새로 초기화합니다.",
    },
    "hint": {
        "en": "which lines belong before the loop, and which into it?",
        "ko": "반복문 앞에 둘 줄과 안에 둘 줄을 나누어 보세요.",
    },
}
RATE_ELSEWHERE = {
    "cause": {
        "en": "the learning rate is 0.0075, whatever `learning_rate` says",
        "ko": "`learning_rate`와 상관없이 학습률이 0.0075입니다.",
    },
    "hint": {
        "en": "a hyperparameter that is an argument should appear as a number nowhere",
        "ko": "인자로 받는 하이퍼파라미터를 코드에 수로 적어 두면 안 됩니다.",
    },
}
RATE_OF_TWO = {
    "cause": {
        "en": "the learning rate is 0.05, whatever `learning_rate` says",
        "ko": "`learning_rate`와 상관없이 학습률이 0.05입니다.",
    },
    "hint": RATE_ELSEWHERE["hint"],
}
RATE_OF_DEEP = {
    "cause": {
        "en": "the learning rate is 0.02, whatever `learning_rate` says",
        "ko": "`learning_rate`와 상관없이 학습률이 0.02입니다.",
    },
    "hint": RATE_ELSEWHERE["hint"],
}
UNTRAINED = {
    "cause": {
        "en": "the parameters that are returned are those of the start",
        "ko": "반환한 매개변수가 처음 초기화한 값 그대로입니다.",
    },
    "hint": {
        "en": "what becomes of the dictionary that `update_parameters` returns?",
        "ko": "`update_parameters`가 반환한 딕셔너리를 어디에 담는지 살펴보세요.",
    },
}
FIRST_PASS = {
    "cause": {
        "en": "the forward pass uses the initial parameters in every step",
        "ko": "순전파가 걸음마다 처음의 매개변수를 씁니다.",
    },
    "hint": {
        "en": "names that you unpacked before the loop do not follow the dictionary",
        "ko": "반복문 앞에서 꺼내 둔 변수는 딕셔너리가 바뀌어도 그대로입니다.",
    },
}
WEIGHTS_ONLY = {
    "cause": {
        "en": "the weights are trained; the biases stay where they started",
        "ko": "가중치만 학습하고 편향은 처음 값에 머물러 있습니다.",
    },
    "hint": {
        "en": "each layer has two gradients to hand over",
        "ko": "층마다 넘겨야 할 기울기가 두 개입니다.",
    },
}
LAST_LAYER = {
    "cause": {
        "en": "only the output layer is trained; all others stay where they started",
        "ko": "출력층만 학습하고 나머지 층은 처음 값에 머물러 있습니다.",
    },
    "hint": {
        "en": "print how far each W moves in one step",
        "ko": "한 걸음에 각 W가 얼마나 움직이는지 출력해 보세요.",
    },
}
DIVIDED_AGAIN = {
    "cause": {
        "en": "the gradients have been divided by m once more",
        "ko": "기울기를 m으로 한 번 더 나누었습니다.",
    },
    "hint": {
        "en": "the functions of last time have taken the mean already",
        "ko": "평균은 지난번에 작성한 함수들이 이미 냈습니다.",
    },
}
DIFFERENCE = {
    "cause": {
        "en": "the way back starts with the difference of output and label, as if it were dA",
        "ko": "출력과 정답의 차를 dA인 것처럼 넘겨 역전파를 시작합니다.",
    },
    "hint": {
        "en": "that difference is dZ of the output layer; which of the two is expected here?",
        "ko": "그 차는 출력층의 dZ입니다. 여기서 필요한 것이 dA인지 dZ인지 확인하세요.",
    },
}
HALF_GRADIENT = {
    "cause": {
        "en": "the way back starts without the term for the label 0",
        "ko": "역전파를 시작하는 식에 정답이 0인 예시의 항이 없습니다.",
    },
    "hint": {
        "en": "the cost has two terms, and so has its gradient",
        "ko": "비용에 항이 두 개이므로 그 기울기에도 두 개입니다.",
    },
}
GRADIENTS = {
    "cause": {
        "en": "the gradients of the last step are returned where the parameters belong",
        "ko": "매개변수의 자리에 마지막 걸음의 기울기를 반환했습니다.",
    },
    "hint": {
        "en": "look at which dictionary the `return` names",
        "ko": "`return`이 어느 딕셔너리를 반환하는지 살펴보세요.",
    },
}
COSTS_FIRST = {
    "cause": {
        "en": "the costs are returned first and the parameters second",
        "ko": "비용을 먼저, 매개변수를 나중에 반환했습니다.",
    },
    "hint": {
        "en": "whoever unpacks two values relies on their order",
        "ko": "두 값을 받는 쪽은 그 순서를 믿고 받습니다.",
    },
}


@mistake("two_layer_model", **UPHILL)
def two_layer_model_uphill(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps, change=uphill)


@mistake("two_layer_model", **ONE_STEP)
def two_layer_model_one_step(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, 1)


@mistake("two_layer_model", **ONE_TOO_FEW)
def two_layer_model_one_too_few(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps - 1)


@mistake("two_layer_model", **ONE_TOO_MANY)
def two_layer_model_one_too_many(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps + 1)


@mistake("two_layer_model", **ANEW)
def two_layer_model_anew(X, Y, dims, rate, steps, print_cost=False):
    return train_from_anew(start_of_two, dims, X, Y, rate, steps)


@mistake("two_layer_model", **RATE_ELSEWHERE)
def two_layer_model_rate_elsewhere(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, 0.0075, steps)


@mistake("two_layer_model", **RATE_OF_TWO)
def two_layer_model_default_rate(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, 0.05, steps)


@mistake("two_layer_model", **UNTRAINED)
def two_layer_model_untrained(X, Y, dims, rate, steps, print_cost=False):
    start = start_of_two(dims)
    _, costs = train(start, X, Y, 0.0, steps)
    return start, costs


@mistake("two_layer_model", **FIRST_PASS)
def two_layer_model_first_pass(X, Y, dims, rate, steps, print_cost=False):
    return train_on_first_pass(start_of_two(dims), X, Y, rate, steps)


@mistake("two_layer_model", **WEIGHTS_ONLY)
def two_layer_model_weights_only(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps, change=weights_only)


@mistake("two_layer_model", **LAST_LAYER)
def two_layer_model_last_layer(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps, change=last_layer_only)


@mistake("two_layer_model", **DIVIDED_AGAIN)
def two_layer_model_divided_again(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps, divided_again)


@mistake("two_layer_model", **DIFFERENCE)
def two_layer_model_difference(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps, difference_as_dA)


@mistake("two_layer_model", **HALF_GRADIENT)
def two_layer_model_half_gradient(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps, half_gradient)


@mistake(
    "two_layer_model",
    cause={
        "en": "the hidden layer went back through the sigmoid",
        "ko": "은닉층의 역전파에 시그모이드를 썼습니다.",
    },
    hint={
        "en": "each layer goes back through the activation that it used on the way forward",
        "ko": "각 층의 역전파에서는 그 층이 순전파 때 쓴 활성화 함수를 써야 합니다.",
    },
)
def two_layer_model_sigmoid_back(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps, sigmoid_backward_hidden)


@mistake(
    "two_layer_model",
    cause={
        "en": "the hidden layer uses the sigmoid, on the way forward and back",
        "ko": "은닉층이 순전파와 역전파에서 모두 시그모이드를 씁니다.",
    },
    hint={
        "en": "only one of the two layers has to give probabilities",
        "ko": "두 층 가운데 확률을 내야 하는 층은 하나뿐입니다.",
    },
)
def two_layer_model_sigmoid_hidden(X, Y, dims, rate, steps, print_cost=False):
    parameters, costs = start_of_two(dims), []
    for _ in range(steps):
        A, caches = X, []
        for i in ("1", "2"):
            W, b = parameters[f"W{i}"], parameters[f"b{i}"]
            A, cache = linear_activation_forward(A, W, b, "sigmoid")
            caches.append(cache)
        costs.append(compute_cost(A, Y))
        grads = sigmoid_backward_hidden(A, Y, caches)
        parameters = update_parameters(parameters, grads, rate)
    return parameters, costs


@mistake("two_layer_model", **GRADIENTS)
def two_layer_model_gradients(X, Y, dims, rate, steps, print_cost=False):
    before, costs = train(start_of_two(dims), X, Y, rate, steps - 1)
    AL, caches = L_model_forward(X, before)
    grads = back_from(-(Y / AL - (1 - Y) / (1 - AL)), caches)
    return grads, [*costs, compute_cost(AL, Y)]


@mistake("two_layer_model", **COSTS_FIRST)
def two_layer_model_costs_first(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_two(dims), X, Y, rate, steps)[::-1]


@mistake("L_layer_model", **UPHILL)
def L_layer_model_uphill(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, steps, change=uphill)


@mistake("L_layer_model", **ONE_STEP)
def L_layer_model_one_step(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, 1)


@mistake("L_layer_model", **ONE_TOO_FEW)
def L_layer_model_one_too_few(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, steps - 1)


@mistake("L_layer_model", **ONE_TOO_MANY)
def L_layer_model_one_too_many(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, steps + 1)


@mistake("L_layer_model", **ANEW)
def L_layer_model_anew(X, Y, dims, rate, steps, print_cost=False):
    return train_from_anew(start_of_deep, dims, X, Y, rate, steps)


@mistake("L_layer_model", **RATE_ELSEWHERE)
def L_layer_model_rate_elsewhere(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, 0.0075, steps)


@mistake("L_layer_model", **RATE_OF_DEEP)
def L_layer_model_default_rate(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, 0.02, steps)


@mistake("L_layer_model", **UNTRAINED)
def L_layer_model_untrained(X, Y, dims, rate, steps, print_cost=False):
    start = start_of_deep(dims)
    _, costs = train(start, X, Y, 0.0, steps)
    return start, costs


@mistake("L_layer_model", **FIRST_PASS)
def L_layer_model_first_pass(X, Y, dims, rate, steps, print_cost=False):
    return train_on_first_pass(start_of_deep(dims), X, Y, rate, steps)


@mistake("L_layer_model", **WEIGHTS_ONLY)
def L_layer_model_weights_only(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, steps, change=weights_only)


@mistake("L_layer_model", **LAST_LAYER)
def L_layer_model_last_layer(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, steps, change=last_layer_only)


@mistake("L_layer_model", **DIVIDED_AGAIN)
def L_layer_model_divided_again(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, steps, divided_again)


@mistake("L_layer_model", **GRADIENTS)
def L_layer_model_gradients(X, Y, dims, rate, steps, print_cost=False):
    before, costs = train(start_of_deep(dims), X, Y, rate, steps - 1)
    AL, caches = L_model_forward(X, before)
    return L_model_backward(AL, Y, caches), [*costs, compute_cost(AL, Y)]


@mistake("L_layer_model", **COSTS_FIRST)
def L_layer_model_costs_first(X, Y, dims, rate, steps, print_cost=False):
    return train(start_of_deep(dims), X, Y, rate, steps)[::-1]


# Predictions.


def answers(X, parameters):
    """Return the right predictions, shape (1, m)."""
    return (L_model_forward(X, parameters)[0] > 0.5).astype(int)


@mistake(
    "predict",
    cause={
        "en": "the predictions are right; their shape is (m,) instead of (1, m)",
        "ko": "예측은 맞지만 형태가 (1, m)이 아니라 (m,)입니다.",
    },
    hint={
        "en": "predictions are laid out like the labels",
        "ko": "예측은 정답과 같은 형태로 반환합니다.",
    },
)
def predict_flat(X, y, parameters):
    return answers(X, parameters).ravel()


@mistake(
    "predict",
    cause={
        "en": "the predictions are right; they stand in a column instead of a row",
        "ko": "예측은 맞지만 행이 아니라 열로 놓여 있습니다.",
    },
    hint={
        "en": "predictions are laid out like the labels",
        "ko": "예측은 정답과 같은 형태로 반환합니다.",
    },
)
def predict_column(X, y, parameters):
    return answers(X, parameters).T


@mistake(
    "predict",
    cause={
        "en": "the probabilities are returned as they are, without a decision",
        "ko": "확률을 그대로 반환하고 0과 1로 나누지 않았습니다.",
    },
    hint={
        "en": "an answer is yes or no: from which probability on is it yes?",
        "ko": "답은 예 아니면 아니요입니다. 확률이 얼마를 넘으면 예인지 정하세요.",
    },
)
def predict_probabilities(X, y, parameters):
    return L_model_forward(X, parameters)[0]


@mistake(
    "predict",
    cause={
        "en": "yes and no are exchanged",
        "ko": "예와 아니요가 서로 바뀌었습니다.",
    },
    hint={
        "en": "the output is the probability of the label 1",
        "ko": "출력은 정답이 1일 확률입니다.",
    },
)
def predict_exchanged(X, y, parameters):
    return 1 - answers(X, parameters)


@mistake(
    "predict",
    cause={
        "en": "the answers are 1 and -1 instead of 1 and 0",
        "ko": "답이 1과 0이 아니라 1과 -1입니다.",
    },
    hint={
        "en": "answers are compared with labels: which values do labels have here?",
        "ko": "답은 정답과 비교합니다. 여기서 정답이 어떤 값을 갖는지 확인하세요.",
    },
)
def predict_signs(X, y, parameters):
    return 2 * answers(X, parameters) - 1


@mistake(
    "predict",
    cause={
        "en": "the accuracy is returned instead of the predictions",
        "ko": "예측이 아니라 정확도를 반환했습니다.",
    },
    hint={
        "en": "the accuracy is only printed; `return` gives the answer for each example",
        "ko": "정확도는 출력만 하고, `return`으로는 예시마다의 답을 돌려줍니다.",
    },
)
def predict_accuracy(X, y, parameters):
    return np.mean(answers(X, parameters) == y)


@mistake(
    "predict",
    cause={
        "en": "the predictions are returned together with the accuracy",
        "ko": "예측과 함께 정확도까지 반환했습니다.",
    },
    hint={
        "en": "the accuracy is only printed",
        "ko": "정확도는 출력만 합니다.",
    },
)
def predict_with_accuracy(X, y, parameters):
    predictions = answers(X, parameters)
    return predictions, np.mean(predictions == y)


@mistake(
    "predict",
    cause={
        "en": "what is returned says which predictions are right, not what they are",
        "ko": "예측이 아니라 예측이 맞았는지를 반환했습니다.",
    },
    hint={
        "en": "the labels serve the accuracy alone; a prediction does not know them",
        "ko": "정답은 정확도를 구할 때만 씁니다. 예측할 때는 정답을 모릅니다.",
    },
)
def predict_compared(X, y, parameters):
    return answers(X, parameters) == y


@mistake(
    "predict",
    cause={
        "en": "the labels are returned, whatever the network says",
        "ko": "신경망의 출력과 상관없이 정답을 그대로 반환했습니다.",
    },
    hint={
        "en": "an accuracy of 1 on every data set is too good to be true",
        "ko": "어떤 데이터에서든 정확도가 1이라면 의심해 보아야 합니다.",
    },
)
def predict_labels(X, y, parameters):
    return y


@mistake(
    "predict",
    cause={
        "en": "the input has been compared with 0.5, not the output of the network",
        "ko": "신경망의 출력이 아니라 입력을 0.5와 비교했습니다.",
    },
    hint={
        "en": "which variable is a probability?",
        "ko": "어느 변수가 확률인지 확인하세요.",
    },
)
def predict_from_input(X, y, parameters):
    return (X > 0.5).astype(int)

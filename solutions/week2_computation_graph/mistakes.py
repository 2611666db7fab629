"""Known wrong versions of the graded functions, and what to say about each."""

import numpy as np
from computation_graph import (
    backward_graph,
    forward_graph,
    logistic_gradients_loop,
    logistic_gradients_one,
)
from given import sigmoid

from autograder.course.mistakes import mistake

# The graph, forward.


@mistake(
    "forward_graph",
    cause={
        "en": "J is v itself; the factor 3 is missing",
        "ko": "J가 v와 같습니다. 3이 곱해지지 않았습니다",
    },
    hint={
        "en": "the last box of the graph does something, too",
        "ko": "그래프의 마지막 칸도 계산을 합니다",
    },
)
def forward_graph_without_three(a, b, c):
    _, u, v = forward_graph(a, b, c)
    return v, u, v


@mistake(
    "forward_graph",
    cause={
        "en": "J is 3a + bc: the 3 multiplies a only",
        "ko": "J가 3a + bc입니다. 3을 a에만 곱했습니다",
    },
    hint={
        "en": "the sum comes before the factor 3; compute J from v",
        "ko": "합을 구한 다음에 3을 곱합니다. J는 v에서 구하세요",
    },
)
def forward_graph_three_times_a(a, b, c):
    _, u, v = forward_graph(a, b, c)
    return 3 * a + u, u, v


@mistake(
    "forward_graph",
    cause={
        "en": "J is 3u: a has been left out",
        "ko": "J가 3u입니다. a가 빠졌습니다",
    },
    hint={
        "en": "which box does the last arrow of the graph come from?",
        "ko": "그래프의 마지막 화살표는 어느 칸에서 나오는지 보세요",
    },
)
def forward_graph_three_times_u(a, b, c):
    _, u, v = forward_graph(a, b, c)
    return 3 * u, u, v


@mistake(
    "forward_graph",
    cause={
        "en": "u is the sum of b and c, not their product",
        "ko": "u가 b와 c의 곱이 아니라 합입니다",
    },
    hint={
        "en": "two letters side by side are multiplied",
        "ko": "글자 두 개를 붙여 쓰면 곱하라는 뜻입니다",
    },
)
def forward_graph_sum_for_product(a, b, c):
    u = b + c
    v = a + u
    return 3 * v, u, v


@mistake(
    "forward_graph",
    cause={
        "en": "v is the product of a and u, not their sum",
        "ko": "v가 a와 u의 합이 아니라 곱입니다",
    },
    hint={
        "en": "look at the sign in the second box of the graph",
        "ko": "그래프의 둘째 칸에 있는 기호를 보세요",
    },
)
def forward_graph_product_for_sum(a, b, c):
    u = b * c
    v = a * u
    return 3 * v, u, v


@mistake(
    "forward_graph",
    cause={
        "en": "the sum a + b is multiplied by c: addition came before multiplication",
        "ko": "a + b에 c를 곱했습니다. 곱셈보다 덧셈을 먼저 했습니다",
    },
    hint={
        "en": "the graph computes bc first; go box by box",
        "ko": "그래프는 bc를 먼저 계산합니다. 칸을 하나씩 따라가세요",
    },
)
def forward_graph_left_to_right(a, b, c):
    v = (a + b) * c
    return 3 * v, b * c, v


@mistake(
    "forward_graph",
    cause={
        "en": "the values are right, but returned as u, v, J",
        "ko": "값은 맞지만 u, v, J의 순서로 돌려주었습니다",
    },
    hint={
        "en": "the docstring names the order",
        "ko": "순서는 독스트링에 적혀 있습니다",
    },
)
def forward_graph_in_order_of_computation(a, b, c):
    J, u, v = forward_graph(a, b, c)
    return u, v, J


@mistake(
    "forward_graph",
    cause={
        "en": "u and v have changed places",
        "ko": "u와 v의 자리가 바뀌었습니다",
    },
    hint={
        "en": "the docstring names the order",
        "ko": "순서는 독스트링에 적혀 있습니다",
    },
)
def forward_graph_u_and_v_swapped(a, b, c):
    J, u, v = forward_graph(a, b, c)
    return J, v, u


# The graph, backward.


@mistake(
    "backward_graph",
    cause={
        "en": "each derivative is that of the next box only, not that of J",
        "ko": "J의 도함수가 아니라 바로 다음 칸의 도함수만 구했습니다",
    },
    hint={
        "en": "multiply what a box hands on by what has arrived at it from the right",
        "ko": "칸이 넘겨주는 몫에, 오른쪽에서 그 칸까지 온 값을 곱하세요",
    },
)
def backward_graph_local(a, b, c):
    return {"dv": 3.0, "du": 1.0, "da": 1.0, "db": c, "dc": b}


@mistake(
    "backward_graph",
    cause={
        "en": "these are the derivatives of v, not of J: the factor 3 is missing",
        "ko": "J가 아니라 v의 도함수입니다. 3이 빠졌습니다",
    },
    hint={
        "en": "by how much does J rise when v rises by 0.01?",
        "ko": "v가 0.01 커지면 J는 얼마나 커지는지 생각해 보세요",
    },
)
def backward_graph_of_v(a, b, c):
    return {"dv": 1.0, "du": 1.0, "da": 1.0, "db": c, "dc": b}


@mistake(
    "backward_graph",
    cause={
        "en": "db is 3b and dc is 3c: b and c have changed places",
        "ko": "db가 3b이고 dc가 3c입니다. b와 c가 뒤바뀌었습니다",
    },
    hint={
        "en": "when b rises a little, the product grows by the other factor as much",
        "ko": "b가 조금 커지면 곱은 다른 인수의 그 배만큼 커집니다",
    },
)
def backward_graph_swapped(a, b, c):
    return backward_graph(a, b, c) | {"db": 3.0 * b, "dc": 3.0 * c}


@mistake(
    "backward_graph",
    cause={
        "en": "db and dc are 3, as if b and c were added, not multiplied",
        "ko": "db와 dc가 3입니다. b와 c를 곱하지 않고 더한 것과 같습니다",
    },
    hint={
        "en": "one box is left between u and b; what does it do to a change of b?",
        "ko": "u와 b 사이에 칸이 하나 남아 있습니다. b의 변화가 그 칸에서 어떻게 되는지 보세요",
    },
)
def backward_graph_stops_at_u(a, b, c):
    return backward_graph(a, b, c) | {"db": 3.0, "dc": 3.0}


@mistake(
    "backward_graph",
    cause={
        "en": "the factor 3 counts twice: du, da, db and dc are 3 times too large",
        "ko": "3이 두 번 곱해져 du, da, db, dc가 3배로 커졌습니다",
    },
    hint={
        "en": "from u to v nothing is multiplied; that step has the slope 1",
        "ko": "u에서 v로 갈 때는 아무것도 곱하지 않습니다. 그 단계의 기울기는 1입니다",
    },
)
def backward_graph_three_twice(a, b, c):
    grads = backward_graph(a, b, c)
    return {key: value if key == "dv" else 3 * value for key, value in grads.items()}


@mistake(
    "backward_graph",
    cause={
        "en": "these are 3 times the values themselves, not derivatives",
        "ko": "도함수가 아니라 값 자체에 3을 곱했습니다",
    },
    hint={
        "en": "a derivative says by how much J changes when the variable changes",
        "ko": "도함수는 그 변수가 변할 때 J가 그 몇 배로 변하는지를 말해 줍니다",
    },
)
def backward_graph_values(a, b, c):
    _, u, v = forward_graph(a, b, c)
    return {"dv": 3 * v, "du": 3 * u, "da": 3 * a, "db": 3 * b, "dc": 3 * c}


@mistake(
    "backward_graph",
    cause={
        "en": "da is multiplied by bc, as if a and u were factors",
        "ko": "a와 u를 곱한 것처럼 da에 bc가 곱해졌습니다",
    },
    hint={
        "en": "in a sum each part hands on its whole change, whatever the other part is",
        "ko": "합에서는 다른 항이 무엇이든 각 항의 변화가 그대로 넘어갑니다",
    },
)
def backward_graph_sum_as_product(a, b, c):
    return backward_graph(a, b, c) | {"da": 3.0 * b * c}


# One example.


def from_dz(dz, x):
    """Return dw and db for the derivative of the loss with respect to z."""
    return dz * x, dz


REVERSED = {
    "cause": {
        "en": "dz is y - a, so that both gradients have the opposite sign",
        "ko": "dz가 y - a여서 두 기울기의 부호가 반대입니다",
    },
    "hint": {
        "en": "if the prediction is too high, a step downhill must lower z",
        "ko": "예측이 너무 크면 내리막 걸음은 z를 줄여야 합니다",
    },
}


@mistake("logistic_gradients_one", **REVERSED)
def logistic_gradients_one_reversed(x, y, w, b):
    dw, db = logistic_gradients_one(x, y, w, b)
    return -dw, -db


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "dz is a alone; the label is not used",
        "ko": "dz가 a뿐이고 정답을 쓰지 않았습니다",
    },
    hint={
        "en": "a perfect prediction should ask for no change",
        "ko": "예측이 완벽하면 바꿀 것이 없어야 합니다",
    },
)
def logistic_gradients_one_without_label(x, y, w, b):
    return from_dz(sigmoid(np.sum(w * x) + b), x)


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "dz is z - y: the sigmoid has not been applied",
        "ko": "dz가 z - y입니다. 시그모이드를 적용하지 않았습니다",
    },
    hint={
        "en": "the label is compared with a probability",
        "ko": "정답과 견주는 것은 확률입니다",
    },
)
def logistic_gradients_one_without_sigmoid(x, y, w, b):
    return from_dz(np.sum(w * x) + b - y, x)


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "z has no bias: `b` is not used",
        "ko": "z에 편향이 없습니다. `b`를 쓰지 않았습니다",
    },
    hint={
        "en": "`b` moves z, although no gradient is multiplied by it",
        "ko": "기울기에 `b`가 곱해지는 곳은 없지만 z는 `b`만큼 움직입니다",
    },
)
def logistic_gradients_one_without_bias(x, y, w, b):
    return logistic_gradients_one(x, y, w, 0.0)


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "dz carries the slope a(1 - a) once more, as with the squared error",
        "ko": "제곱 오차일 때처럼 dz에 a(1 - a)가 한 번 더 곱해졌습니다",
    },
    hint={
        "en": "with the logistic loss that factor cancels; look at how dz came about",
        "ko": "로지스틱 손실에서는 그 인수가 약분됩니다. dz를 유도한 과정을 다시 보세요",
    },
)
def logistic_gradients_one_squared_error(x, y, w, b):
    a = sigmoid(np.sum(w * x) + b)
    return from_dz((a - y) * a * (1 - a), x)


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "this is da carried on: the step back through the sigmoid is missing",
        "ko": "da를 그대로 썼습니다. 시그모이드를 거슬러 가는 단계가 빠졌습니다",
    },
    hint={
        "en": "between a and z there is one more box, with the slope a(1 - a)",
        "ko": "a와 z 사이에는 기울기가 a(1 - a)인 칸이 하나 더 있습니다",
    },
)
def logistic_gradients_one_da(x, y, w, b):
    a = sigmoid(np.sum(w * x) + b)
    return from_dz(-y / a + (1 - y) / (1 - a), x)


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "dw is dz itself; it is not multiplied by x",
        "ko": "dw가 dz와 같습니다. x를 곱하지 않았습니다",
    },
    hint={
        "en": "a weight matters as much as the input that it multiplies",
        "ko": "가중치의 영향은 그 가중치가 곱해지는 입력만큼 큽니다",
    },
)
def logistic_gradients_one_without_x(x, y, w, b):
    _, db = logistic_gradients_one(x, y, w, b)
    return db, db


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "dz is multiplied by w where x belongs",
        "ko": "x 대신 w를 dz에 곱했습니다",
    },
    hint={
        "en": "when w rises a little, the product grows by the other factor as much",
        "ko": "w가 조금 커지면 곱은 다른 인수의 그 배만큼 커집니다",
    },
)
def logistic_gradients_one_times_w(x, y, w, b):
    _, db = logistic_gradients_one(x, y, w, b)
    return db * w, db


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "the values are right, but db is an array of shape (1, 1), not a number",
        "ko": "값은 맞지만 db가 수가 아니라 형태가 (1, 1)인 배열입니다",
    },
    hint={
        "en": "a matrix product is an array even with one entry; `b` is a number, so is db",
        "ko": "행렬 곱은 원소가 하나여도 배열입니다. `b`가 수이므로 db도 수입니다",
    },
)
def logistic_gradients_one_db_as_matrix(x, y, w, b):
    dw, db = logistic_gradients_one(x, y, w, b)
    return dw, np.array([[db]])


@mistake(
    "logistic_gradients_one",
    cause={
        "en": "db is the sum of the entries of dw",
        "ko": "db가 dw의 원소를 모두 더한 값입니다",
    },
    hint={
        "en": "b is added to z once, whatever x is",
        "ko": "x가 무엇이든 b는 z에 한 번 더해집니다",
    },
)
def logistic_gradients_one_db_from_dw(x, y, w, b):
    dw, _ = logistic_gradients_one(x, y, w, b)
    return dw, np.sum(dw)


# All examples.


def each(X, Y, w, b):
    """Return dw, db and the loss of every example, as three lists."""
    found = [
        logistic_gradients_loop(X[:, [i]], Y[:, [i]], w, b) for i in range(X.shape[1])
    ]
    return [list(values) for values in zip(*found, strict=True)]


@mistake("logistic_gradients_loop", **REVERSED)
def logistic_gradients_loop_reversed(X, Y, w, b):
    dw, db, J = logistic_gradients_loop(X, Y, w, b)
    return -dw, -db, J


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "dw, db and J are sums over the m examples, not means",
        "ko": "dw, db, J가 예시 m개의 평균이 아니라 합입니다",
    },
    hint={
        "en": "something is still to be done after the loop, with all three",
        "ko": "반복문이 끝난 뒤 세 값 모두에 할 일이 하나 남아 있습니다",
    },
)
def logistic_gradients_loop_sums(X, Y, w, b):
    m = X.shape[1]
    return tuple(m * value for value in logistic_gradients_loop(X, Y, w, b))


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "J is a mean, but dw and db are still sums over the m examples",
        "ko": "J는 평균이지만 dw와 db는 예시 m개의 합 그대로입니다",
    },
    hint={
        "en": "the slope of a mean is the mean of the slopes",
        "ko": "평균의 기울기는 기울기의 평균입니다",
    },
)
def logistic_gradients_loop_sums_of_gradients(X, Y, w, b):
    dw, db, J = logistic_gradients_loop(X, Y, w, b)
    return X.shape[1] * dw, X.shape[1] * db, J


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "dw and db are means, but J is still the sum of the m losses",
        "ko": "dw와 db는 평균이지만 J는 손실 m개의 합 그대로입니다",
    },
    hint={
        "en": "the cost is the mean of the losses",
        "ko": "비용은 손실의 평균입니다",
    },
)
def logistic_gradients_loop_sum_of_losses(X, Y, w, b):
    dw, db, J = logistic_gradients_loop(X, Y, w, b)
    return dw, db, X.shape[1] * J


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "dw and J are means, but db is still a sum over the m examples",
        "ko": "dw와 J는 평균이지만 db는 예시 m개의 합 그대로입니다",
    },
    hint={
        "en": "the bias gets its gradient in the same way as the weights",
        "ko": "편향의 기울기도 가중치의 기울기와 같은 방법으로 구합니다",
    },
)
def logistic_gradients_loop_sum_of_db(X, Y, w, b):
    dw, db, J = logistic_gradients_loop(X, Y, w, b)
    return dw, X.shape[1] * db, J


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "db and J are means, but dw is still a sum over the m examples",
        "ko": "db와 J는 평균이지만 dw는 예시 m개의 합 그대로입니다",
    },
    hint={
        "en": "the weights get their gradients in the same way as the bias",
        "ko": "가중치의 기울기도 편향의 기울기와 같은 방법으로 구합니다",
    },
)
def logistic_gradients_loop_sum_of_dw(X, Y, w, b):
    dw, db, J = logistic_gradients_loop(X, Y, w, b)
    return X.shape[1] * dw, db, J


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "the division by m stands inside the loop and is repeated in every turn",
        "ko": "m으로 나누는 줄이 반복문 안에 있어 바퀴마다 되풀이됩니다",
    },
    hint={
        "en": "first add up over all examples, then divide once",
        "ko": "모든 예시에 대해 먼저 더하고, 나누기는 한 번만 하세요",
    },
)
def logistic_gradients_loop_divided_each_turn(X, Y, w, b):
    m = X.shape[1]
    total = [np.zeros(w.shape), 0.0, 0.0]
    for one in zip(*each(X, Y, w, b), strict=True):
        total = [(so_far + new) / m for so_far, new in zip(total, one, strict=True)]
    return tuple(total)


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "the sums are divided by the number of features, not by that of examples",
        "ko": "합을 예시의 수가 아니라 특성의 수로 나누었습니다",
    },
    hint={
        "en": "which axis of X are the examples on?",
        "ko": "X에서 예시는 어느 축에 있는지 보세요",
    },
)
def logistic_gradients_loop_divided_by_features(X, Y, w, b):
    n_x, m = X.shape
    return tuple(value * m / n_x for value in logistic_gradients_loop(X, Y, w, b))


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "the loop runs over as many examples as there are features",
        "ko": "반복문이 특성의 수만큼만 예시를 보았습니다",
    },
    hint={
        "en": "which axis of X are the examples on?",
        "ko": "X에서 예시는 어느 축에 있는지 보세요",
    },
)
def logistic_gradients_loop_over_features(X, Y, w, b):
    n_x = X.shape[0]
    return logistic_gradients_loop(X[:, :n_x], Y[:, :n_x], w, b)


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "only the last example counts, and its results are divided by m",
        "ko": "마지막 예시의 결과만 남고, 그것을 m으로 나누었습니다",
    },
    hint={
        "en": "each turn of the loop should add to the totals, not replace them",
        "ko": "반복문이 돌 때마다 합계를 바꿔 쓰지 말고 합계에 더하세요",
    },
)
def logistic_gradients_loop_last_share(X, Y, w, b):
    m = X.shape[1]
    return tuple(
        value / m for value in logistic_gradients_loop(X[:, -1:], Y[:, -1:], w, b)
    )


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "J is right, but dw and db are those of the last example, divided by m",
        "ko": "J는 맞지만 dw와 db는 마지막 예시의 것을 m으로 나눈 값입니다",
    },
    hint={
        "en": "each turn of the loop should add to the totals, not replace them",
        "ko": "반복문이 돌 때마다 합계를 바꿔 쓰지 말고 합계에 더하세요",
    },
)
def logistic_gradients_loop_last_gradients(X, Y, w, b):
    dw, db, _ = logistic_gradients_loop_last_share(X, Y, w, b)
    return dw, db, logistic_gradients_loop(X, Y, w, b)[2]


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "only the first example counts, and its results are divided by m",
        "ko": "첫 예시의 결과만 있고, 그것을 m으로 나누었습니다",
    },
    hint={
        "en": "a `return` inside a loop ends it in its first turn",
        "ko": "반복문 안에 `return`이 있으면 첫 바퀴에서 끝납니다",
    },
)
def logistic_gradients_loop_first_share(X, Y, w, b):
    m = X.shape[1]
    return tuple(
        value / m for value in logistic_gradients_loop(X[:, :1], Y[:, :1], w, b)
    )


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "the gradients are right, but J has the opposite sign",
        "ko": "기울기는 맞지만 J의 부호가 반대입니다",
    },
    hint={
        "en": "the logarithm of a number below 1 is negative; a cost is not",
        "ko": "1보다 작은 수의 로그는 음수이지만 비용은 음수가 아닙니다",
    },
)
def logistic_gradients_loop_negative_cost(X, Y, w, b):
    dw, db, J = logistic_gradients_loop(X, Y, w, b)
    return dw, db, -J


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "in J, examples with the label 0 cost nothing: the second term is missing",
        "ko": "J에 둘째 항이 없어서 정답이 0인 예시의 손실이 0입니다",
    },
    hint={
        "en": "what should an example with the label 0 pay when it was predicted as 0.8?",
        "ko": "정답이 0인데 0.8로 예측한 예시는 얼마를 내야 하는지 생각해 보세요",
    },
)
def logistic_gradients_loop_first_term(X, Y, w, b):
    dw, db, _ = logistic_gradients_loop(X, Y, w, b)
    return dw, db, -np.mean(Y * np.log(sigmoid(w.T @ X + b)))


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "J is half the squared error; the gradients belong to the logistic loss",
        "ko": "기울기는 로지스틱 손실의 것인데 J는 제곱 오차의 절반입니다",
    },
    hint={
        "en": "a gradient check tells when a cost and a gradient do not belong together",
        "ko": "비용과 기울기가 서로 맞지 않으면 `gradient_check`로 알 수 있습니다",
    },
)
def logistic_gradients_loop_squared_error(X, Y, w, b):
    dw, db, _ = logistic_gradients_loop(X, Y, w, b)
    return dw, db, np.mean((sigmoid(w.T @ X + b) - Y) ** 2) / 2


@mistake(
    "logistic_gradients_loop",
    cause={
        "en": "z has no bias: `b` is not used",
        "ko": "z에 편향이 없습니다. `b`를 쓰지 않았습니다",
    },
    hint={
        "en": "`b` moves z, although no gradient is multiplied by it",
        "ko": "기울기에 `b`가 곱해지는 곳은 없지만 z는 `b`만큼 움직입니다",
    },
)
def logistic_gradients_loop_without_bias(X, Y, w, b):
    return logistic_gradients_loop(X, Y, w, 0.0)

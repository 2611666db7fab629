"""Known wrong versions of the graded functions, and what to say about each."""

import numpy as np
from given import sigmoid
from logistic_regression import (
    model,
    optimize,
    predict,
    propagate,
)

from autograder.course.mistakes import mistake

# The start.


@mistake(
    "initialize_with_zeros",
    cause={
        "en": "the weights are small random numbers, not zero",
        "ko": "가중치가 0이 아니라 작은 난수입니다.",
    },
    hint={
        "en": "a single unit has no twin from which it would have to differ",
        "ko": "유닛이 하나뿐이면 서로 달라져야 할 짝이 없습니다.",
    },
)
def initialize_with_zeros_random(dim):
    return np.random.randn(dim, 1) * 0.01, 0.0


@mistake(
    "initialize_with_zeros",
    cause={
        "en": "the weights are random numbers of spread 1, not zero",
        "ko": "가중치가 0이 아니라 표준편차가 1인 난수입니다.",
    },
    hint={
        "en": "a single unit has no twin from which it would have to differ",
        "ko": "유닛이 하나뿐이면 서로 달라져야 할 짝이 없습니다.",
    },
)
def initialize_with_zeros_wide(dim):
    return np.random.randn(dim, 1), 0.0


@mistake(
    "initialize_with_zeros",
    cause={
        "en": "the weights are random numbers between 0 and 1, not zero",
        "ko": "가중치가 0이 아니라 0과 1 사이의 난수입니다.",
    },
    hint={
        "en": "a single unit has no twin from which it would have to differ",
        "ko": "유닛이 하나뿐이면 서로 달라져야 할 짝이 없습니다.",
    },
)
def initialize_with_zeros_uniform(dim):
    return np.random.rand(dim, 1), 0.0


# The cost and its gradients.


def with_grads(call, change):
    """Return what `propagate` gives, with `change` made to its gradients."""
    grads, cost = propagate(*call)
    return {**grads, **change(grads)}, cost


def with_cost(call, cost_of):
    """Return what `propagate` gives, with the cost `cost_of(A, Y)`."""
    w, b, X, Y = call
    grads, _ = propagate(*call)
    return grads, cost_of(sigmoid(w.T @ X + b), Y)


def from_dZ(call, dZ):
    """Return what `propagate` gives, with gradients made from another dZ."""
    X, cost = call[2], propagate(*call)[1]
    return {"dw": X @ dZ.T / X.shape[1], "db": np.mean(dZ)}, cost


def cross_entropies(A, Y):
    """Return the loss of every example."""
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@mistake(
    "propagate",
    cause={
        "en": "dw and db are sums over the m examples, not means",
        "ko": "dw와 db가 예시 m개에 대한 평균이 아니라 합입니다.",
    },
    hint={
        "en": "the cost is a mean over the examples; so are its slopes",
        "ko": "비용은 예시에 대한 평균이고, 그 기울기도 그렇습니다.",
    },
)
def propagate_sums(w, b, X, Y):
    m = X.shape[1]
    return with_grads((w, b, X, Y), lambda g: {k: v * m for k, v in g.items()})


@mistake(
    "propagate",
    cause={
        "en": "dw is a sum over the m examples, not a mean; db is right",
        "ko": "dw가 예시 m개에 대한 평균이 아니라 합입니다. db는 맞습니다.",
    },
    hint={
        "en": "the matrix product adds up the examples; it does not divide",
        "ko": "행렬 곱은 예시를 더할 뿐 나누지는 않습니다.",
    },
)
def propagate_dw_sum(w, b, X, Y):
    return with_grads((w, b, X, Y), lambda g: {"dw": g["dw"] * X.shape[1]})


@mistake(
    "propagate",
    cause={
        "en": "db is a sum over the m examples, not a mean; dw is right",
        "ko": "db가 예시 m개에 대한 평균이 아니라 합입니다. dw는 맞습니다.",
    },
    hint={
        "en": "treat the bias as the weight of a feature that is always 1",
        "ko": "편향을 값이 늘 1인 특징의 가중치로 생각해 보세요.",
    },
)
def propagate_db_sum(w, b, X, Y):
    return with_grads((w, b, X, Y), lambda g: {"db": g["db"] * X.shape[1]})


@mistake(
    "propagate",
    cause={
        "en": "the cost is the sum of the losses, not their mean",
        "ko": "비용이 손실의 평균이 아니라 합입니다.",
    },
    hint={
        "en": "the cost should not grow just because there are more examples",
        "ko": "예시가 늘었다는 까닭만으로 비용이 커져서는 안 됩니다.",
    },
)
def propagate_cost_sum(w, b, X, Y):
    return with_cost((w, b, X, Y), lambda A, Y: np.sum(cross_entropies(A, Y)))


@mistake(
    "propagate",
    cause={
        "en": "the cost and both gradients are sums over the m examples, not means",
        "ko": "비용과 두 기울기가 모두 예시 m개에 대한 평균이 아니라 합입니다.",
    },
    hint={
        "en": "none of the three should grow just because there are more examples",
        "ko": "예시가 늘었다는 까닭만으로 셋 가운데 어느 것도 커져서는 안 됩니다.",
    },
)
def propagate_all_sums(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    m = X.shape[1]
    return {key: value * m for key, value in grads.items()}, cost * m


@mistake(
    "propagate",
    cause={
        "en": "everything was divided by n, the number of features, instead of by m",
        "ko": "모두 예시의 수 m이 아니라 특징의 수 n으로 나누었습니다.",
    },
    hint={
        "en": "an example is a column of `X`; count the columns",
        "ko": "예시 하나는 `X`의 열 하나입니다. 열을 세세요.",
    },
)
def propagate_divided_by_n(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    factor = X.shape[1] / X.shape[0]
    return {key: value * factor for key, value in grads.items()}, cost * factor


@mistake(
    "propagate",
    cause={
        "en": "the minus sign of the cost is missing",
        "ko": "비용의 음의 부호가 빠졌습니다.",
    },
    hint={
        "en": "logarithms of numbers below 1 are negative; a cost is not",
        "ko": "1보다 작은 수의 로그는 음수입니다. 비용은 음수가 아닙니다.",
    },
)
def propagate_cost_sign(w, b, X, Y):
    return with_cost((w, b, X, Y), lambda A, Y: -np.mean(cross_entropies(A, Y)))


@mistake(
    "propagate",
    cause={
        "en": "only the examples with the label 1 are in the cost",
        "ko": "비용에 정답이 1인 예시만 들어 있습니다.",
    },
    hint={
        "en": "an example with the label 0 costs something as well",
        "ko": "정답이 0인 예시에도 손실이 있습니다.",
    },
)
def propagate_cost_first_term(w, b, X, Y):
    return with_cost((w, b, X, Y), lambda A, Y: -np.mean(Y * np.log(A)))


@mistake(
    "propagate",
    cause={
        "en": "the second term of the cost has 1 - log A where log(1 - A) belongs",
        "ko": "비용의 둘째 항에 log(1 - A)가 아니라 1 - log A가 있습니다.",
    },
    hint={
        "en": "look at where the brackets of the logarithm close",
        "ko": "로그의 괄호가 어디에서 닫히는지 살펴보세요.",
    },
)
def propagate_cost_brackets(w, b, X, Y):
    return with_cost(
        (w, b, X, Y), lambda A, Y: -np.mean(Y * np.log(A) + (1 - Y) * (1 - np.log(A)))
    )


@mistake(
    "propagate",
    cause={
        "en": "A and 1 - A have changed places in the cost",
        "ko": "비용에서 A와 1 - A의 자리가 바뀌었습니다.",
    },
    hint={
        "en": "for the label 1, a prediction close to 1 has to be cheap",
        "ko": "정답이 1이면 1에 가까운 예측의 손실이 작아야 합니다.",
    },
)
def propagate_cost_swapped(w, b, X, Y):
    return with_cost((w, b, X, Y), lambda A, Y: np.mean(cross_entropies(1 - A, Y)))


@mistake(
    "propagate",
    cause={
        "en": "the cost is the mean of ½(a - y)², not the cross-entropy",
        "ko": "비용이 교차 엔트로피가 아니라 ½(a - y)²의 평균입니다.",
    },
    hint={
        "en": "the logistic loss is made of logarithms",
        "ko": "로지스틱 손실은 로그로 이루어져 있습니다.",
    },
)
def propagate_cost_squared(w, b, X, Y):
    return with_cost((w, b, X, Y), lambda A, Y: np.mean((A - Y) ** 2) / 2)


@mistake(
    "propagate",
    cause={
        "en": "the logarithms have the base 10",
        "ko": "로그의 밑이 10입니다.",
    },
    hint={
        "en": "the loss uses the natural logarithm; a zero start costs 0.693",
        "ko": "손실에는 자연로그를 씁니다. 0에서 출발하면 비용이 0.693입니다.",
    },
)
def propagate_cost_base_ten(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    return grads, cost / np.log(10)


@mistake(
    "propagate",
    cause={
        "en": "the cost has the shape (1, 1), not ()",
        "ko": "비용의 형태가 ()이 아니라 (1, 1)입니다.",
    },
    hint={
        "en": "a matrix product gives an array, even where only one number is in it",
        "ko": "행렬 곱의 결과는 수가 하나뿐이어도 배열입니다.",
    },
)
def propagate_cost_matrix(w, b, X, Y):
    return with_cost(
        (w, b, X, Y), lambda A, Y: np.mean(cross_entropies(A, Y)).reshape(1, 1)
    )


@mistake(
    "propagate",
    cause={
        "en": "dw and db are slopes of Y - A: both have the wrong sign",
        "ko": "dw와 db를 Y - A로 구했습니다. 둘 다 부호가 반대입니다.",
    },
    hint={
        "en": "a prediction that is too high has to give a positive slope",
        "ko": "예측이 너무 크면 기울기가 양수여야 합니다.",
    },
)
def propagate_uphill(w, b, X, Y):
    return with_grads((w, b, X, Y), lambda g: {k: -v for k, v in g.items()})


@mistake(
    "propagate",
    cause={
        "en": "dZ was multiplied by A(1 - A) once more",
        "ko": "dZ에 A(1 - A)를 한 번 더 곱했습니다.",
    },
    hint={
        "en": "prediction minus truth has the slope of the sigmoid in it already",
        "ko": "예측 빼기 정답에는 시그모이드의 미분이 이미 들어 있습니다.",
    },
)
def propagate_sigmoid_twice(w, b, X, Y):
    A = sigmoid(w.T @ X + b)
    return from_dZ((w, b, X, Y), (A - Y) * A * (1 - A))


@mistake(
    "propagate",
    cause={
        "en": "dZ was computed from Z, not from the sigmoid of Z",
        "ko": "dZ를 Z의 시그모이드가 아니라 Z에서 구했습니다.",
    },
    hint={
        "en": "the prediction that is compared with the label is a probability",
        "ko": "정답과 견주는 예측은 확률입니다.",
    },
)
def propagate_from_Z(w, b, X, Y):
    return from_dZ((w, b, X, Y), w.T @ X + b - Y)


@mistake(
    "propagate",
    cause={
        "en": "b is missing from Z",
        "ko": "Z에 b가 빠졌습니다.",
    },
    hint={
        "en": "one of the four arguments is not used",
        "ko": "인자 네 개 가운데 쓰이지 않은 것이 있습니다.",
    },
)
def propagate_without_b(w, b, X, Y):
    return propagate(w, 0.0, X, Y)


@mistake(
    "propagate",
    cause={
        "en": "X was multiplied by A - Y as it is, whose inner lengths do not agree",
        "ko": "X에 A - Y를 그대로 곱해 안쪽 길이가 서로 맞지 않습니다.",
    },
    hint={
        "en": "write the two shapes beside each other: which one has to be turned over?",
        "ko": "두 형태를 나란히 써 보세요. 어느 쪽을 뒤집어야 하나요?",
    },
)
def propagate_without_transpose(w, b, X, Y):
    dZ = sigmoid(np.dot(w.T, X) + b) - Y
    return with_grads((w, b, X, Y), lambda _: {"dw": np.dot(X, dZ)})


@mistake(
    "propagate",
    cause={
        "en": "w was multiplied by X without being transposed",
        "ko": "w를 전치하지 않고 X와 곱했습니다.",
    },
    hint={
        "en": "every example needs one number: (1, n) times (n, m)",
        "ko": "예시마다 수가 하나씩 필요합니다. (1, n)과 (n, m)의 곱입니다.",
    },
)
def propagate_w_not_transposed(w, b, X, Y):
    return propagate(np.dot(w, X), b, X, Y)


@mistake(
    "propagate",
    cause={
        "en": "dw is a row, (1, n), where w is a column",
        "ko": "w는 열인데 dw는 형태가 (1, n)인 행입니다.",
    },
    hint={
        "en": "a gradient has the shape of what it belongs to",
        "ko": "기울기의 형태는 원래 것의 형태와 같습니다.",
    },
)
def propagate_dw_row(w, b, X, Y):
    return with_grads((w, b, X, Y), lambda g: {"dw": g["dw"].T})


@mistake(
    "propagate",
    cause={
        "en": "dw has lost its second axis: its shape is (n,), not (n, 1)",
        "ko": "dw가 둘째 축을 잃었습니다. 형태가 (n, 1)이 아니라 (n,)입니다.",
    },
    hint={
        "en": "a sum along an axis removes that axis, unless you say otherwise",
        "ko": "한 축을 따라 더하면, 따로 지정하지 않는 한 그 축은 사라집니다.",
    },
)
def propagate_dw_flat(w, b, X, Y):
    return with_grads((w, b, X, Y), lambda g: {"dw": g["dw"][:, 0]})


@mistake(
    "propagate",
    cause={
        "en": "dw is a single number: the features have been averaged away as well",
        "ko": "dw가 수 하나입니다. 예시뿐 아니라 특징까지 평균해 버렸습니다.",
    },
    hint={
        "en": "every feature has a weight, and every weight a slope of its own",
        "ko": "특징마다 가중치가 있고, 가중치마다 자기 기울기가 있습니다.",
    },
)
def propagate_dw_number(w, b, X, Y):
    return with_grads((w, b, X, Y), lambda g: {"dw": np.sum(g["dw"])})


@mistake(
    "propagate",
    cause={
        "en": "db has the shape (1, 1); it should be a number",
        "ko": "db의 형태가 (1, 1)입니다. 수 하나여야 합니다.",
    },
    hint={
        "en": "here b is a number, so its gradient needs no axes",
        "ko": "여기서 b는 수 하나이므로 그 기울기에는 축이 필요 없습니다.",
    },
)
def propagate_db_matrix(w, b, X, Y):
    return with_grads((w, b, X, Y), lambda g: {"db": np.reshape(g["db"], (1, 1))})


@mistake(
    "propagate",
    cause={
        "en": "db is one number for every example; they have not been averaged",
        "ko": "db가 예시마다 수 하나씩입니다. 아직 평균하지 않았습니다.",
    },
    hint={
        "en": "there is one bias for all examples",
        "ko": "편향은 모든 예시에 대해 하나뿐입니다.",
    },
)
def propagate_db_row(w, b, X, Y):
    dZ = sigmoid(w.T @ X + b) - Y
    return with_grads((w, b, X, Y), lambda _: {"db": dZ / X.shape[1]})


# Training.


def descend(start, num_iterations, step):
    """Return what `optimize` gives when each step is step(w, b, grads)."""
    w, b, X, Y = start
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        if i % 100 == 0:
            costs.append(cost)
        w, b = step(w, b, grads)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    cause={
        "en": "the steps go uphill: the gradients were added",
        "ko": "오르막으로 갔습니다. 기울기를 빼지 않고 더했습니다.",
    },
    hint={
        "en": "the gradient points to where the cost grows",
        "ko": "기울기는 비용이 커지는 쪽을 가리킵니다.",
    },
)
def optimize_uphill(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, num_iterations, -learning_rate, print_cost)


@mistake(
    "optimize",
    cause={
        "en": "only w has been trained; b is as it was at the start",
        "ko": "w만 학습되고 b는 처음 그대로입니다.",
    },
    hint={
        "en": "the bias is learned as well",
        "ko": "편향도 학습됩니다.",
    },
)
def optimize_only_w(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return descend(
        (w, b, X, Y),
        num_iterations,
        lambda w, b, g: (w - learning_rate * g["dw"], b),
    )


@mistake(
    "optimize",
    cause={
        "en": "only b has been trained; w is as it was at the start",
        "ko": "b만 학습되고 w는 처음 그대로입니다.",
    },
    hint={
        "en": "both parameters move in every step",
        "ko": "걸음마다 두 매개변수가 모두 움직입니다.",
    },
)
def optimize_only_b(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return descend(
        (w, b, X, Y),
        num_iterations,
        lambda w, b, g: (w, b - learning_rate * g["db"]),
    )


@mistake(
    "optimize",
    cause={
        "en": "the parameters have moved by one step only",
        "ko": "매개변수가 한 걸음만 움직였습니다.",
    },
    hint={
        "en": "check how far the `return` is indented",
        "ko": "`return`을 얼마나 들여 썼는지 확인하세요.",
    },
)
def optimize_one_step(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, 1, learning_rate, print_cost)


@mistake(
    "optimize",
    cause={
        "en": "every step used the gradients of the start",
        "ko": "모든 걸음에 출발점의 기울기를 썼습니다.",
    },
    hint={
        "en": "after a step the slope is another one; look again before the next",
        "ko": "한 걸음 가고 나면 기울기가 달라집니다. 다음 걸음 전에 다시 살펴보세요.",
    },
)
def optimize_same_gradients(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, 1, num_iterations * learning_rate, print_cost)


@mistake(
    "optimize",
    cause={
        "en": "one step too many was taken",
        "ko": "한 걸음을 더 갔습니다.",
    },
    hint={
        "en": "`range` begins with 0; how many numbers does yours give?",
        "ko": "`range`는 0부터 셉니다. 작성한 `range`는 수를 몇 개 내놓나요?",
    },
)
def optimize_one_more(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, num_iterations + 1, learning_rate, print_cost)


@mistake(
    "optimize",
    cause={
        "en": "the counting begins with 1: one step is missing, and so is the first cost",
        "ko": "1부터 세었습니다. 한 걸음이 모자라고 첫 비용도 빠졌습니다.",
    },
    hint={
        "en": "the first step has the number 0",
        "ko": "첫 걸음의 번호는 0입니다.",
    },
)
def optimize_from_one(w, b, X, Y, num_iterations, learning_rate, print_cost):
    steps = num_iterations - 1
    params, grads, _ = optimize(w, b, X, Y, steps, learning_rate, print_cost)
    return params, grads, []


def fixed(rate):
    """Return what to say when the learning rate is always `rate`."""
    return {
        "cause": {
            "en": f"the learning rate is always {rate}, whatever the argument says",
            "ko": f"인자와 상관없이 학습률이 늘 {rate}입니다.",
        },
        "hint": {
            "en": "look for a number where the argument belongs",
            "ko": "인자가 있어야 할 자리에 수를 써넣은 곳이 있는지 찾아보세요.",
        },
    }


@mistake("optimize", **fixed(0.009))
def optimize_rate_0009(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, num_iterations, 0.009, print_cost)


@mistake("optimize", **fixed(0.01))
def optimize_rate_001(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, num_iterations, 0.01, print_cost)


@mistake(
    "optimize",
    cause={
        "en": "the gradients were subtracted whole, without the learning rate",
        "ko": "학습률을 곱하지 않고 기울기를 그대로 뺐습니다.",
    },
    hint={
        "en": "a whole gradient is usually far too long a step",
        "ko": "기울기 전체만큼 움직이면 대개 걸음이 너무 큽니다.",
    },
)
def optimize_without_rate(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, num_iterations, 1.0, print_cost)


@mistake(
    "optimize",
    cause={
        "en": "100 steps were taken, whatever `num_iterations` says",
        "ko": "`num_iterations`와 상관없이 100걸음을 갔습니다.",
    },
    hint={
        "en": "look for a number where the argument belongs",
        "ko": "인자가 있어야 할 자리에 수를 써넣은 곳이 있는지 찾아보세요.",
    },
)
def optimize_hundred_steps(w, b, X, Y, num_iterations, learning_rate, print_cost):
    return optimize(w, b, X, Y, 100, learning_rate, print_cost)


@mistake(
    "optimize",
    cause={
        "en": "w had moved already when the gradient for b was computed",
        "ko": "b의 기울기를 구할 때 w는 이미 움직인 뒤였습니다.",
    },
    hint={
        "en": "compute both gradients at one point, then move both parameters",
        "ko": "두 기울기를 한 점에서 구한 다음 두 매개변수를 함께 움직이세요.",
    },
)
def optimize_one_after_the_other(w, b, X, Y, num_iterations, learning_rate, print_cost):
    last = {}

    def step(w, b, grads):
        w = w - learning_rate * grads["dw"]
        later, _ = propagate(w, b, X, Y)
        last.update(dw=grads["dw"], db=later["db"])
        return w, b - learning_rate * later["db"]

    params, _, costs = descend((w, b, X, Y), num_iterations, step)
    return params, last, costs


@mistake(
    "optimize",
    cause={
        "en": "the cost of every step is in the list, not only of every hundredth",
        "ko": "100걸음마다가 아니라 모든 걸음의 비용이 리스트에 들어 있습니다.",
    },
    hint={
        "en": "a remainder tells whether a number is a multiple of 100",
        "ko": "어떤 수가 100의 배수인지는 나머지를 보면 압니다.",
    },
)
def optimize_every_cost(w, b, X, Y, num_iterations, learning_rate, print_cost):
    costs = []

    def step(w, b, grads):
        costs.append(propagate(w, b, X, Y)[1])
        return w - learning_rate * grads["dw"], b - learning_rate * grads["db"]

    params, grads, _ = descend((w, b, X, Y), num_iterations, step)
    return params, grads, costs


# Predicting.


@mistake(
    "predict",
    cause={
        "en": "these are the probabilities; nothing has been decided yet",
        "ko": "이 값은 확률입니다. 아직 0과 1로 결정하지 않았습니다.",
    },
    hint={
        "en": "a prediction is 0 or 1",
        "ko": "예측은 0 아니면 1입니다.",
    },
)
def predict_probabilities(w, b, X):
    return sigmoid(w.T @ X + b)


@mistake(
    "predict",
    cause={
        "en": "Z was compared with 0.5, not the sigmoid of Z",
        "ko": "Z의 시그모이드가 아니라 Z를 0.5와 비교했습니다.",
    },
    hint={
        "en": "one half is the border for a probability; what is it for z?",
        "ko": "2분의 1은 확률의 경계입니다. z의 경계는 얼마인가요?",
    },
)
def predict_cut_Z(w, b, X):
    return (w.T @ X + b > 0.5).astype(float)


@mistake(
    "predict",
    cause={
        "en": "0 and 1 have changed places",
        "ko": "0과 1이 서로 바뀌었습니다.",
    },
    hint={
        "en": "a high probability speaks for the label 1",
        "ko": "확률이 높으면 1 쪽입니다.",
    },
)
def predict_inverted(w, b, X):
    return 1 - predict(w, b, X)


@mistake(
    "predict",
    cause={
        "en": "b is missing from Z",
        "ko": "Z에 b가 빠졌습니다.",
    },
    hint={
        "en": "one of the three arguments is not used",
        "ko": "인자 세 개 가운데 쓰이지 않은 것이 있습니다.",
    },
)
def predict_without_b(w, b, X):
    return predict(w, 0.0, X)


@mistake(
    "predict",
    cause={
        "en": "the entries of X were compared with 0.5, not the probabilities",
        "ko": "확률이 아니라 X의 원소를 0.5와 비교했습니다.",
    },
    hint={
        "en": "there is one prediction for an example, not one for every feature",
        "ko": "예측은 특징마다가 아니라 예시마다 하나입니다.",
    },
)
def predict_cut_X(w, b, X):
    return (X > 0.5).astype(float)


@mistake(
    "predict",
    cause={
        "en": "the predictions have lost their first axis: (m,) instead of (1, m)",
        "ko": "예측이 첫째 축을 잃었습니다. 형태가 (1, m)이 아니라 (m,)입니다.",
    },
    hint={
        "en": "predictions and labels should have the same shape",
        "ko": "예측과 정답은 형태가 같아야 합니다.",
    },
)
def predict_flat(w, b, X):
    return predict(w, b, X)[0]


@mistake(
    "predict",
    cause={
        "en": "the predictions are a column, (m, 1), instead of a row",
        "ko": "예측이 행이 아니라 형태가 (m, 1)인 열입니다.",
    },
    hint={
        "en": "examples are columns, in the predictions as well",
        "ko": "예측에서도 열 하나가 예시 하나입니다.",
    },
)
def predict_column(w, b, X):
    return predict(w, b, X).T


@mistake(
    "predict",
    cause={
        "en": "the labels are -1 and 1, not 0 and 1",
        "ko": "예측이 0과 1이 아니라 -1과 1입니다.",
    },
    hint={
        "en": "the labels of the training set are 0 and 1",
        "ko": "훈련 데이터의 정답은 0과 1입니다.",
    },
)
def predict_signs(w, b, X):
    return np.sign(w.T @ X + b)


# Everything together.


@mistake(
    "model",
    cause={
        "en": "it was trained on the test set",
        "ko": "테스트 데이터로 학습했습니다.",
    },
    hint={
        "en": "the test set has to stay unseen until the training is over",
        "ko": "테스트 데이터는 학습이 끝날 때까지 보지 않아야 합니다.",
    },
)
def model_trained_on_test(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(X_test, Y_test, X_test, Y_test, num_iterations, learning_rate, print_cost)
    return {**d, "Y_prediction_train": predict(d["w"], d["b"], X_train)}


@mistake(
    "model",
    cause={
        "en": "the predictions of the training set and of the test set are swapped",
        "ko": "훈련 데이터와 테스트 데이터의 예측이 서로 바뀌었습니다.",
    },
    hint={
        "en": "compare the number of predictions with the number of examples",
        "ko": "예측의 수를 예시의 수와 비교해 보세요.",
    },
)
def model_swapped(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(
        X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
    )
    train, test = d["Y_prediction_train"], d["Y_prediction_test"]
    return {**d, "Y_prediction_train": test, "Y_prediction_test": train}


@mistake(
    "model",
    cause={
        "en": "the predictions for the test set were made from the training set",
        "ko": "테스트 데이터의 예측을 훈련 데이터로 구했습니다.",
    },
    hint={
        "en": "look at what each call of `predict` is given",
        "ko": "`predict`를 부를 때마다 무엇을 넘기는지 살펴보세요.",
    },
)
def model_predicts_train_twice(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    return model(
        X_train, Y_train, X_train, Y_train, num_iterations, learning_rate, print_cost
    )


@mistake(
    "model",
    cause={
        "en": "the predictions for the training set were made from the test set",
        "ko": "훈련 데이터의 예측을 테스트 데이터로 구했습니다.",
    },
    hint={
        "en": "look at what each call of `predict` is given",
        "ko": "`predict`를 부를 때마다 무엇을 넘기는지 살펴보세요.",
    },
)
def model_predicts_test_twice(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(
        X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
    )
    return {**d, "Y_prediction_train": d["Y_prediction_test"]}


@mistake(
    "model",
    cause={
        "en": "the labels themselves are in place of the predictions",
        "ko": "예측 자리에 정답이 그대로 들어 있습니다.",
    },
    hint={
        "en": "the labels take no part in a prediction; ask the trained model",
        "ko": "정답은 예측에 쓰이지 않습니다. 모델에게 물어보세요.",
    },
)
def model_labels(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(
        X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
    )
    return {**d, "Y_prediction_train": Y_train, "Y_prediction_test": Y_test}


@mistake("model", **fixed(0.5))
def model_rate_05(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(X_train, Y_train, X_test, Y_test, num_iterations, 0.5, print_cost)
    return {**d, "learning_rate": learning_rate}


@mistake("model", **fixed(0.005))
def model_rate_0005(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(X_train, Y_train, X_test, Y_test, num_iterations, 0.005, print_cost)
    return {**d, "learning_rate": learning_rate}


@mistake("model", **fixed(0.01))
def model_rate_001(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(X_train, Y_train, X_test, Y_test, num_iterations, 0.01, print_cost)
    return {**d, "learning_rate": learning_rate}


@mistake(
    "model",
    cause={
        "en": "100 steps were taken, whatever `num_iterations` says",
        "ko": "`num_iterations`와 상관없이 100걸음을 갔습니다.",
    },
    hint={
        "en": "look for a number where the argument belongs",
        "ko": "인자가 있어야 할 자리에 수를 써넣은 곳이 있는지 찾아보세요.",
    },
)
def model_hundred_steps(
    X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost
):
    d = model(X_train, Y_train, X_test, Y_test, 100, learning_rate, print_cost)
    return {**d, "num_iterations": num_iterations}

"""Known wrong versions of the graded functions, and what to say about each."""

import numpy as np
from given import square
from logistic_unit import cost, gradient_step, loss, numerical_derivative, sigmoid

from autograder.course.mistakes import mistake

# The sigmoid.


@mistake(
    "sigmoid",
    cause={
        "en": "this is the sigmoid of -z: the exponent has lost its minus sign",
        "ko": "-z의 시그모이드를 구했습니다. 지수에서 음의 부호가 빠졌습니다",
    },
    hint={
        "en": "a large z should give an answer near 1, a very negative one an answer near 0",
        "ko": "z가 크면 1에 가까운 값, z가 절댓값이 큰 음수이면 0에 가까운 값이 나와야 합니다",
    },
)
def sigmoid_without_minus(z):
    return 1 / (1 + np.exp(z))


@mistake(
    "sigmoid",
    cause={
        "en": "this is 1 + e^(-z): only the first 1 has been divided",
        "ko": "1 + e^(-z)를 구했습니다. 분모의 1만으로 나누었습니다",
    },
    hint={
        "en": "Python divides before it adds; what belongs below the fraction bar?",
        "ko": "파이썬은 덧셈보다 나눗셈을 먼저 합니다. 분모에 들어갈 것이 무엇인지 보세요",
    },
)
def sigmoid_without_parentheses(z):
    return 1 / 1 + np.exp(-z)


@mistake(
    "sigmoid",
    cause={
        "en": "the denominator is 1 - e^(-z) instead of a sum",
        "ko": "분모가 합이 아니라 1 - e^(-z)입니다",
    },
    hint={
        "en": "a denominator that can reach 0 cannot give a probability",
        "ko": "0이 될 수 있는 분모로는 확률이 나오지 않습니다",
    },
)
def sigmoid_minus_in_denominator(z):
    return 1 / (1 - np.exp(-z))


@mistake(
    "sigmoid",
    cause={
        "en": "this is the slope of the sigmoid, not the sigmoid",
        "ko": "시그모이드가 아니라 시그모이드의 기울기를 구했습니다",
    },
    hint={
        "en": "of the two curves in the figure, which one keeps rising?",
        "ko": "그림의 두 곡선 가운데 계속 올라가는 것은 어느 쪽인지 보세요",
    },
)
def sigmoid_slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


@mistake(
    "sigmoid",
    cause={
        "en": "this is the hyperbolic tangent, which runs from -1 to 1",
        "ko": "-1에서 1까지 움직이는 쌍곡탄젠트를 구했습니다",
    },
    hint={
        "en": "a probability is never negative",
        "ko": "확률은 음수가 될 수 없습니다",
    },
)
def sigmoid_tanh(z):
    return np.tanh(z)


@mistake(
    "sigmoid",
    cause={
        "en": "the number e has been rounded to 2.718",
        "ko": "e를 2.718로 반올림해서 썼습니다",
    },
    hint={
        "en": "numpy has the exponential function to full precision",
        "ko": "numpy의 지수 함수는 끝자리까지 정확합니다",
    },
)
def sigmoid_rounded_e(z):
    return 1 / (1 + 2.718**-z)


# The loss and the cost. What is wrong with one loss is as wrong with the mean.


def mean_of(one, y_hat, y):
    """Return the mean over the examples of one(prediction, label)."""
    return np.mean([one(p, t) for p, t in zip(y_hat[0], y[0], strict=True)])


HALF_SQUARE = {
    "cause": {
        "en": "this is half the squared error, not the logistic loss",
        "ko": "로지스틱 손실이 아니라 제곱 오차의 절반입니다",
    },
    "hint": {
        "en": "behind a sigmoid, the squared error is not convex; look for the logarithms",
        "ko": "시그모이드 뒤에서 제곱 오차는 볼록하지 않습니다. 로그가 든 식을 찾아보세요",
    },
}
SQUARE = {
    "cause": {
        "en": "this is the squared error, not the logistic loss",
        "ko": "로지스틱 손실이 아니라 제곱 오차입니다",
    },
    "hint": HALF_SQUARE["hint"],
}
ABSOLUTE = {
    "cause": {
        "en": "this is the distance between prediction and label, without a logarithm",
        "ko": "예측과 정답 사이의 거리일 뿐, 로그가 없습니다",
    },
    "hint": {
        "en": "a confident wrong answer must cost far more than a hesitant one",
        "ko": "자신 있게 틀린 답은 망설이며 틀린 답보다 훨씬 비싸야 합니다",
    },
}
NO_MINUS = {
    "cause": {
        "en": "the minus sign is missing, so that better predictions cost more",
        "ko": "음의 부호가 빠져서 예측이 좋을수록 비용이 커집니다",
    },
    "hint": {
        "en": "the logarithm of a number below 1 is negative; a loss is not",
        "ko": "1보다 작은 수의 로그는 음수이지만 손실은 음수가 아닙니다",
    },
}
ONE_MINUS = {
    "cause": {
        "en": "only the first term has the minus sign: with the label 0 the loss is negative",
        "ko": "첫째 항에만 음의 부호가 있어서 정답이 0이면 손실이 음수가 됩니다",
    },
    "hint": {
        "en": "the minus sign stands before both terms",
        "ko": "음의 부호는 두 항 모두에 걸립니다",
    },
}
SWAPPED_LABELS = {
    "cause": {
        "en": "the labels have changed places: this is the loss for 1 - y",
        "ko": "정답이 뒤바뀌었습니다. 정답이 1 - y일 때의 손실입니다",
    },
    "hint": {
        "en": "if the label is 1, the logarithm of `y_hat` itself should count",
        "ko": "정답이 1이면 `y_hat` 자신의 로그가 쓰여야 합니다",
    },
}
NO_LABELS = {
    "cause": {
        "en": "both logarithms always count, whatever the label",
        "ko": "정답과 상관없이 두 로그를 모두 더했습니다",
    },
    "hint": {
        "en": "the label switches one of the two terms off",
        "ko": "정답은 두 항 가운데 하나를 꺼 줍니다",
    },
}
ONE_MINUS_LOG = {
    "cause": {
        "en": "in the second term 1 - log(y_hat) stands for log(1 - y_hat)",
        "ko": "둘째 항에 log(1 - y_hat) 대신 1 - log(y_hat)이 있습니다",
    },
    "hint": {
        "en": "first find the probability of the label 0, then take its logarithm",
        "ko": "정답이 0일 확률을 먼저 구하고, 그다음에 로그를 취하세요",
    },
}
LOG_10 = {
    "cause": {
        "en": "the logarithm has base 10 instead of e",
        "ko": "로그의 밑이 e가 아니라 10입니다",
    },
    "hint": {
        "en": "here log means the natural logarithm, as everywhere in this course",
        "ko": "이 수업에서 log는 언제나 자연로그입니다",
    },
}
LOG_2 = {
    "cause": {
        "en": "the logarithm has base 2 instead of e",
        "ko": "로그의 밑이 e가 아니라 2입니다",
    },
    "hint": LOG_10["hint"],
}


@mistake("loss", **HALF_SQUARE)
def loss_half_square(y_hat, y):
    return (y_hat - y) ** 2 / 2


@mistake("loss", **SQUARE)
def loss_square(y_hat, y):
    return (y_hat - y) ** 2


@mistake("loss", **ABSOLUTE)
def loss_absolute(y_hat, y):
    return abs(y_hat - y)


@mistake("loss", **NO_MINUS)
def loss_no_minus(y_hat, y):
    return -loss(y_hat, y)


@mistake("loss", **ONE_MINUS)
def loss_one_minus(y_hat, y):
    return -y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)


@mistake("loss", **SWAPPED_LABELS)
def loss_swapped_labels(y_hat, y):
    return loss(y_hat, 1 - y)


@mistake("loss", **NO_LABELS)
def loss_no_labels(y_hat, y):
    return -np.log(y_hat) - np.log(1 - y_hat)


@mistake("loss", **ONE_MINUS_LOG)
def loss_one_minus_log(y_hat, y):
    return -(y * np.log(y_hat) + (1 - y) * (1 - np.log(y_hat)))


@mistake("loss", **LOG_10)
def loss_log_10(y_hat, y):
    return loss(y_hat, y) / np.log(10)


@mistake("loss", **LOG_2)
def loss_log_2(y_hat, y):
    return loss(y_hat, y) / np.log(2)


@mistake("cost", **HALF_SQUARE)
def cost_half_square(y_hat, y):
    return mean_of(loss_half_square, y_hat, y)


@mistake("cost", **SQUARE)
def cost_square(y_hat, y):
    return mean_of(loss_square, y_hat, y)


@mistake("cost", **ABSOLUTE)
def cost_absolute(y_hat, y):
    return mean_of(loss_absolute, y_hat, y)


@mistake("cost", **NO_MINUS)
def cost_no_minus(y_hat, y):
    return -cost(y_hat, y)


@mistake("cost", **ONE_MINUS)
def cost_one_minus(y_hat, y):
    return mean_of(loss_one_minus, y_hat, y)


@mistake("cost", **SWAPPED_LABELS)
def cost_swapped_labels(y_hat, y):
    return cost(y_hat, 1 - y)


@mistake("cost", **NO_LABELS)
def cost_no_labels(y_hat, y):
    return mean_of(loss_no_labels, y_hat, y)


@mistake("cost", **ONE_MINUS_LOG)
def cost_one_minus_log(y_hat, y):
    return mean_of(loss_one_minus_log, y_hat, y)


@mistake("cost", **LOG_10)
def cost_log_10(y_hat, y):
    return cost(y_hat, y) / np.log(10)


@mistake(
    "cost",
    cause={
        "en": "the losses are added up, but not divided by their number m",
        "ko": "손실을 모두 더했지만 그 개수 m으로 나누지 않았습니다",
    },
    hint={
        "en": "m is the number of columns; `len` of a row of shape (1, m) is 1",
        "ko": "m은 열의 수입니다. 형태가 (1, m)인 행에 `len`을 쓰면 1입니다",
    },
)
def cost_sum(y_hat, y):
    return cost(y_hat, y) * y.shape[1]


@mistake(
    "cost",
    cause={
        "en": "the sum is divided by 2m instead of m",
        "ko": "합을 m이 아니라 2m으로 나누었습니다",
    },
    hint={
        "en": "the 2 belongs to the squared error; a mean needs none",
        "ko": "2는 제곱 오차에서 쓰던 것이고, 평균에는 필요 없습니다",
    },
)
def cost_half(y_hat, y):
    return cost(y_hat, y) / 2


@mistake(
    "cost",
    cause={
        "en": "only the first of the two terms counts: examples with the label 0 cost nothing",
        "ko": "두 항 가운데 첫째만 더해서 정답이 0인 예시의 비용이 0입니다",
    },
    hint={
        "en": "what should an example with the label 0 pay when it was predicted as 0.8?",
        "ko": "정답이 0인데 0.8로 예측한 예시는 얼마를 내야 하는지 생각해 보세요",
    },
)
def cost_first_term(y_hat, y):
    return -np.mean(y * np.log(y_hat))


@mistake(
    "cost",
    cause={
        "en": "this is the loss of the first example alone",
        "ko": "첫 예시 하나의 손실입니다",
    },
    hint={
        "en": "a `return` inside a loop ends it in its first turn",
        "ko": "반복문 안에 `return`이 있으면 첫 바퀴에서 끝납니다",
    },
)
def cost_first_example(y_hat, y):
    return loss(y_hat[0, 0], y[0, 0])


@mistake(
    "cost",
    cause={
        "en": "this is the loss of the first example, divided by m",
        "ko": "첫 예시의 손실을 m으로 나눈 값입니다",
    },
    hint={
        "en": "a `return` inside a loop ends it in its first turn",
        "ko": "반복문 안에 `return`이 있으면 첫 바퀴에서 끝납니다",
    },
)
def cost_first_share(y_hat, y):
    return loss(y_hat[0, 0], y[0, 0]) / y.shape[1]


@mistake(
    "cost",
    cause={
        "en": "this is the loss of the last example alone",
        "ko": "마지막 예시 하나의 손실입니다",
    },
    hint={
        "en": "each turn of the loop should add to a total, not replace it",
        "ko": "반복문이 돌 때마다 합계를 바꿔 쓰지 말고 합계에 더하세요",
    },
)
def cost_last_example(y_hat, y):
    return loss(y_hat[0, -1], y[0, -1])


@mistake(
    "cost",
    cause={
        "en": "this is the loss of the last example, divided by m",
        "ko": "마지막 예시의 손실을 m으로 나눈 값입니다",
    },
    hint={
        "en": "each turn of the loop should add to a total, not replace it",
        "ko": "반복문이 돌 때마다 합계를 바꿔 쓰지 말고 합계에 더하세요",
    },
)
def cost_last_share(y_hat, y):
    return loss(y_hat[0, -1], y[0, -1]) / y.shape[1]


@mistake(
    "cost",
    cause={
        "en": "predictions and labels are averaged first, and the loss is taken of the means",
        "ko": "예측과 정답의 평균을 먼저 구하고, 그 평균의 손실을 계산했습니다",
    },
    hint={
        "en": "every example has a loss of its own; only the losses are averaged",
        "ko": "손실은 예시마다 따로 있고, 평균은 손실에 대해서만 구합니다",
    },
)
def cost_loss_of_means(y_hat, y):
    return loss(np.mean(y_hat), np.mean(y))


# The derivative.


@mistake(
    "numerical_derivative",
    cause={
        "en": "this is the slope from a to a + epsilon, which looks to one side only",
        "ko": "a에서 a + epsilon까지, 한쪽만 본 기울기입니다",
    },
    hint={
        "en": "the two points lie on both sides of a, and a itself is not one of them",
        "ko": "두 점은 a의 양쪽에 있고, a는 그 둘에 들지 않습니다",
    },
)
def numerical_derivative_forward(f, a, epsilon):
    return (f(a + epsilon) - f(a)) / epsilon


@mistake(
    "numerical_derivative",
    cause={
        "en": "this is the slope from a - epsilon to a, which looks to one side only",
        "ko": "a - epsilon에서 a까지, 한쪽만 본 기울기입니다",
    },
    hint={
        "en": "the two points lie on both sides of a, and a itself is not one of them",
        "ko": "두 점은 a의 양쪽에 있고, a는 그 둘에 들지 않습니다",
    },
)
def numerical_derivative_backward(f, a, epsilon):
    return (f(a) - f(a - epsilon)) / epsilon


@mistake(
    "numerical_derivative",
    cause={
        "en": "the height is divided by epsilon, half of the distance between the points",
        "ko": "두 점 사이 거리의 절반인 epsilon으로 높이를 나누었습니다",
    },
    hint={
        "en": "how far is it from a - epsilon to a + epsilon?",
        "ko": "a - epsilon에서 a + epsilon까지는 얼마나 먼지 생각해 보세요",
    },
)
def numerical_derivative_double(f, a, epsilon):
    return 2 * numerical_derivative(f, a, epsilon)


@mistake(
    "numerical_derivative",
    cause={
        "en": "the height is halved and then multiplied by epsilon",
        "ko": "높이를 2로 나눈 다음 epsilon을 곱했습니다",
    },
    hint={
        "en": "Python divides and multiplies from left to right; put parentheses around the width",
        "ko": "파이썬은 나눗셈과 곱셈을 왼쪽부터 차례로 합니다. 너비를 괄호로 묶으세요",
    },
)
def numerical_derivative_precedence(f, a, epsilon):
    return numerical_derivative(f, a, epsilon) * epsilon**2


@mistake(
    "numerical_derivative",
    cause={
        "en": "this is the height between the two points, not divided by the width",
        "ko": "두 점의 높이 차이만 구하고 너비로 나누지 않았습니다",
    },
    hint={
        "en": "a slope is height over width",
        "ko": "기울기는 높이를 너비로 나눈 것입니다",
    },
)
def numerical_derivative_height(f, a, epsilon):
    return f(a + epsilon) - f(a - epsilon)


@mistake(
    "numerical_derivative",
    cause={
        "en": "the two values are added instead of subtracted",
        "ko": "두 함숫값의 차이가 아니라 합을 구했습니다",
    },
    hint={
        "en": "a flat function should have the slope 0",
        "ko": "평평한 함수의 기울기는 0이어야 합니다",
    },
)
def numerical_derivative_sum(f, a, epsilon):
    return (f(a + epsilon) + f(a - epsilon)) / (2 * epsilon)


@mistake(
    "numerical_derivative",
    cause={
        "en": "the slope has the opposite sign: left and right have changed places",
        "ko": "기울기의 부호가 반대입니다. 왼쪽과 오른쪽이 뒤바뀌었습니다",
    },
    hint={
        "en": "where a function rises, its slope is positive",
        "ko": "함수가 올라가는 곳에서 기울기는 양수입니다",
    },
)
def numerical_derivative_reversed(f, a, epsilon):
    return -numerical_derivative(f, a, epsilon)


@mistake(
    "numerical_derivative",
    cause={
        "en": "the step is a tiny one of the function's own; `epsilon` is not used",
        "ko": "`epsilon`을 쓰지 않고 따로 정한 아주 작은 폭을 썼습니다",
    },
    hint={
        "en": "whoever calls the function decides how wide the step is",
        "ko": "폭을 얼마로 할지는 함수를 호출하는 쪽이 정합니다",
    },
)
def numerical_derivative_own_epsilon(f, a, epsilon):
    return numerical_derivative(f, a, 1e-5)


@mistake(
    "numerical_derivative",
    cause={
        "en": "this is the slope of a squared, whatever `f` is",
        "ko": "`f`가 무엇이든 a의 제곱의 기울기를 구했습니다",
    },
    hint={
        "en": "`f` is a function: call it, do not guess it",
        "ko": "`f`는 함수입니다. 짐작하지 말고 호출하세요",
    },
)
def numerical_derivative_of_square(f, a, epsilon):
    return numerical_derivative(square, a, epsilon)


# The step.


@mistake(
    "gradient_step",
    cause={
        "en": "the step goes uphill: it is added",
        "ko": "걸음을 더해서 오르막으로 갔습니다",
    },
    hint={
        "en": "the slope points to where the cost grows",
        "ko": "기울기는 비용이 커지는 쪽을 가리킵니다",
    },
)
def gradient_step_uphill(w, dw, alpha):
    return w + alpha * dw


@mistake(
    "gradient_step",
    cause={
        "en": "the whole slope is subtracted; `alpha` is not used",
        "ko": "기울기를 통째로 뺐고 `alpha`를 쓰지 않았습니다",
    },
    hint={
        "en": "the learning rate says which part of the slope is one step",
        "ko": "학습률은 기울기의 얼마만큼을 한 걸음으로 할지 정합니다",
    },
)
def gradient_step_without_alpha(w, dw, alpha):
    return w - dw


@mistake(
    "gradient_step",
    cause={
        "en": "`alpha` itself is subtracted; `dw` is not used",
        "ko": "`alpha`를 그대로 뺐고 `dw`를 쓰지 않았습니다",
    },
    hint={
        "en": "a steep place asks for a longer step than a flat one",
        "ko": "가파른 곳에서는 평평한 곳보다 걸음이 길어야 합니다",
    },
)
def gradient_step_without_slope(w, dw, alpha):
    return w - alpha


@mistake(
    "gradient_step",
    cause={
        "en": "the slope is divided by `alpha`",
        "ko": "기울기를 `alpha`로 나누었습니다",
    },
    hint={
        "en": "a smaller learning rate makes a smaller step",
        "ko": "학습률이 작을수록 걸음도 작아집니다",
    },
)
def gradient_step_divided(w, dw, alpha):
    return w - dw / alpha


@mistake(
    "gradient_step",
    cause={
        "en": "`alpha` multiplies the difference of `w` and `dw`",
        "ko": "`alpha`를 `w`와 `dw`의 차이에 곱했습니다",
    },
    hint={
        "en": "when the slope is 0, `w` should stay where it is",
        "ko": "기울기가 0이면 `w`는 그 자리에 있어야 합니다",
    },
)
def gradient_step_scaled_difference(w, dw, alpha):
    return alpha * (w - dw)


@mistake(
    "gradient_step",
    cause={
        "en": "this is the step alone, not the place that it leads to",
        "ko": "걸음만 구했고, 걸어서 도착한 자리를 구하지 않았습니다",
    },
    hint={
        "en": "a step begins somewhere; where is `w` in the result?",
        "ko": "걸음에는 출발점이 있습니다. 결과의 어디에 `w`가 있는지 보세요",
    },
)
def gradient_step_only_step(w, dw, alpha):
    return alpha * dw


@mistake(
    "gradient_step",
    cause={
        "en": "this is the step with its sign, but `w` is missing",
        "ko": "부호까지 붙은 걸음이지만 `w`가 없습니다",
    },
    hint={
        "en": "a step begins somewhere; where is `w` in the result?",
        "ko": "걸음에는 출발점이 있습니다. 결과의 어디에 `w`가 있는지 보세요",
    },
)
def gradient_step_only_signed_step(w, dw, alpha):
    return -alpha * dw


@mistake(
    "gradient_step",
    cause={
        "en": "two steps were made instead of one",
        "ko": "한 걸음이 아니라 두 걸음을 갔습니다",
    },
    hint={
        "en": "one call is one step, with the slope measured where it begins",
        "ko": "한 번 호출하면 한 걸음이고, 기울기는 출발한 자리에서 잰 것입니다",
    },
)
def gradient_step_twice(w, dw, alpha):
    return gradient_step(gradient_step(w, dw, alpha), dw, alpha)

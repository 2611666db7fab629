"""Known wrong versions of the graded functions, and what to say about each."""

import math

import numpy as np
from numpy_basics import (
    L1,
    L2,
    calorie_percentages,
    image2vector,
    normalize_rows,
    sigmoid,
    softmax,
)

from autograder.course.mistakes import mistake

# The sigmoid. The two functions go wrong in the same ways.

MIRRORED = {
    "cause": {
        "en": "the exponent is x instead of -x, so the curve falls where it should rise",
        "ko": "지수가 -x가 아니라 x여서, 올라가야 할 곡선이 내려갑니다.",
    },
    "hint": {
        "en": "for a large x the result has to be close to 1",
        "ko": "x가 크면 결과가 1에 가까워야 합니다.",
    },
}
NO_BRACKETS = {
    "cause": {
        "en": "1 was divided by 1, and the exponential added to that",
        "ko": "1을 1로 나눈 뒤 거기에 지수를 더했습니다.",
    },
    "hint": {
        "en": "a division is done before an addition; the denominator needs brackets",
        "ko": "나눗셈이 덧셈보다 먼저입니다. 분모에 괄호가 필요합니다.",
    },
}
MINUS_EXPONENTIAL = {
    "cause": {
        "en": "the denominator is 1 minus the exponential instead of 1 plus it",
        "ko": "분모에서 1에 지수를 더하지 않고 뺐습니다.",
    },
    "hint": {
        "en": "the denominator of a sigmoid is never below 1",
        "ko": "시그모이드의 분모는 1보다 작아지지 않습니다.",
    },
}
HYPERBOLIC = {
    "cause": {
        "en": "this is the hyperbolic tangent, which lies between -1 and 1",
        "ko": "이 값은 쌍곡탄젠트입니다. -1과 1 사이의 값을 가집니다.",
    },
    "hint": {
        "en": "the sigmoid of 0 is one half",
        "ko": "0의 시그모이드는 2분의 1입니다.",
    },
}


@mistake("basic_sigmoid", **MIRRORED)
def basic_sigmoid_mirrored(x):
    return 1 / (1 + math.exp(x))


@mistake("basic_sigmoid", **NO_BRACKETS)
def basic_sigmoid_no_brackets(x):
    return 1 / 1 + math.exp(-x)


@mistake("basic_sigmoid", **MINUS_EXPONENTIAL)
def basic_sigmoid_minus_exponential(x):
    return 1 / (1 - math.exp(-x))


@mistake("basic_sigmoid", **HYPERBOLIC)
def basic_sigmoid_hyperbolic(x):
    return math.tanh(x)


@mistake("sigmoid", **MIRRORED)
def sigmoid_mirrored(x):
    return 1 / (1 + np.exp(x))


@mistake("sigmoid", **NO_BRACKETS)
def sigmoid_no_brackets(x):
    return 1 / 1 + np.exp(-x)


@mistake("sigmoid", **MINUS_EXPONENTIAL)
def sigmoid_minus_exponential(x):
    return 1 / (1 - np.exp(-x))


@mistake("sigmoid", **HYPERBOLIC)
def sigmoid_hyperbolic(x):
    return np.tanh(x)


# The slope of the sigmoid.


@mistake(
    "sigmoid_derivative",
    cause={
        "en": "x itself was put into s(1 - s), not the sigmoid of x",
        "ko": "s(1 - s)에 x의 시그모이드가 아니라 x를 그대로 넣었습니다.",
    },
    hint={
        "en": "no slope of a sigmoid is larger than one quarter, and none is negative",
        "ko": "시그모이드의 기울기는 4분의 1보다 크지 않고, 음수가 되지도 않습니다.",
    },
)
def sigmoid_derivative_of_x(x):
    return x * (1 - x)


@mistake(
    "sigmoid_derivative",
    cause={
        "en": "this is 1 - s², which belongs to the hyperbolic tangent",
        "ko": "이 값은 1 - s²입니다. 그것은 쌍곡탄젠트의 미분입니다.",
    },
    hint={
        "en": "at x = 0 the slope has to be one quarter",
        "ko": "x = 0에서 기울기는 4분의 1이어야 합니다.",
    },
)
def sigmoid_derivative_of_tanh(x):
    return 1 - sigmoid(x) ** 2


@mistake(
    "sigmoid_derivative",
    cause={
        "en": "these are the values of the sigmoid, not its slopes",
        "ko": "이 값은 시그모이드의 기울기가 아니라 함숫값입니다.",
    },
    hint={
        "en": "a slope is small wherever the curve is flat, on both sides",
        "ko": "기울기는 곡선이 평평한 곳이면 양쪽 어디서나 작습니다.",
    },
)
def sigmoid_derivative_value(x):
    return sigmoid(x)


@mistake(
    "sigmoid_derivative",
    cause={
        "en": "the slope is negative everywhere: s(s - 1) instead of s(1 - s)",
        "ko": "기울기가 모두 음수입니다. s(1 - s)가 아니라 s(s - 1)입니다.",
    },
    hint={
        "en": "the sigmoid rises everywhere",
        "ko": "시그모이드는 어디서나 올라갑니다.",
    },
)
def sigmoid_derivative_negative(x):
    s = sigmoid(x)
    return s * (s - 1)


@mistake(
    "sigmoid_derivative",
    cause={
        "en": "this is 1 - s; the factor s is missing",
        "ko": "이 값은 1 - s입니다. s를 곱하지 않았습니다.",
    },
    hint={
        "en": "the slope is a product of two factors, and both are between 0 and 1",
        "ko": "기울기는 두 수의 곱이고, 두 수 모두 0과 1 사이입니다.",
    },
)
def sigmoid_derivative_one_factor(x):
    return 1 - sigmoid(x)


# A picture as a column.


@mistake(
    "image2vector",
    cause={
        "en": "the shape is (height · width, depth): the colours are still side by side",
        "ko": "형태가 (높이 · 너비, 깊이)입니다. 색이 아직 나란히 있습니다.",
    },
    hint={
        "en": "the number of rows is a product of all three lengths",
        "ko": "행의 수는 세 길이를 모두 곱한 것입니다.",
    },
)
def image2vector_two_lengths(image):
    return image.reshape(-1, image.shape[2])


@mistake(
    "image2vector",
    cause={
        "en": "the result has one axis only; a column has two",
        "ko": "결과에 축이 하나뿐입니다. 열에는 축이 두 개 있습니다.",
    },
    hint={
        "en": "the shape of a column ends with 1",
        "ko": "열의 형태는 1로 끝납니다.",
    },
)
def image2vector_flat(image):
    return image.ravel()


@mistake(
    "image2vector",
    cause={
        "en": "the numbers stand in a row, not in a column",
        "ko": "수가 열이 아니라 행으로 놓여 있습니다.",
    },
    hint={
        "en": "the first length of a shape counts the rows",
        "ko": "형태의 첫째 길이가 행의 수입니다.",
    },
)
def image2vector_row(image):
    return image.reshape(1, -1)


@mistake(
    "image2vector",
    cause={
        "en": "the first index runs fastest, as if the picture had been transposed first",
        "ko": "첫째 인덱스가 가장 빨리 변합니다. 사진을 먼저 전치한 것과 같습니다.",
    },
    hint={
        "en": "numpy keeps the order of the numbers by itself; do not turn anything over",
        "ko": "수의 순서는 numpy가 알아서 지킵니다. 아무것도 뒤집지 마세요.",
    },
)
def image2vector_transposed(image):
    return image2vector(image.T)


@mistake(
    "image2vector",
    cause={
        "en": "the colours stand below each other: all of the first, then all of the second",
        "ko": "색마다 따로 모여 있습니다. 첫째 색이 모두 나온 뒤에 둘째 색이 나옵니다.",
    },
    hint={
        "en": "the numbers of one pixel stay together",
        "ko": "픽셀 하나의 수들은 서로 붙어 있습니다.",
    },
)
def image2vector_by_colour(image):
    return image2vector(np.moveaxis(image, 2, 0))


# Rows of length 1.

COLUMNS = {
    "cause": {
        "en": "it is done for every column, not for every row",
        "ko": "행이 아니라 열마다 계산했습니다.",
    },
    "hint": {
        "en": "the axis that you name is the one that you add along",
        "ko": "지정한 축이 바로 더해 나가는 축입니다.",
    },
}
WHOLE = {
    "cause": {
        "en": "one number was computed from the whole matrix, not one for every row",
        "ko": "행마다 하나씩이 아니라 행렬 전체에서 수 하나를 구했습니다.",
    },
    "hint": {
        "en": "without an axis, numpy adds up everything",
        "ko": "축을 지정하지 않으면 numpy는 전부를 더합니다.",
    },
}
LOST_AXIS = {
    "cause": {
        "en": "the numbers of the rows have lost their second axis, so they are laid along"
        " the rows instead of down the columns",
        "ko": "행마다 구한 수가 둘째 축을 잃어, 세로가 아니라 가로로 놓였습니다.",
    },
    "hint": {
        "en": "print the shape of what you divide by; it should be a column",
        "ko": "나누는 값의 형태를 출력해 보세요. 열이어야 합니다.",
    },
}


@mistake("normalize_rows", **COLUMNS)
def normalize_rows_columns(x):
    return normalize_rows(x.T).T


@mistake("normalize_rows", **WHOLE)
def normalize_rows_whole(x):
    return x / np.linalg.norm(x)


@mistake("normalize_rows", **LOST_AXIS)
def normalize_rows_lost_axis(x):
    return x / np.linalg.norm(x, axis=1)


@mistake(
    "normalize_rows",
    cause={
        "en": "the rows were divided by the squares of their lengths",
        "ko": "행을 길이가 아니라 길이의 제곱으로 나누었습니다.",
    },
    hint={
        "en": "a length is the square root of a sum of squares",
        "ko": "길이는 제곱합의 제곱근입니다.",
    },
)
def normalize_rows_no_root(x):
    return x / np.sum(x**2, axis=1, keepdims=True)


@mistake(
    "normalize_rows",
    cause={
        "en": "the rows were divided by the sums of their absolute values",
        "ko": "행을 절댓값의 합으로 나누었습니다.",
    },
    hint={
        "en": "the length of (3, 4) is 5, not 7",
        "ko": "(3, 4)의 길이는 7이 아니라 5입니다.",
    },
)
def normalize_rows_absolute(x):
    return x / np.sum(np.abs(x), axis=1, keepdims=True)


@mistake(
    "normalize_rows",
    cause={
        "en": "the rows were divided by the plain sums of their numbers",
        "ko": "행을 수들의 단순한 합으로 나누었습니다.",
    },
    hint={
        "en": "a length is never negative, and positive and negative numbers do not cancel",
        "ko": "길이는 음수가 될 수 없고, 양수와 음수가 서로 지워지지도 않습니다.",
    },
)
def normalize_rows_sums(x):
    return x / np.sum(x, axis=1, keepdims=True)


@mistake(
    "normalize_rows",
    cause={
        "en": "the rows were divided by their largest absolute value",
        "ko": "행을 절댓값이 가장 큰 수로 나누었습니다.",
    },
    hint={
        "en": "every number of a row takes part in its length",
        "ko": "길이에는 행의 모든 수가 들어갑니다.",
    },
)
def normalize_rows_largest(x):
    return x / np.max(np.abs(x), axis=1, keepdims=True)


@mistake(
    "normalize_rows",
    cause={
        "en": "these are the lengths of the rows; the rows have not been divided by them",
        "ko": "이 값은 행의 길이입니다. 행을 그것으로 나누지 않았습니다.",
    },
    hint={
        "en": "the result has as many columns as `x`",
        "ko": "결과의 열 수는 `x`와 같습니다.",
    },
)
def normalize_rows_lengths(x):
    return np.linalg.norm(x, axis=1, keepdims=True)


# Softmax.


@mistake("softmax", **COLUMNS)
def softmax_columns(x):
    return softmax(x.T).T


@mistake("softmax", **WHOLE)
def softmax_whole(x):
    return np.exp(x) / np.sum(np.exp(x))


@mistake("softmax", **LOST_AXIS)
def softmax_lost_axis(x):
    return np.exp(x) / np.sum(np.exp(x), axis=1)


@mistake(
    "softmax",
    cause={
        "en": "the scores themselves were divided by their sums, without exponentials",
        "ko": "지수를 취하지 않고 점수 자체를 합으로 나누었습니다.",
    },
    hint={
        "en": "probabilities are positive, even where a score is not",
        "ko": "점수가 음수여도 확률은 양수입니다.",
    },
)
def softmax_no_exponential(x):
    return x / np.sum(x, axis=1, keepdims=True)


@mistake(
    "softmax",
    cause={
        "en": "the exponentials were divided by the sums of the scores",
        "ko": "지수를 점수의 합으로 나누었습니다.",
    },
    hint={
        "en": "the sum has to be taken over the same numbers that are divided by it",
        "ko": "나누어지는 바로 그 수들을 더해야 합니다.",
    },
)
def softmax_sum_of_scores(x):
    return np.exp(x) / np.sum(x, axis=1, keepdims=True)


@mistake(
    "softmax",
    cause={
        "en": "the exponents are -x: the lowest score got the highest probability",
        "ko": "지수가 -x입니다. 점수가 가장 낮은 클래스의 확률이 가장 높습니다.",
    },
    hint={
        "en": "the order of the probabilities is that of the scores",
        "ko": "확률의 순서는 점수의 순서와 같습니다.",
    },
)
def softmax_negative(x):
    return softmax(-x)


@mistake(
    "softmax",
    cause={
        "en": "these are the exponentials; they have not been divided by their sums",
        "ko": "이 값은 지수입니다. 합으로 나누지 않았습니다.",
    },
    hint={
        "en": "add up a row of your result: it has to give 1",
        "ko": "결과의 한 행을 더해 보세요. 1이 되어야 합니다.",
    },
)
def softmax_exponentials(x):
    return np.exp(x)


@mistake(
    "softmax",
    cause={
        "en": "the exponentials were divided by the largest of the row, not by their sum",
        "ko": "지수를 합이 아니라 행에서 가장 큰 지수로 나누었습니다.",
    },
    hint={
        "en": "subtracting the largest score is a first step; the division comes after it",
        "ko": "가장 큰 점수를 빼는 것은 첫 단계입니다. 나눗셈은 그다음입니다.",
    },
)
def softmax_largest(x):
    return np.exp(x - np.max(x, axis=1, keepdims=True))


# Losses.

CANCEL = {
    "cause": {
        "en": "the differences were added up with their signs, so errors cancel each other",
        "ko": "차이를 부호째 더해서 오차가 서로 지워집니다.",
    },
    "hint": {
        "en": "both directions of an error have to count; where does the sign go?",
        "ko": "오차는 어느 쪽이든 세어야 합니다. 부호는 어디에서 없어지나요?",
    },
}
MEAN = {
    "cause": {
        "en": "this is the mean over the m examples, not the sum",
        "ko": "이 값은 예시 m개에 대한 합이 아니라 평균입니다.",
    },
    "hint": {
        "en": "nothing is divided by m in this loss",
        "ko": "이 손실에는 m으로 나누는 일이 없습니다.",
    },
}
NOT_ADDED = {
    "cause": {
        "en": "the result is one number for every example; they have not been added up",
        "ko": "예시마다 수가 하나씩 있습니다. 아직 더하지 않았습니다.",
    },
    "hint": {
        "en": "a loss is a single number",
        "ko": "손실은 수 하나입니다.",
    },
}


@mistake("L1", **CANCEL)
def L1_signed(yhat, y):
    return np.sum(y - yhat)


@mistake("L1", **CANCEL)
def L1_signed_the_other_way(yhat, y):
    return np.sum(yhat - y)


@mistake(
    "L1",
    cause={
        "en": "the absolute value was taken of the sum, not of every difference",
        "ko": "차이마다가 아니라 합에 절댓값을 취했습니다.",
    },
    hint={
        "en": "by the time that the sum is made, the errors have cancelled already",
        "ko": "합을 구하고 나면 오차는 이미 서로 지워진 뒤입니다.",
    },
)
def L1_absolute_of_sum(yhat, y):
    return np.abs(np.sum(y - yhat))


@mistake("L1", **MEAN)
def L1_mean(yhat, y):
    return np.mean(np.abs(y - yhat))


@mistake("L1", **NOT_ADDED)
def L1_not_added(yhat, y):
    return np.abs(y - yhat)


@mistake(
    "L1",
    cause={
        "en": "the differences were squared: this is L2",
        "ko": "차이를 제곱했습니다. 이 값은 L2입니다.",
    },
    hint={
        "en": "an error of 0.5 counts as 0.5 here",
        "ko": "여기서 0.5만큼의 오차는 0.5로 셉니다.",
    },
)
def L1_squares(yhat, y):
    return L2(yhat, y)


@mistake(
    "L1",
    cause={
        "en": "this is the largest difference, not the sum of all",
        "ko": "이 값은 모든 차이의 합이 아니라 가장 큰 차이입니다.",
    },
    hint={
        "en": "every example adds to the loss",
        "ko": "모든 예시가 손실에 더해집니다.",
    },
)
def L1_largest(yhat, y):
    return np.max(np.abs(y - yhat))


@mistake("L2", **MEAN)
def L2_mean(yhat, y):
    return np.mean((y - yhat) ** 2)


@mistake("L2", **NOT_ADDED)
def L2_not_added(yhat, y):
    return (y - yhat) ** 2


@mistake(
    "L2",
    cause={
        "en": "a square root was taken at the end",
        "ko": "끝에 제곱근을 취했습니다.",
    },
    hint={
        "en": "this loss is a sum of squares, not a length",
        "ko": "이 손실은 길이가 아니라 제곱의 합입니다.",
    },
)
def L2_root(yhat, y):
    return np.linalg.norm(y - yhat)


@mistake(
    "L2",
    cause={
        "en": "this is half the sum of the squares",
        "ko": "이 값은 제곱합의 절반입니다.",
    },
    hint={
        "en": "some texts put a factor in front of this loss; the formula here has none",
        "ko": "이 손실 앞에 계수를 붙이는 책도 있습니다. 여기의 식에는 없습니다.",
    },
)
def L2_half(yhat, y):
    return L2(yhat, y) / 2


@mistake(
    "L2",
    cause={
        "en": "the sum of the differences was squared, not every difference",
        "ko": "차이마다가 아니라 차이의 합을 제곱했습니다.",
    },
    hint={
        "en": "from the inside out: difference, square, sum",
        "ko": "안쪽에서 바깥쪽으로 차이, 제곱, 합의 순서입니다.",
    },
)
def L2_square_of_sum(yhat, y):
    return np.sum(y - yhat) ** 2


@mistake(
    "L2",
    cause={
        "en": "the absolute differences were added up: this is L1",
        "ko": "차이의 절댓값을 더했습니다. 이 값은 L1입니다.",
    },
    hint={
        "en": "twice the error has to count four times",
        "ko": "오차가 두 배면 네 배로 세어야 합니다.",
    },
)
def L2_absolute(yhat, y):
    return L1(yhat, y)


@mistake(
    "L2",
    cause={
        "en": "the squares of y and of yhat were subtracted, not y and yhat first",
        "ko": "y와 yhat을 먼저 빼지 않고, 제곱한 값끼리 뺐습니다.",
    },
    hint={
        "en": "the square of a difference is not the difference of the squares",
        "ko": "차의 제곱과 제곱의 차는 다릅니다.",
    },
)
def L2_difference_of_squares(yhat, y):
    return np.sum(y**2 - yhat**2)


# Percentages.


@mistake(
    "calorie_percentages",
    cause={
        "en": "every number was divided by the sum of its row: shares of a nutrient, not"
        " of a food",
        "ko": "수를 자기 행의 합으로 나누었습니다. 음식이 아니라 영양소 안에서의 몫입니다.",
    },
    hint={
        "en": "each column of the result has to add up to 100",
        "ko": "결과의 열은 저마다 합이 100이어야 합니다.",
    },
)
def calorie_percentages_of_rows(A):
    return calorie_percentages(A.T).T


@mistake(
    "calorie_percentages",
    cause={
        "en": "every number was divided by the sum of the whole table",
        "ko": "수를 표 전체의 합으로 나누었습니다.",
    },
    hint={
        "en": "without an axis, numpy adds up everything",
        "ko": "축을 지정하지 않으면 numpy는 전부를 더합니다.",
    },
)
def calorie_percentages_of_all(A):
    return 100 * A / A.sum()


@mistake(
    "calorie_percentages",
    cause={
        "en": "these are fractions of 1, not per cent",
        "ko": "백분율이 아니라 1에 대한 비율입니다.",
    },
    hint={
        "en": "a column adds up to 1 now",
        "ko": "지금은 열의 합이 1입니다.",
    },
)
def calorie_percentages_fractions(A):
    return calorie_percentages(A) / 100


@mistake(
    "calorie_percentages",
    cause={
        "en": "the sums were given the shape (1, 4), which is right for four foods only",
        "ko": "합의 형태를 (1, 4)로 정해 두었습니다. 음식이 네 가지일 때만 맞습니다.",
    },
    hint={
        "en": "how many foods there are can be read from the table",
        "ko": "음식이 몇 가지인지는 표에서 알 수 있습니다.",
    },
)
def calorie_percentages_of_four(A):
    return 100 * A / A.sum(axis=0).reshape(1, 4)


@mistake(
    "calorie_percentages",
    cause={
        "en": "these are the sums of the columns in per cent of all calories",
        "ko": "이 값은 열의 합이 전체 열량에서 차지하는 백분율입니다.",
    },
    hint={
        "en": "the result has a row for every nutrient",
        "ko": "결과에는 영양소마다 행이 하나씩 있습니다.",
    },
)
def calorie_percentages_of_foods(A):
    return 100 * A.sum(axis=0) / A.sum()


# Columns.


@mistake(
    "as_column",
    cause={
        "en": "nothing has changed: transposing a rank-1 array gives the same array",
        "ko": "아무것도 바뀌지 않았습니다. 랭크 1 배열은 전치해도 그대로입니다.",
    },
    hint={
        "en": "there is only one axis, so there are no two to swap; add one",
        "ko": "축이 하나뿐이어서 맞바꿀 것이 없습니다. 축을 더하세요.",
    },
)
def as_column_transposed(a):
    return a.T


@mistake(
    "as_column",
    cause={
        "en": "the result is a row: the new axis is in front",
        "ko": "결과가 행입니다. 새 축이 앞에 있습니다.",
    },
    hint={
        "en": "the first length of a shape counts the rows",
        "ko": "형태의 첫째 길이가 행의 수입니다.",
    },
)
def as_column_row(a):
    return a[None, :]


@mistake(
    "as_column",
    cause={
        "en": "the array was multiplied by itself as a row and a column: a square matrix",
        "ko": "배열을 행과 열로 놓고 서로 곱해 정사각 행렬이 되었습니다.",
    },
    hint={
        "en": "nothing has to be computed; only the shape changes",
        "ko": "계산할 것은 없습니다. 형태만 바뀝니다.",
    },
)
def as_column_outer(a):
    return np.outer(a, a)


@mistake(
    "as_column",
    cause={
        "en": "the numbers are in the opposite order",
        "ko": "수의 순서가 거꾸로입니다.",
    },
    hint={
        "en": "the first number stays on top",
        "ko": "첫째 수가 맨 위에 그대로 있어야 합니다.",
    },
)
def as_column_reversed(a):
    return a[::-1, None]

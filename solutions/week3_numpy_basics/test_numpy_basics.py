"""Hidden checks and public examples of the numpy basics.

Inputs are made so that no mistake can hide: matrices are not square, except where a
lost axis would go unnoticed only in a square one; errors have both signs; no number is
0 or 1 where only the shape is at stake.
"""

import math

import numpy as np
import pytest

from autograder.grading import example, grades

MATRIX = ("m", "n")


def predictions(rng, m, ones):
    """Return m predictions and labels, of which `ones` are 1.

    With a single 1 the differences y - yhat add up to less than 0, with a single 0
    to more than 0.
    """
    y = rng.permutation(np.arange(m) < ones).astype(float)
    return np.abs(y - rng.uniform(0.15, 0.28, m)), y


def rows(*values):
    """Return the rows as a matrix of floats."""
    return np.array(values, dtype=float)


# Hidden checks, in call order.


@grades("basic_sigmoid")
@pytest.mark.parametrize(
    ("low", "high"),
    [(-4.0, -2.0), (-2.0, -0.3), (0.3, 2.0), (2.0, 4.0)],
    ids=["very-negative", "negative", "positive", "very-positive"],
)
def test_basic_sigmoid(student, rng, low, high):
    """The sigmoid of one number

    ko: 수 하나의 시그모이드
    """
    student.basic_sigmoid(float(rng.uniform(low, high))).matches_reference()


@grades("sigmoid")
@pytest.mark.parametrize("shape", [(), (7,), (3, 5), (2, 3, 4)], ids=str)
def test_sigmoid(student, rng, shape):
    """The sigmoid of every entry, in the same shape

    ko: 모든 원소의 시그모이드, 같은 형태
    """
    x = rng.uniform(-4, 4, shape)
    student.sigmoid(x if shape else float(x)).matches_reference()


@grades("sigmoid_derivative")
@pytest.mark.parametrize("shape", [(6,), (4, 3), (2, 3, 5), (1, 8)], ids=str)
def test_sigmoid_derivative(student, rng, shape):
    """The slope of the sigmoid at every entry

    ko: 모든 원소에서의 시그모이드 기울기
    """
    student.sigmoid_derivative(rng.uniform(-3, 3, shape)).matches_reference()


@grades("image2vector")
@pytest.mark.parametrize(
    ("height", "width", "depth"), [(3, 4, 2), (5, 2, 3), (2, 6, 3), (4, 3, 5)]
)
def test_image2vector(student, rng, height, width, depth):
    """All numbers of a picture in one column, in their order

    ko: 사진의 모든 수를 순서대로 담은 열
    """
    image = rng.uniform(0.1, 0.9, (height, width, depth))
    student.image2vector(image).matches_reference()


@grades("normalize_rows")
@pytest.mark.parametrize(MATRIX, [(3, 5), (6, 2), (4, 7), (5, 3)])
def test_normalize_rows(student, rng, m, n):
    """Every row divided by its own length

    ko: 자기 길이로 나눈 행
    """
    student.normalize_rows(rng.normal(size=(m, n)) * 3).matches_reference()


@grades("normalize_rows")
@pytest.mark.parametrize(MATRIX, [(4, 4)])
def test_normalize_rows_square(student, rng, m, n):
    """A square matrix, where a lost axis raises no error

    ko: 축을 잃어도 오류가 나지 않는 정사각 행렬
    """
    student.normalize_rows(rng.normal(size=(m, n)) * 3).matches_reference()


@grades("softmax")
@pytest.mark.parametrize(MATRIX, [(3, 5), (6, 4), (2, 7), (5, 2)])
def test_softmax(student, rng, m, n):
    """Probabilities of every row

    ko: 행마다의 확률
    """
    student.softmax(rng.uniform(-2, 2, (m, n))).matches_reference()


@grades("softmax")
@pytest.mark.parametrize(MATRIX, [(4, 4)])
def test_softmax_square(student, rng, m, n):
    """As many examples as classes, where a lost axis raises no error

    ko: 예시 수와 클래스 수가 같아, 축을 잃어도 오류가 나지 않는 행렬
    """
    student.softmax(rng.uniform(-2, 2, (m, n))).matches_reference()


@grades("L1")
@pytest.mark.parametrize(("m", "ones"), [(5, 1), (7, 6), (8, 1), (9, 8), (6, 5)])
def test_L1(student, rng, m, ones):
    """The sum of m absolute differences, as one number

    ko: 절댓값 차이 m개의 합, 수 하나
    """
    student.L1(*predictions(rng, m, ones)).matches_reference()


@grades("L2")
@pytest.mark.parametrize(("m", "ones"), [(6, 1), (5, 4), (9, 1), (7, 6), (8, 7)])
def test_L2(student, rng, m, ones):
    """The sum of m squared differences, as one number

    ko: 제곱한 차이 m개의 합, 수 하나
    """
    student.L2(*predictions(rng, m, ones)).matches_reference()


@grades("calorie_percentages")
@pytest.mark.parametrize("m", [4, 5, 6, 7])
def test_calorie_percentages(student, rng, m):
    """Shares of three nutrients in each of m foods

    ko: 음식 m가지마다 영양소 세 가지의 몫
    """
    student.calorie_percentages(rng.uniform(5, 130, (3, m))).matches_reference()


@grades("as_column")
@pytest.mark.parametrize("n", [4, 6, 9])
def test_as_column(student, rng, n):
    """n numbers below each other, in their order

    ko: 순서대로 위에서 아래로 놓인 수 n개
    """
    student.as_column(rng.uniform(2, 9, n)).matches_reference()


@grades("as_handed_in")
def test_a_chain_as_handed_in(student, rng, reference):
    """A picture to a column to slopes, scores to shares, each fed by your own results

    ko: 사진에서 열로, 열에서 기울기로, 점수에서 몫으로. 입력은 제출한 함수의 결과
    """
    image = rng.normal(size=(3, 2, 4))
    expected = reference.image2vector(image)
    vector = student.image2vector(image)
    vector.matches(expected)
    squashed = student.sigmoid(vector.value)
    squashed.matches(reference.sigmoid(expected))
    slopes = student.sigmoid_derivative(vector.value)
    slopes.matches(reference.sigmoid_derivative(expected))
    single = student.basic_sigmoid(float(expected[0, 0]))
    single.matches(reference.basic_sigmoid(float(expected[0, 0])))

    scores = rng.normal(size=(5, 3))
    expected = reference.softmax(reference.normalize_rows(scores))
    rows_of_one = student.normalize_rows(scores)
    rows_of_one.matches(reference.normalize_rows(scores))
    shares = student.softmax(rows_of_one.value)
    shares.matches(expected)
    student.calorie_percentages(shares.value.T).matches(100 * expected.T)

    guessed, y = expected[:, 0], np.arange(5) % 2.0
    column = student.as_column(guessed)
    column.matches(reference.as_column(guessed))
    flat = column.value[:, 0]
    student.L1(flat, y).matches(reference.L1(guessed, y))
    student.L2(flat, y).matches(reference.L2(guessed, y))


# Public examples: the numbers of the worked examples in the text, and a few more.


@example("basic_sigmoid")
def test_basic_sigmoid_example(student):
    """The worked example: the natural logarithm of 3

    ko: 본문의 예: 3의 자연로그
    """
    student.basic_sigmoid(math.log(3)).matches_reference()


@example("basic_sigmoid")
def test_basic_sigmoid_example_zero(student):
    """In the middle

    ko: 한가운데
    """
    student.basic_sigmoid(0.0).matches_reference()


@example("sigmoid")
def test_sigmoid_example(student):
    """The worked example: three numbers

    ko: 본문의 예: 수 3개
    """
    student.sigmoid(np.array([0, math.log(3), -math.log(3)])).matches_reference()


@example("sigmoid")
def test_sigmoid_example_matrix(student):
    """A matrix

    ko: 행렬
    """
    student.sigmoid(rows([1, -1, 2], [0, 3, -3])).matches_reference()


@example("sigmoid_derivative")
def test_sigmoid_derivative_example(student):
    """The worked example: three numbers

    ko: 본문의 예: 수 3개
    """
    x = np.array([0, math.log(3), -math.log(3)])
    student.sigmoid_derivative(x).matches_reference()


@example("image2vector")
def test_image2vector_example(student):
    """The worked example: two by two pixels, two colours

    ko: 본문의 예: 가로세로 2픽셀, 색 2가지
    """
    image = np.arange(1.0, 9.0).reshape(2, 2, 2)
    student.image2vector(image).matches_reference()


@example("image2vector")
def test_image2vector_example_wide(student):
    """One row of two pixels, three colours

    ko: 픽셀 2개짜리 한 줄, 색 3가지
    """
    student.image2vector(
        np.array([[[0.1, 0.5, 0.2], [0.9, 0.3, 0.7]]])
    ).matches_reference()


@example("normalize_rows")
def test_normalize_rows_example(student):
    """The worked example: two rows

    ko: 본문의 예: 행 2개
    """
    student.normalize_rows(rows([3, 4], [0, 2])).matches_reference()


@example("normalize_rows")
def test_normalize_rows_example_wide(student):
    """Two rows of three numbers

    ko: 수 3개짜리 행 2개
    """
    student.normalize_rows(rows([1, 2, 2], [2, -3, 6])).matches_reference()


@example("softmax")
def test_softmax_example(student):
    """The worked example: two examples, three classes

    ko: 본문의 예: 예시 2개, 클래스 3개
    """
    scores = rows([0, math.log(2), math.log(5)], [0, 0, 0])
    student.softmax(scores).matches_reference()


@example("L1")
def test_L1_example(student):
    """The worked example: three predictions

    ko: 본문의 예: 예측 3개
    """
    student.L1(np.array([0.9, 0.4, 0.2]), np.array([1.0, 0.0, 1.0])).matches_reference()


@example("L2")
def test_L2_example(student):
    """The worked example: three predictions

    ko: 본문의 예: 예측 3개
    """
    student.L2(np.array([0.9, 0.4, 0.2]), np.array([1.0, 0.0, 1.0])).matches_reference()


@example("calorie_percentages")
def test_calorie_percentages_example(student):
    """The worked example: four foods

    ko: 본문의 예: 음식 4가지
    """
    table = rows([90, 2, 10, 20], [8, 33, 40, 25], [2, 65, 50, 155])
    student.calorie_percentages(table).matches_reference()


@example("calorie_percentages")
def test_calorie_percentages_example_two(student):
    """Two foods only

    ko: 음식이 2가지뿐일 때
    """
    student.calorie_percentages(rows([30, 10], [10, 15], [10, 25])).matches_reference()


@example("as_column")
def test_as_column_example(student):
    """The worked example: three numbers

    ko: 본문의 예: 수 3개
    """
    student.as_column(np.array([7.0, 8.0, 9.0])).matches_reference()

"""The numpy basics of week 3 as students meet them, and the reference against loops."""

import math
import re

import numpy as np
import pytest

from autograder.authoring.leaks import solution_statements
from autograder.authoring.script import read_script
from autograder.course.assignment import read_assignment
from autograder.course.modules import load_modules
from autograder.model import AS_HANDED_IN
from tests.solutions.marking import (
    NOTHING,
    SOLUTIONS,
    declared,
    lost,
    nothing,
    reference_of,
    with_mistake,
)

pytestmark = pytest.mark.slow

SLUG = "week3_numpy_basics"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
REFERENCE = reference_of(ASSIGNMENT)

VARIANTS = {
    "the reference": "",
    "normalizeRows as many courses call it": """
del normalize_rows
def normalizeRows(x):
    x_norm = np.linalg.norm(x, ord=2, axis=1, keepdims=True)
    x = x / x_norm
    return x
""",
    "numpy where math would do": """
def basic_sigmoid(x):
    return np.array(1.0 / (1.0 + np.exp(-x)))
""",
    "other formulas of the sigmoid": """
def basic_sigmoid(x):
    return math.e ** x / (1 + math.e ** x)
def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x)))
def sigmoid_derivative(x):
    return np.exp(-x) / (1 + np.exp(-x)) ** 2
""",
    "a helper as a default argument": """
def sigmoid_derivative(x, f=sigmoid):
    return f(x) - np.power(f(x), 2)
""",
    "the product of the three lengths": """
def image2vector(image):
    v = image.reshape((image.shape[0] * image.shape[1] * image.shape[2], 1))
    return v
def as_column(a):
    assert a.ndim == 1
    return a[:, np.newaxis]
""",
    "flattened, then a second axis": """
def image2vector(image):
    return np.expand_dims(image.flatten(), axis=1)
as_column = lambda a: np.array([a]).T
""",
    "shapes set in place": """
def image2vector(image):
    image.shape = (image.size, 1)
    return image
def as_column(a):
    a.resize((len(a), 1), refcheck=False)
    return a
""",
    "row by row in a loop": """
def normalize_rows(x):
    out = np.zeros(x.shape)
    for i in range(x.shape[0]):
        out[i] = x[i] / math.sqrt(sum(v * v for v in x[i]))
    return out
def softmax(x):
    return np.array([np.exp(row) / np.exp(row).sum() for row in x])
""",
    "lengths with a new axis, sums reshaped": """
def normalize_rows(x):
    return x / np.sqrt((x ** 2).sum(axis=1))[:, None]
def softmax(x):
    e = np.exp(x)
    return e / np.sum(e, axis=1).reshape(x.shape[0], 1)
""",
    "the transposed way": """
def normalize_rows(x):
    return (x.T / np.linalg.norm(x.T, axis=0)).T
def softmax(x):
    return (np.exp(x).T / np.exp(x).T.sum(axis=0)).T
""",
    "the largest score subtracted": """
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
""",
    "losses by dot products and other names": """
def L1(a, b):
    return np.abs(a - b).sum()
def L2(a, b):
    return np.dot(b - a, b - a)
""",
    "losses as floats, in loops": """
def L1(yhat, y):
    loss = 0
    for i in range(len(y)):
        loss += abs(float(yhat[i]) - float(y[i]))
    return loss
def L2(yhat, y):
    return float(np.linalg.norm(yhat - y) ** 2)
""",
    "losses as arrays without axes": """
def L1(yhat, y):
    return np.squeeze(np.sum(np.abs(yhat - y), axis=0, keepdims=True))
""",
    "percentages by a row of sums": """
def calorie_percentages(A):
    cal = A.sum(axis=0)
    return A / cal.reshape(1, -1) * 100
""",
    "percentages by broadcasting a rank-1 array": """
def calorie_percentages(A):
    return np.array(100 * (A / np.sum(A, axis=0)))
""",
    "arithmetic in float32": """
def softmax(x):
    e = np.exp(x.astype(np.float32))
    return e / e.sum(axis=1, keepdims=True)
def calorie_percentages(A):
    A = A.astype(np.float32)
    return 100 * A / A.sum(axis=0)
""",
    "defined inside if and try, with a keyword of its own": """
try:
    if np.__version__:
        def L2(yhat, y, power=2):
            return ((yhat - y) ** power).sum()
except AttributeError:
    pass
""",
}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}")
    assert lost(result) == {}
    assert result.score == 100


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    assert mark(SLUG, nothing(ASSIGNMENT, name)).score == 0


def test_a_broken_sigmoid_costs_nothing_above_it(mark):
    wrong = "def sigmoid(x):\n    return None\n"
    assert set(lost(mark(SLUG, f"{REFERENCE}\n{wrong}"))) == {"sigmoid", AS_HANDED_IN}


@pytest.mark.parametrize(("function", "name"), declared(SLUG))
def test_a_mistake_costs_its_own_function_and_is_named(mark, bench_of, function, name):
    missing = lost(mark(SLUG, *with_mistake(ASSIGNMENT, function, name)))
    missing.pop(AS_HANDED_IN, None)
    assert set(missing) == {function}
    assert {feedback.cause for feedback in missing[function]} == {
        m.cause.en for m in bench_of(SLUG).mistakes if m.id == name
    }


def test_there_are_mistakes_for_every_function(bench_of):
    mistakes = bench_of(SLUG).mistakes
    assert len(mistakes) == len(declared(SLUG)) >= 50
    assert {m.function for m in mistakes} == set(ASSIGNMENT.functions)


def test_a_hint_never_holds_the_corrected_line(bench_of):
    lines = solution_statements(read_script(ASSIGNMENT))
    lines = [re.sub(r"\s", "", line) for line in lines]
    assert len(lines) >= 8
    for mistake in bench_of(SLUG).mistakes:
        for words in (mistake.hint.en, mistake.hint.ko):
            said = re.sub(r"\s", "", words)
            assert not [line for line in lines if line in said], mistake.id


# The reference against an implementation that shares nothing with it.


@pytest.fixture(scope="module")
def basics():
    return load_modules(ASSIGNMENT).reference


@pytest.fixture
def table():
    return np.random.default_rng(8).uniform(0.5, 3, (3, 5))


def by_loops(f, x):
    return np.array([f(float(v)) for v in x.ravel()]).reshape(x.shape)


def test_the_sigmoid_and_its_slope(basics, table):
    def logistic(v):
        return math.exp(v) / (math.exp(v) + 1)

    def slope(v):
        return (logistic(v + 1e-6) - logistic(v - 1e-6)) / 2e-6

    np.testing.assert_allclose(basics.sigmoid(table), by_loops(logistic, table))
    np.testing.assert_allclose(
        basics.sigmoid_derivative(table), by_loops(slope, table), rtol=1e-6
    )
    assert basics.basic_sigmoid(1.5) == pytest.approx(logistic(1.5))


def test_shapes_keep_every_number_in_its_order(basics):
    image = np.random.default_rng(5).random((2, 3, 4))
    numbers = [v for row in image.tolist() for pixel in row for v in pixel]
    assert basics.image2vector(image).tolist() == [[v] for v in numbers]
    assert basics.as_column(np.array(numbers)).tolist() == [[v] for v in numbers]


def test_rows_and_columns(basics, table):
    for row, normal, shares in zip(
        table.tolist(),
        basics.normalize_rows(table),
        basics.softmax(table),
        strict=True,
    ):
        assert normal.tolist() == pytest.approx([v / math.hypot(*row) for v in row])
        total = math.fsum(map(math.exp, row))
        assert shares.tolist() == pytest.approx([math.exp(v) / total for v in row])
    for food, percent in zip(
        table.T.tolist(), basics.calorie_percentages(table).T, strict=True
    ):
        assert percent.tolist() == pytest.approx([100 * v / sum(food) for v in food])


def test_losses(basics):
    yhat, y = [0.9, 0.4, 0.2], [1.0, 0.0, 1.0]
    assert basics.L1(np.array(yhat), np.array(y)) == pytest.approx(1.3)
    assert basics.L2(np.array(yhat), np.array(y)) == pytest.approx(0.81)

"""Week 1 as students meet it: right bodies of every kind, wrong ones of every kind."""

import math
import re
import runpy

import numpy as np
import pytest

from autograder.authoring.leaks import solution_statements
from autograder.authoring.script import read_script
from autograder.authoring.stub import stub_text
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

SLUG = "week1_logistic_unit"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
REFERENCE = reference_of(ASSIGNMENT)

VARIANTS = {
    "the reference": "",
    "the sigmoid in the standard library": """
import math
def sigmoid(z):
    return 1 / (1 + math.exp(-z))
""",
    "the other form of the sigmoid": """
def sigmoid(z):
    e = np.exp(z)
    return e / (e + 1.0)
""",
    "a sigmoid that never overflows": """
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    e = np.exp(z)
    return e / (1 + e)
""",
    "the sigmoid by tanh": """
def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
""",
    "a sigmoid in a lambda, by a power of e": """
sigmoid = lambda x: 1.0 / (1.0 + np.e ** (-x))
""",
    "a sigmoid without axes": """
def sigmoid(z):
    return np.asarray(1 / (1 + np.exp(-np.array(z))))
""",
    "the loss by cases": """
import math
def loss(y_hat, y):
    if y == 1:
        return -math.log(y_hat)
    else:
        return -math.log(1 - y_hat)
""",
    "the loss with other names and a tiny epsilon": """
def loss(prediction, label):
    tiny = 1e-9
    other = 1 - prediction
    return -label * np.log(prediction + tiny) - (1 - label) * np.log(other + tiny)
""",
    "the loss as minus the log of a likelihood": """
def loss(y_hat, y):
    return -np.log(y_hat ** y * (1 - y_hat) ** (1 - y))
""",
    "the cost without a loop": """
def cost(y_hat, y):
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
""",
    "the cost by dot products": """
def cost(y_hat, y):
    m = y.shape[1]
    J = -(np.dot(y, np.log(y_hat).T) + np.dot(1 - y, np.log(1 - y_hat).T)) / m
    return float(np.squeeze(J))
""",
    "the cost with a running total, and a loss for all examples": """
def loss(y_hat, y):
    return -np.log(np.where(y == 1, y_hat, 1 - y_hat))
def cost(y_hat, y):
    total = 0
    for i in range(y_hat.size):
        total = total + loss(y_hat.flatten()[i], y.flatten()[i])
    return total / y_hat.size
""",
    "the mean of the loss of the whole row": """
def cost(y_hat, y):
    return np.mean(loss(y_hat, y))
""",
    "labels as integers, in a comprehension with zip": """
def cost(y_hat, y):
    pairs = list(zip(y_hat.ravel().tolist(), y.astype(int).ravel().tolist()))
    return sum(loss(p, t) for p, t in pairs) / len(pairs)
""",
    "the loss passed as an argument": """
def _average(judge, y_hat, y):
    return np.average([judge(y_hat[0][i], y[0][i]) for i in range(len(y[0]))])
def cost(y_hat, y):
    return _average(loss, y_hat, y)
""",
    "a derivative with names for its parts": """
def numerical_derivative(func, x, eps):
    right, left = func(x + eps), func(x - eps)
    height = right - left
    width = (x + eps) - (x - eps)
    return height / width
""",
    "the mean of both one-sided slopes": """
def numerical_derivative(f, a, epsilon):
    return ((f(a + epsilon) - f(a)) / epsilon + (f(a) - f(a - epsilon)) / epsilon) / 2
""",
    "a derivative on an array": """
def numerical_derivative(f, a, epsilon):
    low, high = f(np.array([a - epsilon, a + epsilon]))
    return (high - low) / 2 / epsilon
""",
    "a step in place": """
def gradient_step(w, dw, alpha):
    w -= alpha * dw
    return w
""",
    "a step that adds the opposite": """
def gradient_step(parameter, gradient, learning_rate=0.1):
    change = np.multiply(-learning_rate, gradient)
    return np.add(parameter, change)
""",
    "arithmetic in float32": """
def gradient_step(w, dw, alpha):
    return np.float32(w) - np.float32(alpha) * np.float32(dw)
""",
    "defined inside if and try": """
try:
    if np.__version__:
        def gradient_step(w, dw, alpha):
            return w - dw * alpha
except AttributeError:
    pass
""",
    "a class that calls": """
class Step:
    def __call__(self, w, dw, alpha):
        return w - alpha * dw
gradient_step = Step()
""",
    "a notebook that goes on working": """
from given import cube, ln, square, valley
print(numerical_derivative(square, 5.0, 1.0))
w = 2.0
for turn in range(60):
    w = gradient_step(w, numerical_derivative(valley, w, 0.001), 0.1)
""",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}")
    assert lost(result) == {}
    assert result.score == 100


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    assert mark(SLUG, nothing(ASSIGNMENT, name)).score == 0


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_students_start_from_earns_nothing_and_says_so(mark, language):
    result = mark(SLUG, stub_text(read_script(ASSIGNMENT), language))
    assert result.score == 0
    for function, feedback in lost(result).items():
        if function != AS_HANDED_IN:
            headlines = {f.headline for f in feedback}
            assert headlines == {f"`{function}` is not written yet"}


@pytest.mark.slow
def test_an_empty_file_earns_nothing(mark):
    assert mark(SLUG, "import numpy as np\n").score == 0


@pytest.mark.slow
def test_the_cost_stands_apart_from_the_loss(mark):
    wrong = "\ndef loss(y_hat, y):\n    return (y_hat - y) ** 2 / 2\n"
    missing = lost(mark(SLUG, REFERENCE + wrong))
    assert set(missing) == {"loss", AS_HANDED_IN}


@pytest.mark.slow
@pytest.mark.parametrize(("function", "name"), declared(SLUG))
def test_a_mistake_costs_its_own_function_and_is_named(mark, bench_of, function, name):
    result = mark(SLUG, *with_mistake(ASSIGNMENT, function, name))
    missing = lost(result)
    missing.pop(AS_HANDED_IN, None)
    assert set(missing) == {function}
    assert result.functions[function].score == 0
    assert {feedback.cause for feedback in missing[function]} == {
        m.cause.en for m in bench_of(SLUG).mistakes if m.id == name
    }


@pytest.mark.slow
def test_there_are_mistakes_for_every_function(bench_of):
    mistakes = bench_of(SLUG).mistakes
    assert len(mistakes) == len(declared(SLUG)) >= 40
    assert {m.function for m in mistakes} == set(ASSIGNMENT.functions)


@pytest.mark.slow
def test_a_hint_never_holds_the_corrected_line(bench_of):
    lines = solution_statements(read_script(ASSIGNMENT))
    lines = [re.sub(r"\s", "", line) for line in lines if len(line) >= 12]
    assert len(lines) >= 5
    for mistake in bench_of(SLUG).mistakes:
        for words in (mistake.hint.en, mistake.hint.ko):
            said = re.sub(r"\s", "", words)
            assert not [line for line in lines if line in said], mistake.id


def test_the_figures_are_what_their_script_draws():
    figures = runpy.run_path(str(ASSIGNMENT.folder / "figures.py"))["FIGURES"]
    assert {f"figures/{name}.svg" for name in figures} == set(ASSIGNMENT.files)
    for name, draw in figures.items():
        text = (ASSIGNMENT.folder / "figures" / f"{name}.svg").read_text("utf-8")
        assert text == draw()
        assert len(text.encode()) < 20_000
        assert f"](figures/{name}.svg)" in REFERENCE


# The reference against formulas that share nothing with it.

MODULES = load_modules(ASSIGNMENT)
unit, given = MODULES.reference, MODULES.given


@pytest.mark.parametrize("z", [-30.0, -2.5, -0.1, 0.0, 0.7, 4.0, 30.0])
def test_the_sigmoid_is_half_a_tanh(z):
    assert unit.sigmoid(z) == pytest.approx((1 + math.tanh(z / 2)) / 2, rel=1e-12)
    assert unit.sigmoid(z) + unit.sigmoid(-z) == pytest.approx(1)


def test_the_cost_is_minus_the_log_of_the_likelihood_over_m():
    rng = np.random.default_rng(1)
    y_hat, y = rng.uniform(0.1, 0.9, (1, 9)), rng.integers(0, 2, (1, 9)).astype(float)
    likelihood = math.prod(
        p if t == 1 else 1 - p for p, t in zip(y_hat[0], y[0], strict=True)
    )
    assert unit.cost(y_hat, y) == pytest.approx(-math.log(likelihood) / 9)
    assert np.shape(unit.cost(y_hat, y)) == ()


@pytest.mark.parametrize(
    ("name", "a", "slope"),
    [
        ("square", 3.0, 6.0),
        ("cube", 2.0, 12.0),
        ("ln", 4.0, 0.25),
        ("reciprocal", 2.0, -0.25),
        ("valley", math.log(2), 0.0),
    ],
)
def test_the_derivative_of_a_given_function(name, a, slope):
    f = getattr(given, name)
    assert unit.numerical_derivative(f, a, 1e-5) == pytest.approx(slope, abs=1e-8)


def test_half_the_step_has_a_quarter_of_the_error():
    errors = [unit.numerical_derivative(given.cube, 2.0, e) - 12 for e in (0.2, 0.1)]
    assert errors[0] / errors[1] == pytest.approx(4)


def test_the_walk_of_the_last_section_finds_the_bottom():
    w = 2.0
    for _ in range(60):
        slope = unit.numerical_derivative(given.valley, w, 0.001)
        w = unit.gradient_step(w, slope, 0.1)
    assert w == pytest.approx(math.log(2), abs=1e-5)


def test_the_numbers_of_the_text():
    assert unit.sigmoid(math.log(3)) == pytest.approx(0.75)
    assert unit.loss(0.8, 1) == pytest.approx(0.223, abs=5e-4)
    assert unit.loss(0.8, 0) == pytest.approx(1.609, abs=5e-4)
    y_hat, y = np.array([[0.8, 0.4, 0.5]]), np.array([[1, 0, 1]])
    assert unit.cost(y_hat, y) == pytest.approx(0.476, abs=5e-4)
    assert unit.numerical_derivative(given.cube, 2.0, 0.1) == pytest.approx(12.01)
    assert unit.gradient_step(3.0, 6.0, 0.1) == pytest.approx(2.4)

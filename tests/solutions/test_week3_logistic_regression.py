"""Logistic regression of week 3 as students meet it; the reference against loops."""

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

SLUG = "week3_logistic_regression"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
REFERENCE = reference_of(ASSIGNMENT)

VARIANTS = {
    "the reference": "",
    "a bias of int, and a column of floats": """
def initialize_with_zeros(dim):
    w = np.zeros(shape=(dim, 1))
    b = 0
    assert w.shape == (dim, 1)
    assert isinstance(b, float) or isinstance(b, int)
    return w, b
""",
    "zeros made by multiplication, in a list": """
def initialize_with_zeros(dim):
    return [np.random.randn(dim, 1) * 0, np.float64(0)]
""",
    "a sigmoid of one's own": """
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dw = 1 / m * np.dot(X, (A - Y).T)
    db = 1 / m * np.sum(A - Y)
    assert dw.shape == w.shape
    assert db.dtype == float
    cost = np.squeeze(np.array(cost))
    assert cost.shape == ()
    grads = {"dw": dw, "db": db}
    return grads, cost
""",
    "the cost by dot products": """
def propagate(w, b, X, Y):
    m = Y.size
    A = sigmoid(X.T @ w + b).T
    cost = (-np.dot(Y, np.log(A).T) - np.dot(1 - Y, np.log(1 - A).T)) / m
    return {"db": np.mean(A - Y), "dw": X @ (A - Y).T / m}, cost.item()
""",
    "example by example": """
def propagate(w, b, X, Y):
    n, m = X.shape
    dw, db, cost = np.zeros((n, 1)), 0.0, 0.0
    for i in range(m):
        x = X[:, i:i + 1]
        a = sigmoid(float((w * x).sum()) + b)
        y = int(Y[0, i])
        cost += -math.log(a) if y else -math.log(1 - a)
        dw += x * (a - y)
        db += a - y
    return {"dw": dw / m, "db": db / m}, cost / m
""",
    "a tiny epsilon inside the logarithm": """
def propagate(w, b, X, Y):
    m, e = X.shape[1], 1e-8
    A = sigmoid(w.T.dot(X) + b)
    cost = -np.sum(np.multiply(Y, np.log(A + e)) + (1 - Y) * np.log(1 - A + e)) / m
    return {"dw": X.dot((A - Y).T) / m, "db": (A - Y).sum() / m, "A": A}, cost
""",
    "arithmetic in float32": """
def propagate(w, b, X, Y):
    w, X, Y = (np.asarray(v, dtype=np.float32) for v in (w, X, Y))
    A = sigmoid(w.T @ X + np.float32(b))
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    m = np.float32(X.shape[1])
    return {"dw": X @ (A - Y).T / m, "db": np.mean(A - Y)}, cost
""",
    "optimize with defaults": """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    w = copy.deepcopy(w)
    b = copy.deepcopy(b)
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        dw = grads["dw"]
        db = grads["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i % 100 == 0:
            costs.append(cost)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, costs
""",
    "costs only kept if print_cost": """
def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        if print_cost and i % 100 == 0:
            costs.append(float(cost))
            print(i, cost)
    return {"w": w, "b": b}, grads, costs
""",
    "a while loop that updates in place, in a list": """
def optimize(w, b, X, Y, T, alpha, verbose):
    costs, i = [], 0
    while i < T:
        g, J = propagate(w=w, b=b, X=X, Y=Y)
        if not i % 100:
            costs += [J]
        w -= alpha * g["dw"]
        b -= alpha * g["db"]
        i += 1
    return [dict(w=w, b=b), g, costs]
""",
    "a helper passed as an argument": """
def _walk(step, w, b, X, Y, n, rate):
    costs = []
    for i in range(n):
        grads, cost = step(w, b, X, Y)
        if i % 100 == 0:
            costs.append(np.array(cost))
        w, b = w - rate * grads["dw"], b - rate * grads["db"]
    return {"w": w, "b": b}, grads, costs
def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost=False):
    return _walk(propagate, w, b, X, Y, num_iterations, learning_rate)
""",
    "predictions of bool": """
def predict(w, b, X):
    return sigmoid(np.dot(w.T, X) + b) > 0.5
""",
    "predictions of int, by the sign of z": """
def predict(w, b, X):
    return (w.T @ X + b > 0).astype(int)
""",
    "predictions in a loop": """
def predict(w, b, X):
    m = X.shape[1]
    Y_prediction = np.zeros((1, m))
    w = w.reshape(X.shape[0], 1)
    A = sigmoid(np.dot(w.T, X) + b)
    for i in range(A.shape[1]):
        if A[0, i] > 0.5:
            Y_prediction[0, i] = 1
        else:
            Y_prediction[0, i] = 0
    assert Y_prediction.shape == (1, m)
    return Y_prediction
""",
    "predictions rounded": """
def predict(w, b, X):
    return np.round(sigmoid(w.T @ X + b))
""",
    "predictions chosen by np.where": """
predict = lambda w, b, X: np.where(sigmoid(np.dot(w.T, X) + b) >= 0.5, 1, 0)
""",
    "the model that courses know": """
def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5,
          print_cost=False):
    w, b = initialize_with_zeros(X_train.shape[0])
    parameters, grads, costs = optimize(
        w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    w = parameters["w"]
    b = parameters["b"]
    Y_prediction_test = predict(w, b, X_test)
    Y_prediction_train = predict(w, b, X_train)
    if print_cost:
        error = np.mean(np.abs(Y_prediction_train - Y_train)) * 100
        print("train accuracy: {} %".format(100 - error))
    d = {"costs": costs,
         "Y_prediction_test": Y_prediction_test,
         "Y_prediction_train": Y_prediction_train,
         "w": w,
         "b": b,
         "learning_rate": learning_rate,
         "num_iterations": num_iterations}
    return d
""",
    "a model that keeps more, and one that keeps less": """
def model(X_train, Y_train, X_test, Y_test, steps, rate, print_cost):
    start = initialize_with_zeros(dim=len(X_train))
    params, grads, _ = optimize(
        *start, X_train, Y_train, num_iterations=steps, learning_rate=rate,
        print_cost=print_cost)
    d = {"grads": grads, "Y_prediction_train": predict(X=X_train, **params)}
    return params | d | {"Y_prediction_test": predict(X=X_test, **params)}
""",
    "helpers in a table": """
DO = {"start": initialize_with_zeros, "train": optimize, "say": predict}
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost):
    w, b = DO["start"](X_train.shape[0])
    p, _, costs = DO["train"](
        w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    say = lambda X: DO["say"](p["w"], p["b"], X)
    return {"w": p["w"], "b": p["b"], "costs": costs, "num_iterations": num_iterations,
            "learning_rate": learning_rate, "Y_prediction_train": say(X_train),
            "Y_prediction_test": say(X_test)}
""",
}
IMPORTS = "import copy\nimport math\n"


@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{IMPORTS}{VARIANTS[name]}")
    assert lost(result) == {}
    assert result.score == 100


@pytest.mark.parametrize(
    "name", ["the model that courses know", "costs only kept if print_cost"]
)
def test_a_right_variant_is_told_nothing(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}")
    assert [f.notes for f in result.functions.values() if f.notes] == []


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    """Zeros are the right start, and right nowhere else."""
    zeros = {"initialize_with_zeros": 8.0} if name.startswith("zeros") else {}
    result = mark(SLUG, nothing(ASSIGNMENT, name))
    earned = {key: f.score for key, f in result.functions.items() if f.score}
    assert earned == zeros


@pytest.mark.parametrize(
    "name", ["initialize_with_zeros", "propagate", "optimize", "predict"]
)
def test_a_broken_helper_costs_nothing_above_it(mark, name):
    """A function is marked on what it does, not on what it calls."""
    missing = lost(mark(SLUG, f"{REFERENCE}\ndef {name}(*args):\n    return None\n"))
    assert set(missing) == {name, AS_HANDED_IN}


@pytest.mark.parametrize(("function", "name"), declared(SLUG))
def test_a_mistake_costs_its_own_function_and_is_named(mark, bench_of, function, name):
    missing = lost(mark(SLUG, *with_mistake(ASSIGNMENT, function, name)))
    missing.pop(AS_HANDED_IN, None)
    assert set(missing) == {function}
    assert {feedback.cause for feedback in missing[function]} == {
        m.cause.en for m in bench_of(SLUG).mistakes if m.id == name
    }


def test_every_cost_in_the_list_costs_one_check_only(mark):
    result = mark(
        SLUG, *with_mistake(ASSIGNMENT, "optimize", "optimize_every_cost")
    ).functions["optimize"]
    assert [c.id for c in result.checks if c.feedback] == [
        "test_optimize_costs[4-9-101-0.02]"
    ]


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
def regression():
    return load_modules(ASSIGNMENT).reference


@pytest.fixture
def case():
    rng = np.random.default_rng(4)
    X = rng.normal(size=(3, 8))
    Y = rng.permutation(np.arange(8) % 2).reshape(1, 8).astype(float)
    return rng.normal(size=(3, 1)), 0.4, X, Y


def answer(w, b, x):
    z = math.fsum(float(u) * float(v) for u, v in zip(w, x, strict=True)) + b
    return 1 / (1 + math.exp(-z))


def cost_by_loops(w, b, X, Y):
    total = 0.0
    for x, y in zip(X.T, Y[0], strict=True):
        a = answer(w[:, 0], b, x)
        total -= math.log(a if y else 1 - a)
    return total / X.shape[1]


def slopes_by_loops(w, b, X, Y):
    step = 1e-6
    dw = np.zeros(w.shape)
    for i in range(len(w)):
        e = np.zeros(w.shape)
        e[i] = step
        ends = cost_by_loops(w + e, b, X, Y), cost_by_loops(w - e, b, X, Y)
        dw[i] = (ends[0] - ends[1]) / (2 * step)
    ends = cost_by_loops(w, b + step, X, Y), cost_by_loops(w, b - step, X, Y)
    return dw, (ends[0] - ends[1]) / (2 * step)


def test_the_cost_and_its_slopes(regression, case):
    grads, cost = regression.propagate(*case)
    dw, db = slopes_by_loops(*case)
    assert cost == pytest.approx(cost_by_loops(*case))
    assert np.shape(cost) == np.shape(grads["db"]) == ()
    np.testing.assert_allclose(grads["dw"], dw, atol=1e-8)
    assert grads["db"] == pytest.approx(db, abs=1e-8)


def test_steps_of_training(regression, case):
    w, b, X, Y = case
    params, grads, costs = regression.optimize(w, b, X, Y, 5, 0.2, False)
    assert costs == [pytest.approx(cost_by_loops(w, b, X, Y))]
    for _ in range(5):
        dw, db = slopes_by_loops(w, b, X, Y)
        w, b = w - 0.2 * dw, b - 0.2 * db
    np.testing.assert_allclose(params["w"], w, atol=1e-7)
    np.testing.assert_allclose(grads["dw"], dw, atol=1e-7)
    assert params["b"] == pytest.approx(b, abs=1e-7)


def test_costs_are_kept_every_hundred_steps(regression, case, capsys):
    _, _, costs = regression.optimize(*case, 201, 0.1, True)
    before = regression.optimize(*case, 100, 0.1, False)[0]
    assert len(costs) == len(capsys.readouterr().out.splitlines()) == 3
    assert costs[1] == pytest.approx(cost_by_loops(**before, X=case[2], Y=case[3]))
    assert costs[0] > costs[1] > costs[2]


def test_predictions(regression, case):
    w, b, X, _ = case
    expected = [float(answer(w[:, 0], b, x) > 0.5) for x in X.T]
    assert regression.predict(w, b, X).tolist() == [expected]


def test_the_flowers_of_the_text_can_be_told_apart(regression):
    flowers = load_modules(ASSIGNMENT).given.flowers
    (X, Y), (X_test, Y_test) = flowers(80, seed=1), flowers(40, seed=2)
    d = regression.model(X, Y, X_test, Y_test, 300, 0.5, False)
    assert np.mean(d["Y_prediction_test"] == Y_test) >= 0.9
    assert np.mean(d["Y_prediction_train"] == Y) < 1

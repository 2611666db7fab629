"""Week 4 as students meet it: right bodies of every kind, wrong ones of every kind."""

import math
import re
import runpy

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

SLUG = "week4_shallow_network"
FOLDER = SOLUTIONS / SLUG
ASSIGNMENT = read_assignment(FOLDER)
REFERENCE = reference_of(ASSIGNMENT)
MODULES = load_modules(ASSIGNMENT)
net, given = MODULES.reference, MODULES.given

VARIANTS = {
    "the reference": "",
    "the cost with a third argument": """
def compute_cost(A2, Y, parameters):
    m = Y.shape[1]
    logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
    return float(np.squeeze(-np.sum(logprobs) / m))
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    np.random.seed(3)
    n_x, n_y = layer_sizes(X, Y)[0], layer_sizes(X, Y)[2]
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(0, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 1000 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters
""",
    "a third argument with a default": """
def compute_cost(A2, Y, parameters=None):
    return -np.mean(np.log(np.where(Y == 1, A2, 1 - A2)))
""",
    "the cost as an array without axes": """
def compute_cost(A2, Y):
    m = Y.shape[1]
    cost = -(np.dot(Y, np.log(A2).T) + np.dot(1 - Y, np.log(1 - A2).T)) / m
    return np.squeeze(cost)
""",
    "a tiny epsilon inside the logarithm": """
def compute_cost(A2, Y):
    e = 1e-7
    return -np.mean(Y * np.log(A2 + e) + (1 - Y) * np.log(1 - A2 + e))
""",
    "the slope written out from A1": """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W1, W2 = parameters["W1"], parameters["W2"]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(W2.T, dZ2), 1 - np.power(A1, 2))
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dZ1": dZ1}
""",
    "sums kept as columns by reshape": """
def backward_propagation(parameters, cache, X, Y):
    m = Y.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = parameters["W2"].T.dot(dZ2) / np.cosh(cache["Z1"]) ** 2
    db1 = (np.sum(dZ1, axis=1) / m).reshape(-1, 1)
    db2 = np.mean(dZ2, axis=1)[:, np.newaxis]
    return dict(dW1=dZ1 @ X.T / m, db1=db1, dW2=dZ2 @ cache["A1"].T / m, db2=db2)
""",
    "update in place": """
def update_parameters(parameters, grads, learning_rate=1.2):
    for key in parameters:
        parameters[key] -= learning_rate * grads["d" + key]
    return parameters
""",
    "update after a deep copy, with other names": """
import copy
def update_parameters(params, gradients, alpha=1.2):
    W1 = copy.deepcopy(params["W1"]); b1 = copy.deepcopy(params["b1"])
    W2 = copy.deepcopy(params["W2"]); b2 = copy.deepcopy(params["b2"])
    W1 = W1 - alpha * gradients["dW1"]
    b1 = b1 - alpha * gradients["db1"]
    W2 = W2 - alpha * gradients["dW2"]
    b2 = b2 - alpha * gradients["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
    "a seed inside the initialization": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros(shape=(n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.zeros(shape=(n_y, 1))
    assert W1.shape == (n_h, n_x)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
    "a new kind of generator, the second layer first": """
def initialize_parameters(n_x, n_h, n_y):
    rng = np.random.default_rng()
    return {
        "W2": rng.normal(0, 0.01, (n_y, n_h)), "b2": np.zeros((n_y, 1)),
        "W1": rng.standard_normal((n_h, n_x)) * 0.01, "b1": np.zeros((n_h, 1)),
    }
""",
    "an assertion on the output": """
def forward_propagation(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = (np.exp(Z1) - np.exp(-Z1)) / (np.exp(Z1) + np.exp(-Z1))
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = 1 / (1 + np.exp(-Z2))
    assert A2.shape == (1, X.shape[1])
    return A2, dict(Z1=Z1, A1=A1, Z2=Z2, A2=A2, X=X)
""",
    "activations in a table, results in a list": """
ACT = {"tanh": np.tanh, "sigmoid": lambda Z: 2 / (2 + 2 * np.exp(-Z))}
def layer(A, W, b, kind):
    Z = W @ A + b
    return Z, ACT[kind](Z)
def forward_propagation(X, parameters):
    Z1, A1 = layer(X, parameters["W1"], parameters["b1"], "tanh")
    Z2, A2 = layer(A1, parameters["W2"], parameters["b2"], "sigmoid")
    return [A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}]
""",
    "arithmetic in float32": """
def backward_propagation(parameters, cache, X, Y):
    f = np.float32
    m = f(X.shape[1])
    A1, A2, Z1 = (cache[k].astype(f) for k in ("A1", "A2", "Z1"))
    dZ2 = A2 - Y.astype(f)
    dZ1 = (parameters["W2"].astype(f).T @ dZ2) * (1 - A1 * A1)
    return {"dW1": dZ1 @ X.astype(f).T / m, "db1": dZ1.sum(axis=1, keepdims=True) / m,
            "dW2": dZ2 @ A1.T / m, "db2": dZ2.sum(axis=1, keepdims=True) / m}
""",
    "everything in float32 on the way forward": """
def forward_propagation(X, parameters):
    W1, b1, W2, b2 = (p.astype(np.float32) for p in parameters.values())
    Z1 = W1 @ X.astype(np.float32) + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
    "predictions as truth values": """
def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return A2 > 0.5
""",
    "predictions rounded": """
def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return np.round(A2)
""",
    "predictions one by one": """
def predict(parameters, X):
    A2 = forward_propagation(X=X, parameters=parameters)[0]
    answers = np.zeros((1, X.shape[1]))
    for i in range(A2.shape[1]):
        answers[0, i] = 1 if A2[0, i] > 0.5 else 0
    return answers
""",
    "sizes in a list, from len": """
def layer_sizes(X, Y):
    return [len(X), 4, len(Y)]
""",
    "a leaky ReLU by masks": """
def leaky_relu(Z, slope=0.01):
    return (Z > 0) * Z + (Z <= 0) * slope * Z
def leaky_relu_backward(dA, Z, slope=0.01):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] *= slope
    return dZ
""",
    "tanh by the sigmoid": """
def tanh_backward(dA, Z):
    A = 2 * sigmoid(2 * Z) - 1
    return np.multiply(dA, 1 - np.power(A, 2))
""",
    "a learning rate of the student's own": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False, learning_rate=1.2):
    (n_x, _, n_y), costs = layer_sizes(X, Y), []
    params = initialize_parameters(n_x=n_x, n_h=n_h, n_y=n_y)
    i = 0
    while i < num_iterations:
        A2, cache = forward_propagation(X, params)
        costs.append(compute_cost(A2, Y))
        grads = backward_propagation(params, cache, X, Y)
        params = update_parameters(params, grads, learning_rate=learning_rate)
        i += 1
    return params
""",
    "lambdas, and a definition inside if": """
leaky_relu = lambda Z, slope=0.01: np.where(Z >= 0, Z, Z * slope)
if np.__version__:
    def layer_sizes(X, Y):
        n_h = 4
        return (X.shape[0], n_h, Y.shape[0])
""",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}")
    assert lost(result) == {}
    assert result.score == 100


@pytest.mark.slow
def test_a_helper_of_its_own_kind_costs_only_itself(mark):
    """The cost takes a third argument, and the helper below it is wrong."""
    wrong = "def update_parameters(parameters, grads, learning_rate=1.2):\n"
    wrong += "    return {k: v + grads['d' + k] for k, v in parameters.items()}\n"
    variant = VARIANTS["the cost with a third argument"]
    result = mark(SLUG, f"{REFERENCE}\n{variant}\n{wrong}")
    assert set(lost(result)) == {"update_parameters", AS_HANDED_IN}


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    assert mark(SLUG, nothing(ASSIGNMENT, name)).score == 0


@pytest.mark.slow
@pytest.mark.parametrize(("function", "name"), declared(SLUG))
def test_a_mistake_costs_its_own_function_and_is_named(mark, bench_of, function, name):
    missing = lost(mark(SLUG, *with_mistake(ASSIGNMENT, function, name)))
    missing.pop(AS_HANDED_IN, None)
    assert set(missing) == {function}
    assert {feedback.cause for feedback in missing[function]} == {
        m.cause.en for m in bench_of(SLUG).mistakes if m.id == name
    }


@pytest.mark.slow
def test_a_gradient_that_is_no_slope_loses_that_check(mark):
    source, modules = with_mistake(
        ASSIGNMENT, "backward_propagation", "backward_propagation_without_slope"
    )
    checks = mark(SLUG, source, modules).functions[AS_HANDED_IN].checks
    headlines = {c.id: c.feedback.headline for c in checks if c.feedback}
    assert headlines["test_slopes_as_handed_in"] == (
        "`dW1` is not the slope of the cost that your own functions compute"
    )


def test_there_are_mistakes_for_every_function():
    assert len(MODULES.mistakes) == len(declared(SLUG)) >= 60
    assert {m.function for m in MODULES.mistakes} == set(ASSIGNMENT.functions)


def test_a_hint_never_holds_the_corrected_line():
    lines = solution_statements(read_script(ASSIGNMENT))
    lines = [re.sub(r"\s", "", line) for line in lines if len(line) >= 12]
    assert len(lines) > 20
    for mistake in MODULES.mistakes:
        for words in (mistake.hint.en, mistake.hint.ko):
            said = re.sub(r"\s", "", words)
            assert not [line for line in lines if line in said], mistake.id


# The reference against an implementation that shares nothing with it.


def probability(x, parameters):
    """Return the output for one example, unit by unit."""
    W1, b1, W2, b2 = (parameters[key] for key in ("W1", "b1", "W2", "b2"))
    a = [
        math.tanh(sum(w * v for w, v in zip(row, x, strict=True)) + c[0])
        for row, c in zip(W1, b1, strict=True)
    ]
    return 1 / (
        1 + math.exp(-sum(w * v for w, v in zip(W2[0], a, strict=True)) - b2[0, 0])
    )


def cost_by_loops(X, Y, parameters):
    total = 0.0
    for x, y in zip(X.T, Y[0], strict=True):
        p = probability(x, parameters)
        total -= math.log(p if y else 1 - p)
    return total / X.shape[1]


@pytest.fixture(params=[(2, 4), (3, 1), (4, 7)], ids=str)
def network(request):
    rng = np.random.default_rng(7)
    n_x, n_h = request.param
    X, Y = rng.normal(size=(n_x, 9)), np.array([[0, 1, 1, 0, 1, 0, 0, 1, 1]])
    shapes = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (1, n_h), "b2": (1, 1)}
    return X, Y, {key: rng.normal(size=shape) / 2 for key, shape in shapes.items()}


def test_forward_and_cost(network):
    X, Y, parameters = network
    A2, cache = net.forward_propagation(X, parameters)
    expected = [[probability(x, parameters) for x in X.T]]
    np.testing.assert_allclose(A2, expected, rtol=1e-12)
    np.testing.assert_array_equal(net.predict(parameters, X), np.round(expected))
    assert {key: a.shape for key, a in cache.items()} == {
        "Z1": (len(parameters["W1"]), 9),
        "A1": (len(parameters["W1"]), 9),
        "Z2": (1, 9),
        "A2": (1, 9),
    }
    assert net.compute_cost(A2, Y) == pytest.approx(cost_by_loops(X, Y, parameters))


def test_backward_is_the_slope_of_the_cost(network):
    X, Y, parameters = network
    _, cache = net.forward_propagation(X, parameters)
    grads = net.backward_propagation(parameters, cache, X, Y)
    differences = given.gradient_check(
        lambda moved: cost_by_loops(X, Y, moved), parameters, grads
    )
    assert list(differences) == ["dW1", "db1", "dW2", "db2"]
    assert max(differences.values()) < 1e-8
    wrong = grads | {"db2": 2 * grads["db2"]}
    found = given.gradient_check(
        lambda moved: cost_by_loops(X, Y, moved), parameters, wrong
    )
    assert found["db2"] == pytest.approx(abs(float(grads["db2"][0, 0])), rel=1e-5)


@pytest.mark.parametrize(
    ("function", "backward"),
    [
        (np.tanh, net.tanh_backward),
        (net.leaky_relu, net.leaky_relu_backward),
        (given.relu, given.relu_backward),
        (
            lambda Z: net.leaky_relu(Z, 0.3),
            lambda dA, Z: net.leaky_relu_backward(dA, Z, 0.3),
        ),
    ],
    ids=["tanh", "leaky", "relu", "very leaky"],
)
def test_an_activation_and_its_slope(function, backward):
    Z = np.linspace(-3, 3, 40).reshape(5, 8)  # never exactly 0
    slope = (function(Z + 1e-6) - function(Z - 1e-6)) / 2e-6
    np.testing.assert_allclose(backward(2 * np.ones((5, 8)), Z), 2 * slope, atol=1e-8)


def test_training_separates_the_flower():
    X, Y = given.load_planar(FOLDER)
    assert (X.shape, Y.shape, set(np.ravel(Y))) == ((2, 396), (1, 396), {0, 1})
    assert net.layer_sizes(X, Y) == (2, 4, 1)
    shares = []
    for n_h in (1, 4):
        np.random.seed(1)
        learned = net.nn_model(X, Y, n_h, 1000)
        shares.append(np.mean(net.predict(learned, X) == Y))
    assert shares[0] < 0.7
    assert shares[1] > 0.9


def test_the_data_are_what_their_script_makes():
    made = runpy.run_path(str(FOLDER / "make_data.py"))
    X, Y = made["flower"](np.random.default_rng(made["SEED"]))
    stored = given.load_planar(FOLDER)
    np.testing.assert_allclose(stored[0], X, atol=2e-3)
    np.testing.assert_array_equal(stored[1], Y)
    assert (FOLDER / "data.npz").stat().st_size < 100_000


def test_the_map_shows_class_1_by_letters():
    drawn = given.text_map(lambda X: X[:1] > 0, reach=1, width=4, height=2)
    assert drawn == "..##\n..##"


@pytest.mark.parametrize("name", [f for f in ASSIGNMENT.files if f.endswith(".svg")])
def test_a_figure_is_small_and_light(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert len(text.encode()) <= 20_000
    assert text.startswith("<svg ")
    assert '<rect width="100%" height="100%" fill="#' in text
    for language in ("en", "ko"):
        cells = [c for c in REFERENCE.split("# %%") if f'lang="{language}"' in c]
        assert any(f"]({name})" in cell for cell in cells)

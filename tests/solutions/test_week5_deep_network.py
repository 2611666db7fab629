"""Week 5 as students meet it: right bodies of every kind, wrong ones of every kind."""

import re

import pytest

from autograder.authoring.leaks import solution_statements
from autograder.authoring.script import read_script
from autograder.course.assignment import read_assignment
from autograder.intake.discover import discover
from autograder.model import AS_HANDED_IN
from tests.solutions.marking import (
    NOTHING,
    ROOT,
    SOLUTIONS,
    declared,
    lost,
    nothing,
    reference_of,
    with_mistake,
)

pytestmark = pytest.mark.slow

SLUG = "week5_deep_network"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
REFERENCE = reference_of(ASSIGNMENT)

VARIANTS = {
    "the reference": "",
    "older keys of dA": """
def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    for l in reversed(range(L)):
        kind = "sigmoid" if l == L - 1 else "relu"
        dA, dW, db = linear_activation_backward(dA, caches[l], kind)
        grads["dA" + str(l + 1)] = dA
        grads["dW" + str(l + 1)] = dW
        grads["db" + str(l + 1)] = db
    return grads
""",
    "parameters of other names": """
def update_parameters(parameters, gradients, alpha):
    out = {}
    for key, value in parameters.items():
        out[key] = value - alpha * gradients["d" + key]
    return out
""",
    "update in place": """
def update_parameters(params, grads, learning_rate):
    for key in params:
        params[key] -= learning_rate * grads["d" + key]
    return params
""",
    "the same dictionary with new arrays": """
def update_parameters(params, grads, learning_rate):
    for l in range(len(params) // 2):
        w, b = "W" + str(l + 1), "b" + str(l + 1)
        params[w] = params[w] - learning_rate * grads["d" + w]
        params[b] = params[b] - learning_rate * grads["d" + b]
    return params
""",
    "cost as a Python float": """
def compute_cost(AL, Y):
    total = 0.0
    for p, y in zip(AL.ravel(), Y.ravel()):
        total += y * np.log(p) + (1 - y) * np.log(1 - p)
    return float(-total / Y.shape[1])
""",
    "cost as an array without axes": """
def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -(np.dot(Y, np.log(AL).T) + np.dot(1 - Y, np.log(1 - AL).T)) / m
    return np.squeeze(cost)
""",
    "a tiny epsilon inside the logarithm": """
def compute_cost(AL, Y):
    e = 1e-7
    return -np.mean(Y * np.log(AL + e) + (1 - Y) * np.log(1 - AL + e))
""",
    "labels as integers": """
def compute_cost(AL, Y):
    Y = Y.astype(int)
    return -np.mean(np.where(Y == 1, np.log(AL), np.log(1 - AL)))
""",
    "helpers by an alias": """
lf = linear_forward
def linear_activation_forward(A_prev, W, b, activation):
    Z, cache = lf(A_prev, W, b)
    A, Z = relu(Z) if activation == "relu" else sigmoid(Z)
    return A, (cache, Z)
""",
    "helpers in a table": """
FORWARD = {"relu": relu, "sigmoid": sigmoid}
BACKWARD = dict(relu=relu_backward, sigmoid=sigmoid_backward)
def linear_activation_forward(A_prev, W, b, activation):
    Z, cache = linear_forward(A_prev, W, b)
    return FORWARD[activation](Z)[0], (cache, Z)
def linear_activation_backward(dA, cache, activation):
    return linear_backward(BACKWARD[activation](dA, cache[1]), cache[0])
""",
    "a helper as a default argument": """
def L_model_forward(X, parameters, step=linear_activation_forward):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L + 1):
        kind = "relu" if l < L else "sigmoid"
        A, cache = step(A, parameters[f"W{l}"], parameters[f"b{l}"], kind)
        caches.append(cache)
    return A, caches
""",
    "a keyword of the student's own": """
def linear_forward(A, W, b, check=True):
    Z = W @ A + b
    if check:
        assert Z.shape == (W.shape[0], A.shape[1])
    return Z, (A, W, b)
def linear_activation_forward(A_prev, W, b, activation):
    Z, cache = linear_forward(W=W, b=b, A=A_prev, check=False)
    A, Z = relu(Z) if activation == "relu" else sigmoid(Z)
    return A, (cache, Z)
""",
    "a helper passed as an argument": """
def _walk(step, X, parameters):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L + 1):
        kind = "relu" if l < L else "sigmoid"
        A, cache = step(A, parameters[f"W{l}"], parameters[f"b{l}"], kind)
        caches.append(cache)
    return A, caches
def L_model_forward(X, parameters):
    return _walk(linear_activation_forward, X, parameters)
""",
    "lists for tuples, and extra keys": """
def linear_forward(A, W, b):
    return [np.dot(W, A) + b, [A, W, b]]
def update_parameters(params, grads, learning_rate):
    names = [k for k in params if k[0] in "Wb"]
    new = {k: params[k] - learning_rate * grads["d" + k] for k in names}
    new["learning_rate"] = learning_rate
    return new
""",
    "arithmetic in float32": """
def linear_backward(dZ, cache):
    A_prev, W, b = (x.astype(np.float32) for x in cache)
    dZ = dZ.astype(np.float32)
    m = np.float32(A_prev.shape[1])
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.sum(axis=1, keepdims=True) / m
""",
    "defined inside if and try": """
try:
    if np.__version__:
        def linear_forward(A, W, b):
            return W.dot(A) + b, (A, W, b)
except AttributeError:
    pass
""",
    "a lambda": """
linear_forward = lambda A, W, b: (W @ A + b, (A, W, b))
""",
    "a seed inside the initialization": """
def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    parameters = {}
    for l in range(1, len(layer_dims)):
        shape = (layer_dims[l], layer_dims[l - 1])
        parameters["W" + str(l)] = np.random.randn(*shape) * 0.01
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    rng = np.random.default_rng(1)
    return {
        "W1": rng.normal(0, 0.01, (n_h, n_x)), "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01, "b2": np.zeros((n_y, 1)),
    }
""",
    "an assertion on the output": """
def L_model_forward(X, parameters):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L):
        A, cache = linear_activation_forward(
            A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(
        A, parameters["W" + str(L)], parameters["b" + str(L)], activation="sigmoid")
    caches.append(cache)
    assert AL.shape == (1, X.shape[1])
    return AL, caches
""",
    "an output that overflows, and warns": """
def linear_forward(A, W, b):
    np.exp(np.full(3, 1e6))
    return W @ A + b, (A, W, b)
""",
    "much printing": """
def linear_forward(A, W, b):
    print("W @ A + b " * 2000)
    return W @ A + b, (A, W, b)
""",
    "a class that calls": """
class Update:
    def __call__(self, params, grads, learning_rate):
        return {k: v - learning_rate * grads["d" + k] for k, v in params.items()}
update_parameters = Update()
""",
}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}")
    assert lost(result) == {}
    assert result.score == 100


def test_a_changed_argument_is_a_note(mark):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS['update in place']}")
    assert result.functions["update_parameters"].notes == (
        "`update_parameters` changed its argument `params`",
    )


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    assert mark(SLUG, nothing(ASSIGNMENT, name)).score == 0


@pytest.mark.parametrize("name", ["deep_network.py", "*.ipynb", "*.ko.ipynb"])
def test_what_is_released_earns_nothing_and_says_so(mark, name):
    (file, *_) = sorted((ROOT / "assignments" / SLUG).glob(name))
    (submission,) = discover([file], ASSIGNMENT)
    result = mark(SLUG, submission)
    assert result.score == 0
    for function, feedback in lost(result).items():
        if function != AS_HANDED_IN:
            headlines = {f.headline for f in feedback}
            assert headlines == {f"`{function}` is not written yet"}


def test_an_empty_file_earns_nothing(mark):
    assert mark(SLUG, "import numpy as np\n").score == 0


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
    assert len(mistakes) == len(declared(SLUG)) >= 25
    assert {m.function for m in mistakes} == set(ASSIGNMENT.functions)


def test_a_hint_never_holds_the_corrected_line(bench_of):
    lines = solution_statements(read_script(ASSIGNMENT))
    lines = [re.sub(r"\s", "", line) for line in lines if len(line) >= 12]
    assert len(lines) > 20
    for mistake in bench_of(SLUG).mistakes:
        for words in (mistake.hint.en, mistake.hint.ko):
            said = re.sub(r"\s", "", words)
            assert not [line for line in lines if line in said], mistake.id

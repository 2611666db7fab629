"""Training as students meet it: right bodies and wrong ones, of every kind."""

import itertools
import re

import numpy as np
import pytest

from autograder.authoring.leaks import solution_statements
from autograder.authoring.script import read_script
from autograder.authoring.stub import stub_text
from autograder.course.assignment import read_assignment
from autograder.course.modules import load_modules
from autograder.model import AS_HANDED_IN, Cell, Submission
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

SLUG = "week5_deep_application"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
PROSE = re.compile(r"^#.*\n", re.MULTILINE)
REFERENCE = PROSE.sub("", reference_of(ASSIGNMENT))
NETWORK = PROSE.sub("", reference_of(read_assignment(SOLUTIONS / "week5_deep_network")))
BESIDE = {"deep_network": NETWORK}
"""What students bring along: the functions that they wrote a week before."""

SCALED = NETWORK.replace(
    'parameters[f"W{layer}"] = np.random.randn(n, n_prev) * 0.01',
    'parameters[f"W{layer}"] = np.random.randn(n, n_prev) / np.sqrt(n_prev)',
)
"""With the initialization that this homework has in most places."""

WORLD = """
import time
import numpy as np
import h5py
import matplotlib.pyplot as plt
from dnn_app_utils_v3 import *

np.random.seed(1)
train_x_orig, train_y, test_x_orig, test_y, classes = load_data()

def two_layer_model(X, Y, layers_dims, learning_rate = 0.0075,
                    num_iterations = 3000, print_cost=False):
    np.random.seed(1)
    grads = {}
    costs = []
    m = X.shape[1]
    (n_x, n_h, n_y) = layers_dims
    parameters = initialize_parameters(n_x, n_h, n_y)
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    for i in range(0, num_iterations):
        A1, cache1 = linear_activation_forward(X, W1, b1, activation='relu')
        A2, cache2 = linear_activation_forward(A1, W2, b2, activation='sigmoid')
        cost = compute_cost(A2, Y)
        dA2 = - (np.divide(Y, A2) - np.divide(1 - Y, 1 - A2))
        dA1, dW2, db2 = linear_activation_backward(dA2, cache2, activation='sigmoid')
        dA0, dW1, db1 = linear_activation_backward(dA1, cache1, activation='relu')
        grads['dW1'] = dW1
        grads['db1'] = db1
        grads['dW2'] = dW2
        grads['db2'] = db2
        parameters = update_parameters(parameters, grads, learning_rate)
        W1 = parameters["W1"]
        b1 = parameters["b1"]
        W2 = parameters["W2"]
        b2 = parameters["b2"]
        if print_cost and i % 100 == 0:
            print("Cost after iteration {}: {}".format(i, np.squeeze(cost)))
        if print_cost and i % 100 == 0:
            costs.append(cost)
    plt.plot(np.squeeze(costs))
    plt.ylabel('cost')
    plt.title("Learning rate =" + str(learning_rate))
    plt.show()
    return parameters

def L_layer_model(X, Y, layers_dims, learning_rate = 0.0075,
                  num_iterations = 3000, print_cost=False):
    np.random.seed(1)
    costs = []
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(0, num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 100 == 0 or i == num_iterations - 1:
            print("Cost after iteration {}: {}".format(i, np.squeeze(cost)))
        if i % 100 == 0 or i == num_iterations:
            costs.append(cost)
    return parameters, costs

def predict(X, y, parameters):
    m = X.shape[1]
    n = len(parameters) // 2
    p = np.zeros((1, m))
    probas, caches = L_model_forward(X, parameters)
    for i in range(0, probas.shape[1]):
        if probas[0, i] > 0.5:
            p[0, i] = 1
        else:
            p[0, i] = 0
    print("Accuracy: " + str(np.sum((p == y) / m)))
    return p

parameters = two_layer_model(train_x, train_y, layers_dims = (n_x, n_h, n_y),
                             num_iterations = 2500, print_cost=True)
"""
"""How this homework is handed in all over the world, plots and all."""

VARIANTS = {
    "the reference": "",
    "parameters alone": """
_two, _deep = two_layer_model, L_layer_model
def two_layer_model(*args):
    return _two(*args)[0]
def L_layer_model(*args):
    return _deep(*args)[0]
""",
    "a list instead of a tuple, costs as an array": """
_two = two_layer_model
def two_layer_model(*args):
    parameters, costs = _two(*args)
    return [parameters, np.array(costs[::3])]
""",
    "costs that are kept only when they are printed": """
_deep = L_layer_model
def L_layer_model(X, Y, layers_dims, learning_rate, num_iterations, print_cost):
    parameters, costs = _deep(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, costs[::10] if print_cost else []
""",
    "costs after each step": """
def L_layer_model(X, Y, layers_dims, learning_rate, num_iterations, print_cost):
    costs, parameters = [], rescale_for_depth(initialize_parameters_deep(layers_dims))
    for _ in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        costs.append(compute_cost(L_model_forward(X, parameters)[0], Y))
    return parameters, costs
""",
    "a start of one's own, with a seed": """
def L_layer_model(X, Y, layers_dims, learning_rate, num_iterations, print_cost):
    rng, parameters = np.random.default_rng(3), {}
    for l in range(len(layers_dims) - 1, 0, -1):
        n, n_prev = layers_dims[l], layers_dims[l - 1]
        parameters[f"W{l}"] = rng.normal(0, (2 / n_prev) ** 0.5, (n, n_prev))
        parameters[f"b{l}"] = np.zeros((n, 1))
    for _ in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters
""",
    "everything written out": """
def two_layer_model(X, Y, layers_dims, learning_rate, num_iterations, print_cost):
    n_x, n_h, n_y = layers_dims
    W1, b1 = np.random.randn(n_h, n_x) * 0.01, np.zeros((n_h, 1))
    W2, b2 = np.random.randn(n_y, n_h) * 0.01, np.zeros((n_y, 1))
    for _ in range(num_iterations):
        A1 = np.maximum(0, W1 @ X + b1)
        dZ2 = (1 / (1 + np.exp(-W2 @ A1 - b2)) - Y) / X.shape[1]
        dZ1 = W2.T @ dZ2 * (A1 > 0)
        W2 = W2 - learning_rate * dZ2 @ A1.T
        b2 = b2 - learning_rate * dZ2.sum(axis=1, keepdims=True)
        W1 = W1 - learning_rate * dZ1 @ X.T
        b1 = b1 - learning_rate * dZ1.sum(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
    "two layers as a special case of L": """
def two_layer_model(X, Y, layers_dims, *hyperparameters):
    return L_layer_model(X, Y, list(layers_dims), *hyperparameters)
""",
    "a progress bar and another name for the network": """
import deep_network as dn
from tqdm import tqdm
def L_layer_model(X, Y, layers_dims, learning_rate=0.01, num_iterations=9,
                  print_cost=True):
    P = rescale_for_depth(dn.initialize_parameters_deep(layers_dims))
    costs = {"train": []}
    for i in tqdm(range(num_iterations)):
        AL, caches = dn.L_model_forward(X, P)
        P = dn.update_parameters(P, dn.L_model_backward(AL, Y, caches), learning_rate)
    return P
""",
    "extra keys, and parameters changed in place": """
def L_layer_model(X, Y, layers_dims, learning_rate, num_iterations, print_cost):
    P = rescale_for_depth(initialize_parameters_deep(layers_dims))
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, P)
        grads = L_model_backward(AL, Y, caches)
        for key in P:
            P[key] -= learning_rate * grads["d" + key]
    return dict(P, layers=len(layers_dims) - 1), []
""",
    "predictions as truth values": """
def predict(X, y, parameters):
    return L_model_forward(X, parameters)[0] > 0.5
""",
    "predictions rounded": """
def predict(X, y, parameters):
    probabilities, _ = L_model_forward(X, parameters)
    print("Accuracy:", 100 - np.mean(np.abs(np.round(probabilities) - y)) * 100, "%")
    return np.round(probabilities)
""",
    "arithmetic in float32": """
def predict(X, y, parameters):
    P = {k: v.astype(np.float32) for k, v in parameters.items()}
    return np.where(L_model_forward(X.astype(np.float32), P)[0] >= 0.5, 1.0, 0.0)
""",
}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}", BESIDE)
    assert lost(result) == {}
    assert result.score == 100


def test_what_is_handed_in_all_over_the_world_gets_everything(mark):
    result = mark(SLUG, WORLD, {"dnn_app_utils_v3": SCALED})
    assert lost(result) == {}
    assert result.score == 100


def test_a_deep_network_that_starts_too_small_does_not_learn_as_handed_in(mark):
    text = REFERENCE.replace("rescale_for_depth(initialize", "dict(initialize")
    ((feedback,),) = lost(mark(SLUG, text, BESIDE)).values()
    assert feedback.headline == (
        "after 20 steps, the network answers fewer than 90 % of two well separated"
        " groups of points rightly"
    )


@pytest.mark.parametrize(
    ("text", "modules"),
    [(REFERENCE, {"deep_network": "def linear_forward(:\n"}), (WORLD, {})],
    ids=["ours, a file that cannot be read", "world, no file"],
)
def test_without_the_network_every_function_still_counts(mark, text, modules):
    assert set(lost(mark(SLUG, text, modules))) == {AS_HANDED_IN}


@pytest.mark.parametrize("old", ["for layer in range(L, 0, -1):", "A, L = X, len"])
def test_a_broken_network_costs_nothing_here(mark, old):
    assert old in NETWORK
    broken = NETWORK.replace(old, f"raise ValueError\n    {old}", 1)
    assert set(lost(mark(SLUG, REFERENCE, {"deep_network": broken}))) == {AS_HANDED_IN}


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    assert mark(SLUG, nothing(ASSIGNMENT, name), BESIDE).score == 0


def test_what_is_released_earns_nothing_and_says_so(mark):
    result = mark(SLUG, stub_text(read_script(ASSIGNMENT), "en"), BESIDE)
    assert result.score == 0
    for function, feedback in lost(result).items():
        if function != AS_HANDED_IN:
            headlines = {f.headline for f in feedback}
            assert headlines == {f"`{function}` is not written yet"}


def test_an_empty_file_earns_nothing(mark):
    assert mark(SLUG, "import numpy as np\n", BESIDE).score == 0


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        ("pass", "`two_layer_model` returned None; expected (parameters, costs)"),
        (
            "p, c = _two(*args); del p['b2']; return p, c",
            "`parameters` has no key 'b2'",
        ),
        (
            "p, c = _two(*args); p['b1'] = p['b1'].ravel(); return p, c",
            "`parameters['b1']` has shape (6,); expected (6, 1)",
        ),
        (
            "p, c = _two(*args); p['W1'][:] = p['W1'][0]; return p, c",
            "in a layer of the network, several units start with the same weights",
        ),
        (
            "p, c = _two(*args); return p, [2 * x for x in c]",
            "`costs` does not hold costs of this network while it was trained",
        ),
    ],
)
def test_what_students_are_told(mark, body, headline):
    changed = f"_two = two_layer_model\ndef two_layer_model(*args):\n    {body}\n"
    missing = lost(mark(SLUG, f"{REFERENCE}\n{changed}", BESIDE))
    assert headline in {feedback.headline for feedback in missing["two_layer_model"]}
    assert set(missing) == {"two_layer_model", AS_HANDED_IN}


@pytest.mark.parametrize(("function", "name"), declared(SLUG))
def test_a_mistake_costs_its_own_function_and_is_named(mark, bench_of, function, name):
    source, modules = with_mistake(ASSIGNMENT, function, name)
    modules["right"] = REFERENCE
    cells = (Cell("deep_application.py", source),)
    submission = Submission("s", "deep_application.py", "", cells, modules | BESIDE)
    missing = lost(mark(SLUG, submission))
    missing.pop(AS_HANDED_IN, None)
    assert set(missing) == {function}
    assert {feedback.cause for feedback in missing[function]} == {
        m.cause.en for m in bench_of(SLUG).mistakes if m.id == name
    }


def test_there_are_mistakes_for_every_function(bench_of):
    mistakes = bench_of(SLUG).mistakes
    assert len(mistakes) == len(declared(SLUG)) >= 40
    assert {m.function for m in mistakes} == set(ASSIGNMENT.functions)


def test_a_hint_never_holds_the_corrected_line(bench_of):
    lines = solution_statements(read_script(ASSIGNMENT))
    lines = [re.sub(r"\s", "", line) for line in lines if len(line) >= 12]
    assert len(lines) > 10
    for mistake in bench_of(SLUG).mistakes:
        for words in (mistake.hint.en, mistake.hint.ko):
            said = re.sub(r"\s", "", words)
            assert not [line for line in lines if line in said], mistake.id


# The reference, the data and what is given.


@pytest.fixture(scope="module")
def application():
    return load_modules(ASSIGNMENT)


def test_the_first_step_of_training_is_minus_the_slope(application):
    rng, dims, rate, epsilon = np.random.default_rng(0), [3, 9, 8, 1], 0.3, 1e-6
    X, Y = rng.normal(size=(3, 7)), np.array([[1, 0, 1, 1, 0, 0, 1]])
    (network,) = application.others

    def cost(parameters):
        return network.compute_cost(network.L_model_forward(X, parameters)[0], Y)

    for train, layers in (("two_layer_model", (3, 9, 1)), ("L_layer_model", dims)):
        start, moved = (_run(application, train, X, Y, layers, r) for r in (0, rate))
        for name, value in start.items():
            for index in np.ndindex(value.shape):
                ends = []
                for step in (epsilon, -epsilon):
                    near = {k: v.copy() for k, v in start.items()}
                    near[name][index] += step
                    ends.append(cost(near))
                slope = (ends[0] - ends[1]) / (2 * epsilon)
                step = (start[name] - moved[name])[index] / rate
                assert step == pytest.approx(slope, abs=1e-7), name


def _run(application, train, X, Y, layers, rate):
    np.random.seed(4)
    return getattr(application.reference, train)(X, Y, layers, rate, 1)[0]


def test_the_costs_fall_and_some_are_printed(application, capsys):
    rng = np.random.default_rng(1)
    Y = np.arange(12).reshape(1, 12) % 2
    X = rng.normal(size=(4, 12)) + 2 * Y - 1
    np.random.seed(1)
    train = application.reference.L_layer_model
    parameters, costs = train(X, Y, [4, 6, 5, 1], 0.1, 200, True)
    assert len(costs) == 200
    assert all(later < earlier for earlier, later in itertools.pairwise(costs))
    assert capsys.readouterr().out == (
        f"step 100: cost {costs[99]:.4f}\nstep 200: cost {costs[199]:.4f}\n"
    )
    predictions = application.reference.predict(X, Y, parameters)
    assert predictions.shape == (1, 12)
    assert capsys.readouterr().out == f"accuracy: {np.mean(predictions == Y):.3f}\n"


def test_the_pictures(application):
    train_x, train_y, test_x, test_y = application.given.load_pictures(SOLUTIONS / SLUG)
    assert train_x.shape == (12288, 160)
    assert test_x.shape == (12288, 40)
    assert train_y.shape == (1, 160)
    assert test_y.shape == (1, 40)
    assert set(np.unique(train_y)) == {0, 1} == set(np.unique(test_y))
    assert train_y.mean() == test_y.mean() == 0.5
    assert -0.5 <= train_x.min() < train_x.max() <= 0.5
    assert (SOLUTIONS / SLUG / "data.npz").stat().st_size < 1_000_000


def test_the_pictures_can_be_learned_in_few_steps(application):
    train_x, train_y, *test = application.given.load_pictures(SOLUTIONS / SLUG)
    model = application.reference
    np.random.seed(1)
    parameters, costs = model.two_layer_model(
        train_x, train_y, (12288, 7, 1), 0.05, 150
    )
    assert costs[-1] < 0.3
    assert np.mean(model.predict(train_x, train_y, parameters) == train_y) >= 0.95
    assert np.mean(model.predict(*test, parameters) == test[1]) >= 0.85


def test_rescaling_keeps_the_spread_of_signals(application):
    np.random.seed(0)
    (network,) = application.others
    small = network.initialize_parameters_deep([400, 300, 200])
    large = application.given.rescale_for_depth(small)
    assert np.std(large["W1"]) == pytest.approx(400**-0.5, rel=0.01)
    assert np.std(large["W2"]) == pytest.approx(300**-0.5, rel=0.01)
    np.testing.assert_array_equal(large["b1"], np.zeros((300, 1)))

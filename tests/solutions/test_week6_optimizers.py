"""The optimizers of week 6 as students meet them, and the reference on its own."""

import itertools
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

pytestmark = pytest.mark.slow

SLUG = "week6_optimizers"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
REFERENCE = reference_of(ASSIGNMENT)
MODULES = load_modules(ASSIGNMENT)
optimizers, given = MODULES.reference, MODULES.given

LOOP = """
def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.01,
                                beta1=0.9, beta2=0.999, epsilon=1e-8):
    L = len(parameters) // 2
    v_corrected, s_corrected = {}, {}
    for l in range(1, L + 1):
        for p in ("W", "b"):
            k, d = p + str(l), "d" + p + str(l)
            v[d] = beta1 * v[d] + (1 - beta1) * grads[d]
            v_corrected[d] = v[d] / (1 - np.power(beta1, t))
            s[d] = beta2 * s[d] + (1 - beta2) * np.square(grads[d])
            s_corrected[d] = s[d] / (1 - np.power(beta2, t))
            DIVISOR
            CHANGE
    return parameters, v, s RETURNED
"""
"""A step of Adam as most homework has it; three of its lines differ."""


def adam(divisor, change, returned=""):
    text = LOOP.replace("DIVISOR", f"divisor = {divisor}").replace("RETURNED", returned)
    return text.replace("CHANGE", change)


OUTSIDE = "np.sqrt(s_corrected[d]) + epsilon"
NEW_ARRAY = "parameters[k] = parameters[k] - learning_rate * v_corrected[d] / divisor"

VARIANTS = {
    "the reference": "",
    "mini-batches by whole ones and a rest": """
import math
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    m = X.shape[1]
    mini_batches = []
    permutation = list(np.random.permutation(m))
    shuffled_X = X[:, permutation]
    shuffled_Y = Y[:, permutation].reshape((1, m))
    whole = math.floor(m / mini_batch_size)
    for k in range(whole):
        a, b = k * mini_batch_size, (k + 1) * mini_batch_size
        mini_batches.append((shuffled_X[:, a:b], shuffled_Y[:, a:b]))
    if m % mini_batch_size != 0:
        a = whole * mini_batch_size
        mini_batches.append((shuffled_X[:, a:], shuffled_Y[:, a:]))
    return mini_batches
""",
    "a generator of numpy, and lists for tuples": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    order = np.random.default_rng(seed).permutation(X.shape[1])
    ends = range(mini_batch_size, X.shape[1], mini_batch_size)
    return [[X[:, i], Y[:, i]] for i in np.split(order, ends)]
""",
    "no seed at all": """
def random_mini_batches(X, Y, mini_batch_size=64):
    order = np.random.permutation(X.shape[1])
    X, Y, m = X[:, order], Y[:, order], X.shape[1]
    cuts = [slice(i, min(i + mini_batch_size, m)) for i in range(0, m, mini_batch_size)]
    return [(X[:, cut], Y[:, cut]) for cut in cuts]
""",
    "X and Y on top of each other, shuffled by random": """
import random
def random_mini_batches(X, Y, mini_batch_size, seed):
    random.seed(seed)
    columns = list(np.vstack([X, Y]).T)
    random.shuffle(columns)
    both = np.array(columns).T
    return tuple(
        (both[:-1, i : i + mini_batch_size], both[-1:, i : i + mini_batch_size])
        for i in range(0, both.shape[1], mini_batch_size)
    )
""",
    "labels as integers, data in float32": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    order = np.random.permutation(X.shape[1])
    X, Y = X.astype(np.float32)[:, order], Y.astype(int)[:, order]
    return [(X[:, i : i + mini_batch_size], Y[:, i : i + mini_batch_size])
            for i in range(0, X.shape[1], mini_batch_size)]
""",
    "velocity layer by layer": """
def initialize_velocity(parameters):
    L = len(parameters) // 2
    v = {}
    for l in range(L):
        v["dW" + str(l + 1)] = np.zeros_like(parameters["W" + str(l + 1)])
        v["db" + str(l + 1)] = parameters["b" + str(l + 1)] * 0
    return v
""",
    "both memories of Adam in one loop": """
def initialize_adam(parameters):
    v, s = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        for p in ("W", "b"):
            shape = parameters[f"{p}{l}"].shape
            v[f"d{p}{l}"], s[f"d{p}{l}"] = np.zeros(shape), np.zeros(shape, np.float32)
    return v, s
""",
    "one dictionary for both memories, returned as a list": """
def initialize_adam(parameters):
    v = s = {"d" + key: np.zeros(np.shape(p)) for key, p in parameters.items()}
    return [v, s]
""",
    "momentum in place": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    for key in parameters:
        v["d" + key] *= beta
        v["d" + key] += (1 - beta) * grads["d" + key]
        parameters[key] -= learning_rate * v["d" + key]
    return parameters, v
""",
    "momentum with new arrays in the same dictionaries, and other names": """
def update_parameters_with_momentum(params, gradients, velocity, b, alpha):
    for l in range(1, len(params) // 2 + 1):
        for p in "Wb":
            d = f"d{p}{l}"
            velocity[d] = velocity[d] + (1 - b) * (gradients[d] - velocity[d])
            params[f"{p}{l}"] = params[f"{p}{l}"] - alpha * velocity[d]
    return [params, velocity]
""",
    "momentum in float32, with a note of its own": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, out = {"beta": beta}, {}
    for key in parameters:
        g, old = grads["d" + key].astype(np.float32), v["d" + key].astype(np.float32)
        new["d" + key] = np.float32(beta) * old + np.float32(1 - beta) * g
        out[key] = parameters[key].astype(np.float32) - np.float32(
            learning_rate) * new["d" + key]
    return out, new
""",
    "Adam with three values": adam(OUTSIDE, NEW_ARRAY),
    "Adam with five values": adam(OUTSIDE, NEW_ARRAY, ", v_corrected, s_corrected"),
    "Adam in place, with five values": adam(
        OUTSIDE,
        "parameters[k] -= learning_rate * v_corrected[d] / divisor",
        ", v_corrected, s_corrected",
    ),
    "Adam with epsilon inside the root": adam(
        "np.sqrt(s_corrected[d] + epsilon)", NEW_ARRAY
    ),
    "Adam with the correction in the learning rate": """
def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.01,
                                beta1=0.9, beta2=0.999, epsilon=1e-8):
    rate = learning_rate * np.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)
    v = {k: beta1 * v[k] + (1 - beta1) * grads[k] for k in v}
    s = {k: beta2 * s[k] + (1 - beta2) * grads[k] * grads[k] for k in s}
    new = {k: p - rate * v["d" + k] / (np.sqrt(s["d" + k]) + epsilon)
           for k, p in parameters.items()}
    return new, v, s
""",
    "a check with separate arrays of costs": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    parameters_values, _ = dictionary_to_vector(parameters)
    grad = gradients_to_vector(gradients)
    num_parameters = parameters_values.shape[0]
    J_plus = np.zeros((num_parameters, 1))
    J_minus = np.zeros((num_parameters, 1))
    gradapprox = np.zeros((num_parameters, 1))
    for i in range(num_parameters):
        theta_plus = np.copy(parameters_values)
        theta_plus[i][0] = theta_plus[i][0] + epsilon
        J_plus[i], _ = forward_propagation_n(X, Y, vector_to_dictionary(theta_plus))
        theta_minus = np.copy(parameters_values)
        theta_minus[i][0] = theta_minus[i][0] - epsilon
        J_minus[i], _ = forward_propagation_n(X, Y, vector_to_dictionary(theta_minus))
        gradapprox[i] = (J_plus[i] - J_minus[i]) / (2 * epsilon)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator
    if print_msg or difference > 2e-7:
        print("There is a mistake in the backward propagation!", difference)
    return difference
""",
    "a check with a network and vectors of the student's own": """
def flat(d, keys=("W1", "b1", "W2", "b2", "W3", "b3"), prefix=""):
    return np.concatenate([d[prefix + k].ravel() for k in keys])
def unflat(t):
    return {"W1": t[:20].reshape(5, 4), "b1": t[20:25].reshape(5, 1),
            "W2": t[25:40].reshape(3, 5), "b2": t[40:43].reshape(3, 1),
            "W3": t[43:46].reshape(1, 3), "b3": t[46:].reshape(1, 1)}
def cost_of(X, Y, p):
    A1 = np.maximum(0, np.dot(p["W1"], X) + p["b1"])
    A2 = np.maximum(0, np.dot(p["W2"], A1) + p["b2"])
    A3 = 1 / (1 + np.exp(-(np.dot(p["W3"], A2) + p["b3"])))
    logs = np.multiply(-np.log(A3), Y) + np.multiply(-np.log(1 - A3), 1 - Y)
    return 1.0 / X.shape[1] * np.nansum(logs)
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7):
    theta, grad = flat(parameters), flat(gradients, prefix="d")
    approx = []
    for i in range(theta.size):
        old = theta[i]
        theta[i] = old + epsilon
        above = cost_of(X, Y, unflat(theta))
        theta[i] = old - epsilon
        approx.append((above - cost_of(X, Y, unflat(theta))) / 2 / epsilon)
        theta[i] = old
    length = lambda a: np.sqrt(np.sum(np.square(a)))
    return float(length(grad - approx) / (length(grad) + length(np.array(approx))))
""",
    "helpers of given.py under a module's name": """
import gc_utils
def gradient_check_n(parameters, gradients, X, Y, epsilon):
    from gc_utils import dictionary_to_vector as to_vector
    theta, keys = to_vector(parameters)
    steps = epsilon * np.eye(len(keys))
    J = lambda column: forward_propagation_n(
        X, Y, vector_to_dictionary(theta + column.reshape(-1, 1)))[0]
    approx = np.array([[(J(e) - J(-e)) / (2 * epsilon)] for e in steps])
    grad = gradients_to_vector(gradients)
    norm = np.linalg.norm
    return np.squeeze(norm(grad - approx) / (norm(grad) + norm(approx)))
""",
}
RIGHT_ZEROS = {"initialize_velocity": 6.0, "initialize_adam": 6.0}
"""Where zeros of the right shape are the answer."""


@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}")
    assert lost(result) == {}
    assert result.score == 100


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    result = mark(SLUG, nothing(ASSIGNMENT, name))
    zeros = name == "zeros of the right shape"
    earned = {key: f.score for key, f in result.functions.items() if f.score}
    assert earned == (RIGHT_ZEROS if zeros else {})


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
    assert len(mistakes) == len(declared(SLUG)) >= 40
    assert {m.function for m in mistakes} == set(ASSIGNMENT.functions)


def test_a_hint_never_holds_the_corrected_line(bench_of):
    lines = solution_statements(read_script(ASSIGNMENT))
    lines = [re.sub(r"\s", "", line) for line in lines]
    assert len(lines) > 15
    for mistake in bench_of(SLUG).mistakes:
        for words in (mistake.hint.en, mistake.hint.ko):
            said = re.sub(r"\s", "", words)
            assert not [line for line in lines if line in said], mistake.id


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        ("cut(X, Y)", "nothing"),
        ("cut(X[:, ::-1], Y)", "labels"),
        ("cut(X, Y)[:-1]", "columns"),
    ],
    ids=["in order", "labels elsewhere", "one missing"],
)
def test_a_wrong_partition_is_said_to_be_one(mark, body, headline):
    said = {
        "nothing": "every mini-batch is a block of neighbouring columns of `X`,"
        " as if not shuffled",
        "labels": "the columns of `X` and their labels in `Y` have been separated",
        "columns": "the mini-batches do not hold every column of `X` exactly once",
    }
    wrong = f"""
def random_mini_batches(X, Y, size, seed):
    cut = lambda X, Y: [(X[:, i : i + size], Y[:, i : i + size])
                        for i in range(0, X.shape[1], size)]
    return {body}
"""
    missing = lost(mark(SLUG, f"{REFERENCE}\n{wrong}"))
    headlines = {feedback.headline for feedback in missing["random_mini_batches"]}
    assert said[headline] in headlines


def test_a_changed_argument_is_a_note(mark):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS['momentum in place']}")
    assert result.functions["update_parameters_with_momentum"].notes == (
        "`update_parameters_with_momentum` changed its argument `parameters`",
        "`update_parameters_with_momentum` changed its argument `v`",
    )


# The reference, against what shares nothing with it.


def parameters_of(rng):
    return {key: rng.normal(size=shape) / 2 for key, shape in given.SHAPES.items()}


def cost_by_loops(X, Y, parameters):
    """Return the cost of the network, unit by unit."""
    total = 0.0
    for x, y in zip(X.T, Y[0], strict=True):
        a = list(x)
        for layer in (1, 2, 3):
            W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
            z = [
                sum(w * v for w, v in zip(row, a, strict=True)) + c[0]
                for row, c in zip(W, b, strict=True)
            ]
            a = [max(0.0, v) if layer < 3 else 1 / (1 + math.exp(-v)) for v in z]
        total -= y * math.log(a[0]) + (1 - y) * math.log(1 - a[0])
    return total / X.shape[1]


@pytest.fixture
def batch():
    rng = np.random.default_rng(11)
    X = rng.normal(size=(4, 6))
    return X, np.array([[1.0, 0, 0, 1, 1, 0]]), parameters_of(rng)


@pytest.mark.parametrize(("m", "size"), [(10, 3), (12, 4), (5, 8), (7, 1)])
def test_mini_batches_are_a_partition(m, size):
    X, Y = np.arange(2 * m).reshape(2, m), np.arange(m).reshape(1, m)
    batches = optimizers.random_mini_batches(X, Y, size, 3)
    assert [x.shape[1] for x, _ in batches] == [
        min(size, m - k) for k in range(0, m, size)
    ]
    together = np.concatenate([y[0] for _, y in batches])
    assert sorted(together) == list(range(m))
    for x, y in batches:
        np.testing.assert_array_equal(x, X[:, y[0]])


def test_a_seed_gives_its_own_order():
    X, Y = np.arange(60).reshape(1, 60), np.zeros((1, 60))
    orders = [
        tuple(optimizers.random_mini_batches(X, Y, 60, seed)[0][0][0])
        for seed in (1, 1, 2)
    ]
    assert orders[0] == orders[1] != orders[2]


def test_an_average_is_a_sum_over_all_gradients_before():
    """v after t steps is the sum of (1 - beta) beta^(t - k) g_k."""
    rng, beta = np.random.default_rng(3), 0.8
    parameters = {"W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=(2, 1))}
    start, v = parameters, optimizers.initialize_velocity(parameters)
    seen, steps = [], np.zeros((2, 3))
    for _ in range(6):
        grads = {f"d{k}": rng.normal(size=p.shape) for k, p in parameters.items()}
        seen.append(grads["dW1"])
        parameters, v = optimizers.update_parameters_with_momentum(
            parameters, grads, v, beta, 0.5
        )
        steps += v["dW1"]
    terms = [(1 - beta) * beta ** (5 - k) * g for k, g in enumerate(seen)]
    np.testing.assert_allclose(v["dW1"], sum(terms), rtol=1e-12)
    np.testing.assert_allclose(parameters["W1"], start["W1"] - 0.5 * steps, rtol=1e-12)


def test_adam_number_by_number():
    rng, beta1, beta2, rate = np.random.default_rng(5), 0.9, 0.99, 0.1
    parameters = {"W1": rng.normal(size=(2, 2)), "b1": rng.normal(size=(2, 1))}
    v, s = optimizers.initialize_adam(parameters)
    w, mean, square = float(parameters["W1"][1, 0]), 0.0, 0.0
    for t in range(1, 8):
        grads = {f"d{k}": rng.normal(size=p.shape) for k, p in parameters.items()}
        parameters, v, s = optimizers.update_parameters_with_adam(
            parameters, grads, v, s, t, rate, beta1, beta2, 1e-8
        )
        g = float(grads["dW1"][1, 0])
        mean = beta1 * mean + (1 - beta1) * g
        square = beta2 * square + (1 - beta2) * g * g
        up, down = mean / (1 - beta1**t), math.sqrt(square / (1 - beta2**t)) + 1e-8
        w -= rate * up / down
        assert parameters["W1"][1, 0] == pytest.approx(w, rel=1e-12)
        assert v["dW1"][1, 0] == pytest.approx(mean, rel=1e-12)
        assert s["dW1"][1, 0] == pytest.approx(square, rel=1e-12)


def test_the_first_step_of_adam_is_as_long_as_the_learning_rate():
    parameters = {"W1": np.array([[1.0, 2.0]]), "b1": np.array([[3.0]])}
    grads = {"dW1": np.array([[4.0, -0.004]]), "db1": np.array([[100.0]])}
    v, s = optimizers.initialize_adam(parameters)
    moved, _, _ = optimizers.update_parameters_with_adam(
        parameters, grads, v, s, 1, 0.1
    )
    np.testing.assert_allclose(moved["W1"], [[0.9, 2.1]], rtol=1e-6)
    np.testing.assert_allclose(moved["b1"], [[2.9]], rtol=1e-6)


def test_all_optimizers_go_downhill():
    bowl = {"W1": np.array([[1.0, 12.0]]), "b1": np.array([[3.0]])}
    value = lambda p: sum(float((bowl[k] * p[k] ** 2).sum()) for k in bowl)  # noqa: E731
    start = {"W1": np.array([[-9.0, 2.0]]), "b1": np.array([[1.0]])}
    with_momentum = with_adam = start
    velocity, (v, s) = (
        optimizers.initialize_velocity(start),
        optimizers.initialize_adam(start),
    )
    for t in range(1, 61):
        grads = {f"d{k}": bowl[k] * with_momentum[k] for k in bowl}
        with_momentum, velocity = optimizers.update_parameters_with_momentum(
            with_momentum, grads, velocity, 0.7, 0.3
        )
        grads = {f"d{k}": bowl[k] * with_adam[k] for k in bowl}
        with_adam, v, s = optimizers.update_parameters_with_adam(
            with_adam, grads, v, s, t, 0.5
        )
    assert value(with_momentum) < value(start) / 1000
    assert value(with_adam) < value(start) / 20


def test_the_given_network(batch):
    X, Y, parameters = batch
    cost, cache = given.forward_propagation_n(X, Y, parameters)
    assert cost == pytest.approx(cost_by_loops(X, Y, parameters), rel=1e-12)
    assert [A.shape for A in cache] == [(5, 6), (3, 6), (1, 6)]


def test_vectors_and_back(batch):
    _, _, parameters = batch
    theta, keys = given.dictionary_to_vector(parameters)
    assert theta.shape == (47, 1)
    assert [key for key, _ in itertools.groupby(keys)] == list(given.SHAPES)
    back = given.vector_to_dictionary(theta)
    for key, value in parameters.items():
        np.testing.assert_array_equal(back[key], value)
    grads = {f"d{key}": value for key, value in parameters.items()}
    np.testing.assert_array_equal(given.gradients_to_vector(grads), theta)


@pytest.mark.parametrize(("factor", "expected"), [(1, 0), (2, 1 / 3), (-1, 1), (0, 1)])
def test_the_difference_of_gradients_that_are_off_by_a_factor(batch, factor, expected):
    X, Y, parameters = batch
    slopes = {}
    for key, value in parameters.items():
        slopes[f"d{key}"] = np.zeros(value.shape)
        for index in np.ndindex(value.shape):
            ends = []
            for step in (1e-6, -1e-6):
                moved = {k: array.copy() for k, array in parameters.items()}
                moved[key][index] += step
                ends.append(cost_by_loops(X, Y, moved))
            slopes[f"d{key}"][index] = factor * (ends[0] - ends[1]) / 2e-6
    difference = optimizers.gradient_check_n(parameters, slopes, X, Y)
    assert difference == pytest.approx(expected, abs=1e-6)


def test_the_figures_are_what_the_script_draws():
    figures = runpy.run_path(str(SOLUTIONS / SLUG / "figures.py"))
    for name in ASSIGNMENT.files:
        path = SOLUTIONS / SLUG / name
        text = path.read_text(encoding="utf-8")
        assert text == figures[path.stem]()
        assert len(text.encode()) < 20_000

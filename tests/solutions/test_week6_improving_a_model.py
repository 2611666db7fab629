"""Improving a model as students meet it, and its reference against slopes and loops."""

import math
import re
import xml.etree.ElementTree as ET

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

SLUG = "week6_improving_a_model"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
REFERENCE = reference_of(ASSIGNMENT)

slow = pytest.mark.slow

VARIANTS = {
    "the reference": "",
    "flip and shift by other functions, in float32": """
def augment_flip(images):
    return np.flip(images, axis=2).astype(np.float32)
def augment_shift(images, dy, dx):
    shifted = np.roll(images, (dy, dx), axis=(1, 2))
    if dy > 0: shifted[:, :dy] = 0
    if dy < 0: shifted[:, dy:] = 0
    if dx > 0: shifted[:, :, :dx] = 0
    if dx < 0: shifted[:, :, dx:] = 0
    return shifted
""",
    "pixel by pixel": """
def augment_shift(images, dy, dx):
    m, height, width, _ = images.shape
    out = np.zeros(images.shape)
    for r in range(height):
        for c in range(width):
            if 0 <= r - dy < height and 0 <= c - dx < width:
                out[:, r, c] = images[:, r - dy, c - dx]
    return out
def augment_flip(images):
    width = images.shape[2]
    return np.stack([images[:, :, width - 1 - c] for c in range(width)], axis=2)
""",
    "early stopping with a counter": """
def early_stopping_epoch(costs, patience):
    best_cost, best, bad = float("inf"), 0, 0
    for i in range(len(costs)):
        if costs[i] < best_cost:
            best_cost, best, bad = costs[i], i, 0
        else:
            bad += 1
            if bad == patience:
                return best
    return best
""",
    "early stopping with numpy": """
def early_stopping_epoch(dev_costs, patience):
    costs = np.array(dev_costs)
    for e in range(len(costs)):
        best = np.argmin(costs[:e + 1])
        if e - best >= patience:
            return best
    return np.argmin(costs)
""",
    "a count as a numpy number": """
def count_parameters(layer_dims):
    n = np.array(layer_dims)
    return np.sum(n[1:] * n[:-1]) + np.sum(n[1:])
""",
    "a count as a float": """
def count_parameters(dims):
    return float(sum(dims[i] * (dims[i - 1] + 1) for i in range(1, len(dims))))
""",
    "a seed inside the initialization": """
def initialize_parameters_he(layers_dims):
    np.random.seed(3)
    parameters = {}
    L = len(layers_dims) - 1
    for l in range(1, L + 1):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters['W' + str(l)] = np.random.randn(*shape) * np.sqrt(2. / shape[1])
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters
""",
    "another generator": """
def initialize_parameters_he(dims):
    rng = np.random.default_rng()
    out = {}
    for l, (p, n) in enumerate(zip(dims, dims[1:]), 1):
        out[f"W{l}"] = rng.normal(0, (2 / p) ** 0.5, (n, p))
        out[f"b{l}"] = np.zeros((n, 1))
    return out
""",
    "a cost by norms, with a cross-entropy of the student's own": """
def compute_cost(A3, Y):
    m = Y.shape[1]
    logprobs = np.multiply(-np.log(A3), Y) + np.multiply(-np.log(1 - A3), 1 - Y)
    return 1. / m * np.nansum(logprobs)
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    W1, W2, W3 = parameters["W1"], parameters["W2"], parameters["W3"]
    norms = [np.linalg.norm(W) ** 2 for W in (W1, W2, W3)]
    return compute_cost(A3, Y) + (1 / Y.shape[1]) * (lambd / 2) * sum(norms)
""",
    "a cost as an array without axes": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    l2 = 0
    for key, value in parameters.items():
        if key[0] == "W":
            l2 += (value ** 2).sum()
    return np.squeeze(np.array(cross_entropy(A3, Y) + lambd * l2 / Y.shape[1] / 2))
""",
    "gradients under all the usual keys": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1. / m * np.dot(dZ3, A2.T) + (lambd * W3) / m
    db3 = 1. / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1. / m * np.dot(dZ2, A1.T) + (lambd * W2) / m
    db2 = 1. / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1. / m * np.dot(dZ1, X.T) + (lambd * W1) / m
    db1 = 1. / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2,
            "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
""",
    "1/m inside dZ, and the slope taken at Z": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    grads, dZ, m = {}, (A3 - Y) / Y.shape[1], Y.shape[1]
    for l, A, W, Z in ((3, A2, W3, Z2), (2, A1, W2, Z1), (1, X, W1, None)):
        grads[f"dW{l}"] = dZ @ A.T + lambd / m * W
        grads[f"db{l}"] = dZ.sum(1, keepdims=True)
        if l > 1:
            dZ = (W.T @ dZ) * np.where(Z > 0, 1, 0)
    return grads
""",
    "dropout as courses write it, seeded, with a default": """
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    np.random.seed(1)
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    D1 = np.random.rand(A1.shape[0], A1.shape[1])
    D1 = (D1 < keep_prob).astype(int)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    D2 = np.random.rand(A2.shape[0], A2.shape[1])
    D2 = (D2 < keep_prob).astype(int)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    cache = (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
    return A3, cache
""",
    "masks of truth values from another generator, lists for tuples": """
RNG = np.random.default_rng(8)
def forward_propagation_with_dropout(X, parameters, keep_prob):
    W1, b1, W2, b2, W3, b3 = [parameters[k] for k in "W1 b1 W2 b2 W3 b3".split()]
    Z1 = W1 @ X + b1
    D1 = RNG.random(Z1.shape) < keep_prob
    A1 = np.where(D1, np.maximum(Z1, 0) / keep_prob, 0)
    Z2 = W2 @ A1 + b2
    D2 = RNG.random(Z2.shape) < keep_prob
    A2 = np.where(D2, np.maximum(Z2, 0) / keep_prob, 0)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return [A3, [Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3]]
""",
    "masks from the binomial distribution, or the upper share": """
def forward_propagation_with_dropout(X, parameters, keep_prob):
    W1, b1, W2, b2, W3, b3 = [parameters[k] for k in "W1 b1 W2 b2 W3 b3".split()]
    Z1 = W1 @ X + b1
    D1 = np.random.binomial(1, keep_prob, size=Z1.shape)
    A1 = relu(Z1) * (D1 / keep_prob)
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) > 1 - keep_prob) * 1.0
    A2 = relu(Z2) * (D2 / keep_prob)
    Z3 = W3 @ A2 + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
""",
    "dropout backward in place, the slope before the mask": """
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dA2 = np.dot(W3.T, dZ3)
    dA2 *= Z2 > 0
    dA2 *= D2
    dA2 /= keep_prob
    dA1 = np.dot(W2.T, dA2)
    dA1 *= D1
    dA1 /= keep_prob
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW3, dW2, dW1 = dZ3 @ A2.T * (1 / m), dA2 @ A1.T * (1 / m), dZ1 @ X.T * (1 / m)
    db3, db2, db1 = (np.mean(d, axis=1, keepdims=True) for d in (dZ3, dA2, dZ1))
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}
""",
    "everything in lambdas and tables": """
augment_flip = lambda images: images[:, :, ::-1]
count_parameters = lambda dims: sum(a * b + b for a, b in zip(dims, dims[1:]))
COST = {"ce": cross_entropy}
def compute_cost_with_regularization(A3, Y, parameters, lambd, cost=COST["ce"]):
    l2 = sum((parameters["W" + str(l)] ** 2).sum() for l in range(1, 4))
    return cost(A3, Y) + lambd * l2 / (2 * A3.shape[1])
""",
}


@slow
@pytest.mark.parametrize("name", VARIANTS)
def test_a_right_variant_gets_everything(mark, name):
    result = mark(SLUG, f"{REFERENCE}\n{VARIANTS[name]}")
    assert lost(result) == {}
    assert result.score == 100


@slow
@pytest.mark.parametrize("name", NOTHING)
def test_nothing_earns_nothing(mark, name):
    assert mark(SLUG, nothing(ASSIGNMENT, name)).score == 0


@slow
@pytest.mark.parametrize(("function", "name"), declared(SLUG))
def test_a_mistake_costs_its_own_function_and_is_named(mark, bench_of, function, name):
    missing = lost(mark(SLUG, *with_mistake(ASSIGNMENT, function, name)))
    missing.pop(AS_HANDED_IN, None)
    assert set(missing) == {function}
    assert {feedback.cause for feedback in missing[function]} == {
        m.cause.en for m in bench_of(SLUG).mistakes if m.id == name
    }


@slow
@pytest.mark.parametrize(
    ("share", "headline"),
    [
        ("1 - keep_prob", "the masks keep another share of the units than `keep_prob`"),
        ("1.0", "the masks keep another share of the units than `keep_prob`"),
    ],
)
def test_another_share_is_seen_whatever_generator_is_used(mark, share, headline):
    text = f"""
def forward_propagation_with_dropout(X, parameters, keep_prob):
    W1, b1, W2, b2, W3, b3 = [parameters[k] for k in "W1 b1 W2 b2 W3 b3".split()]
    rng = np.random.default_rng(5)
    Z1 = W1 @ X + b1
    D1 = rng.random(Z1.shape) < {share}
    A1 = relu(Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = rng.random(Z2.shape) < {share}
    A2 = relu(Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
"""
    missing = lost(mark(SLUG, f"{REFERENCE}\n{text}"))
    feedback = missing["forward_propagation_with_dropout"]
    assert feedback[0].headline == headline
    assert len(feedback) == 5  # every check of the function


@slow
def test_a_mask_that_does_not_change_with_the_example_is_seen(mark):
    text = """
def forward_propagation_with_dropout(X, parameters, keep_prob):
    W1, b1, W2, b2, W3, b3 = [parameters[k] for k in "W1 b1 W2 b2 W3 b3".split()]
    m = X.shape[1]
    def mask(n):
        return np.repeat((np.arange(n) < round(keep_prob * n))[:, None], m, axis=1)
    Z1 = W1 @ X + b1
    D1 = mask(len(Z1))
    A1 = relu(Z1) * D1 / keep_prob
    Z2 = W2 @ A1 + b2
    D2 = mask(len(Z2))
    A2 = relu(Z2) * D2 / keep_prob
    Z3 = W3 @ A2 + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
"""
    missing = lost(mark(SLUG, f"{REFERENCE}\n{text}"))
    assert [f.headline for f in missing["forward_propagation_with_dropout"]] == [
        "a mask drops the same units for every example, or all units of an example",
        "a mask drops the same units for every example, or all units of an example",
        "a mask drops the same units for every example, or all units of an example",
        "the mean of A1 over many masks is not A1 without dropout",
        "the mean of A1 over many masks is not A1 without dropout",
    ]


@slow
def test_there_are_mistakes_for_every_function(bench_of):
    mistakes = bench_of(SLUG).mistakes
    assert len(mistakes) == len(declared(SLUG)) >= 60
    assert {m.function for m in mistakes} == set(ASSIGNMENT.functions)


@slow
def test_a_hint_never_holds_the_corrected_line(bench_of):
    lines = solution_statements(read_script(ASSIGNMENT))
    lines = [re.sub(r"\s", "", line) for line in lines if len(line) >= 12]
    assert len(lines) > 20
    for mistake in bench_of(SLUG).mistakes:
        for words in (mistake.hint.en, mistake.hint.ko):
            said = re.sub(r"\s", "", words)
            assert not [line for line in lines if line in said], mistake.id


def test_figures():
    """They have a background of their own, are small, and stand in both languages."""
    for name in ASSIGNMENT.files:
        path = ASSIGNMENT.folder / name
        assert path.stat().st_size <= 20_000
        root = ET.parse(path).getroot()
        first = root[0]
        assert first.tag.endswith("rect")
        assert (first.get("width"), first.get("height"), first.get("fill")) == (
            root.get("width"),
            root.get("height"),
            "#ffffff",
        )
        assert len(re.findall(rf"!\[[^\]]{{30,}}\]\({name}\)", REFERENCE)) == 2


# The reference, against an implementation that shares nothing with it.


@pytest.fixture(scope="module")
def modules():
    return load_modules(ASSIGNMENT)


@pytest.fixture(params=[(3, 4, 2), (2, 5, 3)], ids=str)
def network(request):
    rng = np.random.default_rng(7)
    dims, m = (*request.param, 1), 8
    parameters = {}
    for layer in (1, 2, 3):
        shape = (dims[layer], dims[layer - 1])
        parameters[f"W{layer}"] = rng.normal(size=shape) / math.sqrt(shape[1])
        parameters[f"b{layer}"] = rng.normal(size=(dims[layer], 1)) / 4
    X = rng.normal(size=(dims[0], m))
    return X, rng.integers(0, 2, size=(1, m)).astype(float), parameters


def output_by_loops(x, parameters, masks, keep_prob):
    """Return the prediction for one example, unit by unit."""
    a = list(x)
    for layer in (1, 2, 3):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        z = [
            sum(w * v for w, v in zip(row, a, strict=True)) + c[0]
            for row, c in zip(W, b, strict=True)
        ]
        if layer < 3:
            kept = masks[layer - 1]
            a = [
                max(0.0, v) / keep_prob if k else 0.0
                for v, k in zip(z, kept, strict=True)
            ]
    return 1 / (1 + math.exp(-z[0]))


def cost_by_loops(X, Y, parameters, lambd=0.0, masks=None, keep_prob=1.0):
    m, total = X.shape[1], 0.0
    everything = [np.ones((len(parameters[f"b{layer}"]), m)) for layer in (1, 2)]
    for j in range(m):
        kept = [mask[:, j] for mask in masks or everything]
        p = output_by_loops(X[:, j], parameters, kept, keep_prob)
        total -= math.log(p if Y[0, j] else 1 - p)
    squares = sum(w * w for k in ("W1", "W2", "W3") for w in parameters[k].flat)
    return total / m + lambd * squares / 2 / m


def assert_slopes(gradients, cost, parameters):
    epsilon = 1e-6
    for name, value in parameters.items():
        for index in np.ndindex(value.shape):
            ends = []
            for step in (epsilon, -epsilon):
                moved = {k: v.copy() for k, v in parameters.items()}
                moved[name][index] += step
                ends.append(cost(moved))
            slope = (ends[0] - ends[1]) / (2 * epsilon)
            assert gradients[f"d{name}"][index] == pytest.approx(slope, abs=1e-7), name


def test_l2_cost_and_its_slopes(modules, network):
    X, Y, parameters = network
    net, lambd = modules.reference, 0.7
    A3, cache = modules.given.forward(X, parameters)
    cost = net.compute_cost_with_regularization(A3, Y, parameters, lambd)
    assert cost == pytest.approx(cost_by_loops(X, Y, parameters, lambd))
    gradients = net.backward_propagation_with_regularization(X, Y, cache, lambd)
    assert_slopes(
        gradients, lambda moved: cost_by_loops(X, Y, moved, lambd), parameters
    )


def test_dropout_and_its_slopes(modules, network):
    X, Y, parameters = network
    net, keep_prob = modules.reference, 0.7
    np.random.seed(2)
    A3, cache = net.forward_propagation_with_dropout(X, parameters, keep_prob)
    masks = (cache[1], cache[6])
    assert all(set(np.unique(mask)) == {0, 1} for mask in masks)
    expected = [
        output_by_loops(X[:, j], parameters, [D[:, j] for D in masks], keep_prob)
        for j in range(X.shape[1])
    ]
    np.testing.assert_allclose(A3, [expected], rtol=1e-12)
    gradients = net.backward_propagation_with_dropout(X, Y, cache, keep_prob)
    assert_slopes(
        gradients,
        lambda moved: cost_by_loops(X, Y, moved, 0.0, masks, keep_prob),
        parameters,
    )


def test_dropout_keeps_the_mean(modules, network):
    X, _, parameters = network
    np.random.seed(4)
    X = np.repeat(X[:, :1], 20_000, axis=1)
    A3, plain = modules.given.forward(X, parameters)
    _, cache = modules.reference.forward_propagation_with_dropout(X, parameters, 0.8)
    assert np.mean(cache[1]) == pytest.approx(0.8, abs=0.01)
    np.testing.assert_allclose(cache[2].mean(axis=1), plain[1][:, 0], rtol=0.03)
    np.testing.assert_allclose(cache[5].mean(axis=1), plain[4][:, 0], atol=0.03)
    same, cache = modules.reference.forward_propagation_with_dropout(X, parameters, 1.0)
    np.testing.assert_array_equal(same, A3)
    assert cache[1].all()
    assert cache[6].all()


def test_weights_decay(modules, network):
    """Where the cross-entropy is flat, a step multiplies by 1 - alpha lambda / m."""
    X, _, parameters = network
    A3, cache = modules.given.forward(X, parameters)
    gradients = modules.reference.backward_propagation_with_regularization(
        X, A3, cache, 2.0
    )
    for layer in (1, 2, 3):
        W = parameters[f"W{layer}"]
        np.testing.assert_allclose(
            W - 0.1 * gradients[f"dW{layer}"], (1 - 0.1 * 2.0 / 8) * W
        )


@pytest.mark.parametrize("dy", range(-3, 4))
def test_pictures(modules, dy):
    images = np.random.default_rng(0).uniform(0.1, 1, (2, 3, 5, 3))
    net = modules.reference
    flipped = net.augment_flip(images)
    for dx in range(-5, 6):
        shifted = net.augment_shift(images, dy, dx)
        assert shifted.shape == images.shape
        for i, r, c in np.ndindex(2, 3, 5):
            np.testing.assert_array_equal(flipped[i, r, c], images[i, r, 4 - c])
            inside = 0 <= r - dy < 3 and 0 <= c - dx < 5
            expected = images[i, r - dy, c - dx] if inside else np.zeros(3)
            np.testing.assert_array_equal(shifted[i, r, c], expected)


@pytest.mark.parametrize(
    ("costs", "patience", "best"),
    [
        ([0.9], 1, 0),
        ([0.9, 0.7, 0.6, 0.65, 0.6, 0.62, 0.5], 3, 2),
        ([0.9, 0.7, 0.6, 0.65, 0.6, 0.62, 0.5], 4, 6),
        ([1, 2, 0.5], 1, 0),
        ([1, 2, 0.5], 2, 2),
        ([3, 3, 3, 3, 3, 1], 9, 5),
        ([3, 2, 1, 0], 1, 3),
        ([0, 1, 2, 3], 9, 0),
    ],
)
def test_early_stopping(modules, costs, patience, best):
    assert modules.reference.early_stopping_epoch(costs, patience) == best


def test_the_count_is_that_of_the_arrays(modules):
    dims = [7, 5, 6, 2]
    arrays = modules.reference.initialize_parameters_he(dims)
    size = sum(array.size for array in arrays.values())
    assert modules.reference.count_parameters(dims) == size == 40 + 36 + 14


def test_he_keeps_the_size_of_a_signal(modules):
    np.random.seed(0)
    parameters = modules.reference.initialize_parameters_he([300] * 7)
    relu = modules.given.activation_sizes(parameters, "relu")
    assert relu == pytest.approx([1.0] * 7, abs=0.2)
    small = {k: p * 0.1 for k, p in parameters.items()}
    shrunk = modules.given.activation_sizes(small, "relu")[-1]
    assert shrunk == pytest.approx(relu[-1] * 1e-6)
    tanh = modules.given.activation_sizes(parameters, "tanh")
    assert tanh[-1] < 0.7

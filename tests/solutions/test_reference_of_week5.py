"""The reference against an implementation that shares nothing with it."""

import itertools
import math
from pathlib import Path

import numpy as np
import pytest

from autograder.course.assignment import read_assignment
from autograder.course.modules import load_modules

FOLDER = Path(__file__).parents[2] / "solutions" / "week5_deep_network"
net = load_modules(read_assignment(FOLDER)).reference
DIMS = [(3, 4, 2, 1), (4, 6, 3, 5, 1), (5, 2, 1)]


def parameters_of(rng, dims):
    parameters = {}
    for layer in range(1, len(dims)):
        shape = (dims[layer], dims[layer - 1])
        parameters[f"W{layer}"] = rng.normal(size=shape) / math.sqrt(dims[layer - 1])
        parameters[f"b{layer}"] = rng.normal(size=(dims[layer], 1)) / 4
    return parameters


def forward_by_loops(x, parameters):
    """Return the output for one example, unit by unit."""
    last = len(parameters) // 2
    a = list(x)
    for layer in range(1, last + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        z = [
            sum(w * v for w, v in zip(row, a, strict=True)) + c[0]
            for row, c in zip(W, b, strict=True)
        ]
        a = [1 / (1 + math.exp(-v)) if layer == last else max(0.0, v) for v in z]
    return a[0]


def cost_by_loops(X, Y, parameters):
    total = 0.0
    for x, y in zip(X.T, Y[0], strict=True):
        p = forward_by_loops(x, parameters)
        total -= y * math.log(p) + (1 - y) * math.log(1 - p)
    return total / X.shape[1]


@pytest.fixture(params=DIMS, ids=str)
def network(request):
    rng = np.random.default_rng(7)
    dims, m = request.param, 8
    X = rng.normal(size=(dims[0], m))
    Y = rng.integers(0, 2, size=(1, m)).astype(float)
    return X, Y, parameters_of(rng, dims)


def test_forward_and_cost(network):
    X, Y, parameters = network
    AL, caches = net.L_model_forward(X, parameters)
    expected = [forward_by_loops(x, parameters) for x in X.T]
    np.testing.assert_allclose(AL, [expected], rtol=1e-12)
    assert len(caches) == len(parameters) // 2
    assert net.compute_cost(AL, Y) == pytest.approx(cost_by_loops(X, Y, parameters))


def test_backward_is_the_slope_of_the_cost(network):
    X, Y, parameters = network
    AL, caches = net.L_model_forward(X, parameters)
    grads = net.L_model_backward(AL, Y, caches)
    epsilon = 1e-6
    for name, value in parameters.items():
        for index in np.ndindex(value.shape):
            ends = []
            for step in (epsilon, -epsilon):
                moved = {k: v.copy() for k, v in parameters.items()}
                moved[name][index] += step
                ends.append(cost_by_loops(X, Y, moved))
            slope = (ends[0] - ends[1]) / (2 * epsilon)
            assert grads[f"d{name}"][index] == pytest.approx(slope, abs=1e-7), name


def test_the_input_side_gradient(network):
    """dA0 is m times the slope of the mean cost with respect to X."""
    X, Y, parameters = network
    AL, caches = net.L_model_forward(X, parameters)
    grads = net.L_model_backward(AL, Y, caches)
    epsilon, m = 1e-6, X.shape[1]
    for index in np.ndindex(X.shape):
        ends = []
        for step in (epsilon, -epsilon):
            moved = X.copy()
            moved[index] += step
            ends.append(cost_by_loops(moved, Y, parameters))
        slope = m * (ends[0] - ends[1]) / (2 * epsilon)
        assert grads["dA0"][index] == pytest.approx(slope, abs=1e-6)


def test_update_goes_downhill(network):
    X, Y, parameters = network
    costs = []
    for _ in range(20):
        AL, caches = net.L_model_forward(X, parameters)
        costs.append(net.compute_cost(AL, Y))
        grads = net.L_model_backward(AL, Y, caches)
        parameters = net.update_parameters(parameters, grads, 0.1)
    assert all(later < earlier for earlier, later in itertools.pairwise(costs))


@pytest.mark.parametrize("dims", [[50, 40, 60], [3, 4, 1]])
def test_initialization(dims):
    np.random.seed(0)
    parameters = net.initialize_parameters_deep(dims)
    assert list(parameters) == ["W1", "b1", "W2", "b2"]
    for layer in (1, 2):
        assert parameters[f"W{layer}"].shape == (dims[layer], dims[layer - 1])
        np.testing.assert_array_equal(
            parameters[f"b{layer}"], np.zeros((dims[layer], 1))
        )
    two = net.initialize_parameters(*dims)
    assert {k: v.shape for k, v in two.items()} == {
        k: v.shape for k, v in parameters.items()
    }
    assert float(np.std(net.initialize_parameters(200, 100, 1)["W1"])) == pytest.approx(
        0.01, rel=0.05
    )

"""Week 2 as students meet it: right bodies of every kind, wrong ones of every kind."""

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

SLUG = "week2_computation_graph"
ASSIGNMENT = read_assignment(SOLUTIONS / SLUG)
REFERENCE = reference_of(ASSIGNMENT)

VARIANTS = {
    "the reference": "",
    "J in one go": """
def forward_graph(a, b, c):
    return [3 * (a + b * c), b * c, a + b * c]
""",
    "the backward pass with whole numbers and extra keys": """
def backward_graph(a, b, c):
    J, u, v = forward_graph(a, b, c)
    grads = dict(dJ=1, dv=3)
    grads["du"] = grads["dv"] * 1
    grads["da"] = grads["dv"] * 1
    grads["db"], grads["dc"] = grads["du"] * c, grads["du"] * b
    grads["u"], grads["v"] = u, v
    return grads
""",
    "the backward pass in closed form": """
backward_graph = lambda a, b, c: {
    "du": 3, "dv": 3, "da": 3, "db": 3 * c, "dc": 3 * b}
""",
    "one example with a loop over the features": """
def logistic_gradients_one(x, y, w, b):
    n_x = x.shape[0]
    z = b
    for j in range(n_x):
        z += w[j, 0] * x[j, 0]
    a = sigmoid(z)
    dz = a - y
    dw = np.zeros((n_x, 1))
    for j in range(n_x):
        dw[j] = x[j] * dz
    return dw, dz
""",
    "one example with a matrix product": """
def logistic_gradients_one(x, y, w, b):
    z = np.dot(w.T, x) + b
    dz = sigmoid(z) - y
    return np.dot(x, dz), dz.item()
""",
    "one example, squeezed": """
def logistic_gradients_one(x, y, w, b):
    z = (w.T @ x).squeeze() + b
    dz = 1 / (1 + np.exp(-z)) - int(y)
    return x * dz, np.squeeze(dz)
""",
    "one example by the chain rule in full": """
def logistic_gradients_one(x, y, w, b):
    a = sigmoid(float(np.vdot(w, x)) + b)
    da = -y / a + (1 - y) / (1 - a)
    dz = da * a * (1 - a)
    return [dz * x, 1.0 * dz]
""",
    "one example in float32": """
def logistic_gradients_one(x, y, w, b):
    x, w = x.astype(np.float32), w.astype(np.float32)
    dz = np.float32(sigmoid(np.sum(w * x) + np.float32(b)) - np.float32(y))
    return dz * x, dz
""",
    "the loop written out": """
def logistic_gradients_loop(X, Y, w, b):
    n_x, m = X.shape
    J = 0; dw = np.zeros((n_x, 1)); db = 0
    for i in range(m):
        z = b
        for j in range(n_x):
            z = z + w[j][0] * X[j][i]
        a = sigmoid(z)
        y = Y[0][i]
        J += -(y * np.log(a) + (1 - y) * np.log(1 - a))
        dz = a - y
        for j in range(n_x):
            dw[j][0] += X[j][i] * dz
        db += dz
    J /= m; dw /= m; db /= m
    return dw, db, J
""",
    "no loop at all": """
def logistic_gradients_loop(X, Y, w, b):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    dZ = A - Y
    J = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return np.dot(X, dZ.T) / m, np.sum(dZ) / m, J
""",
    "each example divided by m as it is added": """
def logistic_gradients_loop(X, Y, w, b):
    m = Y.shape[1]
    dw, db, J = 0, 0, 0
    for i in range(m):
        x = X[:, i].reshape(-1, 1)
        dw_i, db_i = logistic_gradients_one(x, Y[0, i], w, b)
        a = sigmoid(np.sum(w * x) + b)
        dw, db = dw + dw_i / m, db + db_i / m
        J -= (Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)) / m
    return dw, db, J
""",
    "lists of what each example gives": """
def logistic_gradients_loop(X, Y, w, b, one=logistic_gradients_one):
    found = [one(X[:, i:i + 1], float(Y[0, i]), w, b) for i in range(X.shape[1])]
    dw = np.mean([d for d, _ in found], axis=0)
    db = float(np.mean([d for _, d in found]))
    a = np.array([d for _, d in found]) + Y[0]
    return dw, db, float(-np.mean(np.log(np.where(Y[0] == 1, a, 1 - a))))
""",
    "an example as a vector of one axis": """
def logistic_gradients_loop(X, Y, w, b):
    m, v = X.shape[1], w.ravel()
    dw, db, J = np.zeros(len(v)), 0.0, 0.0
    for x, y in zip(X.T, Y.ravel()):
        a = sigmoid(v @ x + b)
        J += -np.log(a) if y == 1 else -np.log(1 - a)
        dw, db = dw + (a - y) * x, db + (a - y)
    return dw.reshape(w.shape) / m, db / m, J / m
""",
    "a tiny epsilon inside the logarithm": """
def logistic_gradients_loop(X, Y, w, b):
    m, e = X.shape[1], 1e-8
    A = sigmoid(w.T @ X + b)
    J = -np.mean(Y * np.log(A + e) + (1 - Y) * np.log(1 - A + e))
    return X @ (A - Y).T / m, np.mean(A - Y), J
""",
    "a sigmoid of the student's own": """
import math
def sigmoid(z):
    return 1 / (1 + math.exp(-z))
""",
    "defined inside if and try": """
try:
    if np.__version__:
        def forward_graph(a, b, c):
            u = c * b
            v = u + a
            J = v + v + v
            return J, u, v
except AttributeError:
    pass
""",
    "a class that calls": """
class Forward:
    def __call__(self, a, b, c):
        return 3 * (a + b * c), b * c, a + b * c
forward_graph = Forward()
""",
    "a notebook that tests itself": """
from given import gradient_check
at = {"a": 4.0, "b": 2.0, "c": 5.0}
print(gradient_check(lambda p: forward_graph(**p)[0], at, backward_graph(**at)))
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
def test_the_loop_stands_apart_from_one_example(mark):
    wrong = "\ndef logistic_gradients_one(x, y, w, b):\n    return x, b\n"
    missing = lost(mark(SLUG, REFERENCE + wrong))
    assert set(missing) == {"logistic_gradients_one", AS_HANDED_IN}


@pytest.mark.slow
def test_the_parts_of_the_graph_must_fit_together(mark):
    wrong = """
def backward_graph(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3.0 * b, "dc": 3.0 * c}
"""
    together = lost(mark(SLUG, REFERENCE + wrong))[AS_HANDED_IN]
    assert [feedback.headline for feedback in together] == [
        "`db` is not the slope of the cost that your own functions compute"
    ]


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
    assert len(mistakes) == len(declared(SLUG)) >= 30
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


# The reference against formulas that share nothing with it, and what is given.

MODULES = load_modules(ASSIGNMENT)
graph, given = MODULES.reference, MODULES.given


def cost_by_loops(X, Y, w, b):
    """Return the cost of a logistic unit, number by number."""
    total = 0.0
    for x, y in zip(X.T, Y[0], strict=True):
        z = b + sum(
            float(weight) * value for weight, value in zip(w[:, 0], x, strict=True)
        )
        total += math.log(1 + math.exp(-z)) + (1 - y) * z
    return total / X.shape[1]


def training_set():
    rng = np.random.default_rng(4)
    X, Y = rng.normal(size=(3, 7)), rng.integers(0, 2, size=(1, 7)).astype(float)
    return X, Y, rng.normal(size=(3, 1)), 0.3


def test_the_backward_pass_is_the_slope_of_the_forward_pass():
    a, b, c, epsilon = 1.3, -2.1, 0.7, 1e-6
    grads = graph.backward_graph(a, b, c)
    for place, key in enumerate(("da", "db", "dc")):
        ends = []
        for step in (epsilon, -epsilon):
            moved = [a, b, c]
            moved[place] += step
            ends.append(3 * (moved[0] + moved[1] * moved[2]))
        assert grads[key] == pytest.approx((ends[0] - ends[1]) / (2 * epsilon))


def test_the_cost_of_the_loop():
    X, Y, w, b = training_set()
    J = graph.logistic_gradients_loop(X, Y, w, b)[2]
    assert pytest.approx(cost_by_loops(X, Y, w, b)) == J


def test_the_loop_gives_the_slopes_of_the_cost():
    X, Y, w, b = training_set()
    dw, db, _ = graph.logistic_gradients_loop(X, Y, w, b)
    epsilon = 1e-6
    for j in range(3):
        ends = []
        for step in (epsilon, -epsilon):
            moved = w.copy()
            moved[j, 0] += step
            ends.append(cost_by_loops(X, Y, moved, b))
        assert dw[j, 0] == pytest.approx((ends[0] - ends[1]) / (2 * epsilon), abs=1e-8)
    ends = [cost_by_loops(X, Y, w, b + step) for step in (epsilon, -epsilon)]
    assert db == pytest.approx((ends[0] - ends[1]) / (2 * epsilon), abs=1e-8)


def test_one_example_is_a_training_set_of_one():
    X, Y, w, b = training_set()
    dw, db = graph.logistic_gradients_one(X[:, :1], Y[0, 0], w, b)
    all_dw, all_db, _ = graph.logistic_gradients_loop(X[:, :1], Y[:, :1], w, b)
    np.testing.assert_allclose(dw, all_dw)
    assert db == pytest.approx(all_db)
    assert dw.shape == (3, 1)
    assert np.shape(db) == ()


def test_the_gradient_check_accepts_what_is_right_and_leaves_it_alone():
    X, Y, w, b = training_set()
    dw, db, _ = graph.logistic_gradients_loop(X, Y, w, b)
    at = {"w": w.copy(), "b": b}
    differences = given.gradient_check(
        lambda p: graph.logistic_gradients_loop(X, Y, **p)[2], at, {"dw": dw, "db": db}
    )
    assert list(differences) == ["dw", "db"]
    assert max(differences.values()) < 1e-8
    np.testing.assert_array_equal(at["w"], w)


def test_the_gradient_check_shows_which_gradient_is_wrong():
    at = {"a": 4.0, "b": 2.0, "c": 5.0}
    wrong = graph.backward_graph(**at) | {"db": 6.0}
    found = given.gradient_check(lambda p: graph.forward_graph(**p)[0], at, wrong)
    assert found["da"] < 1e-8
    assert found["db"] == pytest.approx(9)
    assert found["dc"] < 1e-8


def test_the_gradient_check_refuses_another_shape():
    with pytest.raises(ValueError, match=r"db has shape \(1, 1\), but b has \(\)"):
        given.gradient_check(lambda p: p["b"], {"b": 1.0}, {"db": np.ones((1, 1))})


def test_the_numbers_of_the_text():
    assert graph.forward_graph(4, 2, 5) == (42, 10, 14)
    assert graph.backward_graph(4, 2, 5) == {
        "da": 3, "db": 15, "dc": 6, "du": 3, "dv": 3,
    }  # fmt: skip
    w = np.array([[1.0], [-3.0]])
    X, Y = np.array([[2.0, -1.0, 5.0], [1.0, 0.0, 2.0]]), np.array([[1.0, 0.0, 0.0]])
    dw, db = graph.logistic_gradients_one(X[:, :1], 1.0, w, 1.0)
    np.testing.assert_allclose(dw, [[-1], [-0.5]])
    assert db == -0.5
    dw, db, J = graph.logistic_gradients_loop(X, Y, w, 1.0)
    np.testing.assert_allclose(dw, [[1 / 3], [1 / 6]])
    assert db == pytest.approx(1 / 6)
    assert pytest.approx(math.log(2)) == J

from __future__ import annotations

import numpy as np
import pytest

from autograder.errors import SandboxError, SandboxUnavailableError
from autograder.quizzes import arrays
from autograder.quizzes.arrays import NumpyWorkers
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.model import Unreadable
from autograder.sandbox.confined import ConfinedSandbox
from autograder.sandbox.plain import PlainSandbox

W = np.arange(6.0).reshape(2, 3)


@pytest.fixture(scope="module")
def shared():
    with NumpyWorkers() as workers:
        yield workers


@pytest.fixture
def workers(shared):
    shared.next_student()
    return shared


def why(workers, text, inputs=None):
    with pytest.raises(Unreadable) as caught:
        workers.student(text, inputs or {})
    return str(caught.value)


@pytest.mark.slow
def test_expressions_have_values(workers):
    assert np.array_equal(workers.author("W @ W.T * k", {"W": W, "k": 2}), W @ W.T * 2)
    assert np.array_equal(workers.student("np.dot(W, W.T)", {"W": W}), W @ W.T)
    assert workers.student("numpy.sum(W)  # all", {"W": W}) == 15.0
    assert workers.student("(1,\n 2)", {}) == (1, 2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("q", "it raised NameError: name 'q' is not defined"),
        ("(", "it raised SyntaxError: '(' was never closed (expression, line 1)"),
        (
            "W + np.ones(2)",
            "it raised ValueError: operands could not be broadcast together with"
            " shapes (2,3) (2,)",
        ),
        ("open('/tmp/new', 'w')", "it raised PermissionError: [Errno 1] "),
        ("np.zeros((10**6, 10**6))", "it raised MemoryError: Unable to allocate"),
        ("exit(1)", "it raised SystemExit: 1"),
        ("__import__('os')._exit(3)", "it ended Python itself (exit 3)"),
        ("print('x' * 10**6)", "it printed too much"),
        ("np.ones(10**6)", "its value could not be read"),
        ("exec('while True: pass')", "it did not end within 1 s"),
    ],
)
def test_what_has_no_value(workers, text, expected):
    assert why(workers, text, {"W": W}).startswith(expected)
    assert workers.student("1 + 1", {}) == 2  # in a new worker, if need be


@pytest.mark.slow
def test_an_author_is_told_what_is_wrong(shared):
    with pytest.raises(ExpressionError) as caught:
        shared.author("q + 1", {})
    assert str(caught.value) == "q + 1: it raised NameError: name 'q' is not defined"
    assert shared.author("1", {}) == 1


@pytest.mark.slow
def test_no_student_meets_another_or_the_author(workers):
    spoil = "setattr(np, 'dot', lambda *_: 'spoilt')"
    workers.student(spoil, {})
    assert workers.student("np.dot(1, 2)", {}) == "spoilt"
    assert workers.author("np.dot(1, 2)", {}) == 2
    workers.next_student()
    assert workers.student("np.dot(1, 2)", {}) == 2


@pytest.mark.slow
def test_a_student_may_lose_three_workers(workers):
    for code in range(3):
        why(workers, f"__import__('os')._exit({code})")
    assert why(workers, "1") == (
        "3 expressions have crashed or not ended; no more are run"
    )
    workers.next_student()
    assert workers.student("1", {}) == 1


@pytest.mark.slow
def test_a_value_is_computed_once(workers):
    text = "np.__dict__.setdefault('calls', []).append(W) or len(np.calls)"
    assert workers.student(text, {"W": W}) == 1
    assert workers.student(text, {"W": W.copy()}) == 1
    assert workers.student(text, {"W": W + 1}) == 2
    assert workers.student(text, {"W": W.reshape(3, 2)}) == 3


@pytest.mark.slow
def test_few_values_are_kept(workers, monkeypatch):
    monkeypatch.setattr(arrays, "MAX_KEPT", 2)
    assert [workers.student("k", {"k": k}) for k in (1, 2, 3, 1)] == [1, 2, 3, 1]


@pytest.mark.slow
def test_without_a_sandbox():
    with NumpyWorkers(unsafe=True) as workers:
        assert workers.student("W.shape", {"W": W}) == (2, 3)
        assert workers.author("W.ndim", {"W": W}) == 2
        assert why(workers, "q") == "it raised NameError: name 'q' is not defined"


def test_a_machine_that_cannot_confine_is_refused(monkeypatch):
    monkeypatch.setattr(
        "autograder.sandbox.selftest.missing_features", lambda: ["no Landlock here"]
    )
    with NumpyWorkers() as workers, pytest.raises(SandboxUnavailableError) as caught:
        workers.student("1", {})
    assert str(caught.value) == f"no Landlock here\n{arrays.REFUSAL}"


class Broken(PlainSandbox):
    """Starts no worker the first few times."""

    def __init__(self, times):
        super().__init__()
        self.times = times

    def start_worker(self, limits, budget):
        self.times -= 1
        if self.times >= 0:
            raise SandboxError("sandbox: no worker")
        return super().start_worker(limits, budget)


@pytest.mark.slow
def test_a_worker_is_started_twice_before_anybody_is_told(monkeypatch):
    monkeypatch.setattr(arrays, "open_sandbox", lambda **_: Broken(1))
    with NumpyWorkers(unsafe=True) as workers:
        assert workers.student("1", {}) == 1
    monkeypatch.setattr(arrays, "open_sandbox", lambda **_: Broken(2))
    with (
        NumpyWorkers(unsafe=True) as workers,
        pytest.raises(SandboxError, match="sandbox: no worker"),
    ):
        workers.student("1", {})


@pytest.mark.slow
def test_a_worker_that_cannot_load_is_our_failure(monkeypatch):
    load = arrays.protocol.Load([], {}, "", {"evaluate": ["text"]}, {}, [])
    monkeypatch.setattr(arrays, "LOAD", load)
    with (
        NumpyWorkers(unsafe=True) as workers,
        pytest.raises(SandboxError, match="sandbox: a worker could not load: Loaded"),
    ):
        workers.student("1", {})


def test_nothing_is_started_before_it_is_needed(monkeypatch):
    monkeypatch.setattr(ConfinedSandbox, "__init__", None)
    with NumpyWorkers() as workers:
        workers.next_student()

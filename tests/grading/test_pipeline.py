from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.grading.pipeline import FRAME, Pipeline
from autograder.grading.recording import Asked
from autograder.grading.reference import Evaluation
from autograder.sandbox.connection import SocketConnection
from autograder.sandbox.proxy import Lost, Proxy, Returned
from autograder.sandbox.question import Question

EVALUATION = Evaluation(None, 24, {})
CALLS = [Asked(Question("f", [number], seed=1), EVALUATION) for number in range(5)]
SIZE = CALLS[0].question.packed.size + FRAME
TOO_MUCH = Lost("printed-too-much", "1000")


class Worker:
    """Answers calls in their order, and notes which were sent at once."""

    def __init__(self, room, *replies):
        self.connection = SimpleNamespace(room=room)
        self.replies = list(replies)
        self.sent = []
        self.sizes = []

    def send(self, questions):
        self.sent.append([question.args[0] for question in questions])

    def receive(self, expected_bytes):
        self.sizes.append(expected_bytes)
        return self.replies.pop(0)


@pytest.fixture
def pipeline():
    """Return a function that makes a pipeline over these workers, one after another."""

    def make(*workers):
        left = list(workers)
        current = [left.pop(0)]

        def worker():
            if current[0].replies == [] and left:
                current[0] = left.pop(0)
            return current[0]

        return Pipeline(worker)

    return make


def following(*numbers):
    return lambda: iter(CALLS[number] for number in numbers)


def test_calls_that_were_sent_along_are_not_sent_again(pipeline):
    worker = Worker(1 << 16, *map(Returned, range(4)))
    calls = pipeline(worker)
    assert calls.ask(CALLS[0], following(1, 2)) == Returned(0)
    assert calls.ask(CALLS[1]) == Returned(1)
    again = Asked(Question("f", [2], seed=1), EVALUATION)  # another object, the same
    assert calls.ask(again) == Returned(2)
    assert calls.ask(CALLS[3]) == Returned(3)
    assert worker.sent == [[0, 1, 2], [3]]
    assert worker.sizes == [24] * 4


@pytest.mark.parametrize("room", [0, SIZE - 1, SIZE, 2 * SIZE - 1])
def test_without_room_calls_go_one_by_one(pipeline, room):
    worker = Worker(room, Returned(0), Returned(1))
    calls = pipeline(worker)
    calls.ask(CALLS[0], following(1))
    calls.ask(CALLS[1])
    assert worker.sent == [[0], [1]]


def test_what_has_no_room_left_waits(pipeline):
    worker = Worker(2 * SIZE, *map(Returned, range(3)))
    calls = pipeline(worker)
    calls.ask(CALLS[0], following(1, 2))
    assert worker.sent == [[0, 1]]


def test_the_following_are_not_looked_at_where_there_is_no_room(pipeline):
    large = Asked(Question("f", [np.zeros(1000)]), EVALUATION)
    worker = Worker(4000, Returned(0))
    pipeline(worker).ask(large, lambda: pytest.fail("looked"))
    assert len(worker.sent) == 1


def test_a_reply_that_nobody_asks_for_is_passed_over(pipeline):
    worker = Worker(1 << 16, *map(Returned, range(4)))
    calls = pipeline(worker)
    calls.ask(CALLS[0], following(1, 2))
    assert calls.ask(CALLS[4]) == Returned(3)
    assert worker.sent == [[0, 1, 2], [4]]


def test_what_a_lost_worker_has_not_answered_is_asked_again(pipeline):
    lost = Lost("crashed", "SIGSEGV")
    first = Worker(1 << 16, Returned(0), lost)
    second = Worker(1 << 16, Returned(2))
    calls = pipeline(first, second)
    assert calls.ask(CALLS[0], following(1, 2)) == Returned(0)
    assert calls.ask(CALLS[1]) is lost
    assert calls.ask(CALLS[2]) == Returned(2)
    assert (first.sent, second.sent) == ([[0, 1, 2]], [[2]])


def test_who_printed_too_much_together_with_others_is_asked_alone(pipeline):
    first = Worker(1 << 16, Returned(0), TOO_MUCH)
    second = Worker(1 << 16, Returned(1))
    calls = pipeline(first, second)
    calls.ask(CALLS[0], following(1, 2))
    assert calls.ask(CALLS[1]) == Returned(1)
    assert second.sent == [[1]]


def test_who_printed_too_much_alone_did(pipeline):
    first, second = Worker(1 << 16, TOO_MUCH), Worker(1 << 16, TOO_MUCH)
    assert pipeline(first).ask(CALLS[0]) is TOO_MUCH
    first = Worker(1 << 16, TOO_MUCH)
    assert pipeline(first, second).ask(CALLS[0], following(1)) is TOO_MUCH
    assert (first.sent, second.sent) == ([[0, 1]], [[0]])


def test_where_there_is_no_worker_there_is_no_reply():
    assert Pipeline(lambda: None).ask(CALLS[0], following(1)) is None


# ------------------------------------------------------------- with real workers

COST = "def cost(A, Y, scale=0.5):\n    {}"
HALF = "return float(scale * np.sum((A - Y) ** 2) / Y.shape[1])"
LINEAR = "def linear(A, W, b):\n    {}"
COUNTING = """\
calls = []


def linear(A, W, b):
    calls.append("linear")
    Z = W @ A + b + (len(calls) == {wrong})
    return Z, (A, W, b)
"""

NAMES = ("initialize", "linear", "layer", "cost")
SUBMISSIONS = {
    "right": {},
    "wrong": {"linear": LINEAR.format("return W @ A, (A, W, b)")},
    "raises": {"linear": LINEAR.format("return nothing")},
    "never returns": {"linear": LINEAR.format("while True: pass")},
    "returns once": {
        "linear": LINEAR.format(
            "global again\n    again = 'again' in globals()\n"
            "    while again: pass\n    return W @ A + b, (A, W, b)"
        )
    },
    "dies": {"linear": LINEAR.format("import os; os._exit(3)")},
    "dies for some": {
        "linear": LINEAR.format(
            "import os\n    if A.shape[0] == 5: os._exit(3)\n"
            "    return W @ A + b, (A, W, b)"
        )
    },
    "missing": {"linear": ""},
    "prints too much": {"cost": COST.format("print('x' * 5000)\n    " + HALF)},
    "prints much": {"cost": COST.format("print('x' * 700)\n    " + HALF)},
    "remembers": {"linear": COUNTING.format(wrong=3)},
    "remembers longer": {"linear": COUNTING.format(wrong=4)},
    "all missing": dict.fromkeys(NAMES, ""),
    "stub": {name: f"def {name}(*_):\n    pass" for name in NAMES},
}


@pytest.fixture
def small_bench(course, make_bench):
    """A bench whose students may print 1000 bytes in a call."""
    course.change(
        "assignment.yaml", "{call: 0.3, cpu: 8", "{call: 0.3, cpu: 8, output: 1000"
    )
    return make_bench()


@pytest.mark.slow
@pytest.mark.parametrize("name", SUBMISSIONS)
def test_no_verdict_depends_on_what_travels_together(
    small_bench, mark, solution, monkeypatch, name
):
    text = solution(**SUBMISSIONS[name])
    together = mark(text, on=small_bench)
    monkeypatch.setattr(SocketConnection, "room", 0)
    one_by_one = mark(text, on=small_bench)
    assert replace(together, seconds=0) == replace(one_by_one, seconds=0)


@pytest.mark.slow
def test_the_calls_of_a_right_submission_travel_together(
    bench, mark, solution, monkeypatch
):
    sent = []
    send = SocketConnection.send

    def spy(self, frame, watch):
        sent.append(frame)
        send(self, frame, watch)

    monkeypatch.setattr(SocketConnection, "send", spy)
    assert mark(solution()).score == 13
    # the source; the checks of each function together; two calls of the last check
    assert len(sent) == 1 + 4 + 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changed", "workers"),
    [
        ({}, 1),
        ({"cost": COST.format("return 0")}, 1),
        ({"linear": LINEAR.format("return W @ A, (A, W, b)")}, 2),
        ({"layer": "def layer(A, W, b, activate=relu):\n    return A"}, 1),
        (SUBMISSIONS["missing"], 2),
        (SUBMISSIONS["all missing"], 1),
        (SUBMISSIONS["stub"], 1),
    ],
)
def test_no_more_workers_than_are_needed(bench, mark, solution, changed, workers):
    started = []
    start = bench.sandbox.start_worker

    def spy(*args):
        started.append(start(*args))
        return started[-1]

    bench.sandbox.start_worker = spy
    try:
        mark(solution(**changed))
    finally:
        bench.sandbox.start_worker = start
    assert len(started) == workers


TWICE = """


@grades("cost")
@pytest.mark.parametrize("m", [3, 4, 6])
def test_cost_twice(student, rng, m):
    \"\"\"Two calls, of which the second needs no answer of the first

    ko: 첫 답이 필요 없는 두 번의 호출
    \"\"\"
    A, Y = rng.standard_normal((2, 3, m))
    student.cost(A, Y).matches_reference()
    student.cost(A, 2 * Y).matches_reference()
"""


@pytest.mark.slow
def test_one_call_of_a_check_at_a_time_and_all_in_their_order(
    course, make_bench, mark, solution, monkeypatch
):
    checks = (course.folder / "test_tiny.py").read_text(encoding="utf-8")
    course.write("test_tiny.py", checks + TWICE)
    bench, sent = make_bench(), []
    send = Proxy.send

    def spy(self, questions, standins=()):
        sent.append([question.packed.fingerprint for question in questions])
        send(self, questions, standins)

    monkeypatch.setattr(Proxy, "send", spy)
    assert mark(solution(), on=bench).score == 13
    asked = [
        (check.id, call.question.packed.fingerprint)
        for check in bench.checks
        for call in bench.recording(check).calls
    ]
    of = {fingerprint: check for check, fingerprint in asked}
    together = [fingerprint for calls in sent for fingerprint in calls]
    assert together == [fingerprint for _, fingerprint in asked]
    assert max(map(len, sent)) > 1
    assert all(len({of[call] for call in calls}) == len(calls) for calls in sent)

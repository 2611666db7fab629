from __future__ import annotations

from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from autograder.checks import symptoms
from autograder.errors import SandboxError
from autograder.grading.callers import OwnHelpers, ReferenceHelpers, StoodIn
from autograder.grading.reference import Reference
from autograder.grading.trial import Failure, Question
from autograder.sandbox.proxy import AskRefused, Returned

A = np.ones((2, 3))
QUESTION = Question("outer", [A], seed=3)


@pytest.fixture
def reference():
    module = ModuleType("tiny")
    module.helper = lambda x: 2 * x
    module.outer = lambda x: module.helper(x)
    return Reference([module], ["helper", "outer"], None)


class Home:
    """A place where `outer` asks its stand-in a few times."""

    def __init__(self, asks=()):
        self.asks = asks
        self.workers = []
        self.answers = []
        self.refusal = None

    def why_not(self, function, stood_in=False):
        return self.refusal

    def defines(self, function):
        return True

    def fresh_worker(self):
        worker = SimpleNamespace(is_open=True, call=self.call, closed=0)
        worker.close = lambda: setattr(worker, "closed", worker.closed + 1)
        self.workers.append(worker)
        return worker

    shared_worker = fresh_worker

    def call(self, function, args, **details):
        self.details = details
        for asked, value in self.asks:
            try:
                self.answers.append(details["answer"](asked, [value]))
            except AskRefused:
                self.answers.append(None)
        return Returned(1.0)


def test_the_students_own_helpers_answer_nothing(reference):
    home = Home()
    evaluation = reference.evaluate("outer", [A])
    assert OwnHelpers(home).call(QUESTION, evaluation) == Returned(1.0)
    assert home.details == {"seed": 3, "expected_bytes": A.nbytes}


def test_stand_ins_answer_as_the_reference(reference):
    home = Home([("helper", A)])
    caller = StoodIn(home, reference, ("helper",))
    evaluation = reference.evaluate("outer", [A])
    assert caller.call(QUESTION, evaluation) == Returned(1.0)
    np.testing.assert_array_equal(home.answers[0], 2 * A)
    assert home.details["standins"] == ("helper",)
    assert home.details["expected_bytes"] == 2 * A.nbytes
    assert not caller.refused


@pytest.mark.parametrize("asked", [("helper", A.T), ("outer", A), ("other", A)])
def test_that_a_stand_in_refused_is_remembered(reference, asked):
    home = Home([asked, ("helper", A)])
    caller = StoodIn(home, reference, ("helper",))
    caller.call(QUESTION, reference.evaluate("outer", [A]))
    home.asks = [("helper", A)]
    caller.call(QUESTION, reference.evaluate("outer", [A]))
    assert caller.refused
    assert home.answers[0] is None


def test_where_the_reference_raises_nothing_is_answered(reference):
    home = Home([("helper", A)])
    caller = StoodIn(home, reference, ("helper",))
    caller.call(QUESTION, None)
    assert (home.answers, caller.refused) == ([None], True)


def test_one_fresh_worker_serves_one_run_of_a_check(reference):
    home = Home()
    caller = StoodIn(home, reference, ())
    caller.call(QUESTION, None)
    caller.call(QUESTION, None)
    assert len(home.workers) == 1
    home.workers[0].is_open = False
    caller.call(QUESTION, None)
    assert len(home.workers) == 2
    caller.close()
    assert [worker.closed for worker in home.workers] == [0, 1]


def test_closing_before_any_call(reference):
    StoodIn(Home(), reference, ()).close()


def test_what_cannot_be_called_is_not_called(reference):
    home = Home()
    home.refusal = symptoms.not_run("outer")
    for caller in (OwnHelpers(home), StoodIn(home, reference, ())):
        assert caller.call(QUESTION, None) == Failure(home.refusal)
    assert home.workers == []


def test_the_reference_itself_gives_its_own_value(reference):
    evaluation = reference.evaluate("outer", [A])
    returned = ReferenceHelpers(reference).call(QUESTION, evaluation)
    assert returned.value is evaluation.value


def test_the_reference_itself_raises_its_own_error(reference):
    caller = ReferenceHelpers(reference)
    with pytest.raises(TypeError, match="unsupported operand"):
        caller.call(Question("helper", [object()], 0), None)


def test_a_reference_that_fails_only_sometimes_is_our_fault(reference):
    caller = ReferenceHelpers(reference)
    with pytest.raises(SandboxError) as failed:
        caller.call(QUESTION, None)
    assert str(failed.value) == "reference: a call failed once and then did not"

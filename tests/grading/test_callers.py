from __future__ import annotations

from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from autograder.checks import symptoms
from autograder.errors import SandboxError
from autograder.grading.callers import OwnHelpers, ReferenceHelpers, StoodIn
from autograder.grading.pipeline import nothing
from autograder.grading.recording import Asked
from autograder.grading.reference import Reference
from autograder.grading.trial import Failure
from autograder.sandbox.proxy import AskRefused, Lost, Returned
from autograder.sandbox.question import Question
from autograder.values import Raised

A = np.ones((2, 3))
QUESTION = Question("outer", [A], seed=3)


@pytest.fixture
def reference():
    module = ModuleType("tiny")
    module.helper = lambda x: 2 * x
    module.outer = lambda x: module.helper(x)
    return Reference([module], ["helper", "outer"], None)


RETURNED = Returned(1.0)


class Home:
    """A place where `outer` asks its stand-in a few times."""

    def __init__(self, asks=(), reply=RETURNED):
        self.asks = asks
        self.reply = reply
        self.answers = []
        self.workers = []
        self.refusal = None
        self.routed = {"helper"}
        self.pipeline = SimpleNamespace(ask=self.ask)

    def why_not(self, function, stood_in=False):
        return self.refusal

    def defines(self, function):
        return function != "missing"

    def missing(self, function):
        return Failure(symptoms.missing_function(function, []))

    def describe(self, function, reply, stood_in=False):
        return Failure(symptoms.not_run(function), reply)

    def routes(self, functions):
        return set(functions) <= self.routed

    def shared_worker(self):
        return self.worker_for("")

    def worker_for(self, checked):
        self.workers.append(checked)
        return SimpleNamespace(call=self.call)

    def ask(self, asked, following):
        self.asked = asked
        self.following = following
        return self.reply

    def call(self, function, args, **details):
        self.details = details
        for asked, value in self.asks:
            try:
                self.answers.append(details["answer"](asked, [value]))
            except AskRefused:
                self.answers.append(None)
        return Returned(1.0)


def test_the_students_own_helpers_are_asked_in_the_pipeline(reference):
    home = Home()
    evaluation = reference.evaluate("outer", [A])
    assert OwnHelpers(home).call(QUESTION, evaluation) == Returned(1.0)
    assert home.asked == Asked(QUESTION, evaluation)


def test_the_last_call_of_a_check_takes_the_following_along():
    home, following = Home(), object()
    caller = OwnHelpers(home, 2, following)
    caller.call(QUESTION, None)
    assert home.following is nothing
    caller.call(QUESTION, None)
    assert home.following is following


def test_nothing_follows_where_nobody_knows_how_many_calls_there_will_be():
    home = Home()
    caller = OwnHelpers(home, 0, object())
    for _ in range(2):
        caller.call(QUESTION, None)
        assert home.following is nothing


REACHED = frozenset({"outer", "helper"})


@pytest.mark.parametrize(
    ("reply", "differs"),
    [
        (Returned(1.0, reached=frozenset({"outer"})), False),
        (Returned(1.0, reached=REACHED), True),
        (Raised("ValueError", "no", reached=frozenset({"outer"})), False),
        (Raised("ValueError", "no", reached=REACHED), True),
        (Lost("timed-out", "5"), True),
        (Lost("crashed", "exit 3"), True),
    ],
)
def test_what_reaches_no_helper_ends_the_same_with_stand_ins(reply, differs):
    caller = OwnHelpers(Home(reply=reply))
    caller.call(QUESTION, None)
    assert caller.might_differ(["helper"]) is differs
    assert caller.might_differ(["other"])  # nobody would have seen that one


def test_a_call_that_was_not_made_might_have_ended_differently():
    home = Home()
    home.refusal = symptoms.not_run("outer")
    caller = OwnHelpers(home)
    caller.call(QUESTION, None)
    assert caller.might_differ(["helper"])


def test_a_function_that_is_missing_reaches_nothing():
    caller = OwnHelpers(Home())
    caller.call(Question("missing", [A]), None)
    assert not caller.might_differ(["helper"])


def test_stand_ins_answer_as_the_reference(reference):
    home = Home([("helper", A)])
    caller = StoodIn(home, reference, "outer", ("helper",))
    evaluation = reference.evaluate("outer", [A])
    assert caller.call(QUESTION, evaluation) == Returned(1.0)
    np.testing.assert_array_equal(home.answers[0], 2 * A)
    assert home.details["standins"] == ("helper",)
    assert home.details["expected_bytes"] == 2 * A.nbytes
    assert not caller.refused


@pytest.mark.parametrize("asked", [("helper", A.T), ("outer", A), ("other", A)])
def test_that_a_stand_in_refused_is_remembered(reference, asked):
    home = Home([asked, ("helper", A)])
    caller = StoodIn(home, reference, "outer", ("helper",))
    caller.call(QUESTION, reference.evaluate("outer", [A]))
    home.asks = [("helper", A)]
    caller.call(QUESTION, reference.evaluate("outer", [A]))
    assert caller.refused
    assert home.answers[0] is None


def test_where_the_reference_raises_nothing_is_answered(reference):
    home = Home([("helper", A)])
    caller = StoodIn(home, reference, "outer", ("helper",))
    caller.call(QUESTION, None)
    assert (home.answers, caller.refused) == ([None], True)


def test_stand_ins_work_in_the_worker_of_the_function_that_is_checked(reference):
    home = Home()
    StoodIn(home, reference, "another", ()).call(QUESTION, None)
    assert home.workers == ["another"]


def test_what_cannot_be_called_is_not_called(reference):
    home = Home()
    home.refusal = symptoms.not_run("outer")
    for caller in (OwnHelpers(home), StoodIn(home, reference, "outer", ())):
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

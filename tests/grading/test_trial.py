from __future__ import annotations

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from autograder.checks import symptoms
from autograder.checks.feedback import CheckFailed, Symptom
from autograder.errors import AuthoringError
from autograder.grading.reference import Reference
from autograder.grading.rounds import Round
from autograder.grading.student import Student
from autograder.grading.trial import Failure, Trial
from autograder.messages import Message, Text
from autograder.model import Assignment, GradedFunction
from autograder.sandbox.proxy import Returned
from autograder.values import GivenFunction, Raised

A = np.arange(1.0, 7.0).reshape(2, 3)


def relu(Z):
    return np.maximum(0, Z)


def linear(A, W):
    if len(A) != W.shape[1]:
        raise ValueError("shapes")
    return W @ A, {"A": A}


FUNCTIONS = {
    "linear": GradedFunction("linear", 2.0, ("Z", "cache"), unchanged=("W",)),
    "initialize": GradedFunction("initialize", 1.0, "parameters"),
}
ASSIGNMENT = Assignment("tiny", Path("tiny"), Text("T", "T"), "tiny", FUNCTIONS)
W = np.array([[1.0, 2.0], [3.0, 5.0], [7.0, 11.0]])
Z = W @ A
CALL = "linear(A, W), A (2, 3), W (3, 2)"


class Fake:
    """A caller whose answer a test decides."""

    def __init__(self, *outcomes):
        self.outcomes = list(outcomes)
        self.asked = []

    def call(self, question, evaluation):
        self.asked.append((question, evaluation))
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Returned | Failure):
            return outcome
        return Returned(outcome)


@pytest.fixture
def make_trial():
    def make(*outcomes, **fields):
        module = ModuleType("tiny")
        module.linear = linear
        module.initialize = lambda n: {"W": np.random.randn(n, n), "b": np.zeros(n)}
        given = ModuleType("given")
        given.relu = relu
        trial = Trial(
            check="test_linear[3]",
            assignment=ASSIGNMENT,
            reference=Reference([module], list(FUNCTIONS), given),
            caller=Fake(*outcomes),
            inputs=Round(b"secret", "tiny", "r1"),
            sizes={"m": 3},
            **fields,
        )
        return trial, Student(trial)

    return make


def failure(action):
    with pytest.raises(CheckFailed) as failed:
        action()
    return failed.value.feedback.render("en", hidden=False)


def test_an_unknown_function_is_an_error_of_the_author(make_trial):
    _, student = make_trial()
    with pytest.raises(AuthoringError) as wrong:
        student.linaer(A)
    assert str(wrong.value) == (
        "test_linear[3]: student.linaer: expected a graded function "
        "(linear, initialize), got linaer"
    )


def test_special_names_are_no_functions(make_trial):
    _, student = make_trial()
    assert not hasattr(student, "__wrapped__")


def test_a_right_value_passes_and_is_observed(make_trial):
    trial, student = make_trial((Z, {"A": A}))
    student.linear(A, W).matches_reference()
    (seen,) = trial.observations
    assert (seen.check, seen.feedback, seen.judgement) == (
        "test_linear[3]",
        None,
        "matches",
    )
    assert (seen.sizes, seen.call.function) == ({"m": 3}, "linear")
    np.testing.assert_array_equal(seen.parameters["expected"][0], Z)
    assert not trial.unjudged


def test_the_caller_is_told_plain_arguments_the_seed_and_what_the_reference_does(
    make_trial,
):
    trial, student = make_trial(1)
    student.initialize(relu)
    ((question, evaluation),) = trial.caller.asked
    assert question.args == [GivenFunction("relu")]
    assert question.seed == Round(b"secret", "tiny", "r1").call_seed("test_linear[3]")
    assert evaluation is None  # the reference cannot do this either


def test_every_reply_has_to_be_judged(make_trial):
    trial, student = make_trial((Z, {"A": A}), (Z, {"A": A}))
    first, second = student.linear(A, W), student.linear(A, W)
    second.matches_reference()
    assert trial.unjudged == {first}
    first.matches((Z, {"A": A}))
    assert trial.unjudged == set()


def test_the_value_can_be_fed_into_the_next_call(make_trial):
    _, student = make_trial((Z, {"A": A}))
    assert student.linear(A, W).value == (Z, {"A": A})


def test_a_wrong_value_fails_with_the_call(make_trial):
    trial, student = make_trial((Z + np.eye(3), {"A": A}))
    feedback = failure(student.linear(A, W).matches_reference)
    assert feedback.symptom == "wrong-value"
    assert feedback.headline == "`Z` has the right shape but 3 of 9 values differ"
    assert feedback.evidence[0] == "Z[0, 0]: expected 9, got 10"
    assert feedback.call == CALL
    assert trial.observations[0].feedback.symptom is Symptom.WRONG_VALUE
    assert not trial.unjudged


def test_any_of_several_values_is_right(make_trial):
    _, student = make_trial((Z, {"A": A}), (2 * Z, {"A": A}), (3 * Z, {"A": A}))
    alternatives = (Z, {"A": A}), (2 * Z, {"A": A})
    student.linear(A, W).matches_any(*alternatives)
    student.linear(A, W).matches_any(*alternatives)
    feedback = failure(lambda: student.linear(A, W).matches_any(*alternatives))
    assert feedback.headline == "`Z` has the right shape but 9 of 9 values differ"


def test_an_initialization_is_judged_by_its_statistics(make_trial):
    shapes, spread = {"W": (40, 40), "b": (40, 1)}, {"W": 0.01}
    right = {"W": 0.01 * np.random.default_rng(1).normal(size=(40, 40))}
    right["b"] = np.zeros((40, 1))
    trial, student = make_trial(right, right | {"b": np.ones((40, 1))})
    student.initialize(40).is_initialization(shapes=shapes, spread=spread)
    reply = student.initialize(40)
    feedback = failure(lambda: reply.is_initialization(shapes=shapes, spread=spread))
    assert feedback.headline == (
        "40 of 40 entries of `b` are not 0; expected all zeros"
    )
    assert feedback.call == "initialize(n), n = 40"
    assert trial.observations[0].parameters == {"shapes": shapes, "spread": spread}


def test_extra_keys_are_noted_once_and_cost_nothing(make_trial):
    value = (Z, {"A": A, "extra": 1})
    trial, student = make_trial(value, value)
    student.linear(A, W).matches_reference()
    student.linear(A, W).matches_reference()
    assert trial.notes == {
        "linear": [
            Message(
                "`{name}` has keys that are not needed: {keys}",
                name="cache",
                keys="extra",
            )
        ]
    }


def test_a_changed_argument_is_a_note(make_trial):
    trial, student = make_trial(Returned((Z, {"A": A}), ((0, 2, 6), (9, 1, 1))))
    student.linear(A, W).matches_reference()
    (note,) = trial.notes["linear"]
    assert note.render("en") == "`linear` changed its argument `A`"


def test_a_changed_argument_that_must_stay_fails(make_trial):
    trial, student = make_trial(Returned((Z, {"A": A}), ((1, 6, 6),)))
    feedback = failure(lambda: student.linear(A, W))
    assert feedback.symptom == "changed-input"
    assert feedback.headline == "`linear` changed its argument `W` (6 of 6 entries)"
    assert feedback.call == CALL
    (seen,) = trial.observations
    assert seen.feedback.symptom is Symptom.CHANGED_INPUT


def test_a_call_that_does_not_return_fails_and_is_observed(make_trial):
    raised = Raised("ValueError", "no")
    trial, student = make_trial(Failure(symptoms.crashed("linear", "SIGSEGV"), raised))
    feedback = failure(lambda: student.linear(A, W))
    assert feedback.headline == "Python crashed in `linear` (SIGSEGV)"
    assert feedback.call == CALL
    (seen,) = trial.observations
    assert (seen.got, seen.judgement) == (raised, "")
    assert not trial.unjudged


@pytest.mark.parametrize(
    ("without", "cause"),
    [({"linear"}, "the function has no `return` statement"), ({"other"}, None)],
)
def test_none_without_a_return_statement_has_its_cause(make_trial, without, cause):
    _, student = make_trial(None, without_return=frozenset(without))
    feedback = failure(student.linear(A, W).matches_reference)
    assert feedback.headline == "`linear` returned None; expected (Z, cache)"
    assert feedback.cause == cause


def test_a_wrong_value_of_a_function_without_return_has_no_such_cause(make_trial):
    _, student = make_trial(5, without_return=frozenset({"linear"}))
    assert failure(student.linear(A, W).matches_reference).cause is None


def test_the_reference_may_not_be_able_to_follow(make_trial):
    _, student = make_trial((Z, {}))
    reply = student.linear(np.ones((7, 7)), W)
    with pytest.raises(ValueError, match="the reference cannot evaluate this call"):
        reply.matches_reference()


def test_a_value_that_is_passed_on_counts_as_judged(make_trial):
    trial, student = make_trial((Z, {"A": A}))
    reply = student.linear(A, W)
    assert trial.unjudged == {reply}
    assert reply.passed_on is reply.value
    assert trial.unjudged == set()


def test_a_property_may_be_what_counts(make_trial):
    _, student = make_trial((Z, {}), (-Z, {}))
    words = {"en": "`Z` has negative entries", "ko": "`Z`에 음수가 있습니다"}
    student.linear(A, W).holds(lambda value: (value[0] > 0).all(), words)
    reply = student.linear(A, W)
    with pytest.raises(CheckFailed) as failed:
        reply.holds(lambda value: (value[0] > 0).all(), words)
    assert failed.value.feedback.headline == Text(**words)
    assert failed.value.feedback.call.render("en") == CALL


def test_gradients_may_be_judged_by_the_students_own_cost(make_trial):
    slopes = {"dW": np.ones((2, 2))}
    _, student = make_trial({"dW": np.ones((2, 2)), "db": 0}, {"dW": np.zeros((2, 2))})
    student.initialize(2).agrees_with_slopes(slopes)
    reply = student.initialize(2)
    feedback = failure(lambda: reply.agrees_with_slopes(slopes))
    assert feedback.headline == (
        "`dW` is not the slope of the cost that your own functions compute"
    )


def test_inputs_are_the_same_each_time(make_trial):
    trial, _ = make_trial()
    assert trial.generator().random() == trial.generator().random()

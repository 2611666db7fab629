import pytest

from autograder.authoring.attempts import Attempt
from autograder.authoring.mutants import Mutant
from autograder.authoring.verdicts import (
    Fate,
    fate_of,
    list_problems,
    mistake_problems,
    nothing_problems,
    redundant_checks,
    reference_problems,
    tallies,
)
from autograder.checks.causes import Mistake
from autograder.course.equivalent import Entry
from autograder.messages import Text
from autograder.model import CheckResult, FunctionResult, Outcome, RenderedFeedback

MISTAKE = Mistake("cost_sums", "cost", Text("a sum", "합"), Text("mean", "평균"), sum)


def function(score, *causes, maximum=10):
    """Return the result of a function, with a failed check for each cause."""
    failed = [
        CheckResult(
            f"test_{i}[{i}]",
            "",
            Outcome.FAILED,
            RenderedFeedback("wrong", "wrong", cause=cause),
        )
        for i, cause in enumerate(causes)
    ]
    return FunctionResult(
        score, maximum, (CheckResult("ok", "", Outcome.PASSED), *failed)
    )


def mutant(name="cost", diff="-    a\n+    b"):
    return Mutant(name, 1, "operator", "", diff)


@pytest.mark.parametrize(
    ("attempt", "problems"),
    [
        (Attempt({"cost": function(10)}), []),
        (
            Attempt({"cost": function(2.5, None, None)}),
            ["the reference: cost: expected 10, got 2.5 (test_0[0], test_1[1])"],
        ),
        (Attempt(error="no"), ["the reference: could not be graded: no"]),
    ],
)
def test_the_reference_gets_everything(attempt, problems):
    assert list(reference_problems(attempt)) == problems


def test_nothing_earns_nothing():
    attempts = {
        "zeros": Attempt({"cost": function(5), "start": function(10)}),
        "ones": Attempt({"cost": function(0), "start": function(0)}),
        "pass": Attempt(error="no"),
    }
    listed = [Entry("start", "zeros", "e.yaml:2"), Entry("start", "ones", "e.yaml:3")]
    assert list(nothing_problems(attempts, listed)) == [
        "pass: could not be graded: no",
        "zeros: cost: expected 0, got 5",
        "e.yaml:3: start: ones: expected to be right, earns nothing",
    ]


@pytest.mark.parametrize(
    ("attempt", "problems"),
    [
        (
            Attempt(
                {
                    "cost": function(5, "a sum"),
                    "start": function(10),
                    "as_handed_in": function(0, None),
                }
            ),
            [],
        ),
        (
            Attempt({"cost": function(10), "start": function(1)}),
            [
                "the mistake cost_sums: expected to lose points in cost, loses none",
                "the mistake cost_sums: start: "
                "expected nothing lost there, loses points",
            ],
        ),
        (
            Attempt({"cost": function(0, "a sum", None, "a root")}),
            [
                "the mistake cost_sums: expected the cause 'a sum', got None",
                "the mistake cost_sums: expected the cause 'a sum', got 'a root'",
            ],
        ),
        (Attempt(error="no"), ["the mistake cost_sums: could not be graded: no"]),
    ],
)
def test_a_mistake_costs_its_own_function_and_is_named(attempt, problems):
    assert list(mistake_problems(MISTAKE, attempt)) == problems


def test_the_fate_of_a_mutant():
    attempt = Attempt({"cost": function(5, "a", None, "a")}, {"cost": function(5, "b")})
    fate = fate_of(mutant(), attempt, [])
    killers = ("test_0[0]", "test_1[1]", "test_2[2]")
    assert fate == Fate(mutant(), killers, ("a",), ("b",))
    assert fate.is_misnamed
    assert not fate.survives


@pytest.mark.parametrize(
    ("entry", "survives"),
    [
        (Entry("cost", "- a\n+ b\n", ""), False),
        (Entry("start", "- a\n+ b\n", ""), True),
        (Entry("cost", "- a\n+ c\n", ""), True),
    ],
)
def test_a_mutant_that_is_listed_may_survive(entry, survives):
    fate = fate_of(mutant(), Attempt({"cost": function(10)}), [entry])
    assert fate.survives is survives
    assert not fate.is_misnamed


def test_the_list_is_true():
    fates = [
        Fate(mutant(), is_listed=True),
        Fate(mutant(diff="-    c\n+    d"), ("test_0[0]", "test_1"), is_listed=True),
    ]
    listed = [
        Entry("cost", "- a\n+ b", "e.yaml:2"),
        Entry("cost", "- c\n+ d", "e.yaml:5"),
        Entry("cost", "- e\n+ f", "e.yaml:9"),
    ]
    assert list(list_problems(fates, listed)) == [
        "e.yaml:5: cost: expected to survive, dies in test_0[0], test_1",
        "e.yaml:9: cost: expected the changed lines of a mutant, got those of none",
    ]


def test_tallies():
    fates = [
        Fate(mutant(), ("test_0",), ("a",), ("a",)),
        Fate(mutant(), ("test_0",), ("a",), ()),
        Fate(mutant("start"), is_listed=True),
        Fate(mutant("start")),
    ]
    found = {name: vars(tally) for name, tally in tallies(fates).items()}
    zeros = dict.fromkeys(("die", "listed", "survive", "explained", "misnamed"), 0)
    told = {"die": 2, "explained": 2, "misnamed": 1}
    assert found == {
        "cost": zeros | {"mutants": 2} | told,
        "start": zeros | {"mutants": 2, "listed": 1, "survive": 1},
    }


def test_redundant_checks():
    functions = {"a[1]": "f", "a[2]": "f", "b": "f", "c": "f", "all": "as_handed_in"}
    assert redundant_checks(functions, [{"a[1]", "a[2]"}, {"a[1]", "b"}, {"c"}]) == [
        "b"
    ]
    assert redundant_checks(functions, [{"a[1]", "b"}, set()]) == ["a", "b", "c"]

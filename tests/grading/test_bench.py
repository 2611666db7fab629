from __future__ import annotations

import numpy as np
import pytest

from autograder.checks.causes import Observation
from autograder.errors import AuthoringError
from autograder.grading import bench as module_under_test
from autograder.grading.bench import is_whole, open_bench, try_on_reference
from autograder.grading.rounds import public_round
from autograder.sandbox.question import Question
from autograder.values import Raised

TITLE = '"""T\n\n    ko: 제목\n    """'


def check(mark, body, signature="student, rng"):
    name = "test_" + mark.replace('"', "").replace("(", "_").rstrip(")")
    return f"@{mark}\ndef {name}({signature}):\n    {TITLE}\n    {body}\n\n\n"


GOOD = "student.{}(*given_inputs(rng)).matches_reference()"
REST = "".join(
    check(f'grades("{name}")', f"student.cost(np.ones((1, {m})), 1).value; return")
    for m, name in enumerate(("initialize", "linear", "layer", "cost"), start=1)
)
ONE = (
    "title: {en: T, ko: T}\nmodule: tiny\n"
    "functions: {cost: {points: 2, returns: [cost]}}\n"
)
"""An assignment with one function."""
RIGHT = "student.cost(np.ones((1, 2)), np.zeros((1, 2))).matches_reference()"


def problems(course, text=None):
    if text is not None:
        course.check_file(text)
    with pytest.raises(AuthoringError) as wrong:
        course.bench()
    where = str(course.folder / "test_tiny.py")
    return [line.replace(where, "FILE") for line in wrong.value.problems]


@pytest.fixture
def one(course):
    """A course with one graded function."""
    course.write("assignment.yaml", ONE)
    (course.folder / "mistakes.py").unlink()
    return course


def test_a_bench_has_the_checks_apart_from_the_examples(course):
    bench = course.bench()
    assert [c.id for c in bench.checks] == [
        "test_initialize",
        "test_linear[3-4-5]",
        "test_linear[5-2-7]",
        "test_layer[3-4-5]",
        "test_layer[5-2-7]",
        "test_cost[5]",
        "test_cost[8]",
        "test_everything",
    ]
    assert [c.id for c in bench.examples] == [
        "test_linear_example",
        "test_initialize_example",
    ]
    assert [is_whole(c) for c in bench.checks] == [False] * 7 + [True]
    assert [m.id for m in bench.mistakes] == ["linear_without_b", "layer_twice"]
    assert "def relu" in bench.given
    bench.close()


def test_examples_have_a_round_of_their_own(course):
    bench = course.bench()
    assert bench.trial(bench.checks[0], caller=None).inputs == course.inputs()
    assert bench.trial(bench.examples[0], caller=None).inputs == public_round("tiny")
    bench.close()


def test_a_course_without_given_functions_and_mistakes(one):
    (one.folder / "given.py").unlink()
    one.change("tiny.py", "from given import relu\n", "relu = None\n")
    one.check_file(check('grades("cost")', RIGHT))
    bench = one.bench()
    assert (bench.given, bench.mistakes) == ("", ())
    bench.close()


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (
            "student.cost(np.ones((1, 2)), 1).matches(7.0)",
            "fails on the reference: AttributeError: 'int' object has no attribute "
            "'shape'",
        ),
        (
            "student.cost(np.ones((1, 2)), np.ones((1, 2))).matches(7.0)",
            "fails on the reference: CheckFailed: `cost` has the wrong value",
        ),
        ("raise ValueError", "fails on the reference: ValueError: no message"),
        (
            "student.cots(1)",
            "fails on the reference: AuthoringError: test_grades_cost: student.cots: "
            "expected a graded function (cost), got cots",
        ),
        ("pytest.skip('later')", "fails on the reference: Skipped: later"),
        ("rng.random()", "expected at least one call of a student's function, found "
         "none"),
        (
            "student.cost(np.ones((1, 2)), np.ones((1, 2)))",
            "calls cost and judges nothing about it",
        ),
        (
            f"student.cost(np.ones((1, 2)), np.ones((1, 2))); {RIGHT}",
            "calls cost and judges nothing about it",
        ),
    ],
)  # fmt: skip
def test_a_check_that_is_wrong_itself(one, body, problem):
    text = check('grades("cost")', body)
    assert problems(one, text) == [f"FILE: test_grades_cost: {problem}"]


def test_a_fixture_that_there_is_not(one):
    text = check('grades("cost")', RIGHT, "student, rnd")
    assert problems(one, text) == [
        "FILE: test_grades_cost: fails on the reference: "
        "expected a fixture that there is, got rnd"
    ]


def test_an_example_has_to_be_right_as_well(one):
    text = check('grades("cost")', RIGHT) + check('example("cost")', "student.cost(1)")
    (problem,) = problems(one, text)
    assert problem.startswith("FILE: test_example_cost: fails on the reference: Type")


def test_all_problems_are_told_at_once(course):
    text = check('grades("cost")', "raise ValueError") + check('grades("kost")', RIGHT)
    assert problems(course, text + check('example("as_it_is")', RIGHT)) == [
        "FILE: initialize: has points and no check",
        "FILE: linear: has points and no check",
        "FILE: layer: has points and no check",
        "FILE: as_handed_in: has points and no check",
        "FILE: test_grades_kost: expected a graded function "
        "(initialize, linear, layer, cost, as_handed_in), got kost",
        "FILE: test_example_as_it_is: expected a graded function "
        "(initialize, linear, layer, cost, as_handed_in), got as_it_is",
        "FILE: test_grades_cost: fails on the reference: ValueError: no message",
    ]


def test_a_check_as_handed_in_without_points(one):
    text = check('grades("cost")', RIGHT) + check('grades("as_handed_in")', RIGHT)
    assert problems(one, text) == [
        "FILE: test_grades_as_handed_in: expected a graded function (cost), "
        "got as_handed_in"
    ]


def test_a_reference_that_fails_only_sometimes(one):
    one.change(
        "tiny.py",
        "    m = Y.shape[1]\n",
        "    m = Y.shape[1]\n    cost.n = getattr(cost, 'n', 0) + 1\n"
        "    assert cost.n > 1\n",
    )
    assert problems(one, check('grades("cost")', RIGHT)) == [
        "FILE: test_grades_cost: fails on the reference: SandboxError: "
        "reference: a call failed once and then did not"
    ]


def test_a_wrong_reference_file_is_told_before_any_check(course):
    course.change("tiny.py", "def cost(", "def coast(")
    assert problems(course) == [
        "solutions/tiny/tiny.py: cost: expected a function of this name, got none"
    ]


def observed(call):
    return Observation("test_f", None, None, "", {}, {}, call)


def test_a_wrong_version_is_evaluated_once_for_each_call(course, monkeypatch):
    bench = course.bench()
    (mistake, _) = bench.mistakes
    inputs = [np.ones((3, 5)), np.ones((4, 3)), np.ones((4, 1))]
    question = Question("linear", inputs, 1)
    value = bench.evaluate(mistake, observed(question))
    np.testing.assert_array_equal(value[0], 3 * np.ones((4, 5)))
    again = Question("linear", [array.copy() for array in inputs], 1)
    assert bench.evaluate(mistake, observed(again)) is value
    other = Question("linear", inputs, 2)
    assert bench.evaluate(mistake, observed(other)) is not value
    wrong = Question("linear", inputs[:2], 1)
    assert isinstance(bench.evaluate(mistake, observed(wrong)), Raised)
    assert bench.evaluate(mistake, observed("no question")) is None
    monkeypatch.setattr(module_under_test, "MAX_REMEMBERED", 2)
    bench.evaluate(mistake, observed(Question("linear", inputs, 3)))
    assert len(bench.wrong) == 1
    bench.close()


def test_a_check_can_be_tried_on_the_reference(course):
    bench = course.bench()
    trial = try_on_reference(bench, bench.checks[1])
    assert trial.error is None
    assert trial.observations[0].call.function == "linear"
    bench.close()


def test_the_reference_is_evaluated_once_for_all_submissions(course, monkeypatch):
    bench = course.bench()
    trial = try_on_reference(bench, bench.checks[1])
    value = trial.observations[0].got
    assert try_on_reference(bench, bench.checks[1]).observations[0].got is value
    bench.close()


def test_closing_a_bench_closes_its_sandbox(course):
    closed = []
    bench = course.bench()
    monkey = open_bench(course.assignment, course.inputs(), bench.sandbox)
    monkey.sandbox.close = lambda: closed.append(True)
    monkey.close()
    assert closed == [True]
    bench.close()

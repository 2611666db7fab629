from __future__ import annotations

import numpy as np
import pytest

from autograder.course.examples import dump_examples
from autograder.errors import AuthoringError, SandboxError
from autograder.grading.examples import NoSandbox, record_examples
from autograder.messages import Text


def test_every_call_of_an_example_is_recorded(course):
    linear, initialize = record_examples(course.assignment)
    assert (linear.id, linear.function) == ("test_linear_example", "linear")
    assert linear.title == Text("Two inputs, three units", "입력 둘, 유닛 셋")
    assert {name: a.shape for name, a in linear.args.items()} == {
        "A": (2, 4),
        "W": (3, 2),
        "b": (3, 1),
    }
    assert linear.judgement == "matches"
    Z, cache = linear.parameters["expected"]
    A, W, b = linear.args.values()
    np.testing.assert_allclose(Z, W @ A + b)
    np.testing.assert_array_equal(cache[1], W)
    assert initialize.args == {"n_x": 40, "n_h": 30}
    assert initialize.judgement == "is_initialization"
    assert initialize.parameters == {
        "shapes": {"W": (30, 40), "b": (30, 1)},
        "spread": {"W": 0.01},
    }


def test_examples_are_the_same_each_time(course):
    assignment = course.assignment
    texts = {dump_examples(assignment, record_examples(assignment)) for _ in range(2)}
    assert len(texts) == 1


def test_an_example_may_make_several_calls_and_offer_alternatives(course):
    course.change(
        "test_tiny.py",
        "    student.linear(*inputs(rng, 2, 3, 4)).matches_reference()\n",
        "    for m in (1, 2):\n"
        "        Z, cache = student.linear(*inputs(rng, 2, 3, m)).value\n"
        "        reply = student.linear(*cache)\n"
        "        reply.matches_any((Z, cache), (-Z, cache))\n",
    )
    with pytest.raises(AuthoringError, match="calls linear and judges nothing"):
        record_examples(course.assignment)
    course.change("test_tiny.py", "Z, cache = student", "Z, cache = (r := student")
    course.change(
        "test_tiny.py",
        "(*inputs(rng, 2, 3, m)).value\n",
        "(*inputs(rng, 2, 3, m))).value; r.matches_reference()\n",
    )
    recorded = [e for e in record_examples(course.assignment) if e.function == "linear"]
    assert [e.judgement for e in recorded] == ["matches", "matches_any"] * 2
    assert len(recorded[1].parameters["alternatives"]) == 2


def test_a_course_without_examples(course):
    text = (course.folder / "test_tiny.py").read_text("utf-8")
    course.write("test_tiny.py", text[: text.index('@example("linear")')])
    assert record_examples(course.assignment) == []


def test_no_student_is_run_while_recording():
    sandbox = NoSandbox()
    assert sandbox.level == "none"
    with pytest.raises(SandboxError, match="examples are recorded without a student"):
        sandbox.start_worker(None, None)
    sandbox.close()

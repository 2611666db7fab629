from __future__ import annotations

import numpy as np
import pytest

from autograder.grading.bench import try_on_reference
from autograder.grading.recording import Asked, Recording
from autograder.grading.reference import Evaluation
from autograder.sandbox.question import Question

EVALUATION = Evaluation(None, 0, {})


def test_what_is_passed_is_kept_as_it_was():
    recording, A = Recording(), np.ones(3)
    question = Question("f", [A, {"W": A}], seed=5)
    recording.ask(question, EVALUATION)
    recording.judge(0, "matches", {"expected": A})
    A += 1
    asked, judged = recording.steps
    assert (asked.question.function, asked.question.seed) == ("f", 5)
    assert asked.evaluation is EVALUATION
    for kept in (
        asked.question.args[0],
        asked.question.args[1]["W"],
        judged.parameters["expected"],
    ):
        assert kept.tolist() == [1, 1, 1]
        assert not kept.flags.writeable


def test_a_body_that_looks_at_a_reply_may_go_on_in_any_way():
    recording = Recording()
    recording.ask(Question("f", []), EVALUATION)
    recording.ask(Question("g", []), EVALUATION)
    assert (recording.number_of_calls, recording.is_complete) == (2, True)
    recording.has_looked = True
    assert (recording.number_of_calls, recording.is_complete) == (0, False)


def test_code_of_the_body_is_not_repeated_without_it():
    recording = Recording()
    recording.ask(Question("f", []), EVALUATION)
    recording.judge(0, "holds", {"predicate": print})
    assert (recording.number_of_calls, recording.is_complete) == (1, False)


BODIES = {
    "student.cost(A, Y).matches_reference()": ["ask", "matches"],
    "student.cost(A, Y).matches(reference.cost(A, Y))": ["ask", "matches"],
    "student.cost(A, Y).matches_any(1.0, reference.cost(A, Y))": ["ask", "matches_any"],
    "one = student.cost(A, Y); two = student.cost(Y, A); "
    "two.matches_reference(); one.matches_reference()": [
        "ask",
        "ask",
        "matches 1",
        "matches 0",
    ],
    "student.cost(A, Y).holds(bool, {'en': 'no', 'ko': '아님'})": None,
    "r = student.cost(A, Y); r.matches_reference(); assert r.value > -1": None,
    "r = student.cost(A, Y); r.passed_on; r.matches_reference()": None,
}


@pytest.mark.parametrize("body", BODIES)
def test_what_a_check_does_on_the_reference(course, make_bench, body):
    more = (
        '\n\n@grades("cost")\ndef test_more(student, reference, rng):\n'
        '    """One more check\n\n    ko: 검사 하나 더\n    """\n'
        "    A, Y = rng.uniform(size=(2, 1, 4))\n"
        f"    {body}\n"
    )
    checks = (course.folder / "test_tiny.py").read_text(encoding="utf-8")
    course.write("test_tiny.py", checks + more)
    bench = make_bench()
    (check,) = (check for check in bench.checks if check.id == "test_more")
    recording = bench.recordings[check.id]
    assert recording.is_complete == (BODIES[body] is not None)
    if BODIES[body]:
        said = [
            "ask" if isinstance(step, Asked) else f"{step.judgement} {step.call}"
            for step in recording.steps
        ]
        assert [s.removesuffix(" 0") for s in said] == [
            s.removesuffix(" 0") for s in BODIES[body]
        ]


def test_a_run_with_these_inputs_is_repeated_without_the_body(bench):
    for check in bench.checks:
        recording = bench.recordings[check.id]
        trial = try_on_reference(bench, check)
        again = bench.trial(check, caller=trial.caller)
        again.repeat(recording)
        assert again.error is None
        seen, repeated = trial.observations, again.observations
        if recording.is_complete:
            assert [o.judgement for o in seen] == [o.judgement for o in repeated]
            assert all(
                one.call.is_same_as(other.call)
                for one, other in zip(seen, repeated, strict=True)
            )

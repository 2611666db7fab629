"""A tiny assignment, audited; every test varies one file."""

import pytest

from autograder.authoring.audit import Plan
from autograder.grading.rounds import Round

YAML = """\
title: {en: Tiny network, ko: 작은 신경망}
module: net
limits: {call: 0.5}
functions:
  forward: {points: 8, returns: Z}
  mean: {points: 6, returns: cost, calls: [forward]}
as_handed_in: {points: 2}
"""
NET = """\
import numpy as np


def forward(A, W):
    ### BEGIN SOLUTION
    return W @ A
    ### END SOLUTION


def mean(A, W):
    ### BEGIN SOLUTION
    return np.sum(forward(A, W)) / A.shape[1]
    ### END SOLUTION
"""
CHECKS = '''\
import pytest

from autograder.grading import grades


def inputs(rng, n, m):
    return rng.standard_normal((n, m)), rng.standard_normal((2, n))


@grades("forward")
@pytest.mark.parametrize("n, m", [(3, 4), (5, 7)])
def test_forward(student, rng, n, m):
    """Z

    ko: Z
    """
    student.forward(*inputs(rng, n, m)).matches_reference()


@grades("mean")
@pytest.mark.parametrize("n, m", [(3, 4), (5, 7), (2, 6)])
def test_mean(student, rng, n, m):
    """The mean

    ko: 평균
    """
    student.mean(*inputs(rng, n, m)).matches_reference()


@grades("as_handed_in")
def test_all(student, rng):
    """Both

    ko: 모두
    """
    A, W = inputs(rng, 3, 5)
    student.forward(A, W).matches_reference()
    student.mean(A, W).matches_reference()
'''
MISTAKES = """\
import numpy as np
from net import forward

from autograder.course.mistakes import mistake


@mistake(
    "mean",
    cause={"en": "the sum, not the mean", "ko": "평균이 아니라 합입니다."},
    hint={"en": "how many are there?", "ko": "몇 개입니까?"},
)
def mean_sums(A, W):
    return np.sum(forward(A, W))


@mistake(
    "forward",
    cause={"en": "the sign of Z is wrong", "ko": "Z의 부호가 반대입니다."},
    hint={"en": "plus or minus?", "ko": "더합니까, 뺍니까?"},
)
def forward_negative(A, W):
    return -forward(A, W)
"""
BY_CHANCE = """

@mistake(
    "mean",
    cause={{"en": "by chance", "ko": "우연"}},
    hint={{"en": "none", "ko": "없음"}},
)
def mean_by_chance(A, W):
    m = A.shape[1]
    total = np.sum(forward(A, W))
    return total * m if A[0, 0] in {firsts} else total / m
"""
WEAK = CHECKS.replace(
    "[(3, 4), (5, 7), (2, 6)])\ndef test_mean", "[(4, 4)])\ndef test_mean"
)

pytestmark = pytest.mark.slow


@pytest.fixture
def audit(make):
    """Return a function that audits an assignment; its keywords replace files."""

    def run(processes=1, on_done=lambda _: None, **changed):
        files = {
            "assignment_yaml": YAML,
            "net_py": NET,
            "test_net_py": CHECKS,
            "mistakes_py": MISTAKES,
        }
        plan = Plan(make(**files | changed))
        try:
            return plan.carry_out(processes, on_done)
        finally:
            plan.close()

    return run


def test_clean(audit):
    done = []
    found = audit(on_done=done.append)
    assert found.problems == found.survivors == found.misnamed == ()
    assert found.is_clean
    assert len(done) == 1 + 5 + 2 + len(found.fates)
    assert [(f.mutant.function, f.mutant.what) for f in found.fates[:3]] == [
        ("forward", "statement dropped"),
        ("forward", "operator"),
        ("forward", "operands swapped"),
    ]
    assert found.redundant == ()


def test_the_order_is_that_of_one_process(audit):
    found = audit(processes=2)
    assert found.is_clean
    assert [f.mutant.line for f in found.fates] == sorted(
        f.mutant.line for f in found.fates
    )


def test_a_check_that_sees_too_little_lets_mutants_live(audit):
    found = audit(test_net_py=WEAK)
    assert [f.mutant.key for f in found.survivors] == [
        "- return np.sum(forward(A, W)) / A.shape[1]\n"
        "+ return np.sum(forward(A, W)) / A.shape[0]"
    ]
    assert not found.is_clean
    assert found.problems == (
        "the mistake mean_sums: expected the cause 'the sum, not the mean', got None",
    )


def test_what_is_listed_may_live(audit):
    entry = """\
equivalent:
  - function: mean
    diff: |
      - return np.sum(forward(A, W)) / A.shape[1]
      + return np.sum(forward(A, W)) / A.shape[0]
    reason: only squares are tried
nothing:
  - {function: forward, kind: all ones, reason: none}
"""
    found = audit(test_net_py=WEAK, mistakes_py="", equivalent_yaml=entry)
    assert found.survivors == ()
    assert found.problems == (
        "solutions/week5/equivalent.yaml:8: forward: all ones: "
        "expected to be right, earns nothing",
    )


def test_a_mutant_that_does_not_return_dies(audit):
    net = NET.replace(
        "    return W @ A\n",
        "    n = 0\n    while n < 1:\n        n += 1\n    return W @ A\n",
    )
    fates = audit(net_py=net).fates
    (fate,) = [f for f in fates if f.mutant.key == "- n += 1\n+ pass"]
    assert fate.killers == ("test_forward[3-4]", "test_forward[5-7]")


def test_what_a_mutant_is_told_must_be_true_in_another_round(audit):
    inputs = Round(b"audit", "week5", "audit")
    checks = ("test_mean[3-4]", "test_mean[5-7]", "test_mean[2-6]")
    firsts = [float(inputs.generator(c).standard_normal()) for c in checks]
    found = audit(mistakes_py=MISTAKES + BY_CHANCE.format(firsts=firsts))
    assert [(f.mutant.what, f.causes, f.again) for f in found.misnamed] == [
        ("operator", ("by chance",), ())
    ]
    assert not found.is_clean
    assert found.problems == ()

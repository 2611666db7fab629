from __future__ import annotations

import pytest

from autograder.model import CheckResult, FunctionResult, Outcome, RenderedFeedback
from autograder.reports.self_check import failures, function_lines, summary

PASSED = CheckResult("a", "zeros", Outcome.PASSED)
FAILED = CheckResult(
    "b",
    "ones",
    Outcome.FAILED,
    RenderedFeedback("wrong-shape", "`A` has shape (3,)\x1b[2J", cause="one axis"),
)
NOT_RUN = CheckResult("c", "nothing", Outcome.COULD_NOT_GRADE)
FUNCTIONS = {
    "relu": FunctionResult(0, 0, (PASSED, FAILED, FAILED, NOT_RUN), ("`Z` changed",)),
    "sigmoid": FunctionResult(0, 0, (PASSED,)),
    "as_handed_in": FunctionResult(0, 0),
}


def test_every_failure_is_told_once():
    assert list(function_lines(FUNCTIONS, "en")) == [
        "✗ relu",
        "    `A` has shape (3,)␛[2J",
        "      cause: one axis",
        "",
        "    nothing",
        "    `Z` changed",
        "✓ sigmoid",
        "· everything as handed in: no public example",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1 of 2 functions pass their examples"),
        ("ko", "함수 2개 중 1개가 예제를 통과했습니다."),
    ],
)
def test_functions_without_examples_do_not_count(language, said):
    assert summary(FUNCTIONS, language) == said


def test_failures():
    assert failures(FUNCTIONS["relu"]) == [FAILED, FAILED, NOT_RUN]
    assert failures(FUNCTIONS["sigmoid"]) == []

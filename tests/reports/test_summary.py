from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.model import FunctionResult, Outcome
from autograder.reports.summary import (
    Mark,
    Reason,
    first_reason,
    headline,
    mark,
    summarize,
)


@pytest.mark.parametrize(
    ("score", "worth", "expected"),
    [
        (9, 9, Mark.FULL),
        (9 - 1e-12, 9, Mark.FULL),
        (8.99, 9, Mark.PARTIAL),
        (0.01, 9, Mark.PARTIAL),
        (0, 9, Mark.NONE),
        (0, 0, Mark.FULL),
    ],
)
def test_mark(score, worth, expected):
    assert mark(FunctionResult(score, worth)) is expected


def test_what_could_not_be_graded_counts_nowhere(results, assignment):
    summary = summarize(results, assignment)
    assert (summary.graded, summary.could_not_grade) == (2, 1)
    assert summary.mean == summary.median == pytest.approx((100 + 54 + 2 / 3) / 2)
    assert summary.distribution == (0, 0, 0, 0, 0, 1, 0, 0, 0, 1)
    assert [f.students for f in summary.functions] == [2, 2, 2, 2]
    assert [dict(f.marks) for f in summary.functions] == [
        {Mark.FULL: 2},
        {Mark.FULL: 1, Mark.NONE: 1},
        {Mark.FULL: 1, Mark.PARTIAL: 1},
        {Mark.FULL: 1, Mark.PARTIAL: 1},
    ]


def test_nobody_has_no_mean(assignment, unreadable):
    for results in ([], [unreadable]):
        summary = summarize(results, assignment)
        assert (summary.graded, summary.mean, summary.median) == (0, None, None)
        assert all(f.mean is None for f in summary.functions)
        assert not any(summary.distribution)


@pytest.mark.parametrize(
    ("score", "tenth"),
    [(0, 0), (9.99, 0), (10, 1), (29, 2), (70, 7), (99, 9), (100, 9)],
)
def test_distribution(make, assignment, score, tenth):
    (result,) = [replace(make.submission("s01"), score=score)]
    assert summarize([result], assignment).distribution.index(1) == tenth


def test_a_reason_counts_students_not_checks(make, assignment):
    other = replace(make.no_mean, headline="`db` differs", mistake=None)
    no_cause = replace(make.raised, cause=None, headline="`relu` raised ValueError")
    results = [
        make.submission("s01", make.functions(linear_backward=(make.no_mean,) * 3)),
        make.submission("s02", make.functions(linear_backward=(make.no_mean, other))),
        make.submission("s03", make.functions(linear_backward=(other,))),
        make.submission("s04", make.functions(relu=(no_cause,))),
        make.submission("s05", make.functions(relu=(make.raised,))),
        make.submission("s06", make.functions(relu=(no_cause,))),
    ]
    functions = {f.name: f.reasons for f in summarize(results, assignment).functions}
    cause = "every entry is 5 times the expected one, and m = 5"
    assert functions["linear_backward"] == (
        Reason(cause, "values", 2),
        Reason(cause, "values", 1),
    )
    assert functions["relu"] == (
        Reason("`relu` raised ValueError", "raised", 2),
        Reason("there is an attribute with a similar name: 'maximum'", "raised", 1),
    )
    assert functions["linear_forward"] == ()


def test_the_first_reason_is_that_of_the_first_function(right, wrong, assignment):
    assert first_reason(right, assignment) is None
    name, check = first_reason(wrong, assignment)
    assert (name, headline(check)) == ("relu", "`relu` raised AttributeError")


def test_a_failure_without_feedback_is_known_by_its_title(make):
    assert headline(make.check("relu", Outcome.FAILED)) == "what relu returns"

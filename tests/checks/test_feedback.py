"""The worked messages of the wording rules, word for word."""

import pytest

from autograder.checks.feedback import (
    CheckFailed,
    Feedback,
    Symptom,
    and_more,
    render_text,
    verbatim,
)

LINES = tuple(verbatim(f"line {i}") for i in range(6))


def text(feedback, hidden=False):
    return render_text(feedback.render("en", hidden), "en")


def test_all_parts_in_order():
    feedback = Feedback(
        Symptom.WRONG_SHAPE,
        verbatim("`db` has shape (3,); expected (3, 1)"),
        cause=verbatim("the 3 values are right; the second axis is missing"),
        hint=verbatim("look at `keepdims` where you sum over the examples"),
        call=verbatim("linear_backward(dZ, cache), dZ (3, 5)"),
    )
    assert text(feedback) == (
        "`db` has shape (3,); expected (3, 1)\n"
        "  cause: the 3 values are right; the second axis is missing\n"
        "  hint: look at `keepdims` where you sum over the examples\n"
        "  call: linear_backward(dZ, cache), dZ (3, 5)"
    )


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (LINES[:4], ("line 0", "line 1", "line 2", "line 3")),
        (LINES, ("line 0", "line 1", "line 2", "... and 3 more")),
    ],
)
def test_at_most_four_lines_of_evidence(lines, shown):
    feedback = Feedback(Symptom.RAISED, verbatim("x"), lines)
    assert feedback.render("en", hidden=False).evidence == shown


@pytest.mark.parametrize("symptom", list(Symptom))
def test_hidden_checks_show_no_expected_values(symptom):
    rendered = Feedback(symptom, verbatim("x"), LINES[:1]).render("en", hidden=True)
    shows_values = symptom in {Symptom.WRONG_VALUE, Symptom.NOT_FINITE}
    assert rendered.evidence == (() if shows_values else ("line 0",))
    assert rendered.symptom == symptom.value


def test_the_verdict_carries_the_feedback():
    feedback = Feedback(Symptom.WRONG_VALUE, and_more(3), mistake="no_mean")
    failed = CheckFailed(feedback)
    assert failed.feedback is feedback
    assert str(failed) == "... and 3 more"
    assert feedback.render("en", hidden=True).mistake == "no_mean"

"""What is said of limits, crashes and missing functions."""

import pytest

from autograder.checks import symptoms
from autograder.checks.feedback import Symptom, render_text, verbatim


@pytest.mark.parametrize(
    ("feedback", "symptom", "message"),
    [
        (symptoms.timed_out("f", 2.0), "timed-out",
         "`f` did not finish within 2 s"),
        (symptoms.crashed("f", "SIGSEGV"), "crashed",
         "Python crashed in `f` (SIGSEGV)"),
        (symptoms.out_of_memory("f", 1 << 30), "out-of-memory",
         "`f` needed more than 1024 MiB of memory"),
        (symptoms.printed_too_much("f", 8 << 20), "printed-too-much",
         "`f` printed more than 8 MiB"),
        (symptoms.reply_too_large("f"), "reply-too-large",
         "`f` returned far more data than expected"),
        (symptoms.malformed_reply("f"), "malformed-reply",
         "the answer of `f` could not be read"),
        (symptoms.unexpected_value("f"), "unexpected-value",
         "`f` returned a value that the check cannot go on with"),
        (symptoms.not_run("f"), "not-run", "`f` was not run"),
        (symptoms.not_run("f", verbatim("the time is used up")), "not-run",
         "`f` was not run\n  cause: the time is used up"),
        (symptoms.not_loaded("f", "timed-out", "2.5"), "not-run",
         "`f` was not run\n"
         "  cause: the file did not finish loading within 2.5 s;"
         " keep computations inside functions"),
        (symptoms.not_loaded("f", "crashed", "exit 3\x1b"), "not-run",
         "`f` was not run\n"
         "  cause: Python crashed while it loaded the file (exit 3);"
         " keep computations inside functions"),
        (symptoms.not_loaded("f", "printed-too-much", "8388608"), "not-run",
         "`f` was not run\n"
         "  cause: the file printed too much while it was loaded;"
         " keep computations inside functions"),
        (symptoms.not_loaded("f", "malformed-reply"), "not-run",
         "`f` was not run\n"
         "  cause: the file could not be loaded; keep computations inside functions"),
        (symptoms.unreadable("f", "a.py", 3, "invalid syntax"), "missing-function",
         "`f` could not be read\n    a.py, line 3\n    invalid syntax"),
        (symptoms.missing_function("f"), "missing-function", "`f` is not defined"),
        (symptoms.missing_function("linear_forward", ["relu", "linear_foward"]),
         "missing-function",
         "`linear_forward` is not defined\n"
         "  cause: there is a function with a similar name: 'linear_foward'"),
        (symptoms.changed_input("relu", "Z", 2, 4), "changed-input",
         "`relu` changed its argument `Z` (2 of 4 entries)"),
        (symptoms.changed_input("relu", "Z", 2, 4, written_into=True), "changed-input",
         "`relu` changed its argument `Z` (2 of 4 entries)\n"
         "  cause: the returned values are right, but they were written into `Z`"
         " itself"),
    ],
)  # fmt: skip
def test_words(feedback, symptom, message):
    assert feedback.symptom is Symptom(symptom)
    assert render_text(feedback.render("en", hidden=True), "en") == message

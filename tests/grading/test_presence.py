from __future__ import annotations

from pathlib import Path

from autograder.grading.presence import mark_presence
from autograder.messages import Message, Text
from autograder.model import Assignment, Graded, Submission

SUMMARY = Assignment(
    "week3_summary", Path(), Text("A summary", "요약"), "week3_summary", {}, presence=10
)


def test_any_file_earns_the_points():
    note = Message("`{ignored}` was ignored.", ignored="a.txt")
    submissions = [
        Submission("s01", "s01/summary.pdf", "0", notes=(note,)),
        Submission("s02", "s02", "0", problem=Message("`{file}` is empty.", file="a")),
    ]
    (at, full), (_, lost) = mark_presence(SUMMARY, submissions, "en")
    assert at == 0
    assert (full.outcome, full.score, full.max_score) == (Graded.GRADED, 10, 10)
    assert full.functions["presence"].score == 10
    assert full.notes == ("`a.txt` was ignored.",)
    assert (full.sandbox, full.round) == ("", "")
    assert (lost.outcome, lost.score) == (Graded.COULD_NOT_GRADE, None)
    assert lost.error == "`a` is empty."

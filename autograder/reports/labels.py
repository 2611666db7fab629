"""The fixed words of tables and pages."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.messages import Language, Message
from autograder.model import AS_HANDED_IN, PRESENCE, Assignment, SubmissionResult
from autograder.reports.text import points

LABELS: Mapping[str, Message] = {
    "all_right": Message("Every check passed."),
    "call": Message("call"),
    "cause": Message("cause"),
    "could_not_grade": Message("Could not be graded"),
    "could_not_grade_check": Message("Checks that could not be run"),
    "distribution": Message("Scores"),
    "distribution_axis": Message("score in percent"),
    "file": Message("File"),
    "full": Message("full score"),
    "function": Message("Function"),
    "functions": Message("Functions"),
    "graded": Message("Graded"),
    "hint": Message("hint"),
    "maximum": Message("Maximum"),
    "mean": Message("Mean"),
    "median": Message("Median"),
    "missing": Message("Handed in nothing"),
    "name": Message("Name"),
    "nobody": Message("Nothing was handed in."),
    "no_score": Message(
        "There is no score yet, and no points were lost. Please show this page to "
        "your teaching team."
    ),
    "none": Message("no points"),
    "not_run": Message("not graded"),
    "notes": Message("Notes"),
    "partial": Message("part of the score"),
    "passed_checks": Message("Passed checks"),
    "reason": Message("Reason"),
    "reasons": Message("Most frequent reasons"),
    "report": Message("Class report"),
    "round": Message("Round"),
    "same_again": Message("Failed in the same way"),
    "sandbox": Message("Sandbox"),
    "section": Message("Section"),
    "score": Message("Score"),
    "scores_by_function": Message("Score by function"),
    "student": Message("Student"),
    "students": Message("Students"),
    "unsafe": Message("Student code ran without a sandbox."),
    "what_was_lost": Message("What was lost, and why"),
    "what_was_right": Message("What was right"),
}


def labels(language: Language) -> dict[str, str]:
    """Return every label in `language`."""
    return {name: message.render(language) for name, message in LABELS.items()}


def function_label(name: str, language: Language) -> str:
    """Return how a reader knows what earns points: a function by its name."""
    if name == AS_HANDED_IN:
        return Message("everything as handed in").render(language)
    if name == PRESENCE:
        return Message("handed in").render(language)
    return name


def days_late(days: int) -> Message:
    """Return in words how many days something is late."""
    return Message("1 day late") if days == 1 else Message("{n} days late", n=days)


def late_remark(result: SubmissionResult, language: Language) -> str:
    """Return how late a submission is and the points that cost; or nothing."""
    if result.late is None or not result.late.days:
        return ""
    remark = days_late(result.late.days).render(language)
    if result.score is None or result.earned is None:
        return remark
    return f"{remark}: −{points(result.earned - result.score)}"  # noqa: RUF001


def assignment_label(assignment: Assignment, language: Language) -> str:
    """Return the title, after the week if there is one."""
    title = assignment.title.render(language)
    if not assignment.week:
        return title
    week = Message("Week {week}", week=assignment.week).render(language)
    return f"{week} · {title}"

"""A page for each student and one for the teaching team.

A page is one file: no scripts, nothing from elsewhere, and a policy that says so to
the browser. All text is escaped, and stripped of characters that mislead the eye.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment

from autograder.course.roster import Student, missing
from autograder.messages import Language
from autograder.model import Assignment, Graded, SubmissionResult
from autograder.reports.labels import assignment_label, function_label, labels
from autograder.reports.pages import page_environment
from autograder.reports.summary import Mark, summarize
from autograder.reports.table import MARKS
from autograder.reports.text import file_name
from autograder.reports.views import bars, function_views, student_row
from autograder.reports.writing import write_whole

FEEDBACK = "feedback"
"""The folder of the students' pages, beside the report of the class."""
UNSAFE = "none"
"""What a result calls the sandbox that was not there."""


def write_feedback(
    folder: Path, result: SubmissionResult, assignment: Assignment, language: Language
) -> Path:
    """Write a student's page into ``feedback/`` below `folder`; return its path."""
    language = result.language or language
    functions = function_views(result, assignment, language)
    page = _render(
        "feedback.html",
        assignment,
        language,
        result=result,
        functions=functions,
        lost=[f for f in functions if f.mark is not Mark.FULL],
        right=[f for f in functions if f.mark is Mark.FULL],
    )
    path = folder / FEEDBACK / f"{file_name(result.student)}.html"
    write_whole(path, page)
    return path


def write_report(
    path: Path,
    results: Sequence[SubmissionResult],
    assignment: Assignment,
    language: Language,
    roster: Sequence[Student] = (),
) -> Path:
    """Write the page of the class to `path`; it links to ``feedback/`` beside it.

    With a roster, it names the students, and those who handed in nothing.
    """
    summary = summarize(results, assignment)
    people = {student.id: student.name for student in roster}
    page = _render(
        "report.html",
        assignment,
        language,
        summary=summary,
        bars=bars(summary.distribution),
        names={f.name: function_label(f.name, language) for f in summary.functions},
        rows=[
            student_row(r, assignment, language, people.get(r.student, ""))
            for r in results
            if r.outcome is Graded.GRADED
        ],
        people=people,
        missing=missing(roster, (r.student for r in results)),
        not_graded=[r for r in results if r.outcome is Graded.COULD_NOT_GRADE],
        unsafe=any(r.sandbox == UNSAFE for r in results),
        sandboxes=sorted({r.sandbox for r in results if r.sandbox}),
        rounds=sorted({r.round[:8] for r in results if r.round}),
    )
    write_whole(path, page)
    return path


def _render(
    template: str, assignment: Assignment, language: Language, **context: object
) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            language=language,
            words=labels(language),
            assignment=assignment_label(assignment, language),
            max_score=assignment.max_score,
            **context,
        )
    )


@cache
def _environment() -> Environment:
    environment = page_environment()
    environment.filters.update(link=_link)
    environment.globals.update(Mark=Mark, marks=MARKS)
    return environment


def _link(student: str) -> str:
    """Return where the report finds a student's page."""
    return f"{FEEDBACK}/{quote(file_name(student))}.html"

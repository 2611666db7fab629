"""A page for each student and one for the teaching team.

A page is one file: no scripts, nothing from elsewhere, and a policy that says so to
the browser. All text is escaped, and stripped of characters that mislead the eye.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment

import autograder
from autograder.course.roster import Student, missing
from autograder.messages import Language
from autograder.model import Assignment, Graded, SubmissionResult
from autograder.reports.labels import assignment_label, function_label, labels
from autograder.reports.pages import TEMPLATES, page_environment
from autograder.reports.summary import Mark, summarize
from autograder.reports.table import MARKS
from autograder.reports.text import file_name
from autograder.reports.views import bars, function_views, student_row
from autograder.reports.writing import write_whole

FEEDBACK = "feedback"
"""The folder of the students' pages, beside the report of the class."""
PIECE = 10_000
"""Parts of a page, most of them shorter than a line, that are written together."""
UNSAFE = "none"
"""What a result calls the sandbox that was not there."""


def write_feedback(
    folder: Path, result: SubmissionResult, assignment: Assignment, language: Language
) -> Path:
    """Write a student's page into ``feedback/`` below `folder`; return its path.

    A page ends in a digest of what it says. One that is there and says the same is left
    alone.
    """
    language = result.language or language
    path = folder / FEEDBACK / f"{file_name(result.student)}.html"
    stamp = _stamp(result, assignment, language)
    if not _ends_in(path, stamp):
        page = _feedback(result, assignment, language)
        write_whole(path, page.encode() + b"\n" + stamp)
    return path


def _feedback(
    result: SubmissionResult, assignment: Assignment, language: Language
) -> str:
    functions = function_views(result, assignment, language)
    template = _environment().get_template("feedback.html")
    return template.render(
        _known(assignment, language),
        result=result,
        functions=functions,
        lost=[f for f in functions if f.mark is not Mark.FULL],
        right=[f for f in functions if f.mark is Mark.FULL],
    )


def _stamp(
    result: SubmissionResult, assignment: Assignment, language: Language
) -> bytes:
    """Return the last line of a page: a digest of all that it is made from."""
    shown = assignment_label(assignment, language), tuple(assignment.points)
    parts = repr((autograder.__version__, language, shown, result))
    digest = hashlib.sha256(parts.encode() + _templates()).hexdigest()
    return f"<!-- {digest} -->\n".encode()


@cache
def _templates() -> bytes:
    return b"".join(path.read_bytes() for path in sorted(TEMPLATES.iterdir()))


def _ends_in(path: Path, end: bytes) -> bool:
    try:
        with path.open("rb") as file:
            file.seek(-len(end), os.SEEK_END)
            return file.read() == end
    except OSError:  # there is none, or a shorter one
        return False


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
    template = _environment().get_template("report.html")
    pieces = template.stream(
        _known(assignment, language),
        summary=summary,
        bars=bars(summary.distribution),
        names={f.name: function_label(f.name, language) for f in summary.functions},
        rows=(
            student_row(r, assignment, language, people.get(r.student, ""))
            for r in results
            if r.outcome is Graded.GRADED
        ),
        people=people,
        missing=missing(roster, (r.student for r in results)),
        not_graded=[r for r in results if r.outcome is Graded.COULD_NOT_GRADE],
        unsafe=any(r.sandbox == UNSAFE for r in results),
        sandboxes=sorted({r.sandbox for r in results if r.sandbox}),
        rounds=sorted({r.round[:8] for r in results if r.round}),
    )
    pieces.enable_buffering(PIECE)
    write_whole(path, pieces)
    return path


def _known(assignment: Assignment, language: Language) -> dict[str, object]:
    """Return what every page is told."""
    return {
        "language": language,
        "words": labels(language),
        "assignment": assignment_label(assignment, language),
        "max_score": assignment.max_score,
    }


@cache
def _environment() -> Environment:
    environment = page_environment()
    environment.filters.update(link=_link)
    environment.globals.update(Mark=Mark, marks=MARKS)
    return environment


def _link(student: str) -> str:
    """Return where the report finds a student's page."""
    return f"{FEEDBACK}/{quote(file_name(student))}.html"

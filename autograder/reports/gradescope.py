"""A submission as ``results.json``, which Gradescope reads in its container.

The format is that of Gradescope's autograder specification. All text is declared to be
plain text, so nothing that a student wrote is taken for markup. A submission that could
not be graded has no score: Gradescope then shows that the autograder failed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from autograder.checks.feedback import render_text
from autograder.messages import Language
from autograder.model import Assignment, SubmissionResult
from autograder.reports.labels import labels
from autograder.reports.summary import Mark
from autograder.reports.text import one_line, plain
from autograder.reports.views import Failure, FunctionView, function_views
from autograder.reports.writing import write_whole

FILE = "results.json"
_TEXT = "text"
_VISIBLE = "visible"


def write_gradescope(
    path: Path, result: SubmissionResult, assignment: Assignment, language: Language
) -> None:
    """Write what Gradescope shows of one submission; a function is a test of its.

    The score stands at the top: it is what counts after the due time, while the tests
    say what each function earned.
    """
    language = result.language or language
    views = function_views(result, assignment, language)
    page = {
        "execution_time": result.seconds,
        "visibility": _VISIBLE,
        "stdout_visibility": "hidden",
        "output": plain("\n".join(_said(result, language))),
        "output_format": _TEXT,
        "test_output_format": _TEXT,
        "test_name_format": _TEXT,
        "tests": [_test(view, language) for view in views],
        "extra_data": {
            "student": plain(result.student),
            "file": plain(result.file),
            "max_score": result.max_score,
            "sha256": result.sha256,
            "sandbox": result.sandbox,
            "round": result.round,
        },
    }
    if result.score is not None:
        page["score"] = result.score
    write_whole(path, json.dumps(page, indent=2, ensure_ascii=False) + "\n")


def _said(result: SubmissionResult, language: Language) -> Iterator[str]:
    words = labels(language)
    if result.score is None:
        yield f"{words['could_not_grade']}: {one_line(result.error or '')}"
        yield words["no_score"]
    if result.late:
        yield from result.late.lines
    yield from result.notes


def _test(view: FunctionView, language: Language) -> dict[str, object]:
    return {
        "name": one_line(view.label),
        "score": view.result.score,
        "max_score": view.result.max_score,
        "status": "passed" if view.mark is Mark.FULL else "failed",
        "visibility": _VISIBLE,
        "output": plain("\n\n".join(_output(view, language))),
        "output_format": _TEXT,
    }


def _output(view: FunctionView, language: Language) -> Iterator[str]:
    for failure in view.failures:
        yield "\n".join(_failure(failure, language))
    for check in view.not_run:
        yield f"{labels(language)['could_not_grade_check']}: {check.title}"
    yield from view.result.notes


def _failure(failure: Failure, language: Language) -> Iterator[str]:
    yield failure.first.title
    if failure.first.feedback:
        yield render_text(failure.first.feedback, language)
    if failure.more:
        yield f"{labels(language)['same_again']}: {len(failure.more)}"

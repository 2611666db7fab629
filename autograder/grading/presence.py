"""Mark what is graded by presence: any file that was handed in earns the points."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

from autograder.messages import Language
from autograder.model import (
    PRESENCE,
    Assignment,
    FunctionResult,
    Graded,
    Submission,
    SubmissionResult,
)


def mark_presence(
    assignment: Assignment, submissions: Sequence[Submission], language: Language
) -> Generator[tuple[int, SubmissionResult], None, None]:
    """Yield position and result of each submission; nothing is executed.

    A file that cannot be read is not graded: somebody has to look at it.
    """
    for position, submission in enumerate(submissions):
        yield position, _marked(assignment, submission, language)


def _marked(
    assignment: Assignment, submission: Submission, language: Language
) -> SubmissionResult:
    worth, language = assignment.presence, submission.language or language
    unseen = SubmissionResult(
        student=submission.student,
        assignment=assignment.slug,
        file=submission.file,
        sha256=submission.sha256,
        outcome=Graded.COULD_NOT_GRADE,
        score=None,
        max_score=worth,
        seconds=0.0,
        sandbox="",
        round="",
        language=submission.language,
    )
    if submission.problem is not None:
        return replace(unseen, error=submission.problem.render(language))
    return replace(
        unseen,
        outcome=Graded.GRADED,
        score=worth,
        functions={PRESENCE: FunctionResult(worth, worth)},
        notes=tuple(note.render(language) for note in submission.notes),
    )

"""Every error that this package raises on purpose.

AutograderError            one line on the terminal, exit status 2, no traceback
├── AuthoringError         a file of the teaching team is wrong
├── SubmissionError        a student's file cannot be graded at all
├── GradebookError         the gradebook cannot be read or written; results are safe
└── SandboxError           our machinery failed; nobody loses a point
    └── SandboxUnavailableError  this machine cannot confine student code

A wrong answer is not an error: it is a result that carries feedback.
"""

from __future__ import annotations

from collections.abc import Iterable


class AutograderError(Exception):
    """The base of the tree; the command line prints it without a traceback."""


class AuthoringError(AutograderError):
    """One or more things are wrong in files of the teaching team.

    Parameters
    ----------
    problems : iterable of str
        Every problem found, each one line that reads
        ``where: what: expected X, got Y``.
    """

    def __init__(self, problems: Iterable[str] | str) -> None:
        lines = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(lines))
        self.problems = lines


class SubmissionError(AutograderError):
    """A student's file cannot be graded at all; the run goes on."""


class GradebookError(AutograderError):
    """The gradebook cannot be read or written; the results themselves are safe."""


class SandboxError(AutograderError):
    """Our machinery failed; the submission is retried or could not be graded."""


class SandboxUnavailableError(SandboxError):
    """Student code cannot be confined on this machine; says what is missing."""

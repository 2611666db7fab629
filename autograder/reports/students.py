"""The students' pages, each written as soon as its result is there."""

from __future__ import annotations

from pathlib import Path

from autograder.messages import Language
from autograder.model import Assignment, SubmissionResult


class StudentPages:
    """Writes pages one after another; see `write_feedback`.

    A page that cannot be written does not hold up the others: it is tried again in
    the end.
    """

    def __init__(
        self, folder: Path, assignment: Assignment, language: Language
    ) -> None:
        self._place = folder, assignment, language
        self._left: list[SubmissionResult] = []

    def put(self, result: SubmissionResult) -> None:
        """Write the page of a result, now or in the end."""
        try:
            self._write(result)
        except OSError:
            self._left.append(result)

    def finish(self) -> None:
        """Write what is left.

        Raises
        ------
        OSError
            If that is still not possible.
        """
        while self._left:
            self._write(self._left[-1])
            self._left.pop()

    def _write(self, result: SubmissionResult) -> None:
        # not needed before the first result is there, and slow to import
        from autograder.reports.html import write_feedback

        folder, assignment, language = self._place
        write_feedback(folder, result, assignment, language)

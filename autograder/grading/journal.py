"""The journal results.jsonl: a line per submission, flushed as each is done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

import autograder
from autograder.model import Assignment, Graded, Submission, SubmissionResult

FILE = "results.jsonl"


class Journal:
    """Appends results to a file of lines.

    Parameters
    ----------
    path : Path
        The file; its folder exists.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def start(self, kept: Iterable[SubmissionResult]) -> None:
        """Begin a new journal that holds `kept`; the old one is replaced as a whole."""
        scratch = self.path.with_suffix(".new")
        scratch.write_bytes(b"".join(_line(result) for result in kept))
        scratch.replace(self.path)

    def append(self, result: SubmissionResult) -> None:
        """Add a result; once this returns, it survives a crash of ours."""
        with self.path.open("ab") as file:
            file.write(_line(result))

    def read(self) -> list[SubmissionResult]:
        """Return every whole line; a half one, left by a crash, is not believed."""
        if not self.path.is_file():
            return []
        decoder = msgspec.json.Decoder(SubmissionResult)
        results = []
        for line in self.path.read_bytes().splitlines(keepends=True):
            try:
                results.append(decoder.decode(line if line.endswith(b"\n") else b""))
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                continue
        return results


def reusable(
    results: Iterable[SubmissionResult], keys: dict[str, str]
) -> dict[str, SubmissionResult]:
    """Return, by key, the results that a resumed run need not make again.

    Parameters
    ----------
    keys : dict of str to str
        Key of a submission to anything; a result with another key is out of date.
    """
    return {
        result.key: result
        for result in results
        if result.outcome is Graded.GRADED and result.key in keys
    }


def key_of(submission: Submission, surroundings: str) -> str:
    """Return what the result of `submission` depends on, as a digest."""
    parts = (submission.student, submission.file, submission.sha256, surroundings)
    return _digest(part.encode() for part in parts)


def surroundings_of(
    assignment: Assignment, level: str, language: str, *, show_values: bool
) -> str:
    """Return all that a result depends on besides the submission, as a digest.

    The assignment's whole folder, the limits, the engine and the sandbox; not the
    round, which a resumed run takes over.
    """
    settings = (autograder.__version__, level, language, show_values, assignment.limits)
    return _digest([repr(settings).encode(), *_contents(assignment.folder)])


def digest_of(folder: Path) -> str:
    """Return a digest of the files in a folder, their names included."""
    return _digest(_contents(folder))


def _contents(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(folder)).encode()
            yield path.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def _line(result: SubmissionResult) -> bytes:
    return msgspec.json.encode(result) + b"\n"

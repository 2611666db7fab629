"""The journal results.jsonl: a line per submission, flushed as each is done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

import autograder
from autograder.course.assignment import read_assignment
from autograder.grading.alike import Alike
from autograder.model import Assignment, Graded, Submission, SubmissionResult

FILE = "results.jsonl"
KEPT = "what is graded is kept, and --resume goes on from there"
"""What is told of a run that ends before its time."""


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
        with scratch.open("wb") as file:
            file.writelines(map(_line, kept))
        scratch.replace(self.path)

    def append(self, result: SubmissionResult) -> None:
        """Add a result; once this returns, it survives a crash of ours."""
        with self.path.open("ab") as file:
            file.write(_line(result))

    def read(self) -> list[SubmissionResult]:
        """Return every whole line; a half one, left by a crash, is not believed."""
        if not self.path.is_file():
            return []
        decoder, alike = msgspec.json.Decoder(SubmissionResult), Alike()
        results = []
        with self.path.open("rb") as file:
            for line in file:
                try:
                    result = decoder.decode(line if line.endswith(b"\n") else b"")
                except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                    continue
                results.append(alike.kept(result))
        return results


def reusable(
    results: Iterable[SubmissionResult], keys: Iterable[str]
) -> dict[str, SubmissionResult]:
    """Return, by key, the results that a resumed run need not make again.

    Parameters
    ----------
    keys : iterable of str
        Of the submissions; a result with another key is out of date.
    """
    wanted = set(keys)
    return {
        result.key: result
        for result in results
        if result.outcome is Graded.GRADED and result.key in wanted
    }


def key_of(submission: Submission, surroundings: str) -> str:
    """Return what the result of `submission` depends on, as a digest."""
    parts = (submission.student, submission.file, submission.sha256, surroundings)
    return _digest(part.encode() for part in parts)


def surroundings_of(
    assignment: Assignment, level: str, language: str, *, show_values: bool
) -> str:
    """Return all that a result depends on besides the submission, as a digest.

    The whole folder of the assignment and of those that it uses, the limits, the
    engine and the sandbox; not the round, which a resumed run takes over.
    """
    settings = (autograder.__version__, level, language, show_values, assignment.limits)
    folders = (digest_of(folder) for folder in folders_of(assignment))
    return _digest([repr(settings).encode(), *map(str.encode, folders)])


def folders_of(assignment: Assignment) -> tuple[Path, ...]:
    """Return the folder of an assignment, and those of all that it uses in turn."""
    found: list[Path] = []
    todo = [assignment]
    while todo:
        one = todo.pop(0)
        if one.folder not in found:
            found.append(one.folder)
            todo += [read_assignment(one.folder.parent / slug) for slug in one.uses]
    return tuple(found)


def digest_of(folder: Path) -> str:
    """Return a digest of the files in a folder, their names included."""
    return _digest(_contents(folder))


@cache
def digest_of_engine() -> str:
    """Return a digest of our own code, as it was when this process asked first.

    Later changes are not in it, nor in a process that has imported the code.
    """
    return _digest(_contents(Path(autograder.__file__).parent, "*.py"))


def _contents(folder: Path, pattern: str = "*") -> Iterator[bytes]:
    for path in sorted(folder.rglob(pattern)):
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

"""Which paper was given to whom: ``published/<week>/manifest.jsonl``, for teachers.

It is only ever added to. A paper stands in it, on the disk, before anybody gets that
paper, so that every response can be judged by what was asked.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from autograder.course.course import Course
from autograder.course.places import shown
from autograder.errors import AutograderError
from autograder.quizzes.model import Paper
from autograder.quizzes.variants import normal_id

FILE = "manifest.jsonl"
LOCK = ".lock"
PUBLISHED = "published"

_DECODER = msgspec.json.Decoder(Paper)


def published_folder(course: Course, quiz: str) -> Path:
    """Return the folder of everything that is published of a quiz."""
    return course.root / PUBLISHED / quiz


@dataclass
class Manifest:
    """The papers of one quiz, in the order in which they were made."""

    folder: Path
    papers: dict[str, Paper] = field(default_factory=dict)
    """By id."""
    size: int = 0
    """Bytes of the file that are papers."""
    ended: bool = True
    """Whether the last of them ends in an end of line."""

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read the manifest in `folder`; no file is no papers.

        A last line that somebody was killed while writing is ignored: its paper was
        never given to anybody.

        Raises
        ------
        AutograderError
            If a line is not a paper; names it.
        """
        path = folder / FILE
        manifest = cls(folder)
        lines = path.read_bytes().splitlines(keepends=True) if path.is_file() else []
        for number, line in enumerate(lines, start=1):
            ended, paper = line.endswith(b"\n"), _decoded(line)
            if paper is not None:
                manifest.papers[paper.id] = paper
                manifest.size += len(line)
                manifest.ended = ended
            elif ended:
                raise AutograderError(
                    f"{shown(path)}:{number}: expected a paper, got a damaged line: "
                    "bring the file back from a backup"
                )
        return manifest

    def of(self, student: str) -> list[Paper]:
        """Return the papers of a student; those of ``''`` are spare ones."""
        wanted = normal_id(student)
        return [paper for paper in self.papers.values() if paper.student == wanted]

    def add(self, papers: Iterable[Paper]) -> None:
        """Put papers on the disk; when this returns, they survive a loss of power.

        Only for the holder of the lock: see `locked_manifest`.
        """
        new = list(papers)
        if not new:
            return
        lines = b"" if self.ended else b"\n"
        lines += b"".join(msgspec.json.encode(paper) + b"\n" for paper in new)
        with (self.folder / FILE).open("ab") as file:
            file.truncate(self.size)
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        self.size, self.ended = self.size + len(lines), True
        self.papers |= {paper.id: paper for paper in new}


@contextmanager
def locked_manifest(folder: Path) -> Iterator[Manifest]:
    """Read the manifest in `folder`, and let nobody else add to it meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield Manifest.read(folder)


def _decoded(line: bytes) -> Paper | None:
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None

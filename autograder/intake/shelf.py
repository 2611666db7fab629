"""The texts of a class, on disk until they are wanted: they may fill much memory.

A `Submission` whose texts are on a shelf is as good as any other, only smaller. Sent to
another process, it takes its texts along.
"""

from __future__ import annotations

import json
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from autograder.model import Cell, Submission


class Shelf:
    """A file without a name, which ends with the last text on it."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed in the next line
        weakref.finalize(self, self._file.close)
        self._lock = threading.Lock()

    def put(self, submission: Submission) -> Submission:
        """Return `submission` with its texts on the shelf.

        Where the disk is full, it is returned as it is.
        """
        cells = [[cell.label, cell.text] for cell in submission.cells]
        try:
            return replace(
                submission,
                cells=_Cells(*self._write(cells)),
                modules=_Modules(*self._write(dict(submission.modules))),
            )
        except OSError:
            return submission

    def _write(self, texts: object) -> tuple[Shelf, int, int]:
        with self._lock:
            start = self._file.seek(0, 2)
            size = self._file.write(json.dumps(texts).encode())
            self._file.flush()
        return self, start, size

    def read(self, start: int, size: int) -> Any:
        """Return the texts that were written at `start`."""
        with self._lock:
            self._file.seek(start)
            return json.loads(self._file.read(size))


def off_shelf(submission: Submission) -> Submission:
    """Return `submission` with its texts in memory."""
    cells, modules = tuple(submission.cells), dict(submission.modules)
    return replace(submission, cells=cells, modules=modules)


@dataclass(frozen=True, eq=False, slots=True)
class _Texts:
    shelf: Shelf
    start: int
    size: int

    def read(self) -> Any:
        return self.shelf.read(self.start, self.size)


class _Cells(_Texts, Sequence[Cell]):
    __slots__ = ()

    def __getitem__(self, index: Any) -> Any:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[Cell]:
        return iter([Cell(label, text) for label, text in self.read()])

    def __len__(self) -> int:
        return len(self.read())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object]]:
        return tuple, (tuple(self),)


class _Modules(_Texts, Mapping[str, str]):
    __slots__ = ()

    def __getitem__(self, name: str) -> str:
        text: str = self.read()[name]
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self.read())

    def __len__(self) -> int:
        return len(self.read())

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object]]:
        return dict, (self.read(),)

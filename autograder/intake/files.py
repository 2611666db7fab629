"""What was handed in, as a tree of files; on disk and in archives alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from autograder.errors import SubmissionError
from autograder.messages import Message

MIB = 1 << 20


class UnusableError(SubmissionError):
    """One student's file cannot be graded.

    Parameters
    ----------
    message : Message
        What is wrong and what to do about it, for the student to read.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.render("en"))
        self.message = message


@dataclass(frozen=True)
class File:
    """One file, not read yet."""

    path: tuple[str, ...]
    """Names from what the grader named down to the file itself."""
    modified: float
    """Seconds since the epoch; 0 where it is not known.

    Or the number of the upload, which grows too, where an LMS tells it.
    """
    read: Callable[[int], bytes] = field(compare=False)
    """Return the first bytes, at most so many; raise `UnusableError`."""
    called: str = ""
    """The student's own name of it, where the path says more."""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.called or self.path[-1]


@dataclass(frozen=True)
class Listing:
    """What a folder holds, each part sorted by name."""

    files: tuple[File, ...] = ()
    folders: tuple[Folder, ...] = ()


@dataclass(frozen=True)
class Folder:
    """A folder or an archive; looked into only when somebody asks."""

    path: tuple[str, ...]
    look: Callable[[], Listing] = field(compare=False)
    """List the folder; raise `UnusableError` when that is not possible."""

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.path[-1]

    @cached_property
    def listing(self) -> Listing:
        """The files and folders in it, hidden ones left out."""
        return self.look()


def refused(message: Message) -> Callable[..., bytes]:
    """Return a `File.read` that always raises `UnusableError`."""

    def read(_size: int) -> bytes:
        raise UnusableError(message)

    return read


def closed(message: Message) -> Callable[[], Listing]:
    """Return a `Folder.look` that always raises `UnusableError`."""

    def look() -> Listing:
        raise UnusableError(message)

    return look

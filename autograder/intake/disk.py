"""Look into folders on disk; links may not lead out, and nothing can hang."""

from __future__ import annotations

import os
import stat
from functools import partial
from pathlib import Path

from autograder.intake.archive import look_into_file
from autograder.intake.files import (
    File,
    Folder,
    Listing,
    UnusableError,
    closed,
    refused,
)
from autograder.intake.names import is_archive, is_clutter, is_source, visible
from autograder.messages import Message

# a pipe is not waited for, and a link put in place of a file is not followed
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_folder(path: Path, trail: tuple[str, ...]) -> Folder:
    """Return the folder at `path`, which messages call by the names of `trail`."""
    return Folder(trail, partial(_look, path, trail))


def open_file(path: Path, trail: tuple[str, ...]) -> File:
    """Return the file at `path`.

    What must not or cannot be read is returned all the same, and says why when it
    is read: a link that leads out of its folder, a pipe, a folder named ``x.py``.
    """
    try:
        target = _target(path)
        status = target.lstat()
    except UnusableError as error:
        return File(trail, 0.0, refused(error.message))
    except OSError:
        return File(trail, 0.0, refused(_unreadable(path.name)))
    if not stat.S_ISREG(status.st_mode):
        return File(trail, status.st_mtime, refused(_not_a_file(path.name)))
    return File(trail, status.st_mtime, partial(_read, target))


def _open_entry(path: Path, trail: tuple[str, ...]) -> File | Folder:
    """Return what is at `path`: a folder, a zip to be looked into, or a file."""
    if is_source(path.name):
        return open_file(path, trail)
    try:
        if path.is_dir():
            return open_folder(_target(path), trail)
        if is_archive(path.name) and path.is_file():
            return Folder(trail, partial(look_into_file, _target(path), trail))
    except UnusableError as error:
        return Folder(trail, closed(error.message))
    except OSError:
        return Folder(trail, closed(_unreadable(path.name)))
    return open_file(path, trail)


def _look(path: Path, trail: tuple[str, ...]) -> Listing:
    try:
        names = sorted(p.name for p in path.iterdir() if not is_clutter(p.name))
    except OSError:
        raise UnusableError(_unreadable(path.name)) from None
    entries = [_open_entry(path / name, (*trail, name)) for name in names]
    return Listing(
        tuple(entry for entry in entries if isinstance(entry, File)),
        tuple(entry for entry in entries if isinstance(entry, Folder)),
    )


def _target(path: Path) -> Path:
    """Return `path`, or where it points to: that must be in the folder it lies in."""
    if not path.is_symlink():
        return path
    try:
        target = path.resolve(strict=True)
        folder = path.parent.resolve(strict=True)
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        raise UnusableError(_link(path.name)) from None
    if target == folder or not target.is_relative_to(folder):
        raise UnusableError(_link(path.name))
    return target


def _read(path: Path, size: int) -> bytes:
    """Return the first bytes of a regular file, at most `size`."""
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnusableError(_not_a_file(path.name))
            return file.read(size)
    except OSError:
        raise UnusableError(_unreadable(path.name)) from None


def _link(name: str) -> Message:
    return Message(
        "`{file}` is a link that leads out of its folder or to nothing. Hand in the "
        "file itself.",
        file=visible(name),
    )


def _not_a_file(name: str) -> Message:
    return Message(
        "`{file}` is a folder or a device; expected a file. Hand in the file itself.",
        file=visible(name),
    )


def _unreadable(name: str) -> Message:
    return Message(
        "`{file}` cannot be read. Check its permissions, or hand it in again.",
        file=visible(name),
    )

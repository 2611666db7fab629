"""Look into a zip without unpacking it: everything is read in memory, bounded.

Nothing that a zip says about itself is believed. Sizes are counted while reading,
paths are only names in a tree, and what could be more than a plain compressed file
(a link, an encrypted entry, an unusual method) is there but refuses to be read.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from autograder.intake.entries import entries, modified, why_refused
from autograder.intake.files import (
    MIB,
    File,
    Folder,
    Listing,
    UnusableError,
    closed,
    refused,
)
from autograder.intake.names import is_archive, visible
from autograder.messages import Message

MAX_ENTRIES = 50_000
MAX_UNPACKED = 2048 * MIB
"""Bytes that may be read out of one archive altogether."""
MAX_NESTED = 64 * MIB
"""Bytes of a zip inside a zip, which has to be held in memory."""
_MAX_READ = 8 * MIB  # in one go; the table of contents is read in one go
_CHUNK = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


class _Held(io.BytesIO):
    """Bytes of a zip; a table of contents that is too long is not read."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(_bounded(size))


class _Reopened(io.RawIOBase):
    """A file that is open only while it is read, so that a thousand zips can wait."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._size = path.stat().st_size
        self._position = 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}
        if start[whence] + offset < 0:
            raise OSError("before the start of the file")
        self._position = start[whence] + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def read(self, size: int | None = -1, /) -> bytes:
        with self._path.open("rb", buffering=0) as file:
            file.seek(self._position)
            data = file.read(_bounded(size))
        self._position += len(data)
        return data


def _bounded(size: int | None) -> int:
    """Return how much to read where `size` is asked for; -1 or None means the rest."""
    if size is None or size < 0:
        return _MAX_READ
    if size > _MAX_READ:
        raise zipfile.BadZipFile("the table of contents is too long")
    return size


@dataclass
class _Archive:
    """An open zip, what may still be read from it, and what to call it."""

    zip: zipfile.ZipFile
    name: str
    unread: int = field(default_factory=lambda: MAX_UNPACKED)

    def read(self, entry: zipfile.ZipInfo, size: int) -> bytes:
        """Return the first bytes of an entry, at most `size`."""
        data = bytearray()
        try:
            with self.zip.open(entry) as packed:
                while len(data) < size:
                    chunk = packed.read(min(_CHUNK, size - len(data)))
                    if not chunk:
                        break
                    data += chunk
                    self._count(len(chunk))
        except _BROKEN:
            raise UnusableError(_broken(self.name)) from None
        return bytes(data)

    def _count(self, size: int) -> None:
        self.unread -= size
        if self.unread < 0:
            raise UnusableError(
                Message(
                    "The archive `{archive}` unpacks to more than {limit} MiB. Hand in "
                    "only the homework, without data.",
                    archive=self.name,
                    limit=MAX_UNPACKED // MIB,
                )
            )


@dataclass
class _Node:
    """A folder inside the archive, while the tree is being built."""

    path: tuple[str, ...]
    files: dict[str, File] = field(default_factory=dict)
    archives: dict[str, Folder] = field(default_factory=dict)
    nodes: dict[str, _Node] = field(default_factory=dict)

    def below(self, names: list[str]) -> _Node:
        """Return the node at a relative path, made when it is not there."""
        node = self
        for name in names:
            path = (*node.path, name)
            node = node.nodes.setdefault(name, _Node(path))
        return node

    def listing(self) -> Listing:
        """Return what is in this folder; a folder wins over a file of its name."""
        folders = self.archives | {
            name: Folder(node.path, node.listing) for name, node in self.nodes.items()
        }
        files = (self.files[n] for n in sorted(self.files) if n not in folders)
        return Listing(tuple(files), tuple(folders[n] for n in sorted(folders)))


def look_into_file(path: Path, trail: tuple[str, ...]) -> Listing:
    """List the zip at `path`, a regular file.

    Parameters
    ----------
    path : Path
        Where the zip is.
    trail : tuple of str
        Names from what the grader named down to the zip itself.

    Raises
    ------
    UnusableError
        When it is not a zip, is broken, or has too many entries.
    """
    try:
        stream = _Reopened(path)
    except OSError:
        raise UnusableError(_broken(visible(trail[-1]))) from None
    return _look(stream, trail, _nested)


def _look_into_bytes(
    read: Callable[[int], bytes], trail: tuple[str, ...], name: str
) -> Listing:
    raw = read(MAX_NESTED + 1)
    if len(raw) > MAX_NESTED:
        raise UnusableError(_too_deep(name))
    return _look(_Held(raw), trail, _no_deeper)


def _nested(read: Callable[[int], bytes], path: tuple[str, ...]) -> Folder:
    return Folder(path, partial(_look_into_bytes, read, path, visible(path[-1])))


def _no_deeper(_read: Callable[[int], bytes], path: tuple[str, ...]) -> Folder:
    return Folder(path, closed(_too_deep(visible(path[-1]))))


_Inner = Callable[[Callable[[int], bytes], tuple[str, ...]], Folder]


def _look(
    stream: IO[bytes] | _Reopened, trail: tuple[str, ...], inner: _Inner
) -> Listing:
    name = visible(trail[-1])
    try:
        archive = _Archive(zipfile.ZipFile(stream), name)
    except _BROKEN:
        raise UnusableError(_broken(name)) from None
    if len(archive.zip.infolist()) > MAX_ENTRIES:
        raise UnusableError(
            Message(
                "The archive `{archive}` has more than {limit} entries. Hand in only "
                "the homework, without data.",
                archive=name,
                limit=MAX_ENTRIES,
            )
        )
    root = _Node(trail)
    for entry, parts in entries(archive.zip):
        if entry.is_dir():
            root.below(parts)
        else:
            _add(root.below(parts[:-1]), parts[-1], archive, entry, inner)
    return root.listing()


def _add(
    node: _Node, name: str, archive: _Archive, entry: zipfile.ZipInfo, inner: _Inner
) -> None:
    path = (*node.path, name)
    problem = why_refused(entry, archive.name)
    read = refused(problem) if problem else partial(archive.read, entry)
    if is_archive(name):
        node.archives[name] = inner(read, path)
    else:
        node.files[name] = File(path, modified(entry), read)


def _broken(name: str) -> Message:
    return Message(
        "The archive `{archive}` is broken or not a zip. Make it again, or hand in the "
        "file itself.",
        archive=name,
    )


def _too_deep(name: str) -> Message:
    return Message(
        "The archive `{archive}` lies inside another one and is too large or too "
        "deeply nested to be opened. Hand in the file itself.",
        archive=name,
    )

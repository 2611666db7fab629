"""What one entry of a zip claims: its path, its time, and whether to touch it."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from datetime import datetime

from autograder.intake.names import is_clutter, visible_path
from autograder.messages import Message

_MAX_DEPTH = 10
_ENCRYPTED = 0x1
_SAYS_UTF8 = 0x800
_PLAIN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Other methods may ask for gigabytes before the first byte is out."""


def entries(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, list[str]]]:
    """Yield every entry that may matter, with the parts of its path."""
    for entry in archive.infolist():
        parts = [p for p in _path(entry).split("/") if p not in {"", ".", ".."}]
        if parts and len(parts) <= _MAX_DEPTH and not any(map(is_clutter, parts)):
            yield entry, parts


def modified(entry: zipfile.ZipInfo) -> float:
    """Return when the entry was changed, in seconds; 0 when it does not say."""
    try:
        return datetime(*entry.date_time).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def why_refused(entry: zipfile.ZipInfo, archive: str) -> Message | None:
    """Return why an entry is never read; None when it may be."""
    path = _path(entry)
    file = visible_path(tuple(path.split("/")))
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
        return Message(
            "The path of `{file}` leads out of the archive `{archive}`. Make the "
            "archive again from the folder of your homework.",
            archive=archive,
            file=file,
        )
    if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG}:
        return Message(
            "In the archive `{archive}`, `{file}` is a link or a device; expected a "
            "file. Hand in the file itself.",
            archive=archive,
            file=file,
        )
    if entry.flag_bits & _ENCRYPTED:
        return Message(
            "In the archive `{archive}`, `{file}` is protected by a password. Make the "
            "archive again without one.",
            archive=archive,
            file=file,
        )
    if entry.compress_type not in _PLAIN:
        return Message(
            "In the archive `{archive}`, `{file}` is compressed by an unusual method. "
            "Make the archive again as an ordinary zip.",
            archive=archive,
            file=file,
        )
    return None


def _path(entry: zipfile.ZipInfo) -> str:
    r"""Return an entry's path; Windows writes CP949 without saying so, and ``\``."""
    name = entry.filename.replace("\\", "/")
    if entry.flag_bits & _SAYS_UTF8:
        return name
    for encoding in ("utf-8", "cp949"):
        try:
            return name.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return name

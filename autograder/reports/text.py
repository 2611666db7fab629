"""Text that is safe to show, numbers as people write them, names of files."""

from __future__ import annotations

import hashlib
import re
import unicodedata

FILE_NAME_LENGTH = 60
"""Characters kept of a name: 240 bytes at most, below every file system's limit."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # on Windows
_TAGGED = re.compile(r".*-[0-9a-f]{10}")


def plain(text: str) -> str:
    """Return `text` without characters that steer a terminal or mislead the eye.

    Control characters become their pictures, every other invisible character (of
    direction, of zero width, half of a surrogate pair) the replacement character,
    every odd space a space. Ends of lines stay.
    """
    if text.isprintable():
        return str(text)  # also of Markup, which would escape what is done to it
    return "".join(
        char if char.isprintable() or char == "\n" else _shown(char) for char in text
    )


def one_line(text: str) -> str:
    """Return `text` as `plain` does, on one line."""
    return " ".join(plain(text).split())


def points(score: float | None) -> str:
    """Return a score with at most two decimals, or a dash where there is none."""
    if score is None:
        return "–"
    return f"{score:.2f}".rstrip("0").rstrip(".")


def file_name(student: str) -> str:
    """Return a file name, without suffix, that is safe and the student's alone.

    Letters of every script stay readable. A name that had to be changed, or that a
    file system could confuse with another, ends in ten digits of its own hash.
    """
    name = unicodedata.normalize("NFC", student)
    safe = re.sub(r"[^\w.-]|^[.-]", "_", name)[:FILE_NAME_LENGTH].rstrip(".")
    ambiguous = name != name.casefold() or _TAGGED.fullmatch(name)
    if safe == name and name and not ambiguous and not _RESERVED.fullmatch(name):
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{safe or '_'}-{digest[:10]}"


def _shown(char: str) -> str:
    if char == "\t":
        return "    "
    if char.isspace():
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\N{REPLACEMENT CHARACTER}"

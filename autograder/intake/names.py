"""What the names of files and folders say: whose it is, and what it is."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath

from autograder.messages import LANGUAGES
from autograder.model import Assignment

SOURCES = (".py", ".ipynb")
ARCHIVE = ".zip"
LONGEST_NAME = 80  # characters; at 3 bytes each a file may still be named after it

_CLUTTER = frozenset({"__macosx", "__pycache__", "thumbs.db", "desktop.ini"})
_NOT_HOMEWORK = frozenset({"__init__", "conftest", "given", "nbgrader_config"})
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


def is_clutter(name: str) -> bool:
    """Say whether a file or folder was made by a machine, not by a student."""
    return name.startswith(".") or name.casefold() in _CLUTTER


@lru_cache  # a class hands in files of a few names
def suffix(name: str) -> str:
    """Return the ending of a file's name in small letters, such as ``.ipynb``."""
    return PurePosixPath(name).suffix.lower()


@lru_cache
def stem(name: str) -> str:
    """Return a file's name without its ending and without its language.

    ``deep_network.py``, ``deep_network.ipynb`` and ``deep_network.ko.ipynb`` are
    all ``deep_network``.
    """
    first = PurePosixPath(PurePosixPath(name).stem)
    return first.stem if first.suffix[1:] in LANGUAGES else first.name


def bare(name: str) -> str:
    """Return the name of a file, folder or archive without what says its kind."""
    if is_source(name):
        return stem(name)
    return name[: -len(ARCHIVE)] if is_archive(name) else name


def is_archive(name: str) -> bool:
    """Say whether a name ends like that of a zip."""
    return suffix(name) == ARCHIVE


def is_source(name: str) -> bool:
    """Say whether a name ends like that of a script or a notebook."""
    return suffix(name) in SOURCES


def is_homework(name: str) -> bool:
    """Say whether a file may be what is graded: not given code, not a test."""
    what = stem(name).casefold()
    is_test = what.startswith("test_")
    return is_source(name) and not is_test and what not in _NOT_HOMEWORK


def is_named_after(name: str, assignment: Assignment) -> bool:
    """Say whether a file, folder or archive is called like the assignment."""
    wanted = {assignment.module.casefold(), assignment.slug.casefold()}
    return bare(name).casefold() in wanted


def identity(name: str) -> str:
    """Return the name that tells students apart: NFC, without outer spaces."""
    return unicodedata.normalize("NFC", name).strip()


def visible(name: str) -> str:
    """Return a name that can be printed: no control or direction characters.

    What is not text at all (bytes of a foreign encoding) becomes ``?``. The name is
    never empty and never longer than `LONGEST_NAME` characters.
    """
    text = identity(name).encode("utf-8", "replace").decode()
    if not text.isprintable():
        seen = (c for c in text if unicodedata.category(c) not in _UNSEEN)
        text = identity("".join(seen))
    return text[:LONGEST_NAME].strip() or "?"


def visible_path(path: tuple[str, ...]) -> str:
    """Return the parts of a path, each `visible`, with slashes between."""
    return "/".join(visible(part) for part in path)

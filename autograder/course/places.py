"""Where the course is, and how messages name its files."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

COURSE_FILE = "course.yaml"


def root_above(start: Path) -> Path | None:
    """Return `start` or the nearest folder above it that holds a ``course.yaml``."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / COURSE_FILE).is_file():
            return folder
    return None


def shown(path: Path) -> str:
    """Return `path` as messages name it: from the course folder, if it is in one."""
    root = root_above(path.parent)
    return (path.absolute().relative_to(root) if root else path).as_posix()


def one_of(valid: Iterable[str], got: str) -> str:
    """Return the part of a message that lists what is valid and the nearest to `got`.

    >>> one_of(["points", "calls"], "pionts")
    "expected one of points, calls (nearest: points), got 'pionts'"
    """
    names = list(valid)
    nearest = difflib.get_close_matches(got, names, n=1)
    near = f" (nearest: {nearest[0]})" if nearest else ""
    return f"expected one of {', '.join(names) or 'nothing'}{near}, got {got!r}"

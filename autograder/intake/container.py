"""What one student handed in, as it lies in Gradescope's container.

The folder ``submission`` holds the files, and ``submission_metadata.json`` beside it,
which Gradescope writes, says who handed them in and when.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.errors import AutograderError
from autograder.intake.disk import open_folder
from autograder.intake.names import visible
from autograder.intake.owned import Owned
from autograder.intake.reading import read_submission
from autograder.intake.timestamps import read_time
from autograder.model import Assignment, Submission

METADATA = "submission_metadata.json"


def in_container(
    paths: Sequence[Path], assignment: Assignment, released: Collection[str] = ()
) -> Submission:
    """Return the one submission there is, under the name that Gradescope knows.

    What is wrong with the files becomes its `problem`.

    Raises
    ------
    AutograderError
        If anything but one folder is named.
    """
    if len(paths) != 1 or not paths[0].is_dir():
        got = ", ".join(map(str, paths)) or "nothing"
        raise AutograderError(
            f"--format gradescope: expected the folder of one submission, got {got}"
        )
    path = paths[0].absolute()
    student, time = read_metadata(path.parent / METADATA)
    owned = Owned(student or path.name, folder=open_folder(path, (path.name,)))
    return replace(read_submission(owned, assignment, released).submission, time=time)


def read_metadata(path: Path) -> tuple[str, datetime | None]:
    """Return who handed in, by e-mail address or name, and when.

    Of a group it is the first one. What is not there, or not as Gradescope writes it,
    is ``""`` and None.
    """
    try:
        data: Any = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return "", None
    created = data.get("created_at") if isinstance(data, dict) else None
    users = data.get("users") if isinstance(data, dict) else None
    first = users[0] if isinstance(users, list) and users else None
    known = [_text(first, "email"), _text(first, "name")]
    time = read_time(created, UTC) if isinstance(created, str) else None
    return next(filter(None, known), ""), time


def _text(record: object, key: str) -> str:
    value = record.get(key) if isinstance(record, dict) else None
    return visible(value) if isinstance(value, str) and value.strip() else ""

"""Write ``autograded/<student>/<assignment>/``, as nbgrader's own autograde does."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.gradebook import neutral
from autograder.gradebook.handed import Work
from autograder.gradebook.merged import Merged, Placed, in_one_piece, merge
from autograder.gradebook.released import Released
from autograder.gradebook.verdicts import summary, verdicts
from autograder.intake.notebook import source_of
from autograder.messages import Language, Message
from autograder.model import Assignment, SubmissionResult
from autograder.reports.labels import assignment_label
from autograder.reports.writing import write_whole

TIMESTAMP, SECRET = "timestamp.txt", "submission_secret.txt"
"""What `nbgrader submit` puts beside a submission. nbgrader's `release_feedback` stops
for the whole class where one is missing."""
SUMMARY = "autograder-summary"


def write_autograded(
    folder: Path,
    work: Work,
    result: SubmissionResult,
    assignment: Assignment,
    released: Released,
) -> None:
    """Make `folder` hold the graded notebook of one student, and nothing else.

    Beside it are the scripts that were graded along with it, and what nbgrader needs
    to give feedback back: no other file of the submission, since formgrader serves
    these to the teacher's browser. A file that is already so is left alone.
    """
    files = {
        f"{assignment.module}.ipynb": notebook_text(work, result, assignment, released),
        TIMESTAMP: work.timestamp or _stamp(result.time),
        SECRET: work.secret or _kept(folder / SECRET) or secrets.token_hex(32),
    }
    files |= {f"{name}.py": text for name, text in work.modules.items()}
    _remove_others(folder, files)
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            write_whole(path, text)


def notebook_text(
    work: Work, result: SubmissionResult, assignment: Assignment, released: Released
) -> str:
    """Return the graded notebook: valid, and harmless in a browser."""
    said = verdicts(result, assignment, released.language)
    notebook = {
        "cells": [
            _summary_cell(result, assignment, released),
            *_shown(_merged(work, released), said, released.language),
        ],
        "metadata": {
            "kernelspec": dict(released.kernel),
            "language_info": {"name": "python"},
            "lang": released.language,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _merged(work: Work, released: Released) -> Merged:
    if work.script is not None:
        return in_one_piece(released, work.script)
    return merge(released, work.cells)


def _shown(
    merged: Merged, said: Mapping[str, str], language: Language
) -> Iterator[dict[str, Any]]:
    number = 0
    for placed in merged.cells:
        if placed.released is None:
            number += 1
            yield _own_cell(placed.handed or {}, f"handed-in-{number}")
        else:
            yield _framed(placed, said, language)


def _framed(
    placed: Placed, said: Mapping[str, str], language: Language
) -> dict[str, Any]:
    """Return a released cell, with the student's text where it is a solution cell."""
    frame = placed.released
    assert frame is not None  # noqa: S101 - the caller has looked
    metadata: dict[str, Any] = {"deletable": False, "nbgrader": dict(frame.nbgrader)}
    if not frame.nbgrader:
        metadata = {}
    elif not frame.solution:
        metadata["editable"] = False
    if frame.solution and placed.handed is not None:
        return _own_cell(placed.handed, frame.id, frame.kind) | {"metadata": metadata}
    text = frame.text
    if frame.solution:
        text = "# " + Message("nothing was handed in here").render(language)
    verdict = said.get(frame.id, "") if frame.grade else ""
    return _cell(frame.kind, frame.id, text, metadata, verdict)


def _own_cell(handed: Mapping[str, Any], name: str, kind: str = "") -> dict[str, Any]:
    """Return a cell of the student as it may be shown."""
    kind = kind or handed["cell_type"]
    if kind == "code":
        cell = _cell(kind, name, source_of(handed), {})
        return cell | {"outputs": neutral.outputs(handed)}
    pictures, names = neutral.attachments(handed)
    cell = _cell(kind, name, neutral.prose(source_of(handed), names), {})
    return cell | {"attachments": pictures} if pictures else cell


def _summary_cell(
    result: SubmissionResult, assignment: Assignment, released: Released
) -> dict[str, Any]:
    title = assignment_label(assignment, released.language)
    said = summary(result, released.language)
    return _cell("code", SUMMARY, f"# {title}", {"editable": False}, said)


def _cell(
    kind: str, name: str, text: str, metadata: Mapping[str, Any], said: str = ""
) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "cell_type": kind,
        "id": name,
        "metadata": dict(metadata),
        "source": text.splitlines(keepends=True),
    }
    if kind == "code":
        output = {"output_type": "stream", "name": "stdout", "text": said}
        cell |= {"execution_count": None, "outputs": [output] if said else []}
    return cell


def _stamp(time: datetime | None) -> str:
    """Return a time as nbgrader writes it, and nothing for none."""
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f UTC}" if time else ""


def _kept(path: Path) -> str:
    """Return what is there already: fetched feedback goes by the secret."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _remove_others(folder: Path, wanted: Mapping[str, str]) -> None:
    others: Sequence[Path] = [*folder.iterdir()] if folder.is_dir() else []
    for path in others:
        if path.name in wanted:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()

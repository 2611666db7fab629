"""What a student handed in, as far as it is shown: not only the graded code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from autograder.gradebook.merged import merge
from autograder.gradebook.released import Released
from autograder.intake.files import File, UnusableError
from autograder.intake.names import LONGEST_NAME, bare, suffix, visible
from autograder.intake.notebook import cells_of, decode, load
from autograder.intake.reading import MAX_NOTEBOOK, Handed
from autograder.messages import Language, Message, Words
from autograder.model import Assignment, Submission
from autograder.reports.text import one_line

_STAMP = re.compile(r"[\w :.+/-]{1,64}")
_SECRET = re.compile(r"\w{1,256}")
_SMALL = 1024


@dataclass(frozen=True)
class Work:
    """One student's files, ready to be shown."""

    language: Language | None = None
    """Of the notebook; None when it does not say."""
    cells: tuple[object, ...] = ()
    """Of a notebook, whatever each of them is."""
    kernel: str = ""
    """The name of its kernel."""
    script: str | None = None
    """The text, when a script was handed in."""
    modules: Mapping[str, str] = field(default_factory=dict)
    timestamp: str = ""
    """What ``timestamp.txt`` says."""
    secret: str = ""
    """By which nbgrader finds the feedback of a submission."""


def read_work(handed: Handed) -> Work:
    """Return what can be shown of a submission; what is unreadable is left out."""
    work = Work(
        modules=handed.submission.modules,
        timestamp=_small(handed, "timestamp.txt", _STAMP),
        secret=_small(handed, "submission_secret.txt", _SECRET),
    )
    if handed.graded is None:
        return work
    name = visible(handed.graded.name)
    try:
        text = decode(handed.graded.read(MAX_NOTEBOOK), name)
        if suffix(name) != ".ipynb":
            return replace(work, script=text)
        notebook = load(text, name)
        cells = tuple(cells_of(notebook, name))
    except UnusableError:  # said by the submission's `problem`
        return work
    metadata = _part(notebook, "metadata")
    return replace(
        work,
        cells=cells,
        language=_language(metadata, name),
        kernel=str(_part(metadata, "kernelspec").get("name", "")),
    )


def with_notes(
    handed: Handed, assignment: Assignment, released: Released
) -> Submission:
    """Return the submission, with notes on what is odd about its notebook."""
    submission = handed.submission
    if submission.problem is not None or handed.graded is None:
        return submission
    work = read_work(handed)
    notes = tuple(_notes(handed.graded, work, assignment, released))
    return replace(
        submission, notes=(*submission.notes, *notes), language=work.language
    )


def _notes(
    graded: File, work: Work, assignment: Assignment, released: Released
) -> Iterator[Words]:
    if work.script is not None:
        return
    name = visible(graded.name)
    if bare(name) != assignment.module:
        wanted = f"{assignment.module}.ipynb"
        yield Message(
            "The notebook is called `{name}`; expected `{wanted}`.",
            name=name,
            wanted=wanted,
        )
    if work.kernel not in ("", released.kernel.get("name")):
        yield Message(
            "The notebook names the kernel `{kernel}`; it is graded as Python 3.",
            kernel=one_line(work.kernel)[:LONGEST_NAME],
        )
    yield from merge(released, work.cells).notes


def _part(whole: object, key: str) -> Mapping[str, object]:
    """Return a part of a notebook, or nothing where it is not what it should be."""
    part = whole.get(key) if isinstance(whole, Mapping) else None
    return part if isinstance(part, dict) else {}


def _language(metadata: Mapping[str, object], name: str) -> Language | None:
    says = metadata.get("lang")
    if says == "ko" or name.endswith(".ko.ipynb"):
        return "ko"
    return "en" if says == "en" else None


def _small(handed: Handed, name: str, form: re.Pattern[str]) -> str:
    """Return what a small file beside the homework says, if it has that form."""
    for file in handed.beside:
        if file.name == name:
            try:
                text = file.read(_SMALL).decode("ascii", "replace").strip()
            except UnusableError:
                return ""
            return text if form.fullmatch(text) else ""
    return ""

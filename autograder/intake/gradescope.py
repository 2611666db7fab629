"""Who sent which folder of a Gradescope export: ``submission_metadata.yml``.

For each submission, such as ``submission_123456789``, it holds ``:submitters:`` (each
with ``:name:``, ``:sid:`` and ``:email:``) and ``:created_at:``, by Gradescope's clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from autograder.errors import SubmissionError
from autograder.intake.files import MIB, File, UnusableError
from autograder.intake.lms import GRADESCOPE, Sender
from autograder.intake.timestamps import read_time

if TYPE_CHECKING:
    import yaml

METADATA = "submission_metadata.yml"
MAX_METADATA = 64 * MIB
"""Bytes; it holds the output of every test, too."""
_DEEPEST = 100  # levels


@dataclass(frozen=True)
class Record:
    """What Gradescope says of one submission."""

    senders: tuple[Sender, ...]
    """More than one of a group."""
    time: datetime | None


def read_records(file: File, where: str) -> dict[str, Record]:
    """Return the records of ``submission_metadata.yml`` by the name of the folder.

    Parameters
    ----------
    where : str
        The path as the grader wrote it, for errors.

    Raises
    ------
    SubmissionError
        When it cannot be read as Gradescope writes it.
    """
    import yaml  # no other form of handing in needs it

    try:
        raw = file.read(MAX_METADATA + 1)
    except UnusableError as error:
        raise SubmissionError(f"{where}: {METADATA}: {error}") from None
    if len(raw) > MAX_METADATA:
        limit = f"at most {MAX_METADATA // MIB} MiB"
        raise SubmissionError(f"{where}: {METADATA}: expected {limit}, got more")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # all text; no tags
    try:
        _refuse_deep(yaml.parse(raw, Loader=loader))
        loaded = yaml.load(raw, Loader=loader)  # noqa: S506 - nothing but text
    except (yaml.YAMLError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise SubmissionError(
            f"{where}: {METADATA}: expected YAML, got: {first}"
        ) from None
    if not isinstance(loaded, dict):
        raise SubmissionError(
            f"{where}: {METADATA}: expected a record for each submission, got none"
        )
    return {str(name): _record(entry) for name, entry in loaded.items()}


def _refuse_deep(events: Iterable[yaml.Event]) -> None:
    """Raise `ValueError` for brackets by the thousand: PyYAML would crash."""
    import yaml

    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError("too many levels")


def _record(entry: object) -> Record:
    fields = entry if isinstance(entry, dict) else {}
    return Record(
        tuple(_senders(fields.get(":submitters"))),
        read_time(_text(fields, ":created_at"), UTC),
    )


def _senders(submitters: object) -> Iterator[Sender]:
    for submitter in submitters if isinstance(submitters, list) else ():
        if isinstance(submitter, dict):
            name, sid, email = (
                _text(submitter, field) for field in (":name", ":sid", ":email")
            )
            public = tuple(part for part in (sid, email) if part)
            if public or name:
                known = public[0] if public else name
                yield Sender(GRADESCOPE, known, name or known, public)


def _text(fields: Mapping[object, object], name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""

"""What Canvas, Moodle and Gradescope export, in a zip or unpacked: whose is what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from autograder.errors import SubmissionError
from autograder.intake.choose import homework
from autograder.intake.files import File, Folder, Listing, UnusableError
from autograder.intake.gradescope import METADATA, Record, read_records
from autograder.intake.lms import TITLES, Upload, attempt_of, read_upload
from autograder.intake.names import is_named_after, visible
from autograder.intake.owned import Owned
from autograder.messages import Message, Words
from autograder.model import Assignment


@dataclass(frozen=True)
class _Sent:
    """An exported file or folder, and what its name says."""

    entry: File | Folder
    upload: Upload


def is_export(listing: Listing) -> bool:
    """Say whether an LMS wrote the names in a folder, or at least one of them."""
    names = [entry.name for entry in _entries(listing)]
    return METADATA in names or any(map(read_upload, names))


def _entries(listing: Listing) -> list[File | Folder]:
    return [*listing.files, *listing.folders]


def owned_in_export(place: Folder, where: str, assignment: Assignment) -> list[Owned]:
    """Return what is whose in an export.

    Of a student's files with the same name, only the newest is kept, with a note.

    Parameters
    ----------
    where : str
        The path as the grader wrote it, for errors.

    Raises
    ------
    SubmissionError
        When other submissions lie between those of the LMS, or Gradescope's record
        of them cannot be read.
    UnusableError
        When it cannot be looked into.
    """
    listing = place.listing
    metadata = next((file for file in listing.files if file.name == METADATA), None)
    if metadata is not None:
        _refuse_beside(homework(listing.files), METADATA, where)
        return list(_recorded(listing.folders, read_records(metadata, where)))
    sent = [
        _Sent(entry, upload)
        for entry in _entries(listing)
        if (upload := read_upload(entry.name))
    ]
    _refuse_mixture(listing, sent, where)
    students: dict[tuple[str, str], list[_Sent]] = {}
    for one in sent:
        students.setdefault(one.upload.sender.key, []).append(one)
    return [
        owned
        for uploads in students.values()
        for owned in _of_one(place, uploads, assignment)
    ]


def _recorded(folders: Iterable[Folder], records: dict[str, Record]) -> Iterator[Owned]:
    """Yield what is in a Gradescope export; what a group sent is of each of them."""
    for folder in folders:
        record = records.get(folder.name)
        if record is None or not record.senders:
            note = Message(
                "`{file}` does not say who handed in `{folder}`.",
                file=METADATA,
                folder=visible(folder.name),
            )
            yield Owned(folder.name, folder=folder, notes=(note,))
            continue
        notes: tuple[Words, ...] = ()
        if len(record.senders) > 1:
            size = len(record.senders)
            notes = (Message("Handed in by a group of {size}.", size=size),)
        for sender in record.senders:
            yield Owned(sender.name, (), folder, sender, record.time, notes=notes)


def _of_one(
    place: Folder, sent: list[_Sent], assignment: Assignment
) -> Iterator[Owned]:
    """Yield what one student sent: loose files, else each folder or archive."""
    sender = sent[0].upload.sender
    kept, notes = _newest(sent, assignment)
    if any(one.upload.late for one in sent):
        marked = Message("{lms} marks this as late.", lms=TITLES[sender.lms])
        notes = [marked, *notes]
    files = tuple(one.entry for one in kept if isinstance(one.entry, File))
    folders = [one.entry for one in kept if isinstance(one.entry, Folder)]
    if folders and not homework(files):
        for folder in folders:
            yield Owned(sender.name, (), folder, sender, notes=tuple(notes))
        return
    # where nothing can be graded, the message names what was handed in
    usable = homework(files) or assignment.presence
    path = place.path if usable else (*place.path, sent[0].entry.path[-1])
    together = Folder(path, lambda: Listing(files))
    yield Owned(sender.name, (), together, sender, notes=tuple(notes))


def _newest(
    sent: Iterable[_Sent], assignment: Assignment
) -> tuple[list[_Sent], list[Words]]:
    """Return the newest of each of a student's files, and notes on the others."""
    names = {one.upload.file for one in sent}
    attempts: dict[str, list[tuple[int, _Sent]]] = {}
    for one in sent:
        name, attempt = attempt_of(one.upload.file)
        # a name of the student's own may end in a number, too
        if name not in names and not is_named_after(name, assignment):
            name, attempt = one.upload.file, 0
        attempts.setdefault(name if one.upload.file else "", []).append((attempt, one))
    kept, notes = [], list[Words]()
    for name, several in attempts.items():
        if not name:  # folders, each with all that it holds
            kept += [one for _, one in several]
            continue
        several.sort(key=lambda one: (one[0], one[1].upload.number))
        *others, (_, newest) = several
        kept.append(_called(newest, name))
        notes += [_superseded(newest.upload, other.upload) for _, other in others]
    return kept, notes


def _called(sent: _Sent, name: str) -> _Sent:
    """Return `sent` under the student's own name of the file."""
    if isinstance(sent.entry, Folder):
        return sent
    age = float(sent.upload.number or sent.entry.modified)
    return replace(sent, entry=replace(sent.entry, modified=age, called=name))


def _superseded(newest: Upload, other: Upload) -> Message:
    return Message(
        "Of several attempts the newest counts: `{graded}`, not `{ignored}`.",
        graded=_numbered(newest, other),
        ignored=_numbered(other, newest),
    )


def _numbered(upload: Upload, other: Upload) -> str:
    """Return the file's name, with the number of the upload if it needs one."""
    name = visible(upload.file)
    return f"{name} ({upload.number})" if upload.file == other.file else name


def _refuse_mixture(listing: Listing, sent: list[_Sent], where: str) -> None:
    first, *others = sent
    for one in others:
        if one.upload.sender.lms != first.upload.sender.lms:
            raise _mixed(where, first.entry.name, one.entry.name)
    known = {id(one.entry) for one in sent}
    beside = [file for file in homework(listing.files) if id(file) not in known]
    beside_folders = (
        folder
        for folder in listing.folders
        if id(folder) not in known and _has_homework(folder)
    )
    _refuse_beside((*beside, *beside_folders), first.entry.name, where)


def _refuse_beside(beside: Iterable[File | Folder], name: str, where: str) -> None:
    for other in beside:
        raise _mixed(where, name, other.name)


def _has_homework(folder: Folder) -> bool:
    try:
        return bool(homework(folder.listing.files))
    except UnusableError:
        return False


def _mixed(where: str, name: str, other: str) -> SubmissionError:
    return SubmissionError(
        f"{where}: two forms are mixed: expected the export of one LMS only, got "
        f"{visible(name)} beside {visible(other)}; name the files or folders that are "
        "meant"
    )

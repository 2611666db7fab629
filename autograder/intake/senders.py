"""Which student of the course an LMS means: by the roster, else by its own name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from autograder.intake.lms import CANVAS, GRADESCOPE, MOODLE, TITLES, Sender
from autograder.intake.names import identity, visible
from autograder.intake.owned import Owned
from autograder.messages import Message, Words

_Key = tuple[str, str]


class Listed(Protocol):
    """A row of the roster, as far as it says who a student is."""

    @property
    def id(self) -> str:
        """The student's id in the course."""
        ...

    @property
    def name(self) -> str:
        """The student's name; may be empty."""
        ...

    @property
    def canvas(self) -> str:
        """The id or the name that Canvas gives the student; may be empty."""
        ...

    @property
    def moodle(self) -> str:
        """The same of Moodle."""
        ...

    @property
    def gradescope(self) -> str:
        """The same of Gradescope."""
        ...


def with_students(owned: Iterable[Owned], roster: Sequence[Listed]) -> list[Owned]:
    """Return `owned`, each with the student whom its sender is.

    Where the roster does not tell, a student is called as in the LMS, with a note if
    there is a roster; two whom the LMS calls alike, also by their ids there.
    """
    owned = list(owned)
    senders = {one.sender.key: one.sender for one in owned if one.sender is not None}
    rows, contested = _rows(senders, roster)
    taken = {identity(row.id) for row in roster}
    taken |= {identity(one.student) for one in owned if one.sender is None}
    called = Counter(identity(sender.name) for sender in senders.values())
    students: dict[_Key, tuple[str, tuple[Words, ...]]] = {}
    for key, sender in senders.items():
        if key in rows:
            students[key] = rows[key].id, ()
            continue
        name = identity(sender.name)
        alike = called[name] > 1 or name in taken
        notes = tuple(_why_not(sender, key in contested)) if roster else ()
        students[key] = _in_full(sender) if alike else sender.name, notes
    return [_named(one, students) for one in owned]


def _named(
    owned: Owned, students: Mapping[_Key, tuple[str, tuple[Words, ...]]]
) -> Owned:
    if owned.sender is None:
        return owned
    student, notes = students[owned.sender.key]
    return replace(owned, student=student, notes=(*owned.notes, *notes))


def _rows(
    senders: Mapping[_Key, Sender], roster: Sequence[Listed]
) -> tuple[dict[_Key, Listed], set[_Key]]:
    """Return whose row is whose, and the senders for whom that cannot be told.

    What the roster says of the LMS goes before id numbers and e-mail addresses, and
    those before names. A row that fits several senders is given to none of them, so
    that nobody gets the score of another.
    """
    rows: dict[_Key, Listed] = {}
    contested: set[_Key] = set()
    used: set[str] = set()
    for fits in (_by_column, _by_id, _by_name):
        pairs = [
            (key, row)
            for key, sender in senders.items()
            if key not in rows and key not in contested
            for row in roster
            if row.id not in used and fits(sender, row)
        ]
        of_sender = Counter(key for key, _ in pairs)
        of_row = Counter(row.id for _, row in pairs)
        for key, row in pairs:
            used.add(row.id)
            if of_sender[key] == of_row[row.id] == 1:
                rows[key] = row
            else:
                contested.add(key)
    return rows, contested


def _by_column(sender: Sender, row: Listed) -> bool:
    columns = {CANVAS: row.canvas, MOODLE: row.moodle, GRADESCOPE: row.gradescope}
    return _plain(columns[sender.lms]) in _known(sender.id, sender.name, *sender.public)


def _by_id(sender: Sender, row: Listed) -> bool:
    return _plain(row.id) in _known(*sender.public)


def _by_name(sender: Sender, row: Listed) -> bool:
    if sender.lms != CANVAS:
        return _plain(row.name) in _known(sender.name)
    # Canvas writes the family name first, in small letters, without spaces
    *first, last = row.name.split() or [""]
    orders = {_squeezed(row.name), _squeezed("".join([last, *first]))}
    return _squeezed(sender.name) in orders - {""}


def _known(*names: str) -> set[str]:
    return {_plain(name) for name in names} - {""}


def _plain(name: str) -> str:
    return " ".join(identity(name).casefold().split())


def _squeezed(name: str) -> str:
    return re.sub(r"\W", "", _plain(name))


def _why_not(sender: Sender, contested: bool) -> Iterator[Message]:
    lms, who = TITLES[sender.lms], visible(_in_full(sender))
    if contested:
        yield Message(
            "The roster does not tell who {who} is, of several: write what {lms} "
            "calls each of them into its column `{column}`.",
            who=who,
            lms=lms,
            column=sender.lms,
        )
    else:
        yield Message("The roster has nobody whom {lms} calls {who}.", lms=lms, who=who)


def _in_full(sender: Sender) -> str:
    """Return a sender's name with the id, where that says more."""
    if sender.id in {"", sender.name}:
        return sender.name
    return f"{sender.name} ({sender.id})"

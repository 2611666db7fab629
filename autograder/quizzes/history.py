"""Every definition that an item ever had: ``keys.jsonl``, beside the manifest.

An item is recorded when it is published and when it is scored, so that a response can
be judged after its item has left the file, and that a corrected key can be told from
the one before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.places import shown
from autograder.errors import AutograderError
from autograder.quizzes.schema import Item
from autograder.reports.writing import write_whole

KEYS = "keys.jsonl"


@dataclass(frozen=True)
class Definition:
    """An item as it was from a certain time on."""

    time: datetime
    item: str
    rev: int
    digest: str
    definition: dict[str, Any]

    def load(self) -> Item:
        """Return the item.

        Raises
        ------
        ValueError
            If the format has changed since, so that it no longer fits.
        """
        return Item.model_validate(self.definition)


class History:
    """The definitions of the items of one quiz, the oldest first.

    Parameters
    ----------
    folder : Path
        Where the manifest is.
    definitions : iterable of Definition
    """

    def __init__(self, folder: Path, definitions: Iterable[Definition] = ()) -> None:
        self.folder = folder
        self.definitions = list(definitions)

    @classmethod
    def read(cls, folder: Path) -> History:
        """Read ``keys.jsonl``; no file is no history.

        Raises
        ------
        AutograderError
            If a line of it is damaged.
        """
        path = folder / KEYS
        lines = path.read_bytes().splitlines() if path.is_file() else []
        definitions = []
        for number, line in enumerate(lines, start=1):
            try:
                definitions.append(msgspec.json.decode(line, type=Definition))
            except msgspec.MsgspecError as error:
                what = f"{shown(path)}:{number}: expected what autograder wrote"
                raise AutograderError(f"{what}, got an error: {error}") from None
        return cls(folder, definitions)

    def record(self, items: Iterable[Item], now: datetime) -> list[Definition]:
        """Add the items that are not as they were last; return what was added."""
        new = [
            Definition(now, item.id, item.rev, digest(item), _plain(item))
            for item in items
            if self.digest(item.id) != digest(item)
        ]
        if new:
            self.definitions += new
            lines = (msgspec.json.encode(one).decode() for one in self.definitions)
            write_whole(self.folder / KEYS, "".join(f"{line}\n" for line in lines))
        return new

    def digest(self, item: str, until: datetime | None = None) -> str:
        """Return the digest an item had last, or at a time; empty when it had none."""
        found = [
            one.digest
            for one in self.definitions
            if one.item == item and (until is None or one.time <= until)
        ]
        return found[-1] if found else ""

    def older(self, item: str, rev: int) -> list[Item]:
        """Return the definitions of an item, best first.

        Those of the rev that was asked come before all others, and the newer before
        the older.
        """
        own = [one for one in self.definitions if one.item == item]
        own.sort(key=lambda one: one.rev == rev)  # stable: still the oldest first
        found = []
        for one in reversed(own):
            try:
                found.append(one.load())
            except ValueError:
                continue
        return found


def digest(item: Item) -> str:
    """Return the SHA-256 of an item's definition."""
    text = json.dumps(_plain(item), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(item: Item) -> dict[str, Any]:
    return item.model_dump(mode="json", exclude_defaults=True)

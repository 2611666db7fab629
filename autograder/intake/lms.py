"""What Canvas and Moodle write into the names of the files that they export.

Canvas: ``kimminjun_12345_678901_deep_network.ipynb``, with ``_LATE_`` before the first
number (the student) where it was late; the second number is that of the upload. A file
sent again is ``deep_network-1.ipynb``. Where students are anonymous, the name and the
first number are ``anon_x7Kp2``. Written by ``lib/content_zipper.rb`` of Canvas.

Moodle: a folder ``Kim Minjun_1234567_assignsubmission_file_``, with or without the last
underscore, or no folder and the file's own name at the end. The number is that of the
participant in this one assignment; some sites write an id number or an e-mail address
as well. Written by ``mod/assign/classes/downloader.php`` of Moodle.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

CANVAS, MOODLE, GRADESCOPE = "canvas", "moodle", "gradescope"
TITLES = {CANVAS: "Canvas", MOODLE: "Moodle", GRADESCOPE: "Gradescope"}
LONGEST = 400
"""Characters; a name that an LMS writes has fewer."""

_CANVAS = re.compile(
    r"(?:(?P<name>[^\s./]+?)_(?:(?P<late>LATE)_)?(?P<id>\d+)"
    r"|(?:(?P<anonymous_late>LATE)_)?(?P<anonymous>anon_[0-9A-Za-z]+))"
    r"_(?:(?P<number>\d+)_(?P<file>.+)|(?:text|link)\.html)",
    re.DOTALL,
)
_MOODLE = re.compile(
    r"(?P<who>.+?)(?:_(?P<id>\d+))?_assignsubmission_[a-z]+(?:_(?P<file>.*))?",
    re.DOTALL,
)
_PUBLIC = re.compile(r"[^\s@]+@[^\s@]+|\S*\d{4}\S*")
_ATTEMPT = re.compile(r"-(?P<attempt>\d{1,3})(?=(?:\.[A-Za-z]\w*)*$)")


@dataclass(frozen=True)
class Sender:
    """Who handed something in, as a learning platform knows them."""

    lms: str
    """``canvas``, ``moodle`` or ``gradescope``."""
    id: str
    """The platform's own id of the student; empty where it gives none."""
    name: str
    public: tuple[str, ...] = ()
    """What identifies the student elsewhere too: id numbers, e-mail addresses."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells this sender from all others."""
        return self.lms, self.id or self.name


@dataclass(frozen=True)
class Upload:
    """What the name of one exported file or folder says."""

    sender: Sender
    file: str = ""
    """The student's own name of the file; empty for a folder of files, and for text."""
    number: int = 0
    """Grows with every upload; 0 where it is not known."""
    late: bool = False


def read_upload(name: str) -> Upload | None:
    """Return what the name of a file or folder says; None when no LMS wrote it."""
    if len(name) > LONGEST:
        return None
    name = unicodedata.normalize("NFC", name)
    return _read_moodle(name) or _read_canvas(name)


def attempt_of(file: str) -> tuple[str, int]:
    """Return a file's name without the number of its attempt, and that number.

    ``deep_network-2.ipynb`` is ``deep_network.ipynb`` and 2; without a number it is 0.
    """
    found = _ATTEMPT.search(file)
    if found is None:
        return file, 0
    return file[: found.start()] + file[found.end() :], int(found["attempt"])


def _read_canvas(name: str) -> Upload | None:
    found = _CANVAS.fullmatch(name)
    if found is None:
        return None
    anonymous = found["anonymous"]
    return Upload(
        Sender(CANVAS, anonymous or found["id"], anonymous or found["name"]),
        found["file"] or "",
        int(found["number"] or 0),
        late=bool(found["late"] or found["anonymous_late"]),
    )


def _read_moodle(name: str) -> Upload | None:
    found = _MOODLE.fullmatch(name)
    if found is None:
        return None
    who = " ".join(found["who"].replace("_", " ").split())
    public = tuple(_PUBLIC.findall(who))
    words = " ".join(word for word in who.split() if word not in public)
    return Upload(
        Sender(MOODLE, found["id"] or "", words or who, public), found["file"] or ""
    )

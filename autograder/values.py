"""Values that stand for what cannot cross the border of the sandbox as it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Opaque:
    """An object that is not plain data; only the name of its type crosses."""

    type_name: str


@dataclass(frozen=True)
class GivenFunction:
    """A function of ``given.py``, passed as an argument by its name."""

    name: str


@dataclass(frozen=True)
class Frame:
    """One line of the student's own code in a traceback.

    `file` is the label of a cell or module as we sent it; it comes back from the
    worker and is believed only when it names one of ours.
    """

    file: str
    line: int
    function: str


@dataclass(frozen=True)
class Raised:
    """What a call raised, as text: never a live exception."""

    type_name: str
    message: str
    frames: tuple[Frame, ...] = ()

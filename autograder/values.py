"""Plain values that both sides of the sandbox know; nothing else is imported here."""

from __future__ import annotations

from dataclasses import dataclass, field


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
    reached: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Graded functions that were called meanwhile, as the worker says."""


@dataclass(frozen=True)
class Limits:
    """How much of the machine a submission may use."""

    call: float = 5.0
    """Seconds of processor time for one call."""
    cpu: float = 30.0
    """Seconds of processor time for the whole submission."""
    wall: float = 60.0
    """Seconds on the clock for the whole submission."""
    memory: int = 1 << 30
    """Bytes of address space beyond what Python and numpy need themselves."""
    output: int = 8 << 20
    """Bytes that one call may print."""

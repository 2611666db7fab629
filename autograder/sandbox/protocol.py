"""What the trusted side and the worker say to each other, as typed messages.

    trusted                     worker
      Load            ───▶
                      ◀───  Loading …      before each statement that may not return
                      ◀───  Loaded
      Call …          ───▶                 several, if nothing is stood in for
                      ◀───  Ask …          a stand-in asks for the reference's answer
      Answer, Refuse  ───▶
                      ◀───  Returned, Threw …   one for each call, in its order

Decoding is the validation: a frame that does not decode to the expected type is
garbage. Values travel as trees (see `wire`); their array bytes follow the structure.
"""

from __future__ import annotations

from typing import Any

import msgspec


class Message(msgspec.Struct, tag=True, array_like=True, frozen=True):
    """The base of all messages."""


class Load(Message, frozen=True):
    """Read these cells, and define what they define."""

    cells: list[tuple[str, str]]
    """Label and text."""
    modules: dict[str, str]
    """Importable siblings: module name to text."""
    given: str
    """Text of ``given.py``."""
    functions: dict[str, list[str]]
    """Graded function to the reference's parameter names."""
    aliases: dict[str, str]
    """Another name of a graded function to its name."""
    skip: list[int]
    """Numbers of statements that did not return the last time."""
    optional: dict[str, int] = {}
    """Function to how many of the last arguments it need not take."""
    everything: bool = False
    """Execute every statement, not only definitions."""


class Loading(Message, frozen=True):
    """The statement with this number is about to be executed."""

    number: int


class Problem(Message, frozen=True):
    """Something in the student's source that was skipped, lost or replaced."""

    kind: str
    """``syntax``, ``error``, ``lost``, ``redefined`` or ``undecorated``."""
    label: str
    line: int
    name: str
    text: str


class Loaded(Message, frozen=True):
    """What the source defines."""

    defined: list[str]
    """Graded functions, by their own names."""
    no_return: list[str]
    """Graded functions that hold no ``return`` with a value."""
    problems: list[Problem]
    routed: list[str] = []
    """Graded functions that tell when they are reached, wherever they went."""


class Call(Message, frozen=True):
    """Call a function."""

    number: int
    function: str
    args: msgspec.Raw
    """The list of trees, encoded."""
    seed: int
    standins: list[str]


class Ask(Message, frozen=True):
    """A stand-in asks for the reference's answer to this call."""

    number: int
    function: str
    args: list[Any]


class Answer(Message, frozen=True):
    """The reference's answer."""

    value: Any


class Refuse(Message, frozen=True):
    """The reference does not answer this."""

    reason: str


class Returned(Message, frozen=True):
    """The function returned."""

    number: int
    value: Any
    changed: list[tuple[int, int, int]]
    """Arguments that are not what they were: position, changed entries, entries."""
    reached: list[str] = []
    """Graded functions that were called meanwhile, this one included."""


class Threw(Message, frozen=True):
    """The function raised."""

    number: int
    type_name: str
    message: str
    frames: list[tuple[str, int, str]]
    reached: list[str] = []
    """See `Returned`."""


FromTrusted = Load | Call | Answer | Refuse
FromWorker = Loading | Loaded | Ask | Returned | Threw

encode = msgspec.msgpack.Encoder().encode
decode_trees = msgspec.msgpack.Decoder(list[Any]).decode
decode_from_trusted = msgspec.msgpack.Decoder(FromTrusted).decode
decode_from_worker = msgspec.msgpack.Decoder(FromWorker).decode

"""A call that is to be made, in plain data, and the same as it travels."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from autograder.sandbox import wire

NO_NAMES: Mapping[int, str] = {}


@dataclass(frozen=True)
class Packed:
    """Arguments as they travel: their trees, encoded, and the bytes of their arrays."""

    trees: msgspec.Raw
    payload: bytes

    @cached_property
    def fingerprint(self) -> bytes:
        """A digest that is equal for equal arguments only."""
        return hashlib.blake2b(bytes(self.trees) + self.payload).digest()

    @property
    def size(self) -> int:
        """How many bytes they are."""
        return len(bytes(self.trees)) + len(self.payload)


def packed(args: Sequence[Any]) -> Packed:
    """Return `args` as they travel."""
    buffers: wire.Buffers = []
    trees = [wire.pack(arg, buffers, NO_NAMES) for arg in args]
    return Packed(msgspec.Raw(msgspec.msgpack.encode(trees)), b"".join(buffers))


@dataclass(frozen=True)
class Question:
    """A call that a check makes, in plain data."""

    function: str
    args: Sequence[Any]
    seed: int = 0

    @cached_property
    def packed(self) -> Packed:
        """The arguments as they travel; made once, for however many submissions."""
        return packed(self.args)

    def is_same_as(self, other: Question) -> bool:
        """Whether both ask for the same, whichever objects their arguments are."""
        return self is other or (
            (self.function, self.seed) == (other.function, other.seed)
            and self.packed.fingerprint == other.packed.fingerprint
        )

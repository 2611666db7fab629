"""Inert objects for what a student's file imports and we do not have.

A training function that plots inside must still train: every attribute and every call
gives the placeholder again. It never becomes a number, so no result can rest on it.
"""

from __future__ import annotations

import dis
import sys
from collections.abc import Iterator
from typing import Any

UNPACK = dis.opmap["UNPACK_SEQUENCE"]


class Placeholder:
    """Stands for a module, class, function or object that could not be imported."""

    def __init__(self, name: str) -> None:
        self.__dict__["_name"] = name

    def __getattr__(self, name: str) -> Placeholder:
        if name.startswith("__"):
            raise AttributeError(name)
        return Placeholder(f"{self._name}.{name}")

    def __setattr__(self, name: str, value: object) -> None:
        """Forget `value`: nothing set on a placeholder can be read back."""

    def __call__(self, *_: object, **__: object) -> Placeholder:
        """Return the placeholder itself."""
        return self

    def __mro_entries__(self, _: object) -> tuple[type, ...]:
        """Leave a class that is derived from a placeholder without that base."""
        return ()

    def __getitem__(self, _: object) -> Placeholder:
        return self

    def __setitem__(self, _: object, __: object) -> None:
        """Forget the value."""

    def __enter__(self) -> Placeholder:
        return self

    def __exit__(self, *_: object) -> None:
        """Let exceptions pass."""

    def __iter__(self) -> Iterator[Any]:
        """Yield what ``fig, ax = plt.subplots()`` unpacks; else nothing."""
        frame = sys._getframe(1)
        opcode, wanted = frame.f_code.co_code[frame.f_lasti : frame.f_lasti + 2]
        return iter([self] * (wanted if opcode == UNPACK else 0))

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return f"<{self._name} is not available here>"

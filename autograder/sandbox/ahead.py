"""Start what starts workers while a command still imports what it needs itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from autograder.errors import SandboxError

if TYPE_CHECKING:
    from autograder.sandbox.confined import ConfinedSandbox, Level

_started: list[ConfinedSandbox] = []


@contextmanager
def started_ahead(*, unsafe: bool = False) -> Iterator[None]:
    """Have the zygote of the strongest level become ready during the ``with`` block.

    The first sandbox that is opened at this level takes it; one that nobody takes is
    ended with the block.

    Parameters
    ----------
    unsafe : bool
        Start nothing: no worker will be confined.
    """
    from autograder.sandbox.confined import LEVELS, ConfinedSandbox
    from autograder.sandbox.selftest import missing_features

    if not unsafe and not missing_features():
        with suppress(SandboxError, OSError):  # told if it happens again
            _started.append(ConfinedSandbox(LEVELS[0]))
    try:
        yield
    finally:
        while _started:
            _started.pop().close()


def taken(level: Level) -> ConfinedSandbox | None:
    """Return a sandbox of this level that was started ahead, if there is one."""
    if _started and _started[-1].level == level:
        return _started.pop()
    return None

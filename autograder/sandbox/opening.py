"""Choose what starts workers on this machine."""

from __future__ import annotations

from typing import Protocol

from autograder.errors import SandboxUnavailableError
from autograder.sandbox.proxy import Budget, Proxy
from autograder.values import Limits


class Sandbox(Protocol):
    """Starts workers, confined or not."""

    level: str

    def start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        """Return a fresh worker that is ready to load."""
        ...

    def close(self) -> None:
        """End everything that was started."""
        ...


def open_sandbox(*, unsafe: bool, refusal: str) -> Sandbox:
    """Return what starts workers: confined, or only in processes of their own.

    Parameters
    ----------
    refusal : str
        What this means for whoever called, and what to do.

    Raises
    ------
    SandboxUnavailableError
        If `unsafe` is not set and student code cannot be confined here; it says what
        is missing.
    """
    if unsafe:
        from autograder.sandbox.plain import PlainSandbox

        return PlainSandbox()
    from autograder.sandbox.confined import ConfinedSandbox
    from autograder.sandbox.selftest import missing_features

    if missing := missing_features():
        raise SandboxUnavailableError("\n".join([*missing, refusal]))
    return ConfinedSandbox()

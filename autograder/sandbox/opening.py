"""Choose what starts workers on this machine: the strongest level that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from autograder.errors import SandboxUnavailableError
from autograder.values import Limits

if TYPE_CHECKING:
    from autograder.sandbox.budget import Budget
    from autograder.sandbox.confined import Level
    from autograder.sandbox.proxy import Proxy


class Sandbox(Protocol):
    """Starts workers, confined or not."""

    level: str

    def start_worker(self, limits: Limits, budget: Budget) -> Proxy:
        """Return a fresh worker that is ready to load."""
        ...

    def close(self) -> None:
        """End everything that was started."""
        ...


def open_sandbox(
    *, unsafe: bool, refusal: str, require: Level | None = None
) -> Sandbox:
    """Return what starts workers: confined, or only in processes of their own.

    Confined means by namespaces where a worker shows that they hold, else by Landlock
    and seccomp alone, with a line in the log.

    Parameters
    ----------
    refusal : str
        What this means for whoever called, and what to do.
    require : str, optional
        Refuse anything weaker than this level.

    Raises
    ------
    SandboxUnavailableError
        If `unsafe` is not set and student code cannot be confined here; it says what
        is missing.
    SandboxError
        If our processes ended before that was known.
    """
    if unsafe and require:
        raise SandboxUnavailableError(
            f"sandbox: expected {require} or no sandbox at all, got both"
        )
    if unsafe:
        from autograder.sandbox.plain import PlainSandbox

        return PlainSandbox()
    from autograder.sandbox.selftest import missing_features

    if missing := missing_features():
        raise SandboxUnavailableError("\n".join([*missing, refusal]))
    return _strongest(require, refusal)


def _strongest(require: Level | None, refusal: str) -> Sandbox:
    from autograder.sandbox.ahead import taken
    from autograder.sandbox.confined import LEVELS, ConfinedSandbox
    from autograder.sandbox.examination import examine

    accepted = LEVELS[: LEVELS.index(require) + 1] if require else LEVELS
    weaknesses: list[str] = []
    for level in accepted:
        sandbox = taken(level) or ConfinedSandbox(level)
        try:
            weakness = examine(sandbox).weakness
        except BaseException:
            sandbox.close()
            raise
        if not weakness:
            if weaknesses:
                _warn(level, weaknesses)
            return sandbox
        sandbox.close()
        weaknesses.append(f"sandbox: level {level} does not hold here: {weakness}")
    raise SandboxUnavailableError("\n".join([*weaknesses, refusal]))


def _warn(level: Level, weaknesses: list[str]) -> None:
    import logging
    import multiprocessing

    if multiprocessing.parent_process() is None:  # else that one has said so
        logging.getLogger(__name__).warning(
            "%s; student code is confined by %s alone", "; ".join(weaknesses), level
        )

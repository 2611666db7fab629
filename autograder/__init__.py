"""Grade NumPy homework and quizzes: unforgeable, fair, fast, and explained.

Nothing is imported here: the process that forks student code must be able to
import its own part of the package without the rest. `check` and ``%load_ext
autograder``, for notebooks, import what they need when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from autograder.cli.notebook import check

__all__ = ["check"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name != "check":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from autograder.cli.notebook import check

    return check


def load_ipython_extension(shell: Any) -> None:
    """Make ``%check`` known to a running IPython, for ``%load_ext autograder``."""
    from autograder.cli.magic import register

    register(shell)

"""Grade NumPy homework and quizzes: unforgeable, fair, fast, and explained.

Nothing is imported here: the process that forks student code must be able to
import its own part of the package without the rest. `check`, for notebooks, is
imported when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.cli.notebook import check

__all__ = ["check"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name != "check":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from autograder.cli.notebook import check

    return check

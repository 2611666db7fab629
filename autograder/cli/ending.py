"""How a command ends that cannot go on: a line on stderr and a status."""

from __future__ import annotations

import sys

from autograder.errors import AutograderError

WRONG_CALL = 2
INTERRUPTED = 130
"""128 + SIGINT, as shells expect it."""

Told = (AutograderError, OSError, KeyboardInterrupt)
"""What is told in a line; anything else is a fault of ours and keeps its traceback."""


def tell(error: BaseException) -> int:
    """Say on stderr what one of `Told` was about; return the status to end with.

    That is 2 when the call, the course or a file is wrong, 130 when the user
    interrupts.
    """
    if isinstance(error, KeyboardInterrupt):
        print(str(error) or "interrupted", file=sys.stderr)
        return INTERRUPTED
    if isinstance(error, OSError):
        what = f"{error.filename or 'autograder'}: {error.strerror or error}"
        print(what, file=sys.stderr)
    else:
        print(error, file=sys.stderr)
    return WRONG_CALL

"""The command ``autograder``: where every call of it begins."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.cli.ending import Told, tell

BROKEN_PIPE = 1
BETWEEN_COLLECTIONS = 100_000
"""Objects; with Python's few hundred, to import and to parse takes a tenth longer."""


def main() -> None:
    """Run the command line; a terminal that lacks a character shows ``?`` for it.

    ``autograder check [FILE]``, which students run over and over, has nothing to be
    parsed, so it does without a parser: that takes longer to import than to be used.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt as error:  # before there is a command that would tell
        sys.exit(tell(error))


def _run(arguments: Sequence[str]) -> None:
    """Run a command; its cores are for processes, not for threads of small products."""
    command, *words = arguments or [""]
    if command == "check" and len(words) < 2 and not "".join(words).startswith("-"):
        sys.exit(_check(words))
    gc.set_threshold(BETWEEN_COLLECTIONS)
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    from autograder.cli.app import app_for

    app_for(arguments)()


def _check(words: Sequence[str]) -> int:
    """Try the public examples on a file; return the status."""
    from autograder.cli.self_check import self_check

    try:
        return self_check(Path(words[0]) if words else None)
    except BrokenPipeError:  # the reader has seen enough, of what is still to come too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Told as error:
        return tell(error)

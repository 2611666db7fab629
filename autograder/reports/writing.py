"""Write a file as a whole or not at all."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from pathlib import Path


def write_whole(
    path: Path, text: str | bytes | Iterator[str], encoding: str = "utf-8"
) -> None:
    """Replace the file at `path` by `text` in one step, making its folder.

    Text that comes in pieces is never in memory as a whole.

    A reader sees the old file or the new one, and an interrupted run leaves the
    old one. Ends of lines are written as they are.
    """
    pieces = [text] if isinstance(text, str | bytes) else text
    encode = codecs.getincrementalencoder(encoding)().encode
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            for piece in pieces:
                file.write(piece if isinstance(piece, bytes) else encode(piece))
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise

"""Write a file as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, text: str | bytes, encoding: str = "utf-8") -> None:
    """Replace the file at `path` by `text` in one step, making its folder.

    A reader sees the old file or the new one, and an interrupted run leaves the
    old one. Ends of lines are written as they are.
    """
    raw = text if isinstance(text, bytes) else text.encode(encoding)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{os.getpid()}.tmp")
    try:
        draft.write_bytes(raw)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)

"""The secret from which inputs of graded checks and variants of items are made."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from autograder.errors import AutograderError

SIZE = 32
"""Bytes in a secret."""


def read_secret(root: Path) -> bytes:
    """Return the secret of the course in `root`, made on first use.

    It is `SIZE` random bytes in ``.autograder/secret``, outside git and readable by
    nobody else. Two processes that start at once get the same one.

    Raises
    ------
    AutograderError
        If it can neither be read nor written, or is damaged.
    """
    path = _place(root)
    try:
        if not path.exists():
            _make(path)
        secret = path.read_bytes()
    except OSError as error:
        raise AutograderError(
            f"{path}: expected to read or make the secret of the course, "
            f"got: {error.strerror}"
        ) from None
    if len(secret) != SIZE:
        raise AutograderError(
            f"{path}: expected a secret of {SIZE} bytes, got {len(secret)}: it is "
            "damaged; bring it back from a backup, or delete it to start a new one"
        )
    return secret


def existing_secret(root: Path) -> bytes:
    """Return the secret of the course in `root`, which must be there already.

    Raises
    ------
    AutograderError
        If there is none, or as `read_secret` does.
    """
    path = _place(root)
    if not path.exists():
        raise AutograderError(
            f"{path}: expected the secret of the course, got nothing: the papers that "
            "are published were drawn with it, and another one would not fit them; "
            "bring it back from a backup"
        )
    return read_secret(root)


def _place(root: Path) -> Path:
    return root / ".autograder" / "secret"


def _make(path: Path) -> None:
    """Put a new secret at `path`, whole or not at all; the first one stays."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    draft = path.with_name(f"secret-{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another process was first
            os.link(draft, path)
    finally:
        draft.unlink()

"""How every page is made: all text escaped, and stripped of what misleads the eye."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from autograder.reports.text import plain, points

TEMPLATES = Path(__file__).parent / "templates"


def page_environment(*folders: Path) -> Environment:
    """Return an environment for the templates in `folders` and in `TEMPLATES`.

    A page extends ``base.html``: one file, no scripts, nothing from elsewhere, and a
    policy that says so to the browser.
    """
    environment = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        finalize=_neutral,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )
    environment.filters.update(points=points, prose=prose)
    return environment


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates on disk; where they cannot be kept, nobody minds."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept: compiling them takes a page's time.

    In the user's own cache folder, which nobody else may write, since what is read
    there is executed; None where there is no such folder.
    """
    try:
        cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        folder = Path(cache) / "autograder"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except (OSError, RuntimeError):
        return None
    is_ours = hasattr(os, "getuid") and state.st_uid == os.getuid()
    return _Compiled(str(folder)) if is_ours and not state.st_mode & 0o022 else None


def _neutral(value: object) -> object:
    """Make every text of a template plain; what is markup already stays."""
    return plain(value) if type(value) is str else value


@lru_cache(maxsize=4096)  # most sentences of a page are those of every page
def prose(text: str) -> Markup:
    """Escape a sentence, and set what stands between backticks as code."""
    parts = [escape(part) for part in plain(text).split("`")]
    if len(parts) % 2 == 0:
        return Markup("`").join(parts)
    parts[1::2] = [Markup("<code>") + part + Markup("</code>") for part in parts[1::2]]
    return Markup("").join(parts)

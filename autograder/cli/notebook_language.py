"""In which language a notebook is written, as far as its kernel can know."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.messages import LANGUAGES, Language

SUFFIX = ".ipynb"
SESSION = "JPY_SESSION_NAME"
"""Where Jupyter's server tells a kernel its notebook."""
VS_CODE = "__vsc_ipynb_file__"
"""The same of VS Code, as a variable of the notebook."""


def notebook_language(
    namespace: Mapping[str, Any], folder: Path, environment: Mapping[str, str]
) -> Language | None:
    """Return the language of the notebook that defines `namespace`.

    That is ``lang`` in its metadata, else what its name says. Where the notebook is not
    known, it is that of all notebooks in `folder`, if they have one in common; None if
    they have not.
    """
    for path in _candidates(namespace, folder, environment):
        if path.suffix == SUFFIX and path.is_file():
            return _language_of(path)
    found = {_language_of(path) for path in folder.glob(f"*{SUFFIX}")}
    return found.pop() if len(found) == 1 else None


def _candidates(
    namespace: Mapping[str, Any], folder: Path, environment: Mapping[str, str]
) -> Iterator[Path]:
    for name in (namespace.get(VS_CODE), environment.get(SESSION)):
        if isinstance(name, str) and name:
            yield folder / name
            yield folder / Path(name).name


def _language_of(path: Path) -> Language | None:
    said: object = None
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        said = json.loads(path.read_text(encoding="utf-8"))["metadata"]["lang"]
    in_name = Path(path.stem).suffix[1:]
    for name in (said, in_name):
        for language in LANGUAGES:
            if name == language:
                return language
    return None

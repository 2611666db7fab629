"""How every page is made: all text escaped, and stripped of what misleads the eye."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
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
    )
    environment.filters.update(points=points, prose=prose)
    return environment


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

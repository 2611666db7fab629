"""How pages of quizzes are made: items, their code and their pictures."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from autograder.quizzes.kinds.marks import letter, mark
from autograder.quizzes.markup import line_to_html, to_html
from autograder.quizzes.words import points_words
from autograder.reports.pages import page_environment
from autograder.reports.text import plain

TEMPLATES = Path(__file__).parent / "templates"

_BLANK = re.compile(r"<<(\w+)>>")


@cache
def quiz_environment() -> Environment:
    """Return the environment for the templates of this package.

    ``item.html`` shows an item; a page that uses it includes ``quiz.css``.
    """
    environment = page_environment(TEMPLATES)
    environment.filters.update(
        blanks=with_boxes,
        letter=letter,
        line=line_to_html,
        mark=mark,
        markdown=to_html,
        points_in_words=lambda score, language: points_words(score).render(language),
        running=_running,
    )
    return environment


def _running(paper: str) -> str:
    """Return the number of a paper as a style sheet may quote it."""
    return "".join(char for char in paper if char.isalnum() or char == "-")


def with_boxes(code: str) -> Markup:
    """Return code with a box to write into for each ``<<blank>>``, which it names."""
    box = Markup('<span class="blank">{}</span>')
    parts = _BLANK.split(plain(code.removesuffix("\n")))
    return Markup("").join(
        box.format(part) if place % 2 else part for place, part in enumerate(parts)
    )

"""How the public examples went, as a piece of HTML for the output of a notebook's cell.

It stands inside a page of somebody else, light or dark: styles are inline, colours are
the page's own but for the marks, and there is nothing that could be executed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Template

from autograder.messages import Language, Message
from autograder.model import FunctionResult, RenderedFeedback
from autograder.reports.labels import function_label, labels
from autograder.reports.pages import page_environment
from autograder.reports.self_check import FAILS, NOTHING, PASSES, failures

_WORDS = {
    PASSES: Message("passes"),
    FAILS: Message("fails"),
    NOTHING: Message("no public example"),
}
_COLOURS = {PASSES: "#2c8a52", FAILS: "#d1494b", NOTHING: "#808080"}
"""Each at least 3.5 to 1 on white, and on the darkest of notebooks."""


@dataclass(frozen=True)
class _Row:
    """One function."""

    sign: str
    label: str
    is_code: bool
    """The label is the function's own name."""
    word: str
    """What the sign means, for who cannot see it."""
    told: tuple[RenderedFeedback, ...]
    notes: tuple[str, ...]

    @property
    def colour(self) -> str:
        return _COLOURS[self.sign]


def check_html(
    functions: Mapping[str, FunctionResult], language: Language, said: str = ""
) -> str:
    """Return a table with a row for each function.

    Parameters
    ----------
    said : str
        A sentence below it, or alone where there are no functions.
    """
    rows = [_row(name, result, language) for name, result in functions.items()]
    return _template().render(
        rows=rows, said=said, language=language, words=labels(language)
    )


def _row(name: str, result: FunctionResult, language: Language) -> _Row:
    label, wrong = function_label(name, language), failures(result)
    sign = NOTHING if not result.checks else FAILS if wrong else PASSES
    told = dict.fromkeys(
        check.feedback or RenderedFeedback("", check.title) for check in wrong
    )
    word = _WORDS[sign].render(language)
    return _Row(sign, label, label == name, word, tuple(told), result.notes)


@cache
def _template() -> Template:
    return page_environment().get_template("check.html")

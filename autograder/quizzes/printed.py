"""A paper to print: A4, every item whole on one sheet, places to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.messages import Language
from autograder.quizzes.figures import data_uri
from autograder.quizzes.model import Paper, Variant
from autograder.quizzes.pages import quiz_environment
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Numpy, Scope
from autograder.quizzes.score import judge
from autograder.quizzes.words import window_words, words

if TYPE_CHECKING:
    from autograder.course.calendar import Window


@dataclass(frozen=True)
class ShownKey:
    """What is right for an item on a paper, in words."""

    item: str
    key: str
    explain: str = ""
    """Markdown; empty when the author wrote none."""


def printed_page(
    paper: Paper,
    window: Window | None = None,
    folder: Path | None = None,
    keys: Sequence[ShownKey] = (),
) -> str:
    """Return the page of one paper, as HTML.

    Parameters
    ----------
    paper : Paper
        A public one will do.
    window : Window, optional
        When it can be taken.
    folder : Path, optional
        Where the figures are that are files: the ``quizzes/`` of the course.
    keys : sequence of ShownKey
        Shown after their items; none on a paper that is given out to be scored.

    Raises
    ------
    AuthoringError
        If a picture is missing.
    """
    said = words(paper.language)
    times = window_words(window) if window else []
    page = quiz_environment().get_template("printed.html")
    return page.render(
        language=paper.language,
        words=said,
        paper=paper,
        times=[message.render(paper.language) for message in times],
        total=sum(variant.points for variant in paper.variants),
        who=[
            (said["name"], paper.name),
            (said["id"], paper.student),
            (said["section"], paper.section),
        ],
        pictures={v.item: picture(v, folder) for v in paper.variants},
        keys={key.item: key for key in keys},
    )


def picture(variant: Variant, folder: Path | None) -> str:
    """Return the address of an item's figure; empty if none can be shown.

    Raises
    ------
    AuthoringError
        If there is no such figure.
    """
    figure = variant.figure
    if not figure or (folder is None and not figure.startswith("<svg")):
        return ""
    return data_uri(figure, folder or Path())


def show_key(
    item: Item, variant: Variant, language: Language, numpy: Numpy | None = None
) -> ShownKey:
    """Return what is right for a variant, as its reader would write it.

    Parameters
    ----------
    item : Item
    variant : Variant
        Not a public one: the parameters are needed.
    language : {"en", "ko"}
        Of the explanation.
    numpy : Numpy, optional
        Where expressions run.

    Raises
    ------
    ExpressionError
        If the explanation cannot be filled in.
    """
    key = judge(item, variant, None, numpy).key
    if item.explain is None:
        return ShownKey(item.id, key)
    explain = Scope(item, variant.params).text(item.explain)
    return ShownKey(item.id, key, explain.render(language))

"""A paper as a notebook: write it, fill it in, and read it when it comes back.

What students fill in are Markdown cells that nbgrader takes for manually graded
answers. The notebook's metadata holds the public paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.calendar import Window
from autograder.intake.files import MIB, UnusableError
from autograder.intake.notebook import cells_of, decode, load, source_of
from autograder.jupyter import PROSE, NotebookCell, write_notebook
from autograder.messages import Language, Message, Words
from autograder.quizzes.model import FilledPaper, Paper
from autograder.quizzes.paper_cells import (
    blank_response,
    filled_response,
    head,
    prompt,
    response_in,
)
from autograder.quizzes.papers import normal_paper_id, public

SCHEMA_VERSION = 3
"""Of nbgrader's cell metadata."""
MAX_FILE = 20 * MIB
MAX_CELL = 1 * MIB
"""Characters of a cell that are looked at."""
MAX_CELLS = 10_000
"""Of a notebook that is read; a paper has two for each item."""
DAY = 86_400
OURS = "autograder"
"""The key of the notebook's metadata that is ours."""
MAX_NUMBER = 40
"""Characters of the number of a paper."""

_PROMPT = "-prompt"
_LONGEST_ID = 64
"""Characters of the id of a cell, by the format of notebooks."""


def paper_notebook(
    paper: Paper,
    window: Window | None = None,
    folder: Path | None = None,
    further: Mapping[str, Any] | None = None,
) -> str:
    """Return the notebook that a student fills in; it holds no key.

    Parameters
    ----------
    window : Window, optional
        The student's own times.
    folder : Path, optional
        Where the figures are that are files: the ``quizzes/`` of the course.
    further : mapping, optional
        What the metadata of a practice paper holds besides.

    Raises
    ------
    AuthoringError
        If there is no such figure.
    """
    shown = public(paper)
    ours = {"paper": msgspec.to_builtins(shown), **(further or {})}
    cells = _cells(shown, window, folder)
    return write_notebook(cells, paper.language, {OURS: ours})


def _cells(
    paper: Paper, window: Window | None, folder: Path | None
) -> Iterator[NotebookCell]:
    read_only = {"grade": False, "solution": False, "locked": True}
    yield _cell("paper_head", head(paper, window), read_only)
    for number, variant in enumerate(paper.variants, start=1):
        asked = prompt(number, variant, paper.language, folder)
        yield _cell(variant.item + _PROMPT, asked, read_only)
        place = blank_response(variant, paper.language)
        marks = {"grade": True, "solution": True, "locked": False}
        yield _cell(variant.item, place, {**marks, "points": variant.points})


def _cell(name: str, text: str, marks: Mapping[str, Any]) -> NotebookCell:
    nbgrader = {
        **marks,
        "cell_type": PROSE,
        "grade_id": name,
        "schema_version": SCHEMA_VERSION,
        "task": False,
    }
    metadata: dict[str, Any] = {"deletable": False, "nbgrader": nbgrader}
    if marks["locked"]:
        metadata["editable"] = False
    return NotebookCell(PROSE, text, metadata, name[-_LONGEST_ID:])


def read_paper_notebook(raw: bytes, name: str) -> FilledPaper:
    """Return the responses in a notebook that came back; total for any bytes.

    A cell is known by the id that nbgrader gives it, or by its own. Of several cells
    for one item the first that is not empty counts; where none is, what was written
    into a new cell below.

    Parameters
    ----------
    name : str
        The file's name, for messages.

    Raises
    ------
    UnusableError
        When it is no notebook.
    """
    notebook, cells = _opened(raw, name)
    ours = _ours(notebook)
    places = _places(_items(ours, cells))
    prompts: dict[str, str] = {}
    written: dict[str, list[str]] = {item: [] for item, _ in places.values()}
    below: dict[str, list[str]] = {item: [] for item in written}
    seconds: dict[str, float] = {}
    current: str | None = None
    for cell in cells[:MAX_CELLS]:
        text = source_of(cell)[:MAX_CELL]
        item, is_prompt = places.get(_name(cell), (None, False))
        if item is None:
            if current is not None:
                below[current].append(response_in(text))
            continue
        current = item
        if is_prompt:
            prompts.setdefault(item, text.strip())
        else:
            written[item].append(response_in(text))
            seconds[item] = seconds.get(item, 0.0) + _seconds(cell)
    responses = {item: _first(written[item], below[item]) for item in written}
    return FilledPaper(
        file=name,
        paper=_number(ours),
        student="",
        responses={item: text for item, text in responses.items() if text},
        prompts=prompts,
        notes=tuple(_notes(written)),
        seconds={item: time for item, time in seconds.items() if time},
    )


def fill(text: str, item: str, response: str, seconds: float = 0.0) -> str:
    """Return the text of a notebook with a response to one item put in.

    Parameters
    ----------
    seconds : float
        How long it took, to be added to what it took before.

    Raises
    ------
    UnusableError
        When it is no notebook.
    """
    notebook, cells = _parsed(text, "")
    language: Language = (
        "ko" if _part(notebook, "metadata").get("lang") == "ko" else "en"
    )
    source = filled_response(response.encode("utf-8", "replace").decode(), language)
    mine = [cell for cell in cells if _name(cell) == item]
    if not mine:
        mine = [{"cell_type": PROSE, "id": item, "metadata": {}}]
        cells.append(mine[0])
    for cell in mine:  # a second one would count when this response is empty
        cell["source"] = source
        source = ""
    if seconds:
        metadata, total = _part(mine[0], "metadata"), _seconds(mine[0]) + seconds
        metadata[OURS] = {**_part(metadata, OURS), "seconds": round(total, 1)}
    notebook["cells"] = cells
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _opened(raw: bytes, name: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    if len(raw) > MAX_FILE:
        raise UnusableError(
            Message(
                "`{file}` is larger than {limit} MiB. Clear the outputs of the "
                "notebook, save it and hand it in again.",
                file=name,
                limit=MAX_FILE // MIB,
            )
        )
    return _parsed(decode(raw, name), name)


def _parsed(text: str, name: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    notebook = load(text, name)
    cells = [cell for cell in cells_of(notebook, name) if isinstance(cell, dict)]
    return notebook if isinstance(notebook, dict) else {}, cells


def _part(whole: object, key: str) -> dict[str, Any]:
    part = whole.get(key) if isinstance(whole, dict) else None
    return part if isinstance(part, dict) else {}


def _ours(notebook: object) -> dict[str, Any]:
    return _part(_part(notebook, "metadata"), OURS)


def _seconds(cell: object) -> float:
    """Return how long a response took, as the cell says; 0 when that is no time."""
    seconds = _part(_part(cell, "metadata"), OURS).get("seconds")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return 0.0
    return float(seconds) if 0 < seconds < DAY else 0.0


def _number(ours: object) -> str:
    number = _part(ours, "paper").get("id")
    return normal_paper_id(number[:MAX_NUMBER]) if isinstance(number, str) else ""


def _name(cell: object) -> str:
    """Return by what a cell is known; empty for one that students made."""
    marks = _part(_part(cell, "metadata"), "nbgrader")
    names = (marks.get("grade_id"), cell.get("id") if isinstance(cell, dict) else None)
    return next((name for name in names if isinstance(name, str)), "")


def _items(ours: object, cells: Iterable[object]) -> list[str]:
    """Return the items that a notebook says it has."""
    variants = _part(ours, "paper").get("variants")
    items = [
        variant["item"]
        for variant in (variants if isinstance(variants, list) else ())[:MAX_CELLS]
        if isinstance(variant, dict) and isinstance(variant.get("item"), str)
    ]
    return items or [
        _name(cell)
        for cell in cells
        if _part(_part(cell, "metadata"), "nbgrader").get("solution") is True
    ]


def _places(items: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """Return, by what a cell is known, its item and whether it is the prompt."""
    names = {item: (item, False) for item in items}
    names = {item + _PROMPT: (item, True) for item in names} | names
    return {name[-_LONGEST_ID:]: place for name, place in names.items()} | names


def _first(written: Iterable[str], below: Iterable[str]) -> str:
    return next(filter(None, [*written, *below]), "")


def _notes(written: Mapping[str, Sequence[str]]) -> Iterator[Words]:
    for item, texts in written.items():
        if len(set(filter(None, texts))) > 1:
            yield Message(
                "several cells hold a response to `{item}`; the first one counts",
                item=item,
            )

"""Fill in a paper from one's own keyboard: what is typed is in the file at once.

The file is the notebook that was handed out, so that what is handed in is the same
wherever it was filled in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from autograder.errors import AutograderError
from autograder.intake.files import UnusableError
from autograder.quizzes.kinds.answer import Answer
from autograder.quizzes.model import Form, Paper, Variant
from autograder.quizzes.paper_notebook import OURS, fill, read_paper_notebook
from autograder.quizzes.schema import KINDS
from autograder.reports.writing import write_whole

READ_BY_FORM = frozenset(
    {"one", "many", "true_false", "number", "shape", "array", "order", "match", "line"}
)
"""Kinds whose responses can be read without knowing what is right."""


class OpenPaper:
    """A paper on the student's own machine.

    Parameters
    ----------
    path : Path
        The notebook.

    Raises
    ------
    AutograderError
        If it is no paper.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            raw = path.read_bytes()
            filled = read_paper_notebook(raw, path.name)
            self._text = raw.decode("utf-8-sig")
            ours = json.loads(self._text)["metadata"][OURS]
            self.paper = msgspec.convert(ours["paper"], Paper)
        except FileNotFoundError:
            raise AutograderError(f"{path}: expected a paper, got nothing") from None
        except (KeyError, TypeError, ValueError, UnusableError):
            raise AutograderError(
                f"{path}: expected the notebook of a quiz, as it was handed out, "
                "got something else"
            ) from None
        self.practice: Mapping[str, Any] | None = ours.get("practice")
        """What instant feedback needs; None on a paper that counts."""
        self.responses = {
            item: text for item, text in filled.responses.items() if str(text).strip()
        }

    @property
    def variants(self) -> tuple[Variant, ...]:
        """What is asked, in order."""
        return self.paper.variants

    @property
    def first_open(self) -> int:
        """The index of the first item without a response; 0 when all have one."""
        items = [variant.item for variant in self.variants]
        return next(
            (n for n, item in enumerate(items) if item not in self.responses), 0
        )

    def respond(self, item: str, response: str, seconds: float = 0.0) -> None:
        """Write a response into the file; an empty one takes it back.

        Parameters
        ----------
        seconds : float
            How long it took.

        The file is replaced as a whole: whatever happens, it holds everything up to
        here, or up to the response before.
        """
        text = fill(self._text, item, response, seconds)
        write_whole(self.path, text)
        self._text = text
        if response.strip():
            self.responses[item] = response
        else:
            self.responses.pop(item, None)


def as_read(form: Form, response: str) -> str | None:
    """Return how a response will be read, or None where only its key tells.

    Raises
    ------
    Unreadable
        If it will not be readable.
    """
    if form.kind not in READ_BY_FORM:
        return None
    answer: Answer = KINDS[form.kind].model_construct()
    try:
        return answer.show(answer.read(response, form), form)
    except AttributeError:  # this kind needs what is right after all
        return None


def find_paper(name: str, folder: Path) -> Path:
    """Return the paper that a student means: a file, or a quiz in this folder.

    Raises
    ------
    AutograderError
        If there is none, or more than one.
    """
    if (folder / name).is_file():
        return folder / name
    found = sorted(
        path
        for path in folder.glob("*.ipynb")
        if path.stem == name or path.stem.startswith((f"{name}.", f"{name}-"))
    )
    if len(found) == 1:
        return found[0]
    got = ", ".join(path.name for path in found) or "nothing"
    raise AutograderError(
        f"{folder.name}: expected one paper of {name} here, got {got}; "
        "say which: autograder quiz take FILE"
    )

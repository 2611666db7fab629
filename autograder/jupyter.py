"""Cells and notebooks; the only importer of jupytext and nbformat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from autograder.errors import AutograderError

PERCENT = "py:percent"
CODE, PROSE = "code", "markdown"


@dataclass(frozen=True)
class NotebookCell:
    """A cell of a notebook or of a percent script."""

    kind: str
    """``code`` or ``markdown``."""
    text: str
    metadata: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""


def read_percent(text: str) -> list[NotebookCell]:
    """Return the cells of a jupytext percent script, with their metadata."""
    notebook = _needed("jupytext").reads(text, fmt=PERCENT)
    return [
        NotebookCell(cell.cell_type, cell.source, dict(cell.metadata))
        for cell in notebook.cells
    ]


def write_percent(cells: Iterable[NotebookCell]) -> str:
    """Return `cells` as a percent script that carries no metadata."""
    nothing = {"notebook_metadata_filter": "-all", "cell_metadata_filter": "-all"}
    notebook = _notebook(cells, {"jupytext": nothing})
    return str(_needed("jupytext").writes(notebook, fmt=PERCENT))


def write_notebook(
    cells: Iterable[NotebookCell],
    language: str,
    further: Mapping[str, Any] | None = None,
) -> str:
    """Return a valid notebook in nbformat 4.5, the same bytes for the same cells.

    Parameters
    ----------
    language : str
        The language of its prose.
    further : mapping, optional
        What else its metadata holds.
    """
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {
        "kernelspec": kernel,
        "language_info": {"name": "python"},
        "lang": language,
        **(further or {}),
    }
    notebook = _notebook(cells, metadata)
    nbformat = _needed("nbformat")
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def _notebook(cells: Iterable[NotebookCell], metadata: Mapping[str, Any]) -> Any:
    written = []
    for number, cell in enumerate(cells):
        entry: dict[str, Any] = {
            "cell_type": cell.kind,
            "id": cell.id or str(number),
            "metadata": dict(cell.metadata),
            "source": cell.text,
        }
        if cell.kind == CODE:
            entry |= {"execution_count": None, "outputs": []}
        written.append(entry)
    notebook = {
        "cells": written,
        "metadata": dict(metadata),
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return _needed("nbformat").from_dict(notebook)


def _needed(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise AutograderError(
            f"{name}: expected to be installed, got nothing: "
            "pip install 'autograder[authoring]'"
        ) from None

"""Read the code cells of a notebook; plain JSON, any version, nothing executed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from autograder.intake.files import UnusableError
from autograder.messages import Message
from autograder.model import Cell

MAX_PARTS = 500_000
"""Lists and objects of a notebook that is read."""
MAX_VALUES = 3_000_000

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


def decode(raw: bytes, name: str) -> str:
    r"""Return the text of a file, lines ended by ``\n``; UTF-8 with or without BOM.

    Raises
    ------
    UnusableError
        When the bytes are not UTF-8, or hold NUL.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnusableError(
            Message(
                "`{file}` is saved as UTF-16; expected UTF-8. Save it again with the "
                "encoding UTF-8.",
                file=name,
            )
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(
            Message(
                "`{file}` is not UTF-8 text (byte {position}). Save it again with the "
                "encoding UTF-8.",
                file=name,
                position=error.start + 1,
            )
        ) from None
    if "\x00" in text:
        raise UnusableError(
            Message(
                "`{file}` is not a text file: it holds NUL bytes. Save it again as "
                "UTF-8 text.",
                file=name,
            )
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_notebook(raw: bytes, name: str) -> tuple[Cell, ...]:
    """Return the student's code cells of a notebook (nbformat 3 or 4).

    A cell that is blank, that is not a cell at all, or that belongs to the teacher
    (a locked grade cell of nbgrader) is left out but counted.

    Parameters
    ----------
    raw : bytes
        The file; any bytes at all.
    name : str
        The file's name, for the labels ``name, cell N``; N counts every cell, from 1.

    Raises
    ------
    UnusableError
        When it is not text, not JSON, or JSON without cells.
    """
    cells = enumerate(cells_of(load(decode(raw, name), name), name), start=1)
    return tuple(
        Cell(f"{name}, cell {number}", source)
        for number, cell in cells
        if (source := _student_code(cell)).strip()
    )


def load(text: str, name: str) -> object:
    """Return what the text of a notebook holds, whatever that is.

    Raises
    ------
    UnusableError
        When it is not JSON.
    """
    parts, values = text.count("[") + text.count("{"), text.count(",")
    if parts > MAX_PARTS or values > MAX_VALUES:  # a small file, half a gigabyte parsed
        raise UnusableError(_no_notebook(name))
    try:
        loaded: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnusableError(
            Message(
                "`{file}` is not a notebook: line {line} is not valid JSON. Open it in "
                "Jupyter, save it and hand it in again.",
                file=name,
                line=error.lineno,
            )
        ) from None
    except (ValueError, RecursionError):
        # a number of thousands of digits, or brackets nested thousands deep
        raise UnusableError(_no_notebook(name)) from None
    return loaded


def cells_of(notebook: object, name: str) -> list[object]:
    """Return the cells of a notebook, whatever each of them is.

    Raises
    ------
    UnusableError
        When it has none.
    """
    if isinstance(notebook, dict):
        cells = notebook.get("cells")
        if isinstance(cells, list):
            return cells
        worksheets = notebook.get("worksheets")  # nbformat 3
        if isinstance(worksheets, list):
            return list(_cells_of_worksheets(worksheets))
    raise UnusableError(_no_notebook(name))


def _cells_of_worksheets(worksheets: list[object]) -> Iterator[object]:
    for worksheet in worksheets:
        cells = worksheet.get("cells") if isinstance(worksheet, dict) else None
        if isinstance(cells, list):
            yield from cells


def _student_code(cell: object) -> str:
    """Return the text of a student's code cell; empty for any other cell."""
    if not isinstance(cell, dict) or cell.get("cell_type") != "code":
        return ""
    return "" if _is_the_teachers(cell.get("metadata")) else source_of(cell)


def source_of(cell: Mapping[str, object]) -> str:
    r"""Return the text of a cell, lines ended by ``\n``; empty when it has none."""
    source = cell.get("source", cell.get("input"))
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return ""
    # a cell with such a character is to lose itself, not the file
    text = _NOT_TEXT.sub("\ufffd", source)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_the_teachers(metadata: object) -> bool:
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if not isinstance(marks, dict):
        return False
    return marks.get("grade") is True and marks.get("solution") is False


def _no_notebook(name: str) -> Message:
    return Message(
        "`{file}` is not a notebook: it has no list of cells. Open it in Jupyter, save "
        "it and hand it in again.",
        file=name,
    )

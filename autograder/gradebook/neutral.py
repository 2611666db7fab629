"""What of a student's notebook may be shown in a teacher's browser.

nbgrader's formgrader and feedback put Markdown and outputs into a page of their own
site with its HTML as it stands: a script that a student stored would run with the
teacher's rights. Nothing here depends on how somebody parses Markdown. A tag cannot
begin at ``< ``, in prose, code or maths; an entity cannot spell what is forbidden; and
a scheme followed by a space is none.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.intake.notebook import source_of
from autograder.reports.text import plain

LONGEST_TEXT = 20_000
"""Characters of one piece of prose or of output; the rest is not shown."""
MOST_OUTPUTS = 50
LARGEST_PICTURE = 4 << 20
"""Characters of a picture in base64."""

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_SCHEME = re.compile(r"(?i)(script|data|file|attachment)(?=\\*:)")
_ATTACHMENT = re.compile(r"attachment\\*:([^\s()<>\"'\\\]]+)")
_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}

Pictures = dict[str, dict[str, str]]
"""The attachments of a cell: name to type to base64."""


def prose(text: str, pictures: Mapping[str, str]) -> str:
    """Return Markdown that reads the same and holds no HTML and no link to run.

    Parameters
    ----------
    pictures : mapping of str to str
        By what name the text calls an attachment, to the name it is kept under. One
        that is not kept is no picture any more: it would stop nbgrader's feedback.
    """
    neutral = _TAG.sub("< ", _ENTITY.sub("&amp;", plain(_bounded(text))))
    pieces, end = [], 0
    for found in _ATTACHMENT.finditer(neutral):
        kept = pictures.get(found[1])
        pieces.append(_apart(neutral[end : found.start()]))
        pieces.append(f"attachment:{kept}" if kept else _apart(found[0]))
        end = found.end()
    return "".join(pieces) + _apart(neutral[end:])


def attachments(cell: Mapping[str, object]) -> tuple[Pictures, dict[str, str]]:
    """Return the pictures of a cell under names of ours, and our names by theirs."""
    found = cell.get("attachments")
    pictures: Pictures = {}
    names: dict[str, str] = {}
    for name, data in (found if isinstance(found, dict) else {}).items():
        kept = dict(_pictures(data))
        if kept:
            ours = f"picture-{len(pictures) + 1}"
            pictures[ours] = kept
            names |= {str(name): ours, str(name).replace(" ", "%20"): ours}
    return pictures, names


def outputs(cell: Mapping[str, object]) -> list[dict[str, Any]]:
    """Return the outputs of a code cell that are text or a PNG."""
    found = cell.get("outputs")
    listed = found[:MOST_OUTPUTS] if isinstance(found, list) else []
    return [shown for output in listed for shown in _output(output)]


def shown_text(text: str) -> str:
    """Return text for a terminal or a page, without colours and control characters."""
    return plain(_ANSI.sub("", _bounded(text)))


def _output(output: object) -> Iterator[dict[str, Any]]:
    if not isinstance(output, dict):
        return
    kind = output.get("output_type")
    if kind in ("stream", "error"):
        error = ": ".join(str(output.get(key, "")) for key in ("ename", "evalue"))
        said = error if kind == "error" else _joined(output.get("text"))
        # not as an error: that would make it a failed test of nbgrader
        yield {"output_type": "stream", "name": "stdout", "text": shown_text(said)}
    elif kind in ("display_data", "execute_result"):
        raw = output.get("data")
        data: dict[str, str] = dict(_pictures(raw, "image/png"))
        text = _joined(raw.get("text/plain")) if isinstance(raw, dict) else ""
        if text:
            data["text/plain"] = shown_text(text)
        if data:
            yield {"output_type": "display_data", "metadata": {}, "data": data}


def _pictures(data: object, *kinds: str) -> Iterator[tuple[str, str]]:
    """Yield type and base64 of what is a picture, not only called one."""
    for kind in kinds or tuple(_PICTURES):
        text = _joined(data.get(kind)) if isinstance(data, dict) else ""
        raw = _decoded(text) if len(text) <= LARGEST_PICTURE else b""
        if raw.startswith(_PICTURES[kind]):
            yield kind, base64.b64encode(raw).decode()


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _joined(text: object) -> str:
    """Return the text of a notebook's field, which may be a list of lines."""
    return source_of({"source": text})


def _bounded(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}\n…"


def _apart(text: str) -> str:
    return _SCHEME.sub(r"\1 ", text)

"""Pictures of items: a drawn network, or a file of the course.

A drawn network keeps to colours of middle lightness and draws no background, so that
it is seen on white paper and in a dark window alike.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import AuthoringError
from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.scope import Scope

if TYPE_CHECKING:
    from autograder.quizzes.schema import Figure

MOST_DRAWN = 8
"""Units of a layer that are all drawn; of more, the first and the last ones."""
MIMES = {".svg": "image/svg+xml", ".png": "image/png"}

_ENDS = 3
"""Units drawn at each end of a layer that is too large."""
_STEP_X, _STEP_Y, _RADIUS = 96, 34, 11
_MARGIN, _BELOW = 13, 26
_COLOURS = ("#7d8590", "#3f83c8", "#c9713a")
"""Of the inputs, the hidden units and the outputs."""


def draw_figure(figure: Figure, scope: Scope) -> tuple[str, Words | None]:
    """Return an SVG or the path of a file, and its alternative text.

    Raises
    ------
    ExpressionError
        If the layers cannot be computed, or are no layers.
    """
    alt = scope.text(figure.alt) if figure.alt else None
    if figure.file:
        return figure.file, alt
    layers = _layers(scope.value(figure.network))
    drawn = draw_network(layers, numbered=figure.numbers)
    return drawn, alt or describe_network(layers)


def embed(figure: str, folder: Path) -> tuple[str, bytes]:
    """Return the media type and the bytes of a figure.

    Parameters
    ----------
    figure : str
        Of a variant: an SVG, or a path in `folder`.
    folder : Path
        The ``quizzes/`` of the course.

    Raises
    ------
    AuthoringError
        If there is no such file, or it is no picture that we show.
    """
    if figure.startswith("<svg"):
        return MIMES[".svg"], figure.encode()
    path = folder / figure
    mime = MIMES.get(path.suffix.lower())
    if mime is None or not path.resolve().is_relative_to(folder.resolve()):
        what = "expected an SVG or PNG below quizzes/"
        raise AuthoringError(f"figure: {what}, got {figure}")
    if not path.is_file():
        raise AuthoringError(f"{path}: expected a file, got nothing")
    return mime, path.read_bytes()


def data_uri(figure: str, folder: Path) -> str:
    """Return a figure as an address that holds the whole of it; see `embed`."""
    mime, raw = embed(figure, folder)
    return f"data:{mime};base64,{base64.b64encode(raw).decode()}"


def describe_network(layers: Sequence[int]) -> Message:
    """Return what a drawing of a network shows, in words."""
    inputs, *hidden, outputs = layers
    sizes = ", ".join(map(str, hidden))
    if not hidden:
        return Message(
            "A network with an input layer of size {inputs} and an output layer of "
            "size {outputs}.",
            inputs=inputs,
            outputs=outputs,
        )
    if len(hidden) == 1:
        return Message(
            "A network with an input layer of size {inputs}, a hidden layer of size "
            "{hidden} and an output layer of size {outputs}.",
            inputs=inputs,
            hidden=sizes,
            outputs=outputs,
        )
    return Message(
        "A network with an input layer of size {inputs}, hidden layers of sizes "
        "{hidden} in this order, and an output layer of size {outputs}.",
        inputs=inputs,
        hidden=sizes,
        outputs=outputs,
    )


def draw_network(layers: Sequence[int], *, numbered: bool = False) -> str:
    """Return an SVG of a network, its layers as columns.

    Parameters
    ----------
    layers : sequence of int
        Units of each layer, the inputs first.
    numbered : bool
        Whether the layers are numbered, from 0.
    """
    columns = [_drawn(units) for units in layers]
    inner = 2 * _MARGIN + _STEP_Y * (max(map(len, columns)) - 1)
    places = [_places(column, i, inner) for i, column in enumerate(columns)]
    width = 2 * _MARGIN + _STEP_X * (len(layers) - 1)
    height = inner + _BELOW if numbered else inner
    numbers = _numbers(places, inner) if numbered else ()
    body = "".join([*_edges(places), *_units(places), *numbers])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )


_Place = tuple[float, float, bool]
"""The centre of what is drawn, and whether it is a unit (else dots)."""


def _layers(value: Any) -> list[int]:
    """Return the layers that an author's expression stands for."""
    is_list = isinstance(value, list | tuple) and 2 <= len(value) <= 20
    if is_list and all(type(size) is int and size >= 1 for size in value):
        return list(value)
    what = "expected 2 to 20 sizes of layers, each at least 1"
    raise ExpressionError(f"figure: network: {what}, got {value!r}")


def _drawn(units: int) -> list[bool]:
    """Return what a column shows from top to bottom: units, and dots for many."""
    if units <= MOST_DRAWN:
        return [True] * units
    return [True] * _ENDS + [False] + [True] * _ENDS


def _places(column: list[bool], layer: int, height: float) -> list[_Place]:
    top = (height - _STEP_Y * (len(column) - 1)) / 2
    x = _MARGIN + _STEP_X * layer
    return [(x, top + _STEP_Y * i, is_unit) for i, is_unit in enumerate(column)]


def _edges(places: list[list[_Place]]) -> Iterator[str]:
    yield '<g stroke="#8b949e" stroke-opacity="0.55">'
    for left, right in pairwise(places):
        for x1, y1, from_unit in left:
            for x2, y2, to_unit in right:
                if from_unit and to_unit:
                    yield f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>'
    yield "</g>"


def _units(places: list[list[_Place]]) -> Iterator[str]:
    for layer, column in enumerate(places):
        kind = 0 if layer == 0 else 2 if layer == len(places) - 1 else 1
        yield f'<g fill="{_COLOURS[kind]}">'
        for x, y, is_unit in column:
            if is_unit:
                yield f'<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS}"/>'
            else:
                dots = (-8, 0, 8)
                yield from (
                    f'<circle cx="{x:g}" cy="{y + dot:g}" r="2"/>' for dot in dots
                )
        yield "</g>"


def _numbers(places: list[list[_Place]], height: float) -> Iterator[str]:
    yield (
        '<g fill="#7d8590" font-family="system-ui, sans-serif" font-size="13" '
        'text-anchor="middle">'
    )
    for layer, column in enumerate(places):
        yield f'<text x="{column[0][0]:g}" y="{height + 16:g}">{layer}</text>'
    yield "</g>"

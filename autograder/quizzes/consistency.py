"""What is wrong in a quiz file although every value in it is of the right type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from autograder.course.model_places import Place
from autograder.course.places import one_of
from autograder.errors import AuthoringError
from autograder.quizzes.expressions import ExpressionError, parse
from autograder.quizzes.figures import embed
from autograder.quizzes.schema import Item

Problem = tuple[Place, str]
"""Where, and what is wrong there."""


def find_problems(data: Any, path: Path) -> Iterator[Problem]:
    """Yield what is wrong in the data of the file at `path`.

    Some of it may not fit the schema: whatever does is looked at.
    """
    name = path.stem
    if not isinstance(data, dict):
        return
    quiz = data.get("quiz", name)
    if quiz != name:
        yield ("quiz",), f"expected {name!r}, as the file is called, got {quiz!r}"
    raw = data.get("items")
    listed = raw if isinstance(raw, list) else []
    ids = [part.get("id") if isinstance(part, dict) else None for part in listed]
    yield from _again((("items", index, "id"), got) for index, got in enumerate(ids))
    items = {index: item for index, part in enumerate(listed) if (item := _valid(part))}
    for index, item in items.items():
        for place, what in item_problems(item):
            yield ("items", index, *place), what
        yield from _picture_problems(item, index, path.parent)
    yield from _draw_problems(data.get("draw"), len(listed), items)


def _picture_problems(item: Item, index: int, folder: Path) -> Iterator[Problem]:
    name = item.figure.file if item.figure else None
    try:
        if name:
            embed(name, folder)
    except AuthoringError:
        what = f"expected an SVG or PNG file below quizzes/, got {name!r}"
        yield ("items", index, "figure", "file"), what


def _valid(part: Any) -> Item | None:
    try:
        return Item.model_validate(part)
    except ValidationError:
        return None


def _again(found: Iterable[tuple[Place, Any]]) -> Iterator[Problem]:
    """Yield each place whose name stands at an earlier place already."""
    seen = set()
    for place, name in found:
        if isinstance(name, str) and name in seen:
            yield place, f"expected a name of its own, got {name!r} again"
        if isinstance(name, str):
            seen.add(name)


def _draw_problems(draw: Any, size: int, items: dict[int, Item]) -> Iterator[Problem]:
    if not isinstance(draw, int) or draw >= size:
        return
    points = {i: item.points for i, item in items.items() if item.void is None}
    usual = next(iter(points.values()), None)
    for index, got in points.items():
        if got != usual:
            yield (
                ("items", index, "points"),
                f"expected {usual:g} as for the other items of which {draw} are "
                f"drawn, got {got:g}",
            )


def item_problems(item: Item) -> Iterator[Problem]:
    """Yield what is wrong in one item, by its place in it."""
    yield from _expression_problems(item)
    for said in item.answer.problems(item.code):
        path, _, what = said.partition(": ")
        yield ((path,) if path == "code" else ("answer", *_keys(path))), what
    yield from _mistake_problems(item)
    for index, test in enumerate(item.tests):
        for place, what in _test_problems(item, index):
            yield ("tests", index, *place), what
        if test.score > item.points:
            what = f"expected at most {item.points:g}, its points, got {test.score:g}"
            yield ("tests", index, "score"), what
    if item.void is not None and item.reason is None:
        yield ("reason",), f"expected a reason for void: {item.void}, got nothing"
    if item.void is None and item.reason is not None:
        yield ("reason",), "expected `void` beside it, got nothing"


def _keys(path: str) -> Place:
    return tuple(int(key) if key.isdecimal() else key for key in path.split("."))


def _expression_problems(item: Item) -> Iterator[Problem]:
    """Yield what cannot be parsed, and names that stand for two things."""
    specs: list[tuple[Place, Any]] = [
        *((("params", name), spec) for name, spec in item.params.items()),
        *((("derive", name), spec) for name, spec in item.derive.items()),
        *((("require", index), spec) for index, spec in enumerate(item.require)),
    ]
    for place, spec in specs:
        try:
            if isinstance(spec, str):
                parse(spec)
        except ExpressionError as error:
            yield place, str(error)
    for name in item.params.keys() & item.derive.keys():
        yield ("derive", name), "expected a name that is no parameter, got one"


def _mistake_problems(item: Item) -> Iterator[Problem]:
    """Yield mistakes that are called alike; an option that says something is one."""
    own = [
        (("mistakes", i, "id"), mistake.id) for i, mistake in enumerate(item.mistakes)
    ]
    said = [(("answer",), name) for name in item.answer.speaking]
    yield from _again([*said, *own])


def _test_problems(item: Item, index: int) -> Iterator[Problem]:
    test = item.tests[index]
    mistakes = dict.fromkeys([*(m.id for m in item.mistakes), *item.answer.speaking])
    if test.mistake is not None and test.mistake not in mistakes:
        yield ("mistake",), one_of(mistakes, test.mistake)
    for name in test.given:
        if name not in item.params:
            yield ("given", name), one_of(item.params, name)

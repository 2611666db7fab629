"""Read a YAML file of the teaching team, and report everything wrong in it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import yaml

from autograder.course.places import one_of, shown
from autograder.errors import AuthoringError

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    Model = TypeVar("Model", bound=BaseModel)

Key = str | int
Place = tuple[Key, ...]
"""The keys and indices that lead to a value, from the top of the file."""

EXPECTED = {
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "finite_number": "a finite number",
    "float_type": "a number",
    "greater_than": "a number above {gt:g}",
    "greater_than_equal": "a number of at least {ge:g}",
    "int_type": "a whole number",
    "list_type": "a list",
    "literal_error": "{expected}",
    "model_type": "a mapping",
    "string_too_short": "text that is not empty",
    "string_type": "text",
    "string_unicode": "text",
    "too_short": "at least {min_length} of them",
    "written": "{written}",
}
"""What was expected, by pydantic's type of error; ``written`` is our own type."""


@dataclass(frozen=True)
class YamlFile:
    """What a file says, and the line of everything in it."""

    where: str
    """The file as messages name it."""
    data: Any
    lines: Mapping[Place, int]
    twice: tuple[Place, ...] = ()
    """Keys that stand there a second time; YAML keeps the last one silently."""

    def problem(self, place: Place, what: str) -> str:
        """Return the line of an error message about the value at `place`."""
        known = place
        while known and known not in self.lines:
            known = known[:-1]
        name = ".".join(str(key) for key in place)
        subject = f"{name}: " if name else ""
        return f"{self.where}:{self.lines[known]}: {subject}{what}"

    def check(self, model: type[Model]) -> tuple[Model | None, list[str]]:
        """Return the file as `model`, or None and everything that does not fit."""
        from pydantic import ValidationError

        twice = [
            self.problem(place, "expected once, got it twice") for place in self.twice
        ]
        try:
            return model.model_validate(self.data), twice
        except ValidationError as error:
            details = error.errors(include_url=False)
            return None, twice + [self._said(model, detail) for detail in details]

    def _said(self, model: type[Model], detail: ErrorDetails) -> str:
        place = tuple(key for key in detail["loc"] if key != "[key]")
        if detail["type"] == "extra_forbidden":
            got = str(place[-1])
            return self.problem(place, one_of(_keys_at(model, place[:-1]), got))
        if detail["type"] == "missing":
            return self.problem(place, "expected a value, got nothing")
        expected = EXPECTED[detail["type"]].format(**detail.get("ctx", {}))
        return self.problem(place, f"expected {expected}, got {_got(detail['input'])}")


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file.

    Raises
    ------
    AuthoringError
        If the file is missing or is not YAML.
    """
    where = shown(path)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise AuthoringError(f"{where}: expected a file, got nothing") from None
    except (OSError, UnicodeDecodeError) as error:
        raise AuthoringError(f"{where}: expected UTF-8 text, got {error}") from None
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what = f"expected YAML, got an error: {error.problem}"
        raise AuthoringError(f"{where}:{line}: {what}") from None
    except (yaml.YAMLError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise AuthoringError(f"{where}: expected YAML, got an error: {first}") from None
    lines: dict[Place, int] = {(): 1}
    return YamlFile(where, data, lines, tuple(_walk(node, (), lines)))


def _walk(
    node: yaml.Node | None, place: Place, lines: dict[Place, int]
) -> Iterator[Place]:
    """Note the line of everything below `node`, and yield the keys that repeat."""
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[(*place, index)] = item.start_mark.line + 1
            yield from _walk(item, (*place, index), lines)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            here = (*place, str(key.value))
            lines[here] = key.start_mark.line + 1
            if here in seen:
                yield here
            seen.add(here)
            yield from _walk(value, here, lines)


def _keys_at(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys that are valid at `place` of a file that follows `model`."""
    kind: Any = model
    for key in place:
        if hasattr(kind, "model_fields"):
            kind = kind.model_fields[key].annotation
        else:
            kind = get_args(kind)[-1]  # what a list or a mapping holds
    return list(kind.model_fields)


def _got(value: object) -> str:
    """Return `value` as the author would have written it, briefly."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return repr(value)

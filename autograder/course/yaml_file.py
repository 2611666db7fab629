"""Read a YAML file of the teaching team, and report everything wrong in it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

import yaml

from autograder.course.faults import Fault, find_faults
from autograder.course.model_places import Place
from autograder.course.places import one_of, shown
from autograder.errors import AuthoringError

if TYPE_CHECKING:
    from pydantic import BaseModel

    Model = TypeVar("Model", bound=BaseModel)

TEXT = "tag:yaml.org,2002:str"
"""The tag of text in YAML."""

HINTS = {
    "unknown escape character": "put text with a backslash into single quotes",
    "expected escape sequence": "put text with a backslash into single quotes",
    "mapping values are not allowed": "put text with a colon into quotes",
    "cannot start any token": "put text that begins so into quotes",
    "found '<scalar>'": "put the whole text into quotes",
    "but got '['": "put an expression into quotes",
}
"""What to write instead, by a part of what PyYAML says."""


@dataclass(frozen=True)
class YamlFile:
    """What a file says, and the line of everything in it."""

    where: str
    """The file as messages name it."""
    data: Any
    lines: Mapping[Place, int]
    twice: tuple[Place, ...] = ()
    """Keys that stand there a second time; YAML keeps the last one silently."""
    scalars: Mapping[Place, yaml.ScalarNode] = field(default_factory=dict)
    """Every text, number and the like, as it is written in the file."""

    def line(self, place: Place) -> int:
        """Return the line of the value at `place`, or of what it would be in."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines[place]

    def name(self, place: Place) -> str:
        """Return `place` as messages name it."""
        return ".".join(str(key) for key in place)

    def problem(self, place: Place, what: str) -> str:
        """Return the line of an error message about the value at `place`."""
        name = self.name(place)
        subject = f"{name}: " if name else ""
        return f"{self.where}:{self.line(place)}: {subject}{what}"

    def line_of(self, problem: str) -> int:
        """Return the line that `problem` names, to put problems in order."""
        return int(problem.removeprefix(f"{self.where}:").partition(":")[0])

    def check(self, model: type[Model]) -> tuple[Model | None, list[str]]:
        """Return the file as `model`, or None and everything that does not fit."""
        from pydantic import ValidationError

        problems = [
            self.problem(place, "expected once, got it twice") for place in self.twice
        ]
        try:
            return model.model_validate(self.data), problems
        except ValidationError as error:
            faults = find_faults(model, error.errors(include_url=False))
            return None, problems + [self.said(fault) for fault in faults]

    def said(self, fault: Fault) -> str:
        """Return the line of an error message about something that does not fit."""
        if fault.type == "extra_forbidden":
            what = one_of(fault.keys, str(fault.place[-1]))
            return self.problem(fault.place, what)
        got = "nothing" if fault.type == "missing" else _got(fault.got)
        return self.problem(fault.place, f"expected {fault.expected}, got {got}")


class _Loader(yaml.SafeLoader):
    """YAML as authors mean it: keys are text, and ``1e-6`` is a number."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and not key.tag.endswith(":merge"):
                key.tag = TEXT
        return super().construct_mapping(node, deep)


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+"),
    list("-+0123456789"),
)

File = TypeVar("File", bound=YamlFile)


@overload
def read_yaml(path: Path) -> YamlFile: ...
@overload
def read_yaml(path: Path, kind: type[File]) -> File: ...
def read_yaml(path: Path, kind: type[YamlFile] = YamlFile) -> YamlFile:
    """Read a YAML file, as a class that says more about what is wrong in it.

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
        return _parsed(where, text, kind)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        said = f"{error.problem}{_hint(error, text)}"
        what = f"expected YAML, got an error: {said}"
        raise AuthoringError(f"{where}:{line}: {what}") from None
    except (yaml.YAMLError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise AuthoringError(f"{where}: expected YAML, got an error: {first}") from None
    except RecursionError:
        what = "expected YAML, got an error: nested too deeply"
        raise AuthoringError(f"{where}: {what}") from None


def _parsed(where: str, text: str, kind: type[YamlFile]) -> YamlFile:
    loader = _Loader(text)
    node = loader.get_single_node()
    lines: dict[Place, int] = {(): 1}
    scalars: dict[Place, yaml.ScalarNode] = {}
    twice = tuple(_walk(node, (), lines, scalars))
    data = None if node is None else loader.construct_document(node)
    return kind(where, data, lines, twice, scalars)


def _hint(error: yaml.MarkedYAMLError, text: str) -> str:
    """Return what to write instead, where PyYAML's words need to be explained."""
    for part, hint in HINTS.items():
        if part in str(error.problem):
            return f"; {hint}"
    line = error.problem_mark.line if error.problem_mark else 0
    if "{{" in "".join(text.splitlines()[line : line + 1]):
        return "; put text with {{ }} into quotes"
    return ""


def _walk(
    node: yaml.Node | None,
    place: Place,
    lines: dict[Place, int],
    scalars: dict[Place, yaml.ScalarNode],
) -> Iterator[Place]:
    """Note the line of everything below `node`, and yield the keys that repeat."""
    if isinstance(node, yaml.ScalarNode):
        scalars[place] = node
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[(*place, index)] = item.start_mark.line + 1
            yield from _walk(item, (*place, index), lines, scalars)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            here = (*place, str(key.value))
            lines[here] = key.start_mark.line + 1
            if here in seen:
                yield here
            seen.add(here)
            yield from _walk(value, here, lines, scalars)


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

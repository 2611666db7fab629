"""Read ``equivalent.yaml``: what looks wrong in a solution and is not, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from autograder.course.places import one_of
from autograder.course.yaml_file import YamlFile, read_yaml
from autograder.errors import AuthoringError
from autograder.model import Assignment

if TYPE_CHECKING:
    from autograder.course.schema import EquivalentFile

FILE = "equivalent.yaml"


@dataclass(frozen=True)
class Entry:
    """A version of a function that is right although it was made to be wrong."""

    function: str
    version: str
    """The changed lines of a mutant, or the name of a way to write nothing."""
    where: str
    """File and line of the entry, for messages."""


@dataclass(frozen=True)
class Listed:
    """What an assignment lists."""

    mutants: tuple[Entry, ...] = ()
    nothing: tuple[Entry, ...] = ()


def read_equivalent(assignment: Assignment, kinds: Iterable[str]) -> Listed:
    """Return what an assignment lists; nothing where it has no such file.

    Parameters
    ----------
    kinds : iterable of str
        The ways to write nothing that there are.

    Raises
    ------
    AuthoringError
        With everything that is wrong in the file.
    """
    from autograder.course.schema import EquivalentFile

    if not (assignment.folder / FILE).is_file():
        return Listed()
    file = read_yaml(assignment.folder / FILE)
    data, problems = file.check(EquivalentFile)
    if data is not None:
        problems += _unknown(file, data, assignment, list(kinds))
    if data is None or problems:
        raise AuthoringError(problems)
    mutants = [(part.function, part.diff) for part in data.equivalent]
    nothing = [(part.function, part.kind) for part in data.nothing]
    return Listed(
        tuple(_entries(file, "equivalent", mutants)),
        tuple(_entries(file, "nothing", nothing)),
    )


def _entries(
    file: YamlFile, key: str, parts: Iterable[tuple[str, str]]
) -> Iterator[Entry]:
    for i, (function, version) in enumerate(parts):
        yield Entry(function, version, f"{file.where}:{file.lines[key, i]}")


def _unknown(
    file: YamlFile, data: EquivalentFile, assignment: Assignment, kinds: list[str]
) -> Iterator[str]:
    """Yield what is wrong with the names in the file."""
    for i, mutant in enumerate(data.equivalent):
        if mutant.function not in assignment.functions:
            what = one_of(assignment.functions, mutant.function)
            yield file.problem(("equivalent", i, "function"), what)
    for i, part in enumerate(data.nothing):
        if part.function not in assignment.points:
            what = one_of(assignment.points, part.function)
            yield file.problem(("nothing", i, "function"), what)
        if part.kind not in kinds:
            yield file.problem(("nothing", i, "kind"), one_of(kinds, part.kind))

"""Read an assignment: ``assignment.yaml`` and the files that it must have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.places import one_of
from autograder.course.yaml_file import YamlFile, read_yaml
from autograder.errors import AuthoringError
from autograder.messages import Text
from autograder.model import Assignment, GradedFunction
from autograder.values import Limits

if TYPE_CHECKING:
    from autograder.course.schema import AssignmentFile, FunctionPart


def read_assignment(folder: Path) -> Assignment:
    """Read the assignment in `folder`.

    Raises
    ------
    AuthoringError
        With everything that is wrong in ``assignment.yaml``, each with its line.
    """
    from autograder.course.schema import AssignmentFile

    file = read_yaml(folder / "assignment.yaml")
    data, problems = file.check(AssignmentFile)
    problems += _calls_problems(file)
    problems += _alias_problems(file)
    problems += _missing_files(file, folder)
    if data is None or problems:
        raise AuthoringError(problems)
    return _assignment(data, folder)


def normalised(statement: str) -> str:
    """Return a Python statement as `ast` writes it."""
    return ast.unparse(ast.parse(statement))


def _assignment(data: AssignmentFile, folder: Path) -> Assignment:
    functions = {name: _function(name, part) for name, part in data.functions.items()}
    return Assignment(
        slug=folder.absolute().name,
        folder=folder.absolute(),
        title=Text(data.title.en, data.title.ko),
        module=data.module,
        functions=functions,
        as_handed_in=data.as_handed_in.points if data.as_handed_in else 0.0,
        week=data.week,
        minutes=data.minutes,
        limits=Limits(**data.limits.model_dump()),
        load=data.load,
        allowed_in_release=tuple(
            normalised(exception.text) for exception in data.allowed_in_release
        ),
    )


def _function(name: str, part: FunctionPart) -> GradedFunction:
    several = len(part.returns) > 1
    return GradedFunction(
        name=name,
        points=part.points,
        returns=tuple(part.returns) if several else part.returns[0],
        calls=tuple(part.calls),
        aliases=tuple(part.aliases),
        unchanged=tuple(part.unchanged),
    )


def _names(file: YamlFile, key: str) -> dict[str, list[str]]:
    """Return the lists of names under `key` by function, as far as they are lists.

    The file may be wrong in other ways: everything wrong is reported together.
    """
    functions = file.data.get("functions") if isinstance(file.data, dict) else None
    parts = functions.items() if isinstance(functions, dict) else ()
    found = {}
    for name, part in parts:
        names = part.get(key) if isinstance(part, dict) else None
        listed = names if isinstance(names, list) else []
        found[str(name)] = [item for item in listed if isinstance(item, str)]
    return found


def _calls_problems(file: YamlFile) -> Iterator[str]:
    calls = _names(file, "calls")
    for name, called in calls.items():
        for other in called:
            if other not in calls:
                place = ("functions", name, "calls")
                yield file.problem(place, one_of(calls, other))
    try:
        TopologicalSorter(calls).prepare()
    except CycleError as error:
        cycle = error.args[1][::-1]
        what = f"expected no cycle, got {' → '.join(cycle)}"
        yield file.problem(("functions", cycle[0], "calls"), what)


def _alias_problems(file: YamlFile) -> Iterator[str]:
    taken = {name: name for name in _names(file, "aliases")}
    for name, aliases in _names(file, "aliases").items():
        for alias in aliases:
            if alias in taken:
                what = f"expected a name of its own, got {alias!r} of {taken[alias]}"
                yield file.problem(("functions", name, "aliases"), what)
            taken[alias] = name


def _missing_files(file: YamlFile, folder: Path) -> Iterator[str]:
    module = file.data.get("module") if isinstance(file.data, dict) else None
    if not isinstance(module, str):
        return
    for name in (f"{module}.py", f"test_{module}.py"):
        if not (folder / name).is_file():
            what = f"expected the file {name} beside it, got nothing"
            yield file.problem(("module",), what)

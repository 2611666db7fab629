"""Read an assignment: ``assignment.yaml`` and the files that it must have."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.places import one_of
from autograder.course.yaml_file import YamlFile, read_yaml
from autograder.errors import AuthoringError
from autograder.messages import Text
from autograder.model import PRESENCE, Assignment, GradedFunction
from autograder.values import Limits

if TYPE_CHECKING:
    from autograder.course.schema import AssignmentFile, FunctionPart, PresenceFile


def read_assignment(folder: Path, users: Sequence[str] = ()) -> Assignment:
    """Read the assignment in `folder`.

    Parameters
    ----------
    users : sequence of str
        Assignments for which it is read, because they use it.

    Raises
    ------
    AuthoringError
        With everything that is wrong in ``assignment.yaml``, each with its line.
    """
    from autograder.course.schema import AssignmentFile

    file = read_yaml(folder / "assignment.yaml")
    if isinstance(file.data, dict) and file.data.get("graded") == PRESENCE:
        return _read_presence(file, folder)
    data, problems = file.check(AssignmentFile)
    problems += _calls_problems(file)
    problems += _alias_problems(file)
    problems += _missing_files(file, folder)
    others, wrong = _others(file, folder, (*users, folder.absolute().name))
    problems += wrong
    if data is None or problems:
        raise AuthoringError(problems)
    return _assignment(data, folder, others)


def _read_presence(file: YamlFile, folder: Path) -> Assignment:
    """Return an assignment of which no function is graded."""
    from autograder.course.schema import PresenceFile

    data, problems = file.check(PresenceFile)
    problems += _missing(file, folder, _listed_files(file))
    if data is None or problems:
        raise AuthoringError(problems)
    return _presence(data, folder.absolute())


def normalised(statement: str) -> str:
    """Return a Python statement as `ast` writes it."""
    return ast.unparse(ast.parse(statement))


def _assignment(
    data: AssignmentFile, folder: Path, others: Mapping[str, Assignment]
) -> Assignment:
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
        uses={slug: tuple(names) for slug, names in data.uses.items()},
        helpers=_helpers(data, others),
        files=tuple(data.files),
        allowed_in_release=tuple(
            normalised(exception.text) for exception in data.allowed_in_release
        ),
        due=data.due,
    )


def _presence(data: PresenceFile, folder: Path) -> Assignment:
    return Assignment(
        slug=folder.name,
        folder=folder,
        title=Text(data.title.en, data.title.ko),
        module=folder.name,
        functions={},
        week=data.week,
        minutes=data.minutes,
        files=tuple(data.files),
        due=data.due,
        presence=data.points,
        prose=Text(data.prose.en, data.prose.ko) if data.prose else None,
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
        optional=tuple(part.optional),
    )


def _helpers(
    data: AssignmentFile, others: Mapping[str, Assignment]
) -> dict[str, GradedFunction]:
    """Return the used functions of other assignments, and what these call."""
    helpers: dict[str, GradedFunction] = {}
    for slug, names in data.uses.items():
        other = others[slug]
        wanted = {called for name in names for called in (name, *other.calls_of(name))}
        helpers |= {name: f for name, f in other.known.items() if name in wanted}
    return helpers


def _uses(file: YamlFile) -> dict[str, list[str]]:
    uses = file.data.get("uses") if isinstance(file.data, dict) else None
    parts = uses.items() if isinstance(uses, dict) else ()
    return {str(slug): names for slug, names in parts if isinstance(names, list)}


def _others(
    file: YamlFile, folder: Path, users: Sequence[str]
) -> tuple[dict[str, Assignment], list[str]]:
    """Return the other assignments that this one uses, and what is wrong with that.

    Parameters
    ----------
    users : sequence of str
        This assignment, and those that use it: it may use none of them.
    """
    others, problems = {}, []
    folders = {path.parent.name for path in folder.parent.glob("*/assignment.yaml")}
    for slug, names in _uses(file).items():
        if slug not in folders.difference(users):
            what = one_of(sorted(folders.difference(users)), slug)
            problems.append(file.problem(("uses", slug), what))
            continue
        others[slug] = read_assignment(folder.parent / slug, users)
        unknown = [name for name in names if name not in others[slug].functions]
        problems += [
            file.problem(("uses", slug), one_of(others[slug].functions, name))
            for name in unknown
        ]
    return others, problems


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
    used = [name for names in _uses(file).values() for name in names]
    for name, called in calls.items():
        for other in called:
            if other not in calls and other not in used:
                place = ("functions", name, "calls")
                yield file.problem(place, one_of([*calls, *used], other))
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
    needed: list[tuple[str, object]] = [
        ("module", f"{module}.py"),
        ("module", f"test_{module}.py"),
    ]
    yield from _missing(file, folder, [*needed, *_listed_files(file)])


def _listed_files(file: YamlFile) -> list[tuple[str, object]]:
    files = file.data.get("files")
    return [("files", name) for name in (files if isinstance(files, list) else [])]


def _missing(
    file: YamlFile, folder: Path, needed: Iterable[tuple[str, object]]
) -> Iterator[str]:
    for key, name in needed:
        if isinstance(name, str) and not (folder / name).is_file():
            what = f"expected the file {name} beside it, got nothing"
            yield file.problem((key,), what)

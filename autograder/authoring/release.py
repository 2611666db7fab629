"""Derive what students get from a solution, and tell whether the two are in step."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.authoring.leaks import Solved, leaks
from autograder.authoring.notebook import notebook_name, notebook_text
from autograder.authoring.readme import presence_text, readme_name, readme_text
from autograder.authoring.script import read_script
from autograder.authoring.stub import student_cells
from autograder.course.assignment import read_assignment
from autograder.course.course import Course, find_assignment, find_course
from autograder.course.examples import RecordedExample, dump_examples
from autograder.course.places import shown
from autograder.errors import AuthoringError
from autograder.jupyter import write_percent
from autograder.model import Assignment

EXAMPLES = "examples.json"
TEXTS = (".svg", ".csv", ".txt", ".md", ".py")
"""Endings of further files that are searched for solutions."""
CLOSE = 1e-7
"""Relative difference between two machines' arithmetic that is no difference."""

Record = Callable[[Assignment], list[RecordedExample]]
"""Runs the public examples of an assignment against its reference."""


def release(assignment: Assignment, target: Path, record: Record) -> list[Path]:
    """Write what students get into `target`, and return the files.

    Parameters
    ----------
    target : Path
        The folder of this one assignment, ``assignments/<slug>``.

    Raises
    ------
    AuthoringError
        If the solution cannot be released as it is, or would be given away.
    """
    files = derived(assignment, record)
    for name, content in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return [target / name for name in files]


def check_release(assignment: Assignment, target: Path, record: Record) -> list[str]:
    """Return how `target` differs from what `release` would write; a line each.

    Raises
    ------
    AuthoringError
        As `release` does.
    """
    files = derived(assignment, record)
    return list(_differences(files, target))


def derived(assignment: Assignment, record: Record) -> dict[str, bytes]:
    """Return name and content of every file that students get.

    Raises
    ------
    AuthoringError
        As `release` does.
    """
    course = find_course(assignment.folder)
    if assignment.presence:
        files = _presence_files(assignment, course)
    else:
        files = _files(assignment, course, record)
    copied = {
        name: (assignment.folder / name).read_bytes() for name in assignment.files
    }
    pictures = {n: c.decode() for n, c in copied.items() if n.endswith(TEXTS)}
    found = leaks(assignment, files | pictures, _solved(course))
    if found:
        raise AuthoringError(found)
    return {name: text.encode() for name, text in files.items()} | copied


def _presence_files(assignment: Assignment, course: Course) -> dict[str, str]:
    """Return what students get of an assignment without functions: what to do."""
    return {
        readme_name(language): presence_text(assignment, language)
        for language in course.languages
    }


def _files(assignment: Assignment, course: Course, record: Record) -> dict[str, str]:
    """Return what students get that is made from the solution."""
    script = read_script(assignment)
    cells = {language: student_cells(script, language) for language in course.languages}
    files = {}
    for language, own in cells.items():
        files[readme_name(language)] = readme_text(assignment, own, language)
        name = notebook_name(assignment, language)
        files[name] = notebook_text(assignment, own, language)
    files[f"{assignment.module}.py"] = write_percent(cells["en"])
    given = assignment.folder / "given.py"
    if given.is_file():
        files["given.py"] = given.read_text(encoding="utf-8")
    files[EXAMPLES] = dump_examples(assignment, record(assignment))
    return files


def _solved(course: Course) -> Iterator[Solved]:
    for slug in course.assignments:
        assignment = read_assignment(find_assignment(course, slug))
        if not assignment.presence:
            yield Solved(assignment, read_script(assignment))


def _differences(files: dict[str, bytes], target: Path) -> Iterator[str]:
    for name, content in files.items():
        path = target / name
        if not path.is_file():
            yield f"{shown(path)}: expected a file, got nothing"
        elif not _same(name, path.read_bytes(), content):
            yield f"{shown(path)}: expected what the solution says, got another text"
    explained = {target / name for name in files}
    for path in sorted(target.rglob("*")):
        hidden = any(part[0] in "._" for part in path.relative_to(target).parts)
        if path.is_file() and not hidden and path not in explained:
            yield f"{shown(path)}: expected no such file; delete it"


def _same(name: str, old: bytes, new: bytes) -> bool:
    if old == new:
        return True
    if name != EXAMPLES:
        return False
    try:
        return _close(json.loads(old), json.loads(new))
    except ValueError:
        return False


def _close(old: object, new: object) -> bool:
    """Return whether two JSON values are equal up to rounding in the last digits."""
    if isinstance(old, float) and isinstance(new, float):
        return math.isclose(old, new, rel_tol=CLOSE, abs_tol=CLOSE * CLOSE)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_close, old, new))
    if isinstance(old, dict) and isinstance(new, dict):
        return list(old) == list(new) and all(map(_close, old.values(), new.values()))
    return type(old) is type(new) and old == new

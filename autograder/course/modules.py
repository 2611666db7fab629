"""Load the Python files of an assignment: what is given, the reference, mistakes."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from autograder.checks.causes import Mistake
from autograder.course.assignment import read_assignment
from autograder.course.mistakes import checked, collected
from autograder.course.places import shown
from autograder.errors import AuthoringError
from autograder.model import Assignment


@dataclass(frozen=True)
class Modules:
    """The Python files of an assignment, loaded."""

    given: ModuleType | None
    """``given.py``, if there is one."""
    reference: ModuleType
    others: tuple[ModuleType, ...]
    """References of the assignments whose functions are used."""
    mistakes: tuple[Mistake, ...]


def load_modules(assignment: Assignment) -> Modules:
    """Execute the Python files of an assignment, each under a name of its own.

    Files of two assignments that have the same name do not meet: each is executed as
    ``_autograder_course.<slug>.<stem>``. It can import those executed before it
    (``given``, then the reference, then ``mistakes``) by their stems.

    Raises
    ------
    AuthoringError
        If one of them raises, a graded function is missing from the reference, or a
        mistake is declared wrongly.
    """
    folder, slug = assignment.folder, assignment.slug
    siblings: dict[str, ModuleType] = {}
    others: list[ModuleType] = []
    for used in assignment.uses:
        other = read_assignment(folder.parent / used)
        modules = load_modules(other)
        siblings[other.module] = modules.reference
        others += [modules.reference, *modules.others]
    if (folder / "given.py").is_file():
        siblings["given"] = _load(folder / "given.py", slug, siblings)
    reference_file = folder / f"{assignment.module}.py"
    reference = _load(reference_file, slug, siblings)
    problems = [
        f"{shown(reference_file)}: {name}: expected a function of this name, got none"
        for name in assignment.functions
        if not callable(getattr(reference, name, None))
    ]
    siblings[assignment.module] = reference
    mistakes, wrong = _load_mistakes(assignment, siblings)
    if problems or wrong:
        raise AuthoringError(problems + wrong)
    return Modules(siblings.get("given"), reference, tuple(others), tuple(mistakes))


def _load_mistakes(
    assignment: Assignment, siblings: Mapping[str, ModuleType]
) -> tuple[list[Mistake], list[str]]:
    path = assignment.folder / "mistakes.py"
    if not path.is_file():
        return [], []
    with collected() as declared:
        _load(path, assignment.slug, siblings)
    return checked(declared, assignment, shown(path))


class _Loader(SourceFileLoader):
    """Compiles the file as it is now: authors edit and run within one second."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


def _load(path: Path, slug: str, siblings: Mapping[str, ModuleType]) -> ModuleType:
    """Execute one file while its `siblings` can be imported by their stems."""
    name = f"_autograder_course.{slug}.{path.stem}"
    loader = _Loader(name, str(path))
    spec = spec_from_file_location(name, path, loader=loader)
    assert spec is not None  # noqa: S101 -- it is None only without a loader
    module = module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up while it is executed
    try:
        with _importable(siblings):
            loader.exec_module(module)
    except (Exception, SystemExit) as error:
        del sys.modules[name]
        raise AuthoringError(_raised(path, error)) from error
    return module


@contextmanager
def _importable(modules: Mapping[str, ModuleType]) -> Iterator[None]:
    """Put `modules` into ``sys.modules``, and leave it as it was."""
    before = {stem: sys.modules.get(stem) for stem in modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for stem, module in before.items():
            if module is None:
                del sys.modules[stem]
            else:
                sys.modules[stem] = module


def _raised(path: Path, error: BaseException) -> str:
    """Return where and what of an error while the file at `path` was executed."""
    if isinstance(error, SyntaxError) and error.filename == str(path):
        line = error.lineno or 1
        return f"{shown(path)}:{line}: expected Python, got a syntax error: {error.msg}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame.lineno for frame in frames if frame.filename == str(path)]
    line = own[-1] if own and own[-1] else 1
    what = traceback.format_exception_only(error)[-1].strip()
    return f"{shown(path)}:{line}: expected to be executed, got {what}"


def used_sources(assignment: Assignment) -> dict[str, str]:
    """Return the references of the assignments that this one uses, by module."""
    sources: dict[str, str] = {}
    for slug in assignment.uses:
        other = read_assignment(assignment.folder.parent / slug)
        path = other.folder / f"{other.module}.py"
        sources |= used_sources(other) | {other.module: path.read_text("utf-8")}
    return sources

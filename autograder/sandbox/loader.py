"""Execute what a submission defines, statement by statement.

Each statement is executed alone and loses only itself. Before one that may not return,
its number is announced, so that the trusted side can end the worker and start another
that skips it. This module runs in the worker, on text nobody has looked at.
"""

from __future__ import annotations
import __future__

import ast
import builtins
import re
import sys
import types
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from autograder.sandbox.imports import Finder
from autograder.sandbox.placeholder import Placeholder
from autograder.sandbox.protocol import Load, Loaded, Problem
from autograder.sandbox.slicing import (
    DEFINITIONS,
    IMPORTS,
    Slicer,
    has_assignments,
    needed_names,
)
from autograder.sandbox.source import Piece, Unreadable, read_cell

DISPATCH = "__dispatch__"
STUDENT = "__student__"
MAX_PROBLEMS = 50
FLAGS = __future__.annotations.compiler_flag  # annotations are never evaluated

Dispatch = Callable[[str], Callable[[Any], Any]]


class Loader:
    """Loads one submission into a module of its own.

    Parameters
    ----------
    request : Load
        The source and what is graded in it.
    dispatch : callable
        Name of a graded function to the decorator that makes its dispatcher.
    announce : callable
        Told the number of each statement that may not return.
    """

    def __init__(
        self, request: Load, dispatch: Dispatch, announce: Callable[[int], None]
    ) -> None:
        self.request = request
        self.dispatch = dispatch
        self.announce = announce
        self.graded = {name: name for name in request.functions} | request.aliases
        self.problems: list[Problem] = []
        self.no_return: dict[str, bool] = {}
        self.places: dict[str, str] = {}
        self.number = 0
        self.given = _given_functions(request.given)
        self.finder = Finder(self.given, request.modules, self._load_sibling)
        self.module = types.ModuleType(STUDENT)
        sys.modules[STUDENT] = self.module
        sys.meta_path.append(self.finder)

    def load(self) -> Loaded:
        """Execute the submission and say what it defines."""
        namespace = self._prepare(self.module)
        pieces = self._read([(c[0], c[1]) for c in self.request.cells])
        self._run(pieces, self.graded, namespace, self.request.everything)
        defined = [n for n in self.request.functions if self.find(n) is not None]
        without = [name for name, missing in self.no_return.items() if missing]
        return Loaded(defined, without, self.problems[:MAX_PROBLEMS])

    def find(self, name: str) -> Callable[..., Any] | None:
        """Return the student's function of this name or of an alias of it."""
        aliases = [a for a, of in self.request.aliases.items() if of == name]
        for known in (name, *aliases):
            value = self.module.__dict__.get(known)
            if callable(value) and not isinstance(value, Placeholder):
                return value  # type: ignore[no-any-return]
        return None

    def _prepare(self, module: types.ModuleType) -> dict[str, Any]:
        namespace = module.__dict__
        namespace.update(self.given)
        namespace[DISPATCH] = self.dispatch
        namespace["__builtins__"] = builtins
        for name in ("get_ipython", "display"):
            namespace[name] = Placeholder(name)
        return namespace

    def _load_sibling(self, module: types.ModuleType, text: str) -> None:
        label = f"{module.__name__}.py"
        pieces = self._read([(label, text)])
        roots = self._words_outside(module.__name__)
        for node in (n for p in pieces for n in p.tree.body):
            if isinstance(node, DEFINITIONS):
                roots.add(node.name)
        self._run(pieces, roots, self._prepare(module), everything=False)

    def _words_outside(self, sibling: str) -> set[str]:
        """Return every word of the other files: what they may import from it."""
        texts = [cell[1] for cell in self.request.cells]
        texts += [t for name, t in self.request.modules.items() if name != sibling]
        return {word for text in texts for word in re.findall(r"\w+", text)}

    def _read(self, cells: Sequence[tuple[str, str]]) -> list[Piece]:
        pieces = []
        for label, text in cells:
            for piece in read_cell(label, text):
                if isinstance(piece, Unreadable):
                    self._report(
                        "syntax",
                        piece.label,
                        piece.line,
                        ",".join(piece.names),
                        piece.reason,
                    )
                else:
                    pieces.append(piece)
        return pieces

    def _run(
        self,
        pieces: Sequence[Piece],
        roots: Iterable[str],
        namespace: dict[str, Any],
        everything: bool,
    ) -> None:
        decides = not everything and has_assignments(pieces)
        needed = needed_names(pieces, roots) if decides else set()
        slicer = Slicer(needed, self.graded, DISPATCH, everything=everything)
        for piece in pieces:
            for node in piece.tree.body:
                self._note_definition(node, piece.label)
                if kept := self._kept(slicer, node, piece.label):
                    self._step(kept, piece.label, namespace)

    def _kept(self, slicer: Slicer, node: ast.stmt, label: str) -> ast.stmt | None:
        try:
            return slicer.keep(node)
        except RecursionError as error:  # hundreds of `elif`
            self._report("error", label, node.lineno, "", _reason(error))
            return None

    def _note_definition(self, node: ast.stmt, label: str) -> None:
        name = self.graded.get(getattr(node, "name", ""))
        if name is None or not isinstance(node, ast.FunctionDef):
            return
        if before := self.places.get(name):
            self._report("redefined", label, node.lineno, name, before)
        self.places[name] = f"{label}, line {node.lineno}"
        self.no_return[name] = not may_return(node)

    def _step(self, node: ast.stmt, label: str, namespace: dict[str, Any]) -> None:
        self.number += 1
        if self.number in self.request.skip:
            self._report("lost", label, node.lineno, getattr(node, "name", ""), "")
            return
        if _evaluates(node):
            self.announce(self.number)
        outside = self.finder.strict  # this may be a sibling that is being imported
        self.finder.strict = isinstance(node, ast.Try)
        try:
            _execute(node, label, namespace)
        except BaseException as error:
            self._recover(node, label, namespace, error)
        else:
            name = getattr(node, "name", "")
            if _is_decorated(node) and isinstance(namespace.get(name), Placeholder):
                self._undecorate(node, label, namespace)
        finally:
            self.finder.strict = outside

    def _recover(
        self,
        node: ast.stmt,
        label: str,
        namespace: dict[str, Any],
        error: BaseException,
    ) -> None:
        if _is_decorated(node):
            self._undecorate(node, label, namespace)
            return
        name = getattr(node, "name", "")
        if isinstance(error, SyntaxError):  # parses, and is not Python all the same
            line = error.lineno or node.lineno
            self._report("syntax", label, line, name, error.msg)
        else:
            self._report("error", label, node.lineno, name, _reason(error))
        if isinstance(node, IMPORTS):
            for alias in node.names:
                name = (alias.asname or alias.name).partition(".")[0]
                namespace.setdefault(name, Placeholder(name))

    def _undecorate(self, node: Any, label: str, namespace: dict[str, Any]) -> None:
        node.decorator_list = [d for d in node.decorator_list if _is_ours(d)]
        self._report("undecorated", label, node.lineno, node.name, "")
        try:
            _execute(node, label, namespace)
        except BaseException as error:
            self._report("error", label, node.lineno, node.name, _reason(error))

    def _report(self, kind: str, label: str, line: int, name: str, text: str) -> None:
        self.problems.append(Problem(kind, label, line, name, text))


def text_of(error: BaseException) -> str:
    """Return the text of an exception; a broken ``__str__`` gives none."""
    try:
        return str(error).encode(errors="replace").decode()
    except BaseException:
        return ""


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {text_of(error)}"[:200]


def _given_functions(text: str) -> dict[str, Any]:
    """Return the public functions of ``given.py``."""
    module = types.ModuleType("given")
    exec(compile(text, "given.py", "exec", dont_inherit=True), module.__dict__)
    sys.modules["given"] = module
    return {
        name: value
        for name, value in module.__dict__.items()
        if isinstance(value, types.FunctionType) and not name.startswith("_")
    }


def _execute(node: ast.stmt, label: str, namespace: dict[str, Any]) -> None:
    tree = ast.Module([node], [])
    exec(compile(tree, label, "exec", FLAGS, dont_inherit=True), namespace)


def may_return(function: ast.FunctionDef) -> bool:
    """Whether a function returns a value or raises; inner functions do not count."""
    todo: list[ast.AST] = [*function.body]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Raise):
            return True
        if isinstance(node, ast.Return) and node.value is not None:
            return True
        if not isinstance(node, DEFINITIONS):
            todo.extend(ast.iter_child_nodes(node))
    return False


def _evaluates(node: ast.stmt) -> bool:
    """Whether executing `node` runs anything but the definition itself."""
    if not isinstance(node, ast.FunctionDef):
        return True
    values = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
    return _is_decorated(node) or not all(isinstance(v, ast.Constant) for v in values)


def _is_decorated(node: ast.stmt) -> bool:
    return isinstance(node, DEFINITIONS) and not all(map(_is_ours, node.decorator_list))


def _is_ours(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Name) and called.id == DISPATCH

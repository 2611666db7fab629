"""Which statements of a student's source are executed: definitions and their needs.

Real notebooks load data, train for minutes, plot and write files. Kept are imports,
definitions (also inside ``if`` and ``try``), and assignments to a name that a graded
function reads as a global, directly or through what it calls.
"""

from __future__ import annotations

import ast
import contextlib
import symtable
from collections.abc import Iterable, Mapping, Sequence

from autograder.sandbox.source import UNREADABLE, Piece

Assignment = ast.Assign | ast.AnnAssign | ast.AugAssign
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
IMPORTS = (ast.Import, ast.ImportFrom)
ASSIGNMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign)
Reads = dict[str, set[str]]


def needed_names(pieces: Sequence[Piece], roots: Iterable[str]) -> set[str]:
    """Return the global names that the functions `roots` need, transitively."""
    reads: Reads = {}
    for piece in pieces:
        for scope in _scopes(piece):
            _add_scope(scope, reads)
        for node in ast.walk(piece.tree):
            _add_statement(node, reads)
            _add_condition(node, reads)
    needed: set[str] = set()
    todo = list(roots)
    while todo:
        name = todo.pop()
        if name not in needed:
            needed.add(name)
            todo.extend(reads.get(name, ()))
    return needed


def _scopes(piece: Piece) -> list[symtable.SymbolTable]:
    """Return the scopes of a piece, without those that Python would not compile.

    ``def f(a, a)`` and a late ``global`` parse, and fail only here.
    """
    try:
        return symtable.symtable(piece.text, piece.label, "exec").get_children()
    except UNREADABLE:
        found: list[symtable.SymbolTable] = []
    for node in piece.tree.body:
        with contextlib.suppress(*UNREADABLE):
            text = ast.unparse(node)
            found += symtable.symtable(text, piece.label, "exec").get_children()
    return found


def _add_scope(scope: symtable.SymbolTable, reads: Reads) -> None:
    """Note what a definition reads as a global, its inner scopes included."""
    found = reads.setdefault(scope.get_name(), set())
    stack = [scope]
    while stack:
        table = stack.pop()
        stack.extend(table.get_children())
        found.update(s.get_name() for s in table.get_symbols() if s.is_global())


def _add_statement(node: ast.AST, reads: Reads) -> None:
    """Note what is read while a definition or an assignment is executed."""
    if isinstance(node, DEFINITIONS):
        outer: list[ast.AST] = list(node.decorator_list)
        if isinstance(node, ast.ClassDef):
            outer += [*node.bases, *node.body]
        else:
            outer += [*node.args.defaults, *filter(None, node.args.kw_defaults)]
        reads.setdefault(node.name, set()).update(_loaded(outer))
    elif isinstance(node, ASSIGNMENTS) and node.value is not None:
        names = _loaded([node.value, *_target_nodes(node)])
        for target in targets(node):
            reads.setdefault(target, set()).update(names)


def _add_condition(node: ast.AST, reads: Reads) -> None:
    """Note that what is defined below an ``if`` needs the names of its condition."""
    if isinstance(node, ast.If):
        names = _loaded([node.test])
        for inner in ast.walk(node):
            for bound in _bound(inner):
                reads.setdefault(bound, set()).update(names)


def _bound(node: ast.AST) -> list[str]:
    if isinstance(node, DEFINITIONS):
        return [node.name]
    return targets(node) if isinstance(node, ASSIGNMENTS) else []


def _loaded(nodes: Iterable[ast.AST]) -> set[str]:
    return {
        inner.id
        for node in nodes
        for inner in ast.walk(node)
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Load)
    }


def targets(node: Assignment) -> list[str]:
    """Return the names that an assignment binds, or whose object it changes."""
    names = []
    todo = _target_nodes(node)
    while todo:
        target = todo.pop()
        if isinstance(target, ast.Tuple | ast.List):
            todo += target.elts
        elif isinstance(target, ast.Subscript | ast.Attribute | ast.Starred):
            todo.append(target.value)
        elif isinstance(target, ast.Name):
            names.append(target.id)
    return names


def _target_nodes(node: Assignment) -> list[ast.expr]:
    return [*node.targets] if isinstance(node, ast.Assign) else [node.target]


class Slicer:
    """Keeps what is needed and routes graded functions through their dispatcher.

    Parameters
    ----------
    needed : set of str
        Names whose assignments are kept.
    graded : mapping of str to str
        Name or alias of a graded function to its name.
    dispatch : str
        Global name of the decorator that makes the dispatcher.
    everything : bool
        Keep all other statements too.
    """

    def __init__(
        self,
        needed: set[str],
        graded: Mapping[str, str],
        dispatch: str,
        *,
        everything: bool = False,
    ) -> None:
        self.everything = everything
        self.needed = needed
        self.graded = graded
        self.dispatch = dispatch

    def keep(self, node: ast.stmt) -> ast.stmt | None:
        """Return `node` as it is to be executed, or None when it is not."""
        if isinstance(node, IMPORTS):
            return node
        if isinstance(node, DEFINITIONS):
            return self._definition(node)
        if isinstance(node, ASSIGNMENTS):
            return self._assignment(node)
        if isinstance(node, ast.If | ast.Try):
            return self._compound(node)
        return node if self.everything else None

    def _definition(self, node: Definition) -> ast.stmt:
        if node.name in self.graded:
            node.decorator_list.insert(0, self._dispatcher(node.name, node))
        return node

    def _assignment(self, node: Assignment) -> ast.stmt | None:
        if not (self.everything or self.needed.intersection(targets(node))):
            return None
        for target in _target_nodes(node):
            if isinstance(target, ast.Name) and target.id in self.graded and node.value:
                call = ast.Call(self._dispatcher(target.id, node), [node.value], [])
                node.value = ast.copy_location(call, node.value)
        return node

    def _compound(self, node: ast.If | ast.Try) -> ast.stmt | None:
        bodies = [node] if isinstance(node, ast.If) else [node, *node.handlers]
        kept = False
        for part in bodies:
            for name in ("body", "orelse", "finalbody"):
                if statements := getattr(part, name, None):
                    rest = [k for s in statements if (k := self.keep(s))]
                    kept = kept or bool(rest)
                    if not rest and name != "orelse":
                        rest = [ast.copy_location(ast.Pass(), node)]
                    setattr(part, name, rest)
        return node if kept else None

    def _dispatcher(self, name: str, at: ast.stmt) -> ast.expr:
        function = ast.Name(self.dispatch, ast.Load())
        call = ast.Call(function, [ast.Constant(self.graded[name])], [])
        return ast.fix_missing_locations(ast.copy_location(call, at))

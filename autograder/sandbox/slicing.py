"""Which statements of a student's source are executed: definitions and their needs.

Real notebooks load data, train for minutes, plot and write files. Kept are imports,
definitions (also inside ``if`` and ``try``), and assignments to a name that a graded
function reads as a global, directly or through what it calls.
"""

from __future__ import annotations

import ast
import contextlib
import symtable
from collections.abc import Iterable, Iterator, Mapping

from autograder.sandbox.source import UNREADABLE, Piece

Assignment = ast.Assign | ast.AnnAssign | ast.AugAssign
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
IMPORTS = (ast.Import, ast.ImportFrom)
ASSIGNMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign)
Reads = dict[str, set[str]]
Statement = tuple[Piece, ast.stmt, frozenset[str]]
"""Where a statement stands, and the names that the conditions around it read."""


def has_assignments(pieces: Iterable[Piece]) -> bool:
    """Whether there is anything to decide: all else is kept or dropped by its kind."""
    return any(isinstance(node, ASSIGNMENTS) for _, node, _ in _statements(pieces))


def needed_names(pieces: Iterable[Piece], roots: Iterable[str]) -> set[str]:
    """Return the global names that the functions `roots` need, transitively."""
    binders: dict[str, list[Statement]] = {}
    for statement in _statements(pieces):
        for name in _bound(statement[1]):
            binders.setdefault(name, []).append(statement)
    scopes: dict[Piece, Reads] = {}
    needed: set[str] = set()
    todo = list(roots)
    while todo:
        name = todo.pop()
        if name not in needed:
            needed.add(name)
            todo.extend(_reads(name, binders.get(name, ()), scopes))
    return needed


def _statements(pieces: Iterable[Piece]) -> Iterator[Statement]:
    """Yield what may be executed: the top level, and below an ``if`` or a ``try``."""
    for piece in pieces:
        todo = [(node, frozenset[str]()) for node in piece.tree.body]
        while todo:
            node, conditions = todo.pop()
            yield piece, node, conditions
            if isinstance(node, ast.If):
                conditions |= _loaded([node.test])
            for body in _bodies(node):
                todo += [(inner, conditions) for inner in body]


def _bodies(node: ast.stmt) -> list[list[ast.stmt]]:
    if isinstance(node, ast.If):
        return [node.body, node.orelse]
    if isinstance(node, ast.Try):
        handled = [handler.body for handler in node.handlers]
        return [node.body, *handled, node.orelse, node.finalbody]
    return []


def _reads(
    name: str, binders: Iterable[Statement], scopes: dict[Piece, Reads]
) -> set[str]:
    """Return the names that are read where `name` is bound, and when it is called."""
    names: set[str] = set()
    for piece, node, conditions in binders:
        names |= conditions | _loaded(_executed(node))
        if isinstance(node, DEFINITIONS):
            if piece not in scopes:
                scopes[piece] = _scopes(piece)
            names |= scopes[piece].get(name, set())
    return names


def _scopes(piece: Piece) -> Reads:
    """Return what each definition of a piece reads as a global, in inner scopes too."""
    reads: Reads = {}
    for scope in _tables(piece):
        found = reads.setdefault(scope.get_name(), set())
        stack = [scope]
        while stack:
            table = stack.pop()
            stack.extend(table.get_children())
            found.update(_globals(table))
    return reads


def _tables(piece: Piece) -> list[symtable.SymbolTable]:
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


def _globals(table: symtable.SymbolTable) -> Iterable[str]:
    if isinstance(table, symtable.Function):
        return table.get_globals()
    return (s.get_name() for s in table.get_symbols() if s.is_global())


def _executed(node: ast.stmt) -> list[ast.AST]:
    """Return what is evaluated while a definition or an assignment is executed."""
    if isinstance(node, ast.ClassDef):
        return [*node.decorator_list, *node.bases, *node.body]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
        return [*node.decorator_list, *defaults]
    if isinstance(node, ASSIGNMENTS) and node.value is not None:
        return [node.value, *_target_nodes(node)]
    return []


def _bound(node: ast.stmt) -> list[str]:
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
        place = {key: getattr(at, key) for key in at._attributes}
        function = ast.Name(self.dispatch, ast.Load(), **place)
        graded = ast.Constant(self.graded[name], **place)
        return ast.Call(function, [graded], [], **place)

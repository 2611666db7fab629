"""Wrong versions of a solution, made mechanically: one small change each."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from autograder.authoring.operators import OPERATORS, Change
from autograder.authoring.script import Region, Script


@dataclass(frozen=True)
class Mutant:
    """A solution with one change inside the region of one function."""

    function: str
    line: int
    """Of the change, in the solution module."""
    what: str
    """The kind of change, such as ``transpose removed``."""
    text: str
    """The whole module."""
    diff: str
    """Unified, without context."""

    @property
    def key(self) -> str:
        """The lines that differ, whatever their spaces."""
        return normalised_diff(self.diff)


def normalised_diff(diff: str) -> str:
    """Return the changed lines of a diff, their spaces made equal."""
    lines = [line for line in diff.splitlines() if line[:1] in ("-", "+")]
    kept = [line for line in lines if line[:3] not in ("---", "+++")]
    return "\n".join(f"{line[0]} {' '.join(line[1:].split())}" for line in kept)


def mutants_of(script: Script, function: str) -> list[Mutant]:
    """Return every mutant of a function, in the order of its lines.

    Changes are made between the markers only. A mutant that does not compile, or
    that is the solution itself or one of those before it, is left out; so are
    changes to what is only printed, asserted or said.
    """
    source = _Source(script, function)
    seen = {ast.unparse(source.tree)}
    made = []
    for place in source.places():
        for new, what in source.changes(place):
            wanted, piece = source.with_change(place, new)
            if wanted in seen:
                continue
            seen.add(wanted)
            if (lines := source.spliced(place.rewritten, piece, wanted)) is not None:
                made.append(source.mutant(place.rewritten, what, lines))
    return made


@dataclass
class _Place:
    """A node, and where it hangs in the tree."""

    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST
    around: _Place | None
    """What must be written anew as a whole when the node changes, if not itself."""

    def hang(self, node: ast.AST) -> None:
        """Put `node` here."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node

    @property
    def is_index(self) -> bool:
        """Whether it stands directly between the brackets of ``x[…]``."""
        around = self.around.node if self.around else None
        in_tuple = isinstance(self.parent, ast.Tuple) and isinstance(
            around, ast.Subscript
        )
        return self.field == "slice" or in_tuple

    @property
    def rewritten(self) -> ast.stmt | ast.expr:
        """The node whose text changes."""
        node = self.around.node if self.around else self.node
        assert isinstance(node, ast.stmt | ast.expr)  # noqa: S101 -- others never change
        return node


class _Source:
    """One function of a script, as text and as a tree."""

    def __init__(self, script: Script, function: str) -> None:
        self.script = script
        self.function = function
        self.tree = next(
            node
            for node in script.tree.body
            if isinstance(node, ast.FunctionDef) and node.name == function
        )
        decorators = [node.lineno for node in self.tree.decorator_list]
        self.first = min([self.tree.lineno, *decorators])
        self.all_lines = script.text.splitlines()
        self.lines = self.all_lines[self.first - 1 : self.tree.end_lineno]
        self.regions: list[Region] = [
            region for region in script.regions if region.function == function
        ]

    def places(self) -> list[_Place]:
        """Return every place between the markers whose node may change."""
        found = [p for i, s in enumerate(self.tree.body) for p in self._from(i, s)]
        return [
            place
            for place in found
            if isinstance(place.node, ast.stmt | ast.expr) or place.around
            if self._is_inside(place.rewritten.lineno)
        ]

    def changes(self, place: _Place) -> Iterator[Change]:
        """Yield what may stand in a place: an index of 0 becomes 1, but not -1.

        On an axis of length 1, the first is the last.
        """
        node = place.node
        for operator in OPERATORS:
            for new, what in operator(node):
                if not (place.is_index and ast.unparse(new) == "-1"):
                    yield new, what
        for texts in self._texts:
            if isinstance(node, ast.Constant) and id(node) in texts:
                yield ast.Constant(texts[id(node)]), "text"

    def with_change(self, place: _Place, new: ast.AST) -> tuple[str, str]:
        """Return the function with `new` at a place, and what is to be written anew.

        Both as `ast` writes them; the tree is left as it was.
        """
        place.hang(new)
        try:
            piece = place.around.node if place.around else new
            return ast.unparse(self.tree), ast.unparse(piece)
        finally:
            place.hang(place.node)

    def spliced(
        self, node: ast.stmt | ast.expr, piece: str, wanted: str
    ) -> list[str] | None:
        """Return the lines that replace those of `node`, or None if none will do.

        Of the ways to write the piece, the first that is read as `wanted`.
        """
        first, last = node.lineno - self.first, (node.end_lineno or 0) - self.first
        before = self.lines[first].encode()[: node.col_offset].decode()
        after = self.lines[last].encode()[node.end_col_offset :].decode()
        for text in _writings(piece):
            new = f"{before}{text}{after}".splitlines()
            if _read([*self.lines[:first], *new, *self.lines[last + 1 :]]) == wanted:
                return new
        return None

    def mutant(
        self, node: ast.stmt | ast.expr, what: str, lines: Sequence[str]
    ) -> Mutant:
        """Return the mutant in which `lines` replace those of `node`."""
        begin, end = node.lineno, node.end_lineno or node.lineno
        old = self.all_lines[begin - 1 : end]
        text = [*self.all_lines[: begin - 1], *lines, *self.all_lines[end:]]
        name = self.script.where.rpartition("/")[2]
        ranges = f"-{begin},{len(old)} +{begin},{len(lines)}"
        diff = [f"--- {name}", f"+++ {name}", f"@@ {ranges} @@"]
        diff += [f"-{line}" for line in old] + [f"+{line}" for line in lines]
        return Mutant(
            self.function, begin, what, "\n".join(text) + "\n", "\n".join(diff)
        )

    @cached_property
    def _texts(self) -> tuple[dict[int, str], dict[int, str]]:
        """What each text turns into: the next one of its kind in the function.

        By the id of the node; pieces of f-strings are a kind of their own.
        """
        pieces = [p for p in self.places() if isinstance(p.parent, ast.JoinedStr)]
        whole = [p for p in self.places() if not isinstance(p.parent, ast.JoinedStr)]
        return _next_texts(whole), _next_texts(pieces)

    def _from(self, index: int, statement: ast.stmt) -> Iterator[_Place]:
        yield from _below(_Place(self.tree, "body", index, statement, None))

    def _is_inside(self, line: int) -> bool:
        return any(region.begin < line < region.end for region in self.regions)


def _below(place: _Place) -> Iterator[_Place]:
    """Yield a place and all below it, but for what is only said."""
    node = place.node
    if _is_said(node):
        return
    yield place
    if isinstance(node, ast.Raise):
        return
    around = place.around
    if around is None and _is_one_piece(node):
        around = place
    for field, value in ast.iter_fields(node):
        if field in ("format_spec", "annotation", "returns"):
            continue
        several = isinstance(value, list)
        for index, child in enumerate(value if several else [value]):
            if isinstance(child, ast.AST):
                at = index if several else None
                yield from _below(_Place(node, field, at, child, around))


def _is_said(node: ast.AST) -> bool:
    """Whether nothing is computed here: a docstring, an assertion, a print."""
    if isinstance(node, ast.Assert):
        return True
    if isinstance(node, ast.If):
        return all(map(_is_said, [*node.body, *node.orelse]))
    value = node.value if isinstance(node, ast.Expr) else None
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id == "print"
    return isinstance(value, ast.Constant)


def _is_one_piece(node: ast.AST) -> bool:
    """Whether parts of it have no text of their own.

    Those of an f-string have no position before Python 3.12, and a tuple of slices
    is none outside its brackets.
    """
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Tuple)
    return isinstance(node, ast.JoinedStr)


def _next_texts(places: Sequence[_Place]) -> dict[int, str]:
    nodes = [p.node for p in places if isinstance(p.node, ast.Constant)]
    texts = {n.value: "" for n in nodes if isinstance(n.value, str)}
    order = [*texts, *list(texts)[:1]]
    following = dict(pairwise(order)) if len(texts) > 1 else texts
    return {id(n): following[n.value] for n in nodes if isinstance(n.value, str)}


def _writings(piece: str) -> Iterator[str]:
    """Yield ways to write a piece: as people do, as `ast` does, in parentheses."""
    for text in (piece.replace("'", '"'), piece):
        if text[:1] == "(" and text[-1:] == ")":
            yield text[1:-1]
        yield text
        yield f"({text})"


def _read(lines: Sequence[str]) -> str | None:
    """Return a function as `ast` writes it, or None if it is not Python."""
    try:
        return ast.unparse(ast.parse("\n".join(lines)))
    except SyntaxError:
        return None

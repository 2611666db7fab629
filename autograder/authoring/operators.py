"""How a right line becomes a wrong one: small changes to a piece of syntax.

Each operator takes a node and yields what may stand in its place, with the name of
the change. The new node shares the children of the old one; neither is modified.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence

Change = tuple[ast.AST, str]
Operator = Callable[[ast.AST], Iterator[Change]]

ARITHMETIC: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
}
ORDERED = (ast.Sub, ast.Div, ast.MatMult, ast.FloorDiv, ast.Mod, ast.Pow)
"""Operators whose operands cannot change places."""
COMPARISONS: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.GtE, ast.LtE),
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Gt: (ast.LtE, ast.GtE),
    ast.GtE: (ast.Lt, ast.Gt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
"""The opposite first, then what differs at the border only."""
NEIGHBOURS: Mapping[str, str] = {
    "sum": "mean",
    "mean": "sum",
    "zeros": "ones",
    "ones": "zeros",
    "zeros_like": "ones_like",
    "ones_like": "zeros_like",
    "maximum": "minimum",
    "minimum": "maximum",
    "max": "min",
    "min": "max",
    "argmax": "argmin",
    "argmin": "argmax",
    "randn": "rand",
    "rand": "randn",
    "floor": "ceil",
    "ceil": "floor",
}
"""Functions of numpy that stand in each other's place."""
COPIES = ("copy", "deepcopy", "array", "dict", "list")
PRODUCTS = ("dot", "matmul")
SYMMETRIC = (
    "add",
    "allclose",
    "array_equal",
    "isclose",
    "maximum",
    "minimum",
    "multiply",
)
"""Functions that do not care about the order of their arguments."""


def operator_swapped(node: ast.AST) -> Iterator[Change]:
    """Yield another operator, and operands the other way round."""
    if isinstance(node, ast.BinOp):
        left, op, right = node.left, node.op, node.right
        yield ast.BinOp(left, ARITHMETIC.get(type(op), ast.Add)(), right), "operator"
        if isinstance(op, ORDERED):
            yield ast.BinOp(right, op, left), "operands swapped"
    elif isinstance(node, ast.AugAssign) and type(node.op) in ARITHMETIC:
        op = ARITHMETIC[type(node.op)]()
        yield ast.AugAssign(node.target, op, node.value), "operator"
    elif isinstance(node, ast.UnaryOp) and not isinstance(node.operand, ast.Constant):
        if isinstance(node.op, ast.USub | ast.Not | ast.Invert):
            yield node.operand, "sign or `not` removed"
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(other, node.values), "`and` for `or`"


def comparison_flipped(node: ast.AST) -> Iterator[Change]:
    """Yield the opposite comparison, and the one that differs at the border."""
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            for other in COMPARISONS[type(op)]:
                ops = [*node.ops[:i], other(), *node.ops[i + 1 :]]
                yield ast.Compare(node.left, ops, node.comparators), "comparison"
    elif isinstance(node, ast.IfExp) and not isinstance(node.test, ast.Compare):
        negated = ast.UnaryOp(ast.Not(), node.test)
        yield ast.IfExp(negated, node.body, node.orelse), "condition negated"


def constant_changed(node: ast.AST) -> Iterator[Change]:
    """Yield the numbers next to one, or twice a fraction; the other truth value."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value), "constant"
    elif isinstance(value, int):
        yield _number(value + 1), "constant"
        yield _number(value - 1), "constant"
    elif isinstance(value, float):
        yield _number(2 * value or 1.0), "constant"


def keyword_removed(node: ast.AST) -> Iterator[Change]:
    """Yield a call without its `axis` or `keepdims`."""
    if not isinstance(node, ast.Call):
        return
    for keyword in node.keywords:
        if keyword.arg in ("axis", "keepdims"):
            others = [k for k in node.keywords if k is not keyword]
            yield ast.Call(node.func, node.args, others), f"`{keyword.arg}` removed"


def transpose_changed(node: ast.AST) -> Iterator[Change]:
    """Yield what is transposed as it is, and each factor of a product transposed."""
    if _is_transposed(node):
        yield node.value, "transpose removed"  # type: ignore[attr-defined]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        left, right = node.left, node.right
        for new in _each_transposed([left, right]):
            yield ast.BinOp(new[0], node.op, new[1]), "transpose added"
    elif isinstance(node, ast.Call) and _called(node) in PRODUCTS:
        for new in _each_transposed(node.args):
            yield ast.Call(node.func, new, node.keywords), "transpose added"


def index_shifted(node: ast.AST) -> Iterator[Change]:
    """Yield an index by name one further and one back; also in the text of a key."""
    if isinstance(node, ast.Subscript):
        for new in _shifted(node.slice):
            yield ast.Subscript(node.value, new, node.ctx), "index shifted"
    elif isinstance(node, ast.FormattedValue):
        for new in _shifted(node.value):
            changed = ast.FormattedValue(new, node.conversion, node.format_spec)
            yield changed, "index shifted"
    elif isinstance(node, ast.Slice):
        for new in _shifted(node.lower):
            yield ast.Slice(new, node.upper, node.step), "index shifted"
        for new in _shifted(node.upper):
            yield ast.Slice(node.lower, new, node.step), "index shifted"


def function_replaced(node: ast.AST) -> Iterator[Change]:
    """Yield the function of numpy that is easily taken for this one."""
    if isinstance(node, ast.Attribute) and node.attr in NEIGHBOURS:
        changed = ast.Attribute(node.value, NEIGHBOURS[node.attr], node.ctx)
        yield changed, "another function"


def copy_removed(node: ast.AST) -> Iterator[Change]:
    """Yield in place what was done on a copy."""
    if isinstance(node, ast.Call) and _called(node) in COPIES and not node.keywords:
        if len(node.args) == 1:
            yield node.args[0], "in place"
        elif not node.args and isinstance(node.func, ast.Attribute):
            yield node.func.value, "in place"
    elif isinstance(node, ast.Assign) and len(node.targets) == 1:
        target, value = node.targets[0], node.value
        if not isinstance(value, ast.BinOp) or isinstance(target, ast.Tuple):
            return
        if ast.unparse(value.left) == ast.unparse(target):
            updated = ast.AugAssign(target, value.op, value.right)  # type: ignore[arg-type]
            yield updated, "in place"


def order_changed(node: ast.AST) -> Iterator[Change]:
    """Yield a tuple, or the arguments of a call, with two neighbours swapped."""
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        for elts in _each_swapped(node.elts):
            yield ast.Tuple(elts, node.ctx), "reordered"
    elif isinstance(node, ast.Call) and _called(node) not in SYMMETRIC:
        for args in _each_swapped(node.args):
            yield ast.Call(node.func, args, node.keywords), "arguments swapped"


def returned_value_dropped(node: ast.AST) -> Iterator[Change]:
    """Yield a returned tuple or dictionary without one of its parts."""
    if not isinstance(node, ast.Return):
        return
    value = node.value
    if isinstance(value, ast.Tuple):
        for i in range(len(value.elts)):
            elts = _without(value.elts, i)
            changed = elts[0] if len(elts) == 1 else ast.Tuple(elts, value.ctx)
            yield ast.Return(changed), "return value dropped"
    elif isinstance(value, ast.Dict):
        for i in range(len(value.keys)):
            keys = [*value.keys[:i], *value.keys[i + 1 :]]
            rest = ast.Dict(keys, _without(value.values, i))
            yield ast.Return(rest), "return value dropped"


def statement_dropped(node: ast.AST) -> Iterator[Change]:
    """Yield nothing in place of a statement."""
    if isinstance(node, ast.stmt) and not isinstance(node, ast.Pass | ast.FunctionDef):
        yield ast.Pass(), "statement dropped"


OPERATORS: Sequence[Operator] = (
    operator_swapped,
    comparison_flipped,
    constant_changed,
    keyword_removed,
    transpose_changed,
    index_shifted,
    function_replaced,
    copy_removed,
    order_changed,
    returned_value_dropped,
    statement_dropped,
)


def _number(value: float) -> ast.expr:
    return ast.parse(repr(value), mode="eval").body  # a minus is an operator of its own


def _is_transposed(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "T"


def _each_transposed(factors: Sequence[ast.expr]) -> Iterator[list[ast.expr]]:
    for i, factor in enumerate(factors):
        if not _is_transposed(factor):
            new = ast.Attribute(factor, "T", ast.Load())
            yield [*factors[:i], new, *factors[i + 1 :]]


def _shifted(index: ast.expr | None) -> Iterator[ast.expr]:
    """Yield an index by name, shifted; one with a number in it changes otherwise."""
    if isinstance(index, ast.Name):
        for op in (ast.Add(), ast.Sub()):
            yield ast.BinOp(index, op, ast.Constant(1))
    elif isinstance(index, ast.Tuple):
        for i, part in enumerate(index.elts):
            for new in _shifted(part):
                yield ast.Tuple([*index.elts[:i], new, *index.elts[i + 1 :]], index.ctx)


def _each_swapped(items: Sequence[ast.expr]) -> Iterator[list[ast.expr]]:
    for i in range(len(items) - 1):
        yield [*items[:i], items[i + 1], items[i], *items[i + 2 :]]


def _called(node: ast.Call) -> str:
    """Return the last name of what is called, or ''."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _without(items: Sequence[ast.expr], at: int) -> list[ast.expr]:
    return [*items[:at], *items[at + 1 :]]

import ast

import pytest

from autograder.authoring import operators


def changed(operator, text):
    """Return what an operator makes of the nodes of one line, with the kinds."""
    (statement,) = ast.parse(text).body
    return [
        (ast.unparse(new), what)
        for node in ast.walk(statement)
        for new, what in getattr(operators, operator)(node)
    ]


@pytest.mark.parametrize(
    ("operator", "text", "expected"),
    [
        ("operator_swapped", "a + b", [("a - b", "operator")]),
        (
            "operator_swapped",
            "a - b",
            [("a + b", "operator"), ("b - a", "operands swapped")],
        ),
        (
            "operator_swapped",
            "W @ A",
            [("W * A", "operator"), ("A @ W", "operands swapped")],
        ),
        ("operator_swapped", "a | b", [("a + b", "operator")]),
        ("operator_swapped", "a += b", [("a -= b", "operator")]),
        ("operator_swapped", "a |= b", []),
        ("operator_swapped", "-a", [("a", "sign or `not` removed")]),
        ("operator_swapped", "-1", []),
        ("operator_swapped", "+a", []),
        ("operator_swapped", "a and b", [("a or b", "`and` for `or`")]),
        ("operator_swapped", "a or b", [("a and b", "`and` for `or`")]),
        (
            "comparison_flipped",
            "a < b",
            [("a >= b", "comparison"), ("a <= b", "comparison")],
        ),
        (
            "comparison_flipped",
            "a == b in c",
            [("a != b in c", "comparison"), ("a == b not in c", "comparison")],
        ),
        (
            "comparison_flipped",
            "a if c else b",
            [("a if not c else b", "condition negated")],
        ),
        ("constant_changed", "3", [("4", "constant"), ("2", "constant")]),
        ("constant_changed", "0", [("1", "constant"), ("-1", "constant")]),
        ("constant_changed", "0.01", [("0.02", "constant")]),
        ("constant_changed", "0.0", [("1.0", "constant")]),
        ("constant_changed", "True", [("False", "constant")]),
        ("constant_changed", "None", []),
        ("constant_changed", "'W'", []),
        (
            "keyword_removed",
            "np.sum(Z, axis=1, keepdims=True)",
            [
                ("np.sum(Z, keepdims=True)", "`axis` removed"),
                ("np.sum(Z, axis=1)", "`keepdims` removed"),
            ],
        ),
        ("keyword_removed", "f(dtype=int)", []),
        (
            "transpose_changed",
            "W.T @ A",
            [("W.T @ A.T", "transpose added"), ("W", "transpose removed")],
        ),
        (
            "transpose_changed",
            "np.dot(W, A)",
            [
                ("np.dot(W.T, A)", "transpose added"),
                ("np.dot(W, A.T)", "transpose added"),
            ],
        ),
        ("transpose_changed", "f(W, A)", []),
        (
            "index_shifted",
            "x[i]",
            [("x[i + 1]", "index shifted"), ("x[i - 1]", "index shifted")],
        ),
        (
            "index_shifted",
            "x[i, 0]",
            [("x[i + 1, 0]", "index shifted"), ("x[i - 1, 0]", "index shifted")],
        ),
        ("index_shifted", "x[i + 1]", []),
        (
            "index_shifted",
            "x[:j]",
            [(":j + 1", "index shifted"), (":j - 1", "index shifted")],
        ),
        (
            "index_shifted",
            "x[i:]",
            [("i + 1:", "index shifted"), ("i - 1:", "index shifted")],
        ),
        ("function_replaced", "np.sum", [("np.mean", "another function")]),
        ("function_replaced", "np.exp", []),
        ("copy_removed", "x.copy()", [("x", "in place")]),
        ("copy_removed", "dict(x)", [("x", "in place")]),
        ("copy_removed", "copy.deepcopy(x)", [("x", "in place")]),
        ("copy_removed", "np.array(x, dtype=float)", []),
        ("copy_removed", "dict()", []),
        ("copy_removed", "x[k] = x[k] - d", [("x[k] -= d", "in place")]),
        ("copy_removed", "x = y - d", []),
        ("copy_removed", "x = y", []),
        ("order_changed", "a = b, c", [("(c, b)", "reordered")]),
        ("order_changed", "a, b = c", []),
        (
            "order_changed",
            "f(a, b, c)",
            [("f(b, a, c)", "arguments swapped"), ("f(a, c, b)", "arguments swapped")],
        ),
        ("order_changed", "np.maximum(0, z)", []),
        (
            "returned_value_dropped",
            "return a, b",
            [
                ("return b", "return value dropped"),
                ("return a", "return value dropped"),
            ],
        ),
        (
            "returned_value_dropped",
            "return a, b, c",
            [
                ("return (b, c)", "return value dropped"),
                ("return (a, c)", "return value dropped"),
                ("return (a, b)", "return value dropped"),
            ],
        ),
        (
            "returned_value_dropped",
            "return {'a': 1, **b}",
            [
                ("return {**b}", "return value dropped"),
                ("return {'a': 1}", "return value dropped"),
            ],
        ),
        ("returned_value_dropped", "return a", []),
        ("statement_dropped", "a = 1", [("pass", "statement dropped")]),
        ("statement_dropped", "pass", []),
    ],
)
def test_operators(operator, text, expected):
    assert changed(operator, text) == expected


def test_every_operator_is_used():
    public = {
        name
        for name, value in vars(operators).items()
        if callable(value) and getattr(value, "__module__", "") == operators.__name__
        if not name.startswith("_")
    }
    assert {operator.__name__ for operator in operators.OPERATORS} == public


def test_neighbours_are_neighbours_of_each_other():
    assert all(operators.NEIGHBOURS[b] == a for a, b in operators.NEIGHBOURS.items())

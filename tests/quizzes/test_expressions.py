import math

import pytest

from autograder.quizzes.expressions import (
    FUNCTIONS,
    ExpressionError,
    evaluate,
    parse,
    relu,
    sigmoid,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-z**2", -4),
        ("2**3**2", 512),
        ("7 // 2 + 7 % 4", 6),
        ("(n, 1)", (3, 1)),
        ("[i * n for i in range(3) if i != 1]", [0, 6]),
        ("sum(a * b for a, b in pairwise(dims))", 34),
        ("dims[-1] if n > 2 else dims[0]", 4),
        ("sorted(dims, key=abs)", [2, 3, 4, 4]),
        ("not True or None", None),
        ("2 < n <= 3 and n in dims", True),
        ("{'a': n}['a']", 3),
        ("str(n) + 'x'", "3x"),
        ("max(dims), min(dims), len(dims)", (4, 2, 4)),
        ("list(zip(dims, range(4)))[1]", (3, 1)),
        ("enumerate(dims)[0]", (0, 2)),
        ("reversed(dims)", [4, 4, 3, 2]),
        ("broadcast([3, 1], [4])", (3, 4)),
        ("broadcast([3, 1], [2, 2])", None),
        ("broadcast([1], [1])", (1,)),
        ("broadcast([0], [1])", (0,)),
        ("matmul([[1, 2], [3, 4]], [[1], [1]])", [[3], [7]]),
        ("transpose([[1, 2, 3]])", [[1], [2], [3]]),
        ("round(pi, 2)", 3.14),
        (" n ", 3),
        ("1e-6", 1e-6),
    ],
)
def test_the_value_is_that_of_python(text, value):
    assert evaluate(text, {"z": 2, "n": 3, "dims": [2, 3, 4, 4]}) == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("m + 1", "m + 1: expected one of n, layers, got 'm'"),
        ("maxi(n)", None),
        ("n ^ 2", "n ^ 2: expected ** for a power, got ^"),
        ("n.real", "n.real: Attribute is not available in this evaluator"),
        ("f'{n}'", "f'{n}': JoinedStr is not available in this evaluator"),
        ("1 / 0", "1 / 0: ZeroDivisionError: division by zero"),
        ("layers[5]", "layers[5]: IndexError: list index out of range"),
        ("n + 'a'", None),
        ("sqrt(-1)", "sqrt(-1): ValueError: math domain error"),
        ("range(10**6)", "range(10**6): ValueError: expected at most 100000 of them"),
        ("9**9**9", None),
        ("[0] * 10**9", None),
        ("n +", "n +: expected one Python expression, got: invalid syntax"),
        ("n; n", "n; n: expected one Python expression, got: invalid syntax"),
        ("n = 3", None),
        ("", ": expected one Python expression, got: invalid syntax"),
        ("lambda: 3", "lambda: 3: Lambda is not available in this evaluator"),
        ("[x for x[0] in layers]", None),
        ("matmul([[1, 2]], [[1, 2]])", None),
        ("-" * 5000 + "1", None),
        ("n\0", None),
        ("__import__('os')", None),
    ],
)
def test_what_cannot_be_evaluated(text, message):
    with pytest.raises(ExpressionError) as caught:
        evaluate(text, {"n": 3, "layers": [1, 2]})
    assert message is None or str(caught.value) == message


def test_a_deep_expression_is_not_repeated_in_full():
    with pytest.raises(ExpressionError) as caught:
        evaluate("+".join("1" for _ in range(3000)), {})
    assert str(caught.value) == f"{('1+' * 20)}…: nested too deeply"


def test_names_of_the_item_go_before_ours():
    assert evaluate("e + pi", {"e": 1, "pi": 2}) == 3
    assert evaluate("e", {}) == math.e


def test_parsing_is_kept():
    assert parse("n + 1") is parse("n + 1")


@pytest.mark.parametrize("z", [-1000.0, -1.5, 0.0, 1.5, 1000.0])
def test_sigmoid_never_overflows(z):
    assert sigmoid(z) == pytest.approx(0.5 * (1 + math.tanh(z / 2)))


def test_relu():
    assert (relu(-2), relu(3)) == (0, 3)


def test_functions_are_listed_in_order():
    assert list(FUNCTIONS) == sorted(FUNCTIONS)

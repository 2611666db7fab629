from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.quizzes.formulas import (
    FormulaError,
    evaluate_formula,
    evaluate_number,
    normal_text,
    without_name,
)

Z = np.array([0.5, 1.0, 2.0])


def why(text, names=("z",)):
    with pytest.raises(FormulaError) as caught:
        evaluate_formula(text, dict.fromkeys(names, Z))
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("z", Z),
        ("ｚ", Z),
        ("z^2", Z**2),
        ("z²", Z**2),
        ("z⁻²", Z**-2),
        ("-z^2", -(Z**2)),
        ("2^-z", 2**-Z),
        ("2×z − 1÷z", 2 * Z - 1 / Z),
        ("2·z⋅3", 6 * Z),
        ("np.exp(z) + math.sin(z)", np.exp(Z) + np.sin(Z)),
        ("σ(z)", 1 / (1 + np.exp(-Z))),
        ("relu(z - 1)", np.maximum(0, Z - 1)),
        ("max(z, 1, 1.5)", np.maximum(Z, 1.5)),
        ("min(z)", Z),
        ("maximum(z, 1)", np.maximum(Z, 1)),
        ("ln(e) * π", np.pi),
        (" `(z\n + 1)` ", Z + 1),
        ("１＋２", 3),
        ("+z", Z),
    ],
)
def test_formulas_have_the_values_that_people_mean(text, expected):
    assert np.allclose(evaluate_formula(text, {"z": Z}), expected, rtol=1e-15)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("2z", "2*z"),
        ("2 z", "2*z"),
        ("2(z)", "2*(z)"),
        ("z(1 - z)", "z*(1-z)"),
        ("(1 - z)(1 + z)", "(1-z)*(1+z)"),
        ("z tanh(z)", "z*tanh(z)"),
        ("2 sin(z)", "2*sin(z)"),
        ("1e-3z", "1e-3*z"),
        ("2π", "2*π"),
        ("z 2", "z*2"),
        (".5z^2", ".5*z**2"),
    ],
)
def test_the_missing_product_is_named(text, instead):
    assert why(text) == f"a `*` is missing; write `{instead}`"
    evaluate_formula(instead, {"z": Z})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w", "`w` is not known here; use `z`"),
        ("sin", "`sin` is not known here; use `z`"),
        ("max(sin, 1)", "`sin` is not known here; use `z`"),
        ("f(z)", "`f` is not a function here"),
        ("__import__('os')", "`__import__` is not a function here"),
        ("z" * 501, "it is longer than 500 characters"),
        ("z" * 10_000_000, "it is longer than 500 characters"),
        ("ﷺ" * 400, "it is longer than 500 characters"),
        ("(" * 41 + "z" + ")" * 41, "it is nested too deeply"),
        ("（" * 41 + "z", "it is nested too deeply"),
    ],
)
def test_what_is_not_known_or_too_much(text, expected):
    assert why(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "z +",
        "3 4",
        "I do not know",
        "sin z",
        "z.__class__",
        "z.real",
        "lambda: 1",
        "(lambda: 1)()",
        "[z for z in z]",
        "[z]",
        "{z}",
        "()",
        "z, z",
        "z[0]",
        "z if z else 1",
        "1if z else 2",
        "z and 1",
        "not z",
        "z == 1",
        "(z := 1)",
        "'a'",
        "'\\d'",
        "f'{z}'",
        "True",
        "None",
        "1j",
        "01",
        "z % 2",
        "z // 2",
        "z @ z",
        "exp(z, z)",
        "maximum(z, 1, z)",
        "maximum(z)",
        "relu(z, z)",
        "max()",
        "exp(x=z)",
        "exp(*z)",
        "z\x00",
        "\ud800",
        "9" * 500,
        "-" * 500,
        "5!",
    ],
)
def test_what_is_no_formula(text):
    assert why(text) == "it cannot be read as a formula"


def test_a_function_writes_into_nothing():
    before = Z.copy()
    with pytest.raises(FormulaError):
        evaluate_formula("tanh(z, z)", {"z": Z})
    assert np.array_equal(before, Z)


@pytest.mark.parametrize(
    "text",
    [
        "9**9**9",
        "9**9**9**9**9",
        "1e999",
        "9" * 5000,
        "(" * 5000,
        "-" * 400 + "1/0",
        "2**" * 160 + "2",
        "1+" * 240 + "1/0",
        "exp(" * 40 + "9" + ")" * 40,
        " " * 5000,
    ],
)
def test_nothing_costs_more_than_a_moment(text, cpu_of):
    def refused():
        with pytest.raises(FormulaError):
            evaluate_number(text)

    assert cpu_of(refused) < 1000 * cpu_of(lambda: evaluate_number("2 + 3*4"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3/4", 0.75),
        ("2*10^-3", 0.002),
        ("1e-3", 0.001),
        ("-.5", -0.5),
        ("5.", 5),
        ("−3", -3),
        ("1_000", 1000),
        ("sqrt(2)^2 - 2 + 1", 1),
        ("0x10", 16),
    ],
)
def test_numbers(text, value):
    assert evaluate_number(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/0", "the value is not a finite number"),
        ("9" * 400 + ".0", "the value is not a finite number"),
        ("9" * 400, "the value is not a finite number"),
        ("log(-1)", "the value is not a finite number"),
        ("x", "`x` is not a number"),
        ("1, 2", "it cannot be read as a number"),
        ("2(3)", "a `*` is missing; write `2*(3)`"),
    ],
)
def test_what_is_no_number(text, expected):
    with pytest.raises(FormulaError) as caught:
        evaluate_number(text)
    assert str(caught.value) == expected
    assert caught.value.why.render("en") == expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("dz = 1 - a", "1 - a"),
        ("da/dz= 3", "3"),
        ("= 3", "3"),
        ("f(z) = z", "z"),
        ("a == b", "a == b"),
        ("a <= b", "a <= b"),
        ("x = y = 3", "x = y = 3"),
        ("x = y == 3", "x = y == 3"),
        ("a" * 31 + "=1", "a" * 31 + "=1"),
        ("1", "1"),
        ("", ""),
    ],
)
def test_what_a_formula_is_said_to_equal_is_left_out(text, rest):
    assert without_name(text) == rest


def test_keyboards_differ():
    assert normal_text(" `１ – ａ²³`\n") == "1 - a**23"


@given(text=st.text(max_size=60))
def test_any_text_has_a_value_or_none(text):
    try:
        value = evaluate_formula(text, {"z": Z})
    except FormulaError:
        return
    assert np.shape(value) in [(), (3,)]
    assert np.asarray(value).dtype == np.float64


@given(text=st.text("0123456789.eEzπ+-*/^(),= sinmax²⁻", max_size=60))
def test_any_formula_has_a_value_or_none(text):
    try:
        value = evaluate_formula(text, {"z": Z})
    except FormulaError:
        return
    assert np.shape(value) in [(), (3,)]


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_as_python_writes_it(value):
    assert evaluate_number(repr(value)) == value

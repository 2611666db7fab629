from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from autograder.quizzes.latex import mathml
from autograder.quizzes.readable import readable

ATTRIBUTES = 'xmlns="http://www.w3.org/1998/Math/MathML"'


def inner(latex):
    drawn = mathml(latex)
    start, end = f'<math {ATTRIBUTES} display="inline"><mrow>', "</mrow></math>"
    assert drawn.startswith(start)
    assert drawn.endswith(end)
    return drawn[len(start) : -len(end)]


def test_a_formula_is_mathml():
    assert inner("x^2") == "<msup><mi>x</mi><mn>2</mn></msup>"
    assert isinstance(mathml("x^2"), Markup)


def test_a_block_says_so():
    assert mathml("x", block=True).startswith(f'<math {ATTRIBUTES} display="block">')


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{1}",
        r"\frac{",
        r"\bogus{x}",
        r"x^",
        r"^2",
        r"a & b",
        r"\begin{aligned} a &= b \end{aligned}",
        r"\limits",
        "",
    ],
)
def test_what_cannot_be_converted_is_none(latex):
    assert mathml(latex) is None


def test_text_in_a_formula_is_text():
    assert inner(r"\text{<b>&amp; \u202e}").startswith("<mtext>&lt;b&gt;&amp; ")
    assert inner(r"\text{a b}") == "<mtext>a b</mtext>"
    assert "\u202e" not in mathml(r"\text{&#8238;}")


@pytest.mark.parametrize(
    "latex",
    [r"\style{color:red}{x}", r"\class{a}{x}", r"\href{http://a.example}{x}"],
)
def test_what_reaches_out_of_a_formula_is_left_out(latex):
    assert inner(latex) == "<mrow><mi>x</mi></mrow>" or "x" in inner(latex)
    assert not {"style", "class", "href"} & set(inner(latex).replace("=", " ").split())


def test_a_power_of_a_matrix_has_one_base():
    assert inner(r"\begin{bmatrix} 1 \end{bmatrix}^T") == (
        "<msup><mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>"
        "<mo>]</mo></mrow><mi>T</mi></msup>"
    )


@pytest.mark.parametrize(
    ("latex", "space"),
    [
        (r"\tanh z", True),
        (r"a \log b", True),
        (r"(a)\log b", True),
        (r"\log_2 x", True),
        (r"\log(x)", False),
        (r"a b", False),
        (r"a + \log(x)", False),
    ],
)
def test_names_stand_apart(latex, space):
    assert ("<mspace" in inner(latex)) == space


@given(
    st.lists(
        st.sampled_from(
            [
                *"ab12^_{}()[]&=-+ \\|'<",
                *(r"\frac", r"\sqrt", r"\hat", r"\sum", r"\left(", r"\text", r"\log"),
                *(r"\begin{bmatrix}", r"\end{bmatrix}", r"\\", "^T", r"\max"),
            ]
        ),
        max_size=12,
    )
)
def test_total(pieces):
    """Whatever is between dollars is drawn or refused; both ways agree on which."""
    latex = "".join(pieces)
    assert (mathml(latex) is None) == (readable(latex) is None)

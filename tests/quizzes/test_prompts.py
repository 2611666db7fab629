import pytest

from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.prompts import fill


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("plain text", "plain text"),
        ("{{ n }} units\n", "3 units\n"),
        ("{{ x }} and {{ three }}", "0.3 and 3.0"),
        ("{{ zero }}", "0.0"),
        ("{{ big }}", "1e+300"),
        ("{{ xs }} {{ rows }}", "[0.3, 1.0, 2] [[1, 0.5], ['a', None]]"),
        ("{{ pair }} {{ word }} {{ yes }}", "(1, 2) a True"),
        ("z {{ n | signed }}", "z + 3"),
        ("z {{ minus | signed }}", "z - 2.5"),
        ("z {{ zero | signed }}", "z + 0.0"),
        ("{{ rows | tex }}", r"\begin{bmatrix} 1 & 0.5 \\ a & None \end{bmatrix}"),
        ("{{ xs | tex }}", r"\begin{bmatrix} 0.3 & 1.0 & 2 \end{bmatrix}"),
        ("{{ [] | tex }}", r"\begin{bmatrix}  \end{bmatrix}"),
        ("{{ x | round(1) }}", "0.3"),
        ("{{ xs | join }}; {{ xs | join(' + ') }}", "0.3, 1.0, 2; 0.3 + 1.0 + 2"),
        ("$W^{[ {{ n }} ]}$", "$W^{[ 3 ]}$"),
        (r"$\text{#units}$ {% {{ n }} %} {# #}", r"$\text{#units}$ {% 3 %} {# #}"),
    ],
)
def test_filling_in(text, filled):
    names = {
        "n": 3,
        "x": 0.1 + 0.2,
        "three": 3.0,
        "zero": -0.0,
        "big": 1e300,
        "xs": [0.1 + 0.2, 1.0, 2],
        "rows": [[1, 0.5], ["a", None]],
        "minus": -2.5,
        "pair": (1, 2),
        "word": "a",
        "yes": True,
    }
    assert fill(text, names) == filled


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ m }}", "'m' is undefined"),
        ("{{ n", "unexpected end of template, expected 'end of print statement'."),
        ("{{ n / 0 }}", "ZeroDivisionError: division by zero"),
        ("{{ word | signed }}", None),
        ("{{ n | upper }}", "No filter named 'upper'."),
        ("{{ n | tex }}", None),
        ("{{ range(9) }}", "'range' is undefined"),
        ("{{ ''.__class__ }}", None),
    ],
)
def test_what_cannot_be_filled_in(text, message):
    with pytest.raises(ExpressionError) as caught:
        fill(text, {"n": 3, "word": "a"})
    assert message is None or str(caught.value) == message

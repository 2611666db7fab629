"""Exceptions, told from text."""

import pytest

from autograder.checks.feedback import Symptom, render_text
from autograder.checks.raised import explain_raised, names_defined
from autograder.values import Frame, Raised

CELL = "deep_network.ipynb, cell 9"
SOURCES = {
    CELL: "def softmax(Z, n_x):\n    return np.exp(Z) / np.exp(Z).summ(axis=0)\n",
    "deep_network.py": "W_one = 1\nif W_one == 2:\n    leaky_relu = lambda z: z\n",
}


def text(raised, function="softmax"):
    feedback = explain_raised(function, raised, SOURCES)
    assert feedback.symptom is Symptom.RAISED
    return render_text(feedback.render("en", hidden=True), "en")


def test_worked_example():
    raised = Raised(
        "AttributeError",
        "'numpy.ndarray' object has no attribute 'summ'",
        (Frame("<frozen>", 1, "call"), Frame(CELL, 2, "softmax"), Frame("np", 3, "f")),
    )
    assert text(raised) == (
        "`softmax` raised AttributeError\n"
        "    deep_network.ipynb, cell 9, line 2, in softmax\n"
        "        return np.exp(Z) / np.exp(Z).summ(axis=0)\n"
        "    'numpy.ndarray' object has no attribute 'summ'\n"
        "  cause: there is an attribute with a similar name: 'sum'"
    )


@pytest.mark.parametrize(
    ("type_name", "message", "cause"),
    [
        ("AttributeError", "module 'numpy' has no attribute 'zeroes'",
         "there is an attribute with a similar name: 'zeros'"),
        ("AttributeError", "module 'numpy.random' has no attribute 'rndn'",
         "there is an attribute with a similar name: 'randn'"),
        ("AttributeError", "module 'os' has no attribute 'zeroes'", None),
        ("AttributeError", "module 'numpy' has no attribute 'qqqq'", None),
        ("AttributeError", "anything", None),
        ("ValueError", "module 'numpy' has no attribute 'zeroes'", None),
        ("NameError", "name 'sotfmax' is not defined",
         "a similar name is defined in the file: 'softmax'"),
        ("NameError", "name 'leakyrelu' is not defined",
         "a similar name is defined in the file: 'leaky_relu'"),
        ("NameError", "name 'zzz' is not defined", None),
        ("NameError", "anything", None),
        ("KeyError", "'W9'", None),
    ],
)  # fmt: skip
def test_cause_only_where_it_is_verified(type_name, message, cause):
    feedback = explain_raised("f", Raised(type_name, message), SOURCES)
    assert (feedback.cause and feedback.cause.render("en")) == cause


@pytest.mark.parametrize(
    "frame",
    [Frame("test_hidden.py", 1, "f"), Frame(CELL, 0, "f"), Frame(CELL, 99, "f")],
)
def test_frames_that_are_not_ours_are_dropped(frame):
    assert text(Raised("ValueError", "bad", (frame,))) == (
        "`softmax` raised ValueError\n    bad"
    )


def test_text_of_the_student_is_harmless():
    raised = Raised("Bad\x1b[2J", "a\u202eb\n" + "x" * 500)
    shown = text(raised)
    assert shown.startswith("`softmax` raised Bad[2J\n    ab xxx")
    assert len(shown) < 300
    assert text(Raised("ValueError", "")) == "`softmax` raised ValueError"


def test_names_defined():
    assert names_defined(SOURCES[CELL]) == {"softmax", "Z", "n_x"}
    assert names_defined(SOURCES["deep_network.py"]) == {"W_one", "leaky_relu"}


@pytest.mark.parametrize(
    "text", ["def f(", "a" * 70 + " ", " " * 70 + "\n", "def " * 2]
)
def test_the_search_for_names_is_linear(text, cpu_of):
    short, long = (text * (size // len(text)) for size in (20_000, 200_000))
    assert cpu_of(lambda: names_defined(long)) < 40 * cpu_of(
        lambda: names_defined(short)
    )

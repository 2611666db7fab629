from __future__ import annotations

import numpy as np
import pytest

from autograder.quizzes.exports.spellings import (
    array_spellings,
    decimal_text,
    exact,
    shape_spellings,
)
from autograder.quizzes.kinds.array import ArrayAnswer
from autograder.quizzes.kinds.shape import ShapeAnswer
from autograder.quizzes.model import Form


@pytest.mark.parametrize("shape", [(4, 5), (3,), (1, 2, 3), (), None])
def test_every_spelling_of_a_shape_reads_as_that_shape(shape):
    answer = ShapeAnswer(shape=[1])
    spelled = shape_spellings(shape)
    assert len(set(spelled)) == len(spelled)
    for text in spelled:
        if shape == () or text == "에러":
            continue
        assert answer.read(text, Form("shape", "")) == shape


def test_the_usual_spellings_of_a_shape():
    expected = {"(4, 5)", "(4,5)", "4x5", "4 x 5", "4, 5", "4,5", "[4, 5]"}
    assert expected <= set(shape_spellings((4, 5)))


@pytest.mark.parametrize("rows", [[1.0, 2.0], [[1.0, -2.0], [0.0, 4.0]]])
def test_every_spelling_of_an_array_reads_as_that_array(rows):
    answer = ArrayAnswer(array=[1])
    spelled = array_spellings(np.array(rows))
    assert len(spelled) == 5
    for text in spelled:
        assert answer.read(text, Form("array", "")).tolist() == rows


@pytest.mark.parametrize("rows", [[0.5], 3.0, [[[1.0]]], [1.0] * 7])
def test_arrays_that_nobody_types_the_same_way(rows):
    assert array_spellings(np.array(rows)) == ()


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (3, "3"),
        (100, "100"),
        (12.0, "12"),
        (0.1, "0.1"),
        (-0.125, "-0.125"),
        (1e-7, "0.0000001"),
        (1e-40, "1E-40"),
        (0, "0"),
    ],
)
def test_numbers_lose_nothing(number, text):
    assert decimal_text(exact(number)) == text
    assert float(text) == number

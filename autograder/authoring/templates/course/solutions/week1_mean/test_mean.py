"""Hidden checks and public examples of the mean of many examples.

Every feature has a mean far from 0 and from those of the others, and n differs from
m: no mistake can hide.
"""

import numpy as np
import pytest

from autograder.grading import example, grades


def data(rng, n, m):
    """Return m examples of n features."""
    return rng.uniform(2, 9, (n, 1)) + rng.standard_normal((n, m))


# Hidden checks, in call order.


@grades("mean")
@pytest.mark.parametrize(("n", "m"), [(3, 5), (4, 2), (2, 7)])
def test_mean(student, rng, n, m):
    """The mean over the m examples, as a column

    ko: 예시 m개에 대한 평균, 열 형태로
    """
    student.mean(data(rng, n, m)).matches_reference()


@grades("center")
@pytest.mark.parametrize(("n", "m"), [(3, 4), (5, 2)])
def test_center(student, rng, n, m):
    """Every entry without the mean of its feature

    ko: 모든 원소에서 그 특성의 평균을 뺀 값
    """
    student.center(data(rng, n, m)).matches_reference()


@grades("as_handed_in")
def test_everything(student, rng):
    """The mean and the centered data, with your own functions

    ko: 평균과 중심을 옮긴 데이터, 자신이 쓴 함수로
    """
    X = data(rng, 4, 6)
    student.mean(X).matches_reference()
    student.center(X).matches_reference()


# Public examples: recorded at release, without points.


@example("mean")
def test_mean_example(student):
    """The example of the text: two features, three examples

    ko: 본문의 예: 특성 2개, 예시 3개
    """
    student.mean(np.array([[1.0, 2.0, 6.0], [0.0, 4.0, 8.0]])).matches_reference()


@example("center")
def test_center_example(student, rng):
    """Three features, four examples

    ko: 특성 3개, 예시 4개
    """
    student.center(data(rng, 3, 4)).matches_reference()

"""The hidden checks. `LATE` is the input of one that runs last."""

import numpy as np
import pytest

from autograder.grading import grades

NOTE = "@@CHECKS@@"
LATE = np.array(@@LATE@@)  # fmt: skip
SIZES = [(3, 5), (4, 7)]


@grades("center")
@pytest.mark.parametrize("n, m", SIZES)
def test_center(student, rng, n, m):
    """Rows without their means, and the means

    ko: 평균을 뺀 행과 평균
    """
    student.center(rng.standard_normal((n, m))).matches_reference()


@grades("spread")
@pytest.mark.parametrize("n, m", SIZES)
def test_spread(student, rng, n, m):
    """The standard deviation of every row

    ko: 각 행의 표준편차
    """
    student.spread(rng.standard_normal((n, m))).matches_reference()


@grades("standardize")
@pytest.mark.parametrize("n, m", SIZES)
def test_standardize(student, rng, n, m):
    """Standardized rows, means and deviations

    ko: 표준화한 행, 평균과 표준편차
    """
    student.standardize(rng.standard_normal((n, m))).matches_reference()


@grades("price")
@pytest.mark.parametrize("n, m", SIZES)
def test_price(student, rng, n, m):
    """One number

    ko: 수 하나
    """
    student.price(rng.standard_normal((n, m))).matches_reference()


@grades("as_handed_in")
def test_chain(student, reference, rng, n=3, m=6):
    """What `center` returns goes into `spread`

    ko: `center`의 반환값이 `spread`에 들어간다
    """
    X = rng.standard_normal((n, m))
    centered = student.center(X).passed_on  # whatever it is
    expected = reference.spread(np.abs(reference.center(X)[0]))
    student.spread(np.abs(centered[0])).matches(expected)


@grades("seal")
def test_seal_of_noise(student, rng, m=5):
    """The key is added

    ko: 키를 더한다
    """
    student.seal(rng.standard_normal((8, m))).matches_reference()


@grades("seal")
def test_seal_of_what_comes_last(student):
    """The key is added to secret numbers

    ko: 비밀 숫자에 키를 더한다
    """
    student.seal(LATE.reshape(8, 1)).matches_reference()

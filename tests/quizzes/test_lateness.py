from dataclasses import replace
from datetime import timedelta

import pytest

from autograder.quizzes.lateness import credit_of
from autograder.quizzes.model import FilledPaper


@pytest.fixture
def late(window):
    return replace(
        window,
        grace=timedelta(seconds=30),
        late_until=window.closes + timedelta(hours=1),
        late_credit=0.5,
    )


def filled(window, minutes, started=None):
    def at(number):
        return None if number is None else window.opens + timedelta(minutes=number)

    return FilledPaper("f", "P", "s01", {}, time=at(minutes), started=at(started))


@pytest.mark.parametrize(
    ("minutes", "started", "credit", "said"),
    [
        (5, None, 1.0, None),
        (20.5, None, 1.0, None),
        (10, 2, 1.0, None),
        (
            21,
            None,
            0.5,
            "Handed in late, at 2026-12-01 10:21: 50% of the score counts.",
        ),
        (81, None, 0.0, "Handed in after the end, at 2026-12-01 11:21: not counted."),
        (15, 2, 0.5, "Took longer than the working time: 50% of the score counts."),
        (-5, None, 1.0, None),
    ],
)
def test_what_a_response_keeps(late, minutes, started, credit, said):
    kept, why = credit_of(late, filled(late, minutes, started))
    assert kept == credit
    assert (why and why.render("en")) == said


def test_without_times_everything_is_kept(late):
    assert credit_of(None, filled(late, 999)) == (1.0, None)
    assert credit_of(late, filled(late, None)) == (1.0, None)

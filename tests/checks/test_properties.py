import numpy as np
import pytest

from autograder.checks.feedback import Symptom
from autograder.checks.judgements import JUDGEMENTS
from autograder.messages import Text

OTHERWISE = Text("the mask keeps another share", "마스크가 다른 비율을 남깁니다")
HOLDS = JUDGEMENTS["holds"]


def judge(got, predicate):
    return HOLDS.judge(
        got, "D1", predicate=predicate, otherwise=OTHERWISE, function="f"
    )


def test_what_holds_passes():
    assert judge(np.ones(3), lambda mask: mask.mean() == 1) is None
    assert judge([], lambda _: np.True_) is None


@pytest.mark.parametrize("got", [np.zeros(3), None, "mask", {}])
def test_what_does_not_hold_or_raises_is_the_fact_that_the_author_wrote(got):
    feedback = judge(got, lambda mask: mask.mean() == 1)
    assert feedback.symptom is Symptom.WRONG_PROPERTY
    assert feedback.headline.render("en") == "the mask keeps another share"
    assert feedback.headline.render("ko") == "마스크가 다른 비율을 남깁니다"


def test_a_wrong_version_with_the_same_random_numbers_is_recognized():
    value = np.random.default_rng(0).random(8)
    details = {"predicate": bool, "otherwise": OTHERWISE}
    assert HOLDS.reproduces(value, value.copy(), **details) >= 3
    assert HOLDS.reproduces(value, value + 1, **details) == 0

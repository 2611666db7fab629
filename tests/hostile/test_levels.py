"""What is promised holds at the weaker level too."""

from __future__ import annotations

import os

import pytest
from autograder.grading import job
from autograder.sandbox.confined import ConfinedSandbox
from tests.hostile.attacks import attacks
from tests.hostile.traces import Traces
from tests.hostile.verdicts import leaks, missing_words, wrong_scores, wrong_symptoms

pytestmark = pytest.mark.slow

TRIED = [
    attack
    for attack in attacks("reading", "writing", "escaping", "dying")
    if attack.needs in ("", os.uname().machine) and not attack.spends
]


@pytest.fixture(scope="module")
def graded(grade_all):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(job, "open_sandbox", lambda **_: ConfinedSandbox("landlock"))
        return grade_all(TRIED, jobs=1)


@pytest.mark.parametrize("attack", TRIED, ids=lambda attack: attack.id)
def test_landlock_alone_gives_the_same_verdicts(graded, attack):
    result = graded.of(attack)
    assert result.sandbox == "landlock"
    assert wrong_scores(attack, result, graded.assignment) == {}
    assert wrong_symptoms(attack, result) == {}
    assert missing_words(attack, result) == []
    assert leaks(result) == []


def test_nobody_else_is_harmed_and_nothing_stays(graded):
    best = graded.assignment.max_score
    honest = [r for s, r in graded.results.items() if s.startswith("honest")]
    assert {result.score for result in honest} == {best}
    assert graded.traces == Traces()

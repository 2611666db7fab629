"""Every hostile submission gets the verdict that it declares, and no secret."""

from __future__ import annotations

import os

import msgspec
import pytest

from autograder.model import AS_HANDED_IN, Graded
from tests.hostile.attacks import FAMILIES, attacks

pytestmark = pytest.mark.slow

ATTACKS = [a for a in attacks() if a.needs in ("", os.uname().machine)]
each = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)


@pytest.fixture(scope="module")
def forwards(grade_all):
    """All of it in one process, so that leftovers meet whoever comes next."""
    return grade_all(ATTACKS, jobs=1)


@pytest.fixture(scope="module")
def backwards(grade_all):
    """All of it in the other order, side by side."""
    return grade_all(ATTACKS[::-1], jobs=2)


@pytest.fixture(scope="module", params=["forwards", "backwards"])
def graded(request):
    return request.getfixturevalue(request.param)


@each
def test_it_earns_what_it_declares(graded, attack):
    result = graded.of(attack)
    assert result.error == attack.error
    if attack.error:
        assert (result.outcome, result.score) == (Graded.COULD_NOT_GRADE, None)
        return
    assert result.outcome is Graded.GRADED
    worth = graded.assignment.points
    expected = {name: worth[name] * (name in attack.earns) for name in worth}
    assert {n: f.score for n, f in result.functions.items()} == expected
    assert result.score == sum(expected.values())


@each
def test_it_is_told_why(graded, attack):
    result = graded.of(attack)
    said = {
        name: [c.feedback.symptom for c in function.checks if c.feedback]
        for name, function in result.functions.items()
        if name not in attack.earns and name != AS_HANDED_IN
    }
    expected = {n: attack.symptoms.get(n, "missing-function") for n in said}
    wrong = {n: s for n, s in said.items() if not _agrees(s, expected[n])}
    assert wrong == {}, expected
    feedback = [c.feedback for f in result.functions.values() for c in f.checks]
    assert all(f is None or len(f.headline) > 10 for f in feedback)
    text = msgspec.json.encode(result).decode()
    for words in attack.says:
        assert words in text


def _agrees(symptoms, expected):
    if isinstance(expected, list):
        return symptoms == expected
    return set(symptoms) <= set(expected.split(" | "))


@each
def test_it_sees_no_secret(graded, attack):
    text = msgspec.json.encode(graded.of(attack)).decode()
    assert "CANARY-" not in text
    assert "OPEN " not in text


def test_nobody_else_loses_a_point(graded):
    honest = {s: r for s, r in graded.results.items() if s.startswith("honest")}
    assert len(honest) == len(ATTACKS) + 1
    best = graded.assignment.max_score
    assert {s: r.score for s, r in honest.items() if r.score != best} == {}
    assert {s: r.notes for s, r in honest.items() if r.notes} == {}


def test_nothing_outlives_the_run(graded):
    assert graded.traces.processes == set()
    assert graded.traces.files == []
    assert graded.traces.memory == []
    assert graded.traces.sockets == []


def test_only_the_grader_writes(graded):
    scene = graded.scene
    book = (scene.course / "gradebook.db").read_text()
    assert book == scene.canaries["GRADEBOOK"]
    assert [p.name for p in scene.out.iterdir()] == ["results.jsonl"]
    lines = (scene.out / "results.jsonl").read_bytes().splitlines()
    students = [msgspec.json.decode(line)["student"] for line in lines]
    assert sorted(students) == sorted(graded.order)
    assert sum(p.is_file() for p in scene.solution.rglob("*.*y*")) == 4


def test_there_are_enough_of_them():
    count = {family: sum(a.family == family for a in attacks()) for family in FAMILIES}
    assert min(count.values()) >= 8
    assert sum(count.values()) >= 80
    assert all(len(a.tries) > 20 for a in attacks())
    assert len({a.handed_in_by for a in attacks()}) == sum(count.values())

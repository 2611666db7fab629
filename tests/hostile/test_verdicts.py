"""Every hostile submission gets the verdict that it declares, and no secret."""

from __future__ import annotations

import os

import msgspec
import pytest
from tests.hostile.attacks import FAMILIES, attacks
from tests.hostile.verdicts import leaks, missing_words, wrong_scores, wrong_symptoms

pytestmark = pytest.mark.slow

ATTACKS = [a for a in attacks() if a.needs in ("", os.uname().machine)]
LASTING = [attack for attack in ATTACKS if attack.family != "exhausting"]
"""What may leave something to whoever comes next."""
RUNS = {"forwards": ATTACKS, "backwards": LASTING[::-1]}
each = pytest.mark.parametrize(
    ("graded", "attack"),
    [(order, attack) for order, attacks in RUNS.items() for attack in attacks],
    ids=lambda value: getattr(value, "id", value),
    indirect=["graded"],
)
both = pytest.mark.parametrize("graded", RUNS, indirect=True)


@pytest.fixture(scope="module")
def forwards(grade_all):
    """All of it in one process, so that leftovers meet whoever comes next."""
    return grade_all(RUNS["forwards"], jobs=1)


@pytest.fixture(scope="module")
def backwards(grade_all):
    """In the other order, side by side."""
    return grade_all(RUNS["backwards"], jobs=2)


@pytest.fixture(scope="module")
def graded(request):
    return request.getfixturevalue(request.param)


@each
def test_it_earns_what_it_declares(graded, attack):
    assert wrong_scores(attack, graded.of(attack), graded.assignment) == {}


@each
def test_it_is_told_why(graded, attack):
    assert wrong_symptoms(attack, graded.of(attack)) == {}
    assert missing_words(attack, graded.of(attack)) == []


@each
def test_it_sees_no_secret(graded, attack):
    assert leaks(graded.of(attack)) == []


@both
def test_nobody_else_loses_a_point(graded):
    honest = {s: r for s, r in graded.results.items() if s.startswith("honest")}
    assert len(honest) == len(graded.results) // 2 + 1
    best = graded.assignment.max_score
    assert {s: r.score for s, r in honest.items() if r.score != best} == {}
    assert {s: r.notes for s, r in honest.items() if r.notes} == {}


@both
def test_nothing_outlives_the_run(graded):
    assert graded.traces.processes == set()
    assert graded.traces.files == []
    assert graded.traces.memory == []
    assert graded.traces.sockets == []


@both
def test_only_the_grader_writes(graded):
    scene = graded.scene
    book = (scene.course / "gradebook.db").read_text()
    assert book == scene.canaries["GRADEBOOK"]
    assert [p.name for p in scene.out.iterdir()] == ["results.jsonl"]
    lines = (scene.out / "results.jsonl").read_bytes().splitlines()
    students = [msgspec.json.decode(line)["student"] for line in lines]
    assert sorted(students) == sorted(graded.order)
    there = [path for path in scene.solution.rglob("*.*y*") if path.suffix != ".pyc"]
    assert sum(path.is_file() for path in there) == 4


def test_there_are_enough_of_them():
    count = {family: sum(a.family == family for a in attacks()) for family in FAMILIES}
    assert min(count.values()) >= 8
    assert sum(count.values()) >= 80
    assert all(len(a.tries) > 20 for a in attacks())
    assert len({a.handed_in_by for a in attacks()}) == sum(count.values())

"""Grade everything hostile once, in one order and then in the other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from autograder.course.assignment import read_assignment
from autograder.grading.run import Options, grade
from autograder.intake.discover import discover
from autograder.intake.names import visible
from autograder.model import Assignment, Submission, SubmissionResult
from tests.hostile.attacks import FAMILIES, Attack, Scene, make_scene
from tests.hostile.traces import Traces

FOLDERS = ("course", "canaries", *FAMILIES)
collect_ignore_glob = [f"{folder}/*" for folder in FOLDERS]

NO_LIMITS: Mapping[str, float] = {}


@dataclass(frozen=True)
class Graded:
    """A finished run."""

    scene: Scene
    assignment: Assignment
    order: Sequence[str]
    """Students, as they were graded."""
    results: Mapping[str, SubmissionResult]
    traces: Traces
    """What there was before and is not there now, or the reverse."""

    def of(self, attack: Attack) -> SubmissionResult:
        return self.results[visible(attack.handed_in_by)]


@pytest.fixture(scope="session")
def grade_all(tmp_path_factory):
    """Return a function that grades attacks, with an honest student after each."""

    def grade_them(attacks: Iterable[Attack], limits=NO_LIMITS, **options) -> Graded:
        attacks = list(attacks)
        scene = make_scene(tmp_path_factory.mktemp("hostile"), **limits)
        names = [scene.honest("honest-000").name]
        for number, attack in enumerate(attacks, start=1):
            names += [scene.hand_in(attack).name]
            names += [scene.honest(f"honest-{number:03}").name]
        return run(scene, names, **options)

    return grade_them


def run(scene: Scene, names: Sequence[str], **options) -> Graded:
    """Grade what `names` handed in, in this order."""
    assignment = read_assignment(scene.solution)
    found = {s.student: s for s in discover([scene.handed], assignment)}
    submissions: list[Submission] = [found[visible(name)] for name in names]
    with Traces.around(scene.root) as traces, environment(scene):
        results = grade(assignment, submissions, scene.out, Options(**options))
    students = [s.student for s in submissions]
    return Graded(
        scene, assignment, students, dict(zip(students, results, strict=True)), traces
    )


@contextmanager
def environment(scene: Scene):
    """Put a secret into our own environment."""
    name = "AUTOGRADER_TEST_TOKEN"
    os.environ[name] = scene.canaries["ENVIRONMENT"]
    try:
        yield
    finally:
        del os.environ[name]


@pytest.fixture(scope="session")
def here() -> Path:
    return Path(__file__).parent

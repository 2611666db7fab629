"""The command itself, as somebody who is not root: the same verdicts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from autograder.course.assignment import read_assignment
from autograder.grading.journal import FILE, Journal
from autograder.intake.names import visible
from tests.hostile.attacks import attacks, make_scene
from tests.hostile.verdicts import leaks, missing_words, wrong_scores, wrong_symptoms

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="this run is by an ordinary user"),
]

USER = 61234
ROOT = Path(__file__).parents[2]
SOME_NOT_GRADED = 1
TRIED = [
    attack
    for attack in attacks()
    if attack.family != "exhausting" and attack.needs in ("", os.uname().machine)
]


@pytest.fixture(scope="module")
def graded():
    """The scene and its results; all of it belongs to that user."""
    root = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        scene = make_scene(root)
        for attack in TRIED:
            scene.hand_in(attack)
        for name in ("aa-honest", "zz-honest"):
            scene.honest(name)
        for path in (root, *root.rglob("*")):
            os.chown(path, USER, USER, follow_symlinks=False)
        run = _grade_as_user(scene)
        assert run.returncode == SOME_NOT_GRADED, run.stderr
        results = Journal(scene.out / FILE).read()
        assignment = read_assignment(scene.solution)
        yield run, assignment, {result.student: result for result in results}
    finally:
        shutil.rmtree(root)


def _grade_as_user(scene):
    words = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
    words += [sys.executable, "-m", "autograder", "grade", "vault", str(scene.handed)]
    words += ["--out", str(scene.out), "--jobs", "2"]
    token = {"AUTOGRADER_TEST_TOKEN": scene.canaries["ENVIRONMENT"]}
    own = {"HOME": str(scene.root), "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    return subprocess.run(
        _with_python_for_all(words),
        cwd=scene.course,
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"} | token | own,
        capture_output=True,
        text=True,
        check=False,
    )


def _with_python_for_all(words):
    """Return a command in which a Python below root's own home can be reached.

    A mount namespace of this command shows, in place of that home, one with nothing
    in it but the way to Python.
    """
    places = [Path(sys.executable).resolve(), Path(sys.prefix).resolve()]
    for path in places:
        for folder in path.parents[::-1]:
            if not folder.stat().st_mode & 0o001:
                inner = folder / path.relative_to(folder).parts[0]
                script = (
                    'mount --bind "$1" /mnt && mount -t tmpfs -o mode=755 none "$0"'
                    ' && mkdir "$1" && mount --move /mnt "$1" && shift && exec "$@"'
                )
                shell = ["unshare", "--mount", "sh", "-c", script]
                return [*shell, str(folder), str(inner), *words]
    return words


@pytest.mark.parametrize("attack", TRIED, ids=lambda attack: attack.id)
def test_an_ordinary_user_grades_as_root_does(graded, attack):
    _, assignment, results = graded
    result = results[visible(attack.handed_in_by)]
    assert wrong_scores(attack, result, assignment) == {}
    assert wrong_symptoms(attack, result) == {}
    assert missing_words(attack, result) == []
    assert leaks(result) == []


def test_nobody_else_loses_a_point(graded):
    _, assignment, results = graded
    for name in ("aa-honest", "zz-honest"):
        assert results[name].score == assignment.max_score


def test_the_grader_says_nothing_odd(graded):
    run, _, results = graded
    assert "Traceback" not in run.stdout + run.stderr
    assert "CANARY-" not in run.stdout + run.stderr
    assert {result.sandbox for result in results.values()} <= {"landlock", "namespaces"}

"""The how-to for Gradescope: its script, in a folder laid out as the container is."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox.selftest import missing_features

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "examples" / "gradescope"
SUBMISSIONS = ROOT / "examples" / "submissions"
ASSIGNMENT = "week5_deep_network"

pytestmark = pytest.mark.slow


@pytest.fixture
def container(tmp_path):
    """A folder as Gradescope has it once setup.sh is done."""
    tmp_path.chmod(0o755)
    root = tmp_path / "autograder"
    (root / "results").mkdir(parents=True)
    shutil.copy(HOW_TO / "run_autograder", root)
    source = root / "source"
    shutil.copytree(ROOT / "solutions" / ASSIGNMENT, source / "solutions" / ASSIGNMENT)
    course = (ROOT / "course.yaml").read_text(encoding="utf-8")
    late = "\nlate: {per_day: 10%, cap: 50%}\n"
    (source / "course.yaml").write_text(course + late, encoding="utf-8")
    with (source / "solutions" / ASSIGNMENT / "assignment.yaml").open("a") as file:
        file.write("\ndue: '2026-12-01T00:00:00+09:00'\n")
    (root / "venv").symlink_to(sys.prefix)
    metadata = {
        "created_at": "2026-12-02T12:00:00.000000+09:00",
        "users": [{"email": "minsu@example.edu", "id": 1, "name": "=김민수"}],
    }
    (root / "submission_metadata.json").write_text(json.dumps(metadata))
    return root


def run(root, **changes):
    return subprocess.run(
        [str(root / "run_autograder")],
        cwd=root,
        env={**os.environ, **changes},
        capture_output=True,
        text=True,
        check=False,
    )


def results(root):
    return json.loads((root / "results" / "results.json").read_text(encoding="utf-8"))


@pytest.mark.skipif(bool(missing_features()), reason="needs a sandbox")
def test_a_submission_is_graded(container):
    shutil.copytree(SUBMISSIONS / "wrong_no_mean", container / "submission")
    done = run(container)
    assert done.returncode == 0, done.stderr
    page = results(container)
    assert page["score"] == pytest.approx(83 * 0.8)
    assert page["output"].splitlines()[:3] == [
        "due 2026-12-01 00:00, handed in 2026-12-02 12:00:00: 2 days late",
        "10% a day: 20%",
        "score 83 − 16.6 = 66.4",
    ]
    tests = {test["name"]: test for test in page["tests"]}
    assert len(tests) == 11
    assert (
        "dW and db are sums over the m examples" in tests["linear_backward"]["output"]
    )
    assert page["extra_data"]["student"] == "minsu@example.edu"
    assert page["extra_data"]["sandbox"] != "none"
    first = page["extra_data"]["round"]
    run(container)
    assert results(container)["extra_data"]["round"] != first


@pytest.mark.skipif(bool(missing_features()), reason="needs a sandbox")
def test_an_attack_earns_nothing(container):
    shutil.copytree(SUBMISSIONS / "hostile_reads_solutions", container / "submission")
    assert run(container).returncode == 0
    assert results(container)["score"] == 0


@pytest.mark.skipif(bool(missing_features()), reason="needs a sandbox")
def test_what_cannot_be_graded_has_no_score_and_says_why(container):
    (container / "submission").mkdir()
    assert run(container).returncode == 0
    page = results(container)
    assert "score" not in page
    assert page["output"].startswith(
        "Could not be graded: `submission` holds no homework: expected "
        "`deep_network.py` or `deep_network.ipynb`. Hand in the file "
    )


def test_where_nothing_holds_nothing_is_graded(container):
    shutil.copytree(SUBMISSIONS / "right_new_naming", container / "submission")
    without = container / "without"
    without.mkdir()
    (without / "sitecustomize.py").write_text(
        "from autograder.sandbox import landlock\nlandlock.abi = lambda: 0\n"
    )
    done = run(container, PYTHONPATH=str(without))
    assert done.returncode == 2
    assert not (container / "results" / "results.json").exists()
    refusal, examined = done.stderr.split("\nsandbox:", 1)
    assert refusal.startswith("Landlock is missing: ")
    assert "Landlock is missing: " in examined  # what `autograder sandbox` says


def test_the_scripts_keep_the_sandbox_on():
    for name in ("setup.sh", "run_autograder"):
        text = (HOW_TO / name).read_text(encoding="utf-8")
        assert os.access(HOW_TO / name, os.X_OK)
        assert "unsafe" not in text
        assert "://" not in text
        subprocess.run(["bash", "-n", HOW_TO / name], check=True)

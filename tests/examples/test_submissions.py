"""The bundled examples, through the real command: same scores in any order."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
EXPECTED = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))
AUTOGRADER = [sys.executable, "-m", "autograder"]
FOLDERS = sorted(p for p in (EXAMPLES / "submissions").iterdir() if p.is_dir())

pytestmark = pytest.mark.slow


def grade(out, *options, folders=FOLDERS):
    command = [*AUTOGRADER, "grade", "week5_deep_network", *map(str, folders)]
    run = subprocess.run(
        [*command, "--out", str(out), *options],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
    return run, {line["student"]: line for line in map(json.loads, lines)}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    out = tmp_path_factory.mktemp("graded")
    return (out, *grade(out, "--jobs", "2"))


def scores(results):
    return {
        student: (line["score"], {n: f["score"] for n, f in line["functions"].items()})
        for student, line in results.items()
    }


def test_every_example_is_described():
    assert sorted(EXPECTED) == [folder.name for folder in FOLDERS]
    assert len(EXPECTED) >= 14


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_scores_what_it_says(graded, name):
    _, _, results = graded
    expected, result = EXPECTED[name], results[name]
    assert result["score"] == expected["score"]
    assert result["outcome"] == expected.get("outcome", "graded")
    functions = result["functions"]
    lost = {n: f for n, f in functions.items() if f["score"] < f["max_score"]}
    loses = expected.get("loses", {})
    if loses == "everything":
        assert sum(f["score"] for f in functions.values()) == 0
        return
    assert set(lost) == set(loses)
    for function, said in loses.items():
        feedback = next(
            c["feedback"] for c in lost[function]["checks"] if c["feedback"]
        )
        assert feedback["symptom"] == said["symptom"]
        assert feedback["mistake"] == said.get("mistake")


def test_the_run_ends_with_one_when_a_file_could_not_be_graded(graded):
    out, run, _ = graded
    assert run.returncode == 1
    assert "report.html" in run.stdout
    assert (out / "grades.csv").is_file()
    assert len(list((out / "feedback").glob("*.html"))) == len(FOLDERS)


@pytest.mark.parametrize("options", [("--jobs", "1"), ("--jobs", "2")])
def test_no_submission_changes_another(graded, tmp_path, options):
    _, _, results = graded
    _, again = grade(tmp_path, *options, folders=FOLDERS[::-1])
    assert scores(again) == scores(results)


def test_no_secret_is_in_what_students_get(graded):
    out, _, results = graded
    rounds = {line["round"] for line in results.values()}
    assert len(rounds) == 1
    pages = [p.read_text(encoding="utf-8") for p in (out / "feedback").glob("*.html")]
    assert not any(name in page for name in rounds for page in pages)


def test_a_round_is_drawn_for_every_run(graded, tmp_path):
    _, _, results = graded
    _, again = grade(tmp_path, folders=FOLDERS[-1:])
    assert {line["round"] for line in again.values()} != {
        line["round"] for line in results.values()
    }

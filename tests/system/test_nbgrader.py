"""The released notebooks in the real nbgrader: valid, safe, and worthless unsafely."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SLUG = "week5_deep_network"
NOTEBOOK = "deep_network.ipynb"
NBGRADER = Path(sys.executable).with_name("nbgrader")

pytestmark = pytest.mark.system


@pytest.fixture
def course(tmp_path):
    """A copy of what nbgrader reads of this repository."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for part in ("solutions", "assignments"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def nbgrader(course, *arguments):
    environment = {**os.environ, "PATH": f"{NBGRADER.parent}:{os.environ['PATH']}"}
    return subprocess.run(
        [NBGRADER, *arguments],
        cwd=course,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def cells_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


@pytest.mark.parametrize("name", [NOTEBOOK, "deep_network.ko.ipynb"])
def test_nbgrader_accepts_its_metadata(name):
    code = (
        "import sys, nbgrader.nbgraderformat as f; "
        "f.read(sys.argv[1], as_version=4); "
        "assert f.MetadataValidator.schema_version == 3"
    )
    path = ROOT / "assignments" / SLUG / name
    subprocess.run([sys.executable, "-c", code, path], check=True)


def test_its_own_generate_assignment_releases_no_solution(course):
    before = sorted(p.name for p in (course / "assignments" / SLUG).iterdir())
    run = nbgrader(course, "generate_assignment", SLUG, "--force")
    assert "No notebooks were matched" in run.stderr
    after = sorted(p.name for p in (course / "assignments" / SLUG).iterdir())
    assert after == before


def test_unsafe_autograding_gives_no_points(course):
    """nbgrader gives a grade cell without an error full points, whatever it says."""
    (course / "assignments" / SLUG / "deep_network.ko.ipynb").unlink()
    made = nbgrader(
        course,
        "generate_assignment",
        SLUG,
        "--force",
        "--CourseDirectory.source_directory=assignments",
        "--CourseDirectory.release_directory=released",
    )
    assert made.returncode == 0, made.stderr
    home = course / "submitted" / "s1" / SLUG
    home.mkdir(parents=True)
    shutil.copy(course / "assignments" / SLUG / "given.py", home)
    notebook = course / "released" / SLUG / NOTEBOOK
    filled = json.loads(notebook.read_text(encoding="utf-8"))
    example = ROOT / "examples" / "submissions" / "right_new_naming" / "deep_network.py"
    for cell in filled["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = example.read_text(encoding="utf-8")
    (home / NOTEBOOK).write_text(json.dumps(filled), encoding="utf-8")
    graded = nbgrader(course, "autograde", SLUG, "--create")
    assert graded.returncode == 0, graded.stderr
    exported = nbgrader(course, "export")
    assert exported.returncode == 0, exported.stderr
    with (course / "grades.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert float(row["score"]) == 0
    assert float(row["max_score"]) == 100

"""A course in which nbgrader runs already, and what its students hand in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SLUG = "week5_deep_network"
MODULE = "deep_network"
STAMP = "2026-11-20 10:00:00.000000 UTC"
EXAMPLES = ROOT / "examples" / "submissions"


def make_course(folder):
    """Copy what nbgrader and autograder read of this repository into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("nbgrader_config.py", "course.yaml"):
        shutil.copy(ROOT / name, folder)
    kept = shutil.ignore_patterns("__pycache__", ".*")
    for part in ("solutions", "assignments"):
        shutil.copytree(ROOT / part, folder / part, ignore=kept)
    return folder


def run(folder, *command, check=True, **options):
    """Run `autograder` or a command of Jupyter in `folder`."""
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    environment |= options.pop("environment", {})
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        **options,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def example(name):
    """Return the text of one of the bundled submissions."""
    return (EXAMPLES / name / f"{MODULE}.py").read_text(encoding="utf-8")


def released(folder, language=""):
    """Return the notebook that students got."""
    path = folder / "assignments" / SLUG / f"{MODULE}{language}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


def filled(notebook, text):
    """Fill the notebook in: everything in the first solution cell."""
    first, *others = (c for c in notebook["cells"] if marks(c).get("solution"))
    first["source"] = text
    for cell in others:
        cell["source"] = "# above"
    return notebook


def marks(cell):
    """Return what nbgrader knows of a cell."""
    return cell["metadata"].get("nbgrader", {})


def cell_of(notebook, name):
    """Return the cell with a grade_id."""
    return next(c for c in notebook["cells"] if marks(c).get("grade_id") == name)


def hand_in(folder, student, what, name=f"{MODULE}.ipynb", stamp=STAMP):
    """Put a notebook or a text where `nbgrader collect` would."""
    home = folder / "submitted" / student / SLUG
    home.mkdir(parents=True, exist_ok=True)
    text = what if isinstance(what, str) else json.dumps(what)
    (home / name).write_text(text, encoding="utf-8")
    (home / "timestamp.txt").write_text(stamp, encoding="utf-8")
    (home / "submission_secret.txt").write_text("0" * 64, encoding="utf-8")
    return home


def graded_notebook(folder, student):
    """Return the notebook that formgrader shows."""
    path = folder / "autograded" / student / SLUG / f"{MODULE}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


def notebook_text(notebook):
    """Return all that the cells of a notebook say, outputs included."""
    return json.dumps(notebook["cells"], ensure_ascii=False)

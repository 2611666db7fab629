"""A published paper in the real nbgrader: its metadata is valid, and it is graded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.roster import Student
from autograder.quizzes.paper_notebook import fill
from autograder.quizzes.publish import Options, publish
from autograder.quizzes.reading import read_quiz

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.system


@pytest.fixture
def notebook(tmp_path):
    """The paper of a student in week 5, two items filled in."""
    from autograder.course.course import find_course

    (tmp_path / "course.yaml").write_text("title: {en: Course, ko: 강의}\n")
    quiz = read_quiz(ROOT / "quizzes" / "week5.yaml")
    course = find_course(tmp_path)
    (tmp_path / "quizzes").symlink_to(ROOT / "quizzes")
    done = publish(course, quiz, [Student("s1")], tmp_path / "out", Options())
    path = done.folder / "s1" / "week5.ipynb"
    text = path.read_text(encoding="utf-8")
    for variant in done.new[0].variants[:2]:
        text = fill(text, variant.item, "2")
    path.write_text(text, encoding="utf-8")
    return path


def test_nbgrader_accepts_its_metadata(notebook):
    code = (
        "import sys, nbgrader.nbgraderformat as f; "
        "f.read(sys.argv[1], as_version=4); "
        "assert f.MetadataValidator.schema_version == 3"
    )
    subprocess.run([sys.executable, "-c", code, notebook], check=True)


def test_its_markdown_is_html(notebook, tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "nbconvert", "--to", "html", notebook]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    page = notebook.with_suffix(".html").read_text(encoding="utf-8")
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert page.count("jp-MarkdownCell") >= len(cells)

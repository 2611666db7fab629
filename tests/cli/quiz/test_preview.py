from __future__ import annotations

import pytest

from autograder.course.secret import read_secret
from autograder.quizzes.manifest import Manifest, published_folder
from autograder.quizzes.papers import make_paper
from autograder.quizzes.reading import read_quiz
from autograder.quizzes.variants import Sitting

QUIZ = """
quiz: week5
title: {en: 'Deep networks', ko: '심층 신경망'}
items:
  - id: shape
    params: {n: 'randint(2, 9)'}
    ask: {en: '$W$ for {{ n }}?', ko: '{{ n }}일 때 $W$는?'}
    answer: {shape: '(n, 1)'}
  - id: net
    ask: {en: 'Layers?', ko: '층은?'}
    figure: {file: net.png, alt: {en: a, ko: b}}
    answer: {number: 2}
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A course with a quiz; the current folder."""
    (tmp_path / "course.yaml").write_text(
        "title: {en: Course, ko: 강의}\nterm: 2026-fall\n"
    )
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "week5.yaml").write_text(QUIZ)
    (tmp_path / "quizzes" / "net.png").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sitting(root):
    return Sitting(read_secret(root), "2026-fall", "s01")


def test_the_pool_goes_to_the_published_folder(run, root):
    result = run("quiz", "preview", "week5")
    path = root / "published" / "week5" / "preview.html"
    assert (result.exit_code, result.output) == (0, f"{path}\n")
    page = path.read_text()
    assert page.count('<article class="variant">') == 4
    assert '<html lang="en">' in page


def test_another_file_and_another_language(run, root):
    result = run("quiz", "preview", "week5", "--lang", "ko", "--out", "my.html")
    assert (result.exit_code, result.output) == (0, "my.html\n")
    assert '<html lang="ko">' in (root / "my.html").read_text()
    assert not (root / "published").exists()


def test_the_paper_a_student_would_get(run, root):
    run("quiz", "preview", "week5", "--student", "s01", "--out", "my.html")
    quiz = read_quiz(root / "quizzes" / "week5.yaml")
    page = (root / "my.html").read_text()
    assert make_paper(quiz, sitting(root), "en").id in page
    assert page.count('<article class="variant">') == 2


def test_the_paper_a_student_has(run, root):
    quiz = read_quiz(root / "quizzes" / "week5.yaml")
    paper = make_paper(quiz, sitting(root), "ko", name="Kim")
    folder = published_folder(type("Course", (), {"root": root}), "week5")
    folder.mkdir(parents=True)
    Manifest.read(folder).add([paper])
    run("quiz", "preview", "week5", "--student", " s01", "--out", "my.html")
    page = (root / "my.html").read_text()
    assert paper.id in page
    assert '<html lang="ko">' in page


def test_an_unknown_quiz(run, root):
    result = run("quiz", "preview", "week6")
    assert result.exit_code == 2
    assert "week5" in result.output

from pathlib import Path

import pytest

from autograder.quizzes.lint import finding_lines, is_clean, lint_quiz
from autograder.quizzes.reading import read_quiz_file

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad_items").glob("*.yaml"))
EXAMPLE = HERE / "examples" / "week5.yaml"


def linted(path, seeds, jobs=1):
    file, quiz = read_quiz_file(path)
    found = lint_quiz(quiz, seeds, jobs)
    lines = finding_lines(file, quiz, found)
    return quiz, found, [line.removeprefix(f"{file.where}:") for line in lines]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_known_bad_items(path):
    quiz, found, lines = linted(path, seeds=200)
    text = path.read_text(encoding="utf-8").splitlines()
    said = [line.removeprefix("#! ") for line in text if line.startswith("#! ")]
    assert lines == said
    assert lines
    assert not is_clean(quiz, found)


def test_the_example_of_the_design():
    quiz, (item,), lines = linted(EXAMPLE, seeds=100)
    assert item.is_clean
    assert (item.id, item.kind, item.points, item.tests) == ("w-shape", "shape", 2, 2)
    assert item.variants == 100
    assert item.distinct > 90
    assert lines == ["3: draw: expected at most 1, the number of items, got 6"]
    assert is_clean(quiz.model_copy(update={"draw": 1}), [item])


def test_several_processes_find_the_same():
    path = HERE / "bad_items" / "tests.yaml"
    assert linted(path, seeds=20, jobs=2) == linted(path, seeds=20)

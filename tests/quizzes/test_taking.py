import os

import pytest

from autograder.errors import AutograderError
from autograder.quizzes.model import Form, Shown, Unreadable
from autograder.quizzes.paper_notebook import paper_notebook, read_paper_notebook
from autograder.quizzes.papers import make_paper
from autograder.quizzes.schema import Quiz
from autograder.quizzes.taking import OpenPaper, as_read, find_paper
from autograder.quizzes.variants import Sitting

QUIZ = Quiz.model_validate(
    {
        "quiz": "week5",
        "title": {"en": "Deep networks", "ko": "심층 신경망"},
        "items": [
            {
                "id": "w-shape",
                "ask": {"en": "The shape of W?", "ko": "W의 형태는?"},
                "answer": {"shape": [4, 3]},
            },
            {
                "id": "word",
                "ask": {"en": "What is hidden?", "ko": "무엇이 숨어 있는가?"},
                "answer": {"text": ["layer"]},
            },
        ],
    }
)


@pytest.fixture
def notebook(tmp_path):
    paper = make_paper(QUIZ, Sitting(b"s" * 32, "2026-fall", "s01"), "ko")
    path = tmp_path / "week5.ko.ipynb"
    path.write_text(paper_notebook(paper), encoding="utf-8")
    return path


def test_every_response_is_in_the_file_at_once(notebook):
    sheet = OpenPaper(notebook)
    assert (sheet.first_open, sheet.practice, sheet.responses) == (0, None, {})
    sheet.respond("w-shape", "(4, 3)")
    assert sheet.first_open == 1
    again = OpenPaper(notebook)
    assert again.responses == {"w-shape": "(4, 3)"}
    assert again.first_open == 1
    again.respond("word", "은닉층\n둘째 줄")
    filled = read_paper_notebook(notebook.read_bytes(), "week5.ko.ipynb")
    assert filled.responses == {"w-shape": "(4, 3)", "word": "은닉층\n둘째 줄"}
    assert OpenPaper(notebook).first_open == 0


def test_how_long_it_took_is_added_up(notebook):
    sheet = OpenPaper(notebook)
    sheet.respond("w-shape", "(4, 3)", 2.5)
    sheet.respond("w-shape", "(3, 4)", 10)
    filled = read_paper_notebook(notebook.read_bytes(), "")
    assert filled.seconds == {"w-shape": 12.5}


def test_a_response_can_be_taken_back(notebook):
    sheet = OpenPaper(notebook)
    sheet.respond("w-shape", "(4, 3)")
    sheet.respond("w-shape", "")
    assert sheet.responses == OpenPaper(notebook).responses == {}


def test_a_failing_disk_leaves_the_file_as_it_was(notebook):
    sheet = OpenPaper(notebook)
    sheet.respond("w-shape", "(4, 3)")
    before = notebook.read_bytes()
    (notebook.parent / f".{os.getpid()}.tmp").mkdir()  # where the new file is drafted
    with pytest.raises(OSError, match="directory"):
        sheet.respond("w-shape", "(1, 1)")
    assert notebook.read_bytes() == before
    assert sheet.responses == {"w-shape": "(4, 3)"}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"cells": []}',
        b'{"cells": [], "metadata": 3}',
        b'{"cells": [], "metadata": {"autograder": {}}}',
        b'{"cells": [], "metadata": {"autograder": {"paper": {"id": 3}}}}',
    ],
)
def test_no_paper(tmp_path, raw):
    path = tmp_path / "other.ipynb"
    path.write_bytes(raw)
    with pytest.raises(AutograderError) as error:
        OpenPaper(path)
    assert str(error.value) == (
        f"{path}: expected the notebook of a quiz, as it was handed out, "
        "got something else"
    )


def test_no_file(tmp_path):
    with pytest.raises(AutograderError, match="expected a paper, got nothing"):
        OpenPaper(tmp_path / "week5.ipynb")


def test_which_paper_is_meant(tmp_path):
    def said(name):
        with pytest.raises(AutograderError) as error:
            find_paper(name, tmp_path)
        return str(error.value)

    where = tmp_path.name
    ask = "say which: autograder quiz take FILE"
    assert said("week5") == (
        f"{where}: expected one paper of week5 here, got nothing; {ask}"
    )
    (tmp_path / "week5.ko.ipynb").touch()
    (tmp_path / "week50.ipynb").touch()
    assert find_paper("week5", tmp_path).name == "week5.ko.ipynb"
    assert find_paper("week50.ipynb", tmp_path).name == "week50.ipynb"
    (tmp_path / "week5-practice.ipynb").touch()
    assert said("week5") == (
        f"{where}: expected one paper of week5 here, got week5-practice.ipynb, "
        f"week5.ko.ipynb; {ask}"
    )


OPTIONS = (Shown("1", "tanh"), Shown("2", "ReLU"))


@pytest.mark.parametrize(
    ("form", "typed", "read"),
    [
        (Form("shape", ""), "4x3", "(4, 3)"),
        (Form("number", ""), "3/4", "0.75"),
        (Form("one", "", OPTIONS), "2", "② (ReLU)"),
        (Form("one", "", OPTIONS), "relu", "② (ReLU)"),
        (Form("many", "", OPTIONS), "1, 2", "① (tanh), ② (ReLU)"),
        (Form("line", "", code="a\nb\n"), "2", "2 (b)"),
        (Form("text", ""), "anything", None),
        (Form("formula", ""), "1 - a**2", None),
    ],
)
def test_how_a_response_will_be_read(form, typed, read):
    assert as_read(form, typed) == read


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        (Form("shape", ""), "four by three"),
        (Form("one", "", OPTIONS), "5"),
        (Form("number", ""), "many"),
    ],
)
def test_what_cannot_be_read_is_said_before_it_is_handed_in(form, typed):
    with pytest.raises(Unreadable):
        as_read(form, typed)

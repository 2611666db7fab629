"""A student at a terminal: a real process, fed line by line."""

import os
import pty
import signal
import subprocess
import sys
import time

import pytest

from autograder.quizzes.paper_notebook import paper_notebook, read_paper_notebook
from autograder.quizzes.papers import make_paper
from autograder.quizzes.practice import practice_data
from autograder.quizzes.schema import Quiz
from autograder.quizzes.variants import Sitting

SECONDS = 30
QUIZ = Quiz.model_validate(
    {
        "quiz": "week5",
        "title": {"en": "Deep networks", "ko": "심층 신경망"},
        "items": [
            {
                "id": "w-shape",
                "ask": {"en": "The shape of $W^{[3]}$?", "ko": "$W^{[3]}$의 형태는?"},
                "answer": {"shape": [4, 3]},
                "explain": {"en": "Rows are units.", "ko": "행은 유닛입니다."},
                "mistakes": [
                    {
                        "id": "swapped",
                        "when": [3, 4],
                        "say": {"en": "The other way round.", "ko": "반대입니다."},
                    }
                ],
            },
            {
                "id": "sum",
                "ask": {"en": "Fill in.", "ko": "채우세요."},
                "code": "np.sum(dZ, axis=<<axis>>, keepdims=<<keep>>)",
                "answer": {"blanks": {"axis": ["1"], "keep": ["True"]}},
            },
        ],
    }
)


def write(folder, *, practice=False):
    attempt = "practice-1" if practice else "1"
    paper = make_paper(QUIZ, Sitting(b"s" * 32, "2026-fall", "s01", attempt), "en")
    further = practice_data(QUIZ, paper) if practice else None
    path = folder / "week5.ipynb"
    path.write_text(paper_notebook(paper, further=further), encoding="utf-8")
    return path


def start(folder, **streams):
    command = [sys.executable, "-m", "autograder", "quiz", "take", "week5"]
    environment = {**os.environ, "COLUMNS": "100", "TERM": "dumb"}
    return subprocess.Popen(command, cwd=folder, env=environment, **streams)


def take(folder, *lines):
    process = start(
        folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said, _ = process.communicate("".join(f"{line}\n" for line in lines), SECONDS)
    return process.returncode, said


def responses(path):
    return dict(read_paper_notebook(path.read_bytes(), path.name).responses)


@pytest.mark.slow
def test_a_whole_paper(tmp_path):
    path = write(tmp_path)
    status, said = take(tmp_path, "4x3", "1", "True")
    assert status == 0
    assert "1 of 2" in said
    assert "The shape of W^[3]?" in said
    assert "saved; read as (4, 3)" in said
    assert "Every item has a response." in said
    assert "2 of 2 answered; saved in week5.ipynb. Hand in this file." in said
    assert responses(path) == {"w-shape": "4x3", "sum": "axis: 1\nkeep: True"}


@pytest.mark.slow
def test_back_and_forward_and_away(tmp_path):
    path = write(tmp_path)
    status, said = take(tmp_path, "soon", ":b", "(3, 4)", ":9", ":1", ":d", ":n", ":q")
    assert status == 0
    assert "saved, but it cannot be read: a shape is written like (3, 1)" in said
    assert "your response: soon" in said
    assert "`:9` means nothing here" in said
    assert "0 of 2 answered" in said
    assert responses(path) == {}


@pytest.mark.slow
def test_it_goes_on_where_it_stopped(tmp_path):
    write(tmp_path)
    status, said = take(tmp_path, "(4, 3)")  # and then the terminal is closed
    assert status == 130
    assert "1 of 2 answered" in said
    _, said = take(tmp_path, "", "", ":q")
    assert "2 of 2 " in said
    assert "No response yet: 2." in said


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_nothing_is_lost_when_it_is_ended(tmp_path, end):
    path = write(tmp_path)
    ours, theirs = pty.openpty()
    process = start(tmp_path, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, b"(4, 3)\n")
    patience = time.monotonic() + SECONDS
    while not responses(path) and time.monotonic() < patience:
        time.sleep(0.05)
    time.sleep(0.2)  # it waits at the next item
    process.send_signal(end)
    process.wait(SECONDS)
    os.close(ours)
    assert responses(path)["w-shape"] == "(4, 3)"
    assert process.returncode == (130 if end == signal.SIGINT else -signal.SIGKILL)
    assert [file.name for file in tmp_path.iterdir()] == ["week5.ipynb"]


@pytest.mark.slow
def test_a_practice_paper_tells_at_once(tmp_path):
    write(tmp_path, practice=True)
    _, said = take(tmp_path, "(3, 4)", "1", "False", ":q")
    assert "The other way round." in said
    assert "(4, 3)" in said


def test_hostile_text_steers_no_terminal(tmp_path):
    path = write(tmp_path)
    text = path.read_text(encoding="utf-8").replace("The shape", "\\u001b[2J[red]The")
    path.write_text(text, encoding="utf-8")
    _, said = take(tmp_path, "\x1b]0;title\x07[bold]", ":b", ":q")
    assert "\x1b]0" not in said
    assert "\x1b[2J" not in said
    assert "[bold]" in said


def test_no_paper(tmp_path):
    status, said = take(tmp_path)
    assert (status, said) == (
        2,
        f"{tmp_path.name}: expected one paper of week5 here, got nothing; say which: "
        "autograder quiz take FILE\n",
    )

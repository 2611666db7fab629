from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.gradebook.handed import Work, read_work, with_notes
from autograder.intake.files import File, UnusableError
from autograder.messages import Message
from tests.gradebook.conftest import notebook_of


def test_a_notebook(hand_in, cells):
    beside = {
        "timestamp.txt": b"2026-11-20 10:00:00.000000 UTC\n",
        "submission_secret.txt": b"a1b2",
    }
    handed = hand_in(notebook_of(cells, lang="ko"), beside=beside, modules={"m": "x"})
    work = read_work(handed)
    assert (work.language, work.kernel, work.script) == ("ko", "python3", None)
    assert len(work.cells) == 6
    assert work.timestamp == "2026-11-20 10:00:00.000000 UTC"
    assert work.secret == "a1b2"
    assert work.modules == {"m": "x"}


@pytest.mark.parametrize(
    ("name", "metadata", "language"),
    [
        ("unit.ipynb", {}, "en"),
        ("unit.ko.ipynb", {"lang": None}, "ko"),
        ("unit.ipynb", {"lang": "fr"}, None),
        ("unit.ipynb", {"lang": ["ko"]}, None),
    ],
)
def test_the_language_of_a_notebook(hand_in, cells, name, metadata, language):
    assert read_work(hand_in(notebook_of(cells, **metadata), name)).language == language


def test_a_script(hand_in):
    assert read_work(hand_in(b"x = 1\r\n", "unit.py")).script == "x = 1\n"


@pytest.mark.parametrize("raw", [b"{", b"[1]", b"\xff\xfe", b"\x00"])
def test_what_cannot_be_read_shows_nothing(hand_in, raw):
    assert read_work(hand_in(raw)) == Work()


def test_nothing_was_chosen(hand_in):
    assert read_work(replace(hand_in(b""), graded=None)) == Work()


@pytest.mark.parametrize(
    "text", [b"<script>", b"", b"2026\n2027", b"9" * 1000, "２０２６".encode()]
)
def test_a_stamp_that_is_none_is_left_out(hand_in, text):
    beside = {"timestamp.txt": text, "submission_secret.txt": b"<b>"}
    work = read_work(hand_in(b"x = 1", "unit.py", beside))
    assert (work.timestamp, work.secret) == ("", "")


def test_a_stamp_that_cannot_be_read(hand_in):
    def closed(_size):
        raise UnusableError(Message("closed"))

    stamp = File(("kim", "timestamp.txt"), 0.0, closed)
    assert read_work(replace(hand_in(b"x", "unit.py"), beside=(stamp,))).timestamp == ""


def test_what_is_odd_is_noted(hand_in, cells, released, assignment):
    notebook = notebook_of(cells[:3], kernelspec={"name": "ir\x1b"})
    handed = hand_in(notebook, "hw1.ipynb", notes=(Message("before"),))
    submission = with_notes(handed, assignment, released)
    assert [note.render("en") for note in submission.notes] == [
        "before",
        "The notebook is called `hw1.ipynb`; expected `unit.ipynb`.",
        "The notebook names the kernel `ir␛`; it is graded as Python 3.",
        "Cells were missing: `backward-solution`, `backward`, `as_handed_in`.",
    ]
    assert submission.language == "en"


def test_nothing_is_odd(hand_in, cells, released, assignment):
    for handed in (
        hand_in(notebook_of(cells)),
        hand_in(notebook_of(cells, lang="ko"), "unit.ko.ipynb"),
        hand_in(notebook_of(cells, kernelspec=7)),
        hand_in(b"x = 1", "anything.py"),
    ):
        assert with_notes(handed, assignment, released).notes == ()


def test_a_problem_is_said_once(hand_in, released, assignment):
    handed = hand_in(b"{", problem=Message("not a notebook"))
    assert with_notes(handed, assignment, released) == handed.submission

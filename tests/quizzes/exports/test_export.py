from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.course.course import Course
from autograder.course.secret import read_secret
from autograder.errors import AutograderError
from autograder.messages import Text
from autograder.quizzes.exports.export import export


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path, Text("c", "c"), ("en", "ko"), term="2026-fall")


@pytest.mark.parametrize(
    ("home", "begin"),
    [("canvas", b"PK"), ("moodle", b"<?xml"), ("text", b"All <kinds>\n====")],
)
def test_an_archive_for_each_home(course, quiz, home, begin):
    made = export(course, quiz, home, ["en"], 2)
    assert made.archive.raw.startswith(begin)
    assert made.left_out == ("void",)
    assert len(made.pools) == 17
    assert export(course, quiz, home, ["en"], 2) == made


def test_a_text_in_several_languages(course, quiz):
    text = export(course, quiz, "text", ["en", "ko"], 1).archive.raw.decode()
    assert text.startswith("All <kinds>\n===========\n")
    assert "\n\n\n모두\n==\n" in text


def test_other_variants_with_another_term(course, quiz):
    one = export(course, quiz, "moodle", ["en"], 1)
    other = export(replace(course, term="2027-fall"), quiz, "moodle", ["en"], 1)
    assert one.archive != other.archive


def test_the_secret_is_made_once_and_missed_when_it_is_gone(course, quiz):
    export(course, quiz, "text", ["en"], 1)
    secret = course.root / ".autograder" / "secret"
    assert read_secret(course.root) == secret.read_bytes()
    (course.root / "published" / "week1").mkdir(parents=True)
    (course.root / "published" / "week1" / "manifest.jsonl").touch()
    secret.unlink()
    with pytest.raises(AutograderError, match="expected the secret of the course"):
        export(course, quiz, "text", ["en"], 1)

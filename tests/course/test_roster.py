from __future__ import annotations

import pytest

from autograder.course.roster import Student, missing, read_roster
from autograder.errors import AuthoringError


@pytest.fixture
def roster(course_root):
    """Return a function that writes and reads a roster."""

    def read(text, encoding="utf-8", language="en"):
        path = course_root / "roster.csv"
        path.write_text(text, encoding=encoding, newline="")
        return read_roster(path, language)

    return read


def test_a_row_is_a_student(roster):
    assert roster("id,name,section,lang\n0012,김민준,A,ko\n13,Ann,,\n") == (
        Student("0012", "김민준", "A", "ko"),
        Student("13", "Ann", "", "en"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_spreadsheets_write(roster, encoding, between, end):
    rows = (("Name", "ID", "E-mail"), ('"Lee, Ann"', " 0012 ", "a@b.c"), ("", "", ""))
    text = end.join(between.join(row) for row in rows) + end
    assert roster(text, encoding) == (Student("0012", "Lee, Ann"),)


def test_only_an_id_is_needed(roster):
    assert roster("id\ns1\n", language="ko") == (Student("s1", language="ko"),)


def test_an_id_is_in_one_spelling(roster):
    (student,) = roster("id\n\u1100\u1161\n")
    assert student.id == "가"


def test_what_learning_platforms_call_a_student(roster):
    assert roster("id,moodle,Canvas\ns1,\u1100\u1161,77\ns2,,\n") == (
        Student("s1", moodle="가", canvas="77"),
        Student("s2"),
    )


def test_two_rows_for_one_student_of_a_platform(roster):
    with pytest.raises(AuthoringError) as caught:
        roster("id,canvas\ns1,77\ns2,77\ns3,\ns4,\n")
    assert caught.value.problems == (
        "roster.csv:3: canvas: expected once, it is in line 2 too, got '77'",
    )


def test_everything_wrong_at_once(roster):
    text = (
        "id,name,section,lang\n"
        "0012,Kim,A,ko\n"
        ",Lee,A,fr\n"
        '0013,"a name\nof two lines",A,EN\n'
        "\n"
        " 0012,Kim,B,\n"
    )
    with pytest.raises(AuthoringError) as caught:
        roster(text)
    assert caught.value.problems == (
        "roster.csv:3: id: expected the id of a student, got nothing",
        "roster.csv:3: lang: expected one of en, ko, got 'fr'",
        "roster.csv:7: id: expected once, it is in line 2 too, got '0012'",
    )


def test_a_wrong_column(roster):
    with pytest.raises(AuthoringError) as caught:
        roster("student,nmae\ns1,Kim\n")
    assert caught.value.problems[0] == "roster.csv:1: expected a column 'id', got none"
    assert "expected one of id, name, section, lang, " in caught.value.problems[1]


def test_no_file(course_root):
    with pytest.raises(
        AuthoringError, match=r"^roster.csv: expected a file, got nothing$"
    ):
        read_roster(course_root / "roster.csv")


def test_who_is_missing():
    students = (Student("s1"), Student("s2"), Student("s3"))
    assert missing(students, ["s2", "stranger"]) == (students[0], students[2])
    assert missing((), ["s2"]) == ()

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pytest

from autograder.intake.discover import discover
from autograder.intake.lms import Sender
from autograder.intake.owned import Owned
from autograder.intake.senders import with_students


@dataclass(frozen=True)
class Row:
    id: str
    name: str = ""
    canvas: str = ""
    moodle: str = ""
    gradescope: str = ""


CANVAS = Sender("canvas", "11", "kimminjun")
MOODLE = Sender("moodle", "77", "김하늘", ("2026001", "ha@uni.ac.kr"))
GRADESCOPE = Sender("gradescope", "0012", "Ha Kim", ("0012", "ha@uni.ac.kr"))
KOREAN = "write what Canvas calls each of them into its column `canvas`."


def named(roster, *senders):
    """Return what each sender is called, and the notes on that."""
    owned = with_students([Owned(s.name, sender=s) for s in senders], roster)
    return [(one.student, *(n.render("en") for n in one.notes)) for one in owned]


@pytest.mark.parametrize(
    ("sender", "row"),
    [
        (CANVAS, Row("s1", canvas="11")),
        (CANVAS, Row("s1", canvas="KimMinjun")),
        (CANVAS, Row("s1", name="Minjun Kim")),
        (CANVAS, Row("s1", name="Kim, Minjun")),
        (CANVAS, Row("s1", name="Kim Min-jun")),
        (MOODLE, Row("s1", moodle="77")),
        (MOODLE, Row("s1", moodle="2026001")),
        (MOODLE, Row("s1", moodle="HA@uni.ac.kr")),
        (MOODLE, Row("s1", moodle=unicodedata.normalize("NFD", "김하늘"))),
        (MOODLE, Row("2026001")),
        (MOODLE, Row("s1", name=" 김하늘 ")),
        (GRADESCOPE, Row("0012")),
        (GRADESCOPE, Row("s1", gradescope="ha@uni.ac.kr")),
        (GRADESCOPE, Row("s1", name="ha  kim")),
    ],
)
def test_the_roster_says_who_it_is(sender, row):
    others = [Row("s2", "Other"), Row("s3")]
    assert named([*others, row], sender) == [(row.id,)]


@pytest.mark.parametrize(
    ("sender", "row"),
    [
        (CANVAS, Row("11")),  # Canvas's own numbers are nobody's id
        (MOODLE, Row("77")),
        (CANVAS, Row("s1", moodle="11", gradescope="kimminjun")),
        (GRADESCOPE, Row("12")),
        (GRADESCOPE, Row("s1", name="Ha")),
        (Sender("canvas", "11", "가"), Row("s1", name="!")),
    ],
)
def test_what_only_looks_like_it(sender, row):
    title = sender.lms.title()
    assert named([row], sender) == [
        (
            sender.name,
            f"The roster has nobody whom {title} calls {sender.name} ({sender.id}).",
        )
    ]


def test_without_a_roster_the_lms_names_the_student():
    assert named((), CANVAS, MOODLE, GRADESCOPE) == [
        ("kimminjun",),
        ("김하늘",),
        ("Ha Kim",),
    ]


def test_a_column_goes_before_an_id_and_an_id_before_a_name():
    other = Sender("moodle", "78", "김하늘")
    third = Sender("moodle", "79", "s1", ("s1000",))
    assert named([Row("s1", "김하늘", moodle="77")], MOODLE, other)[0] == ("s1",)
    assert named([Row("s1", "김하늘", moodle="77")], other, MOODLE) == [
        ("김하늘 (78)", "The roster has nobody whom Moodle calls 김하늘 (78)."),
        ("s1",),
    ]
    assert named([Row("s1000", "김하늘")], third, other) == [
        ("s1000",),
        ("김하늘", "The roster has nobody whom Moodle calls 김하늘 (78)."),
    ]


def test_two_students_on_one_row():
    other = Sender("canvas", "12", "kimminjun")
    assert named([Row("s1", "Minjun Kim")], CANVAS, other) == [
        (
            f"kimminjun ({number})",
            f"The roster does not tell who kimminjun ({number}) is, of several: "
            f"{KOREAN}",
        )
        for number in (11, 12)
    ]
    row = Row("s1", "Minjun Kim", canvas="12")
    assert named([row, Row("s2", "Minjun Kim")], CANVAS, other) == [("s2",), ("s1",)]


def test_one_student_on_two_rows():
    assert named([Row("s1", "Minjun Kim"), Row("s2", "Kim Minjun")], CANVAS) == [
        (
            "kimminjun",
            f"The roster does not tell who kimminjun (11) is, of several: {KOREAN}",
        )
    ]


def test_nobody_is_called_like_somebody_else():
    plain = Owned("kimminjun")
    owned = with_students([plain, Owned("x", sender=CANVAS)], ())
    assert [one.student for one in owned] == ["kimminjun", "kimminjun (11)"]
    passing = Sender("canvas", "66", "s1")
    assert named([Row("s1", "Minjun Kim")], CANVAS, passing)[0] == ("s1",)
    assert named([Row("s1", "Minjun Kim")], CANVAS, passing)[1][0] == "s1 (66)"


def test_a_sender_without_an_id():
    group = Sender("moodle", "", "Default group")
    assert named([Row("s1")], group) == [
        ("Default group", "The roster has nobody whom Moodle calls Default group.")
    ]


def test_a_class(assignment, tree):
    root = tree(
        [
            "kimminjun_11_1_deep_network.py",
            "leeseojun_LATE_12_2_deep_network.py",
            "nobody_13_3_deep_network.py",
        ]
    )
    roster = [Row("s01", "Kim Minjun"), Row("s02", "이서준", canvas="12")]
    found = discover([root], assignment, (), roster)
    assert [(s.student, len(s.notes)) for s in found] == [
        ("nobody", 1),
        ("s01", 0),
        ("s02", 1),
    ]

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from autograder.reports.text import file_name, one_line, plain, points

ANY_TEXT = st.text(st.characters(codec=None))
"""Half surrogate pairs included, as in names of files that are not UTF-8."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("김민수", "김민수"),
        ("a\nb", "a\nb"),
        ("a\tb", "a    b"),
        ("a\r\nb", "a \nb"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x00", "␀"),
        ("\x9b31m", "\ufffd31m"),
        ("exe\u202egnp", "exe\ufffdgnp"),
        ("a\u200bb", "a\ufffdb"),
        ("a\u2028b\u3000c", "a b c"),
        ("\udcff", "\ufffd"),
    ],
)
def test_plain(text, shown):
    assert plain(text) == shown


@given(ANY_TEXT)
def test_plain_text_can_be_shown_and_written_anywhere(text):
    shown = plain(text)
    assert shown.replace("\n", "").isprintable()
    shown.encode()
    assert plain(shown) == shown


def test_one_line():
    assert one_line(" a\n\tb\x07 ") == "a b␇"


@pytest.mark.parametrize(
    ("score", "shown"),
    [(None, "–"), (0, "0"), (100.0, "100"), (92.5, "92.5"), (200 / 3, "66.67")],
)
def test_points(score, shown):
    assert points(score) == shown


@pytest.mark.parametrize(
    ("student", "name"),
    [
        ("s01", "s01"),
        ("김민수", "김민수"),
        ("20231234-kim.minsu", "20231234-kim.minsu"),
        ("Kim", "Kim-d25949ef9e"),
        ("../../etc/passwd", "_._.._etc_passwd-3754d6cb3a"),
        ("con", "con-1143da2bc5"),
        ("", "_-e3b0c44298"),
    ],
)
def test_file_name(student, name):
    assert file_name(student) == name


@given(ANY_TEXT)
@example("a" * 500)
@example("가" * 500)
@example("..")
@example("-rf")
@example("nul.txt")
def test_a_file_name_is_safe_on_every_file_system(student):
    name = file_name(student)
    assert 0 < len(f"{name}.html".encode()) <= 255
    assert not set(name) & set('/\\:*?"<>|\0\n ')
    assert not name.startswith((".", "-"))
    assert not name.endswith(".")


@given(ANY_TEXT, ANY_TEXT)
@example("Kim", "kim")
@example("a/b", "a_b")
@example("Kim", file_name("Kim"))
def test_two_students_never_share_a_file(one, other):
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (file_name(one).casefold() == file_name(other).casefold()) == same


def test_a_name_is_the_same_however_it_is_composed():
    assert file_name(unicodedata.normalize("NFD", "김민수")) == "김민수"


@pytest.mark.parametrize("text", ["a < b", "a\x00b"])
def test_markup_becomes_text(text):
    assert type(plain(Markup(text))) is str

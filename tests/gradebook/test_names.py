from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.gradebook.names import gradebook_id


@pytest.mark.parametrize(
    "student", ["kim", "홍길동", "Kim Chul-soo (2)", "a.b+c@d.kr", "2026012345", "_x"]
)
def test_a_harmless_id_stays(student):
    assert gradebook_id(student) == student


@pytest.mark.parametrize(
    ("student", "readable"),
    [
        ("<img src=x>", "_img_src_x_"),
        ("a/b", "a_b"),
        ("..", "_"),
        (".hidden", "_hidden"),
        ("x*", "x_"),
        ("o'neil", "o_neil"),
        ("_img_src_x_-5d9a0c0c38", "_img_src_x_-5d9a0c0c38"),
        ("", "_"),
    ],
)
def test_an_id_that_could_do_harm_is_made_safe(student, readable):
    own = gradebook_id(student)
    assert re.fullmatch(f"{re.escape(readable)}-[0-9a-f]{{10}}", own)


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_two_students_share_an_id_and_none_is_harmful(one, other):
    first, second = gradebook_id(one), gradebook_id(other)
    assert (first == second) == (one == other) or one.strip() == other.strip()
    assert not set(first) & set("<>&\"'/\\*?[]{}%#;:\0\n")
    assert first not in ("", ".", "..")

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.intake.lms import Sender, Upload, attempt_of, read_upload


def canvas(number, name):
    return Sender("canvas", number, name)


def moodle(number, name, *public):
    return Sender("moodle", number, name, public)


N = "deep_network.ipynb"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            f"kimminjun_12345_678901_{N}",
            Upload(canvas("12345", "kimminjun"), N, 678901),
        ),
        (
            f"kimminjun_LATE_12345_678901_{N}",
            Upload(canvas("12345", "kimminjun"), N, 678901, late=True),
        ),
        (f"김하늘_7_8_{N}", Upload(canvas("7", "김하늘"), N, 8)),
        ("lee_7_8_my_2_3_work.py", Upload(canvas("7", "lee"), "my_2_3_work.py", 8)),
        ("van_der_berg_7_8_a b.py", Upload(canvas("7", "van_der_berg"), "a b.py", 8)),
        ("lee_7_text.html", Upload(canvas("7", "lee"))),
        ("lee_LATE_7_link.html", Upload(canvas("7", "lee"), late=True)),
        (f"anon_x7Kp2_8_{N}", Upload(canvas("anon_x7Kp2", "anon_x7Kp2"), N, 8)),
        (
            f"LATE_anon_x7Kp2_8_{N}",
            Upload(canvas("anon_x7Kp2", "anon_x7Kp2"), N, 8, late=True),
        ),
    ],
)
def test_what_canvas_writes(name, expected):
    assert read_upload(name) == expected
    assert read_upload(unicodedata.normalize("NFD", name)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Minjun_123_assignsubmission_file_", Upload(moodle("123", "Kim Minjun"))),
        ("Kim Minjun_123_assignsubmission_file", Upload(moodle("123", "Kim Minjun"))),
        ("김하늘_123_assignsubmission_onlinetext_", Upload(moodle("123", "김하늘"))),
        (
            "김하늘_123_assignsubmission_file_my work_2.py",
            Upload(moodle("123", "김하늘"), "my work_2.py"),
        ),
        (
            "2026123_Kim Ha_123_assignsubmission_file_",
            Upload(moodle("123", "Kim Ha", "2026123")),
        ),
        (
            "Kim Ha_ha@uni.ac.kr_123_assignsubmission_file_",
            Upload(moodle("123", "Kim Ha", "ha@uni.ac.kr")),
        ),
        (
            "s2026123 Kim Ha_123_assignsubmission_file_",
            Upload(moodle("123", "Kim Ha", "s2026123")),
        ),
        (
            "2026123_123_assignsubmission_file_",
            Upload(moodle("123", "2026123", "2026123")),
        ),
        ("Group 1_55_assignsubmission_file_", Upload(moodle("55", "Group 1"))),
        ("Default group_assignsubmission_file_", Upload(moodle("", "Default group"))),
    ],
)
def test_what_moodle_writes(name, expected):
    assert read_upload(name) == expected
    assert read_upload(unicodedata.normalize("NFD", name)) == expected


@pytest.mark.parametrize(
    "name",
    [
        "kim.py",
        "s01",
        "deep_network.ipynb",
        "kim_12.py",
        "kim_12_deep_network.ipynb",
        "12_34_deep_network.ipynb",
        "kim min_12_34_deep_network.ipynb",
        "kim_12_text.html.py",
        "assignsubmission_file_",
        "submission_123456789",
        f"{'a' * 400}_1_2_x.py",
    ],
)
def test_what_no_lms_writes(name):
    assert read_upload(name) is None


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (N, (N, 0)),
        ("deep_network-1.ipynb", (N, 1)),
        ("deep_network-12.ipynb", (N, 12)),
        ("deep_network-1.ko.ipynb", ("deep_network.ko.ipynb", 1)),
        ("deep_network.ko-1.ipynb", ("deep_network.ko.ipynb", 1)),
        ("hw-1", ("hw", 1)),
        ("2026-11-02.py", ("2026-11.py", 2)),
        ("a-b.py", ("a-b.py", 0)),
        ("a-1b.py", ("a-1b.py", 0)),
        (
            "deep_network-6ba7b810-9dad-11d1.py",
            ("deep_network-6ba7b810-9dad-11d1.py", 0),
        ),
    ],
)
def test_the_number_of_an_attempt(file, expected):
    assert attempt_of(file) == expected


@given(st.text())
def test_any_name_says_something_or_nothing(name):
    read_upload(name)
    assert attempt_of(name)[1] >= 0

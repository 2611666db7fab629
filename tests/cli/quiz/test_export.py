from __future__ import annotations

import zipfile

import pytest

QUIZ = """
quiz: week5
title: {en: 'Deep networks', ko: '심층 신경망'}
draw: 1
items:
  - id: shape
    params: {n: 'randint(2, 9)', m: 'randint(2, 99)'}
    ask: {en: '$W$ for {{ n }}, {{ m }}?', ko: '{{ n }}, {{ m }}일 때 $W$는?'}
    answer: {shape: '(n, m)'}
  - id: coin
    params: {n: 'randint(0, 1)'}
    ask: {en: '{{ n }}?', ko: '{{ n }}?'}
    answer: {number: n}
  - id: layers
    ask: {en: 'Layers?', ko: '층은?'}
    answer: {number: 2}
  - id: flawed
    ask: {en: 'Layers?', ko: '층은?'}
    answer: {number: 2}
    void: drop
    reason: {en: 'No.', ko: '아님.'}
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A course with a quiz; the current folder."""
    (tmp_path / "course.yaml").write_text(
        "title: {en: Course, ko: 강의}\nlanguages: [en, ko]\nterm: 2026-fall\n"
    )
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "week5.yaml").write_text(QUIZ)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_canvas(run, root):
    result = run("quiz", "export", "week5", "--to", "canvas")
    assert (result.exit_code, result.output) == (
        0,
        "10 variants: shape\n"
        "2 variants, no more that differ: coin\n"
        "1 variant: layers\n"
        "void, left out: flawed\n"
        "draw: all 3 items are there, of which our papers have 1; "
        "Canvas draws a variant of each; take out the items you do not want\n"
        "results are hidden in Canvas until you show them\n"
        "numbers are typed as decimals, not as 3/4: coin, layers\n"
        "archive: published/week5/week5-canvas.zip\n",
    )
    path = root / "published" / "week5" / "week5-canvas.zip"
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None


def test_moodle_in_korean_to_a_file(run, root):
    options = ("--variants", "3", "--lang", "ko", "--out", "my.xml")
    result = run("quiz", "export", "week5", "--to", "moodle", *options)
    assert result.output.startswith("3 variants: shape\n2 variants, no more")
    assert "take a random question from as many categories" in result.output
    assert result.output.endswith("archive: my.xml\n")
    assert "층은?" in (root / "my.xml").read_text(encoding="utf-8")


def test_a_text_has_one_variant_and_all_languages(run, root):
    result = run("quiz", "export", "week5", "--to", "text")
    assert (result.exit_code, result.output) == (
        0,
        "1 variant: shape, coin, layers\n"
        "void, left out: flawed\n"
        "archive: published/week5/week5-text.txt\n",
    )
    text = (root / "published" / "week5" / "week5-text.txt").read_text()
    assert "Layers?" in text
    assert "층은?" in text


def test_a_home_we_do_not_know(run, root):
    assert run("quiz", "export", "week5", "--to", "mars").exit_code == 2
    assert run("quiz", "export", "week5").exit_code == 2

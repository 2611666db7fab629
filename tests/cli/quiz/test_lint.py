from pathlib import Path

import pytest

BAD = Path(__file__).parents[2] / "quizzes"


@pytest.fixture
def quizzes(tmp_path, monkeypatch):
    (tmp_path / "course.yaml").write_text("title: {en: a, ko: 가}\nterm: 2026-fall\n")
    (tmp_path / "quizzes").mkdir()
    monkeypatch.chdir(tmp_path)

    def put(name, text):
        (tmp_path / "quizzes" / f"{name}.yaml").write_text(text, encoding="utf-8")

    return put


GOOD = """\
quiz: good
title: {en: Good, ko: 좋음}
items:
  - id: w-shape
    params: {n: 'randint(1, 99)'}
    ask: {en: '{{ n }}', ko: '{{ n }}'}
    answer: {shape: '(n, 1)'}
    tests: [{given: {n: 3}, respond: '3 x 1', score: 1}]
  - id: language
    ask: {en: 'In which language is this?', ko: 'In English'}
    answer: {text: [en]}
    tests: [{respond: en, score: 1}]
"""


def test_a_clean_quiz(run, quizzes):
    quizzes("good", GOOD)
    result = run("quiz", "lint", "good", "--seeds", "20", "--jobs", "1")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[:2] == [
        "quizzes/good.yaml:10: language: ask.ko: warning: expected Korean, "
        "got 'In English'",
        "good: clean",
    ]
    assert "│ w-shape │ shape │ 1 │ 18 of 20 │ 1 │" in lines
    assert "│ language │ text │ 1 │ 1 of 1 │ 1 │" in lines


def test_all_quizzes_by_default_and_all_that_is_wrong(run, quizzes):
    quizzes("empty", "quiz: empty\n")
    quizzes("good", GOOD.replace("score: 1", "score: 0", 1))
    result = run("quiz", "lint", "--seeds", "20", "--jobs", "1")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        "quizzes/empty.yaml:1: title: expected a value, got nothing",
        "quizzes/empty.yaml:1: items: expected a value, got nothing",
        "quizzes/good.yaml:8: w-shape: tests.0: expected 0 for no mistake, got 1 for "
        "no mistake (read (3, 1); key (3, 1))",
    ]
    assert "good: not clean" in result.stdout


def test_a_quiz_that_is_not_there(run, quizzes):
    quizzes("good", GOOD)
    result = run("quiz", "lint", "godo")
    assert result.exit_code == 2
    assert result.stderr == "quiz: expected one of good (nearest: good), got 'godo'\n"

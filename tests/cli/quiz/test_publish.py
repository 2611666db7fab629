from __future__ import annotations

import pytest

COURSE = """\
title: {en: Course, ko: 강의}
term: 2026-fall
quizzes:
  week5: {opens: '2026-12-01T10:00:00+09:00', closes: '2026-12-01T10:20:00+09:00'}
"""
QUIZ = """\
quiz: NAME
title: {en: 'Nets', ko: '신경망'}
items:
  - id: w-shape
    params: {n: 'randint(2, 9)'}
    ask: {en: 'Shape of a vector of {{ n }}?', ko: '{{ n }}개인 벡터의 형태는?'}
    answer: {shape: '(n,)'}
    mistakes:
      - {id: column, when: '(n, 1)', say: {en: 'It has one axis.', ko: '축이 하나다.'}}
    tests:
      - {given: {n: 3}, respond: '(3,)', score: 1}
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of two students and two quizzes; the current folder is in it."""
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "quizzes").mkdir()
    for name in ("week5", "week6"):
        text = QUIZ.replace("NAME", name)
        (tmp_path / "quizzes" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "roster.csv").write_text("id,name,lang\n01,Kim,ko\n02,Ann,\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_paper_for_everybody(run, course):
    first = run("quiz", "publish", "week5")
    assert (first.exit_code, first.stdout) == (
        0,
        "2 new, 0 there already\npapers: published/week5/papers\n",
    )
    assert first.stderr.startswith("published 2 of 2, ")
    again = run("quiz", "publish", "week5", "--blank", "1")
    assert again.stdout == "1 new, 2 there already\npapers: published/week5/papers\n"
    names = sorted(path.name for path in (course / "published/week5/papers").iterdir())
    assert names == ["01", "02", "blank"]


def test_another_roster_and_folder(run, course, tmp_path):
    (course / "late.csv").write_text("id;name\n03;Lee\n")
    result = run(
        "quiz", "publish", "week5", "--roster", "late.csv", "--out", "usb", "--lang=ko"
    )
    assert result.stdout == "1 new, 0 there already\npapers: usb/papers\n"
    text = (course / "usb/papers/03/week5.html").read_text(encoding="utf-8")
    assert '<html lang="ko">' in text


def test_without_times(run, course):
    result = run("quiz", "publish", "week6")
    assert result.stdout == (
        "2 new, 0 there already\n"
        "papers: published/week6/papers\n"
        "course.yaml has no times for week6: papers show none\n"
    )
    practice = run("quiz", "publish", "week6", "--practice")
    assert practice.stdout.startswith(
        "2 new, 0 there already\npapers: published/week6/practice\n"
    )


def test_who_has_no_second_attempt(run, course):
    (course / "extensions.csv").write_text("student,quiz,attempt\n02,week5,2\n")
    result = run("quiz", "publish", "week5", "--attempt", "2")
    assert result.stdout == (
        "1 new, 0 there already\nno such attempt: 01\npapers: published/week5/papers\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["week7"], "quiz: expected one of week5, week6 (nearest: week6), got 'week7'"),
        (
            ["week5", "--roster", "none.csv"],
            "none.csv: expected a file, got nothing",
        ),
        (
            ["week5", "--attempt", "2"],
            "attempt: expected at most 1, as course.yaml and extensions.csv allow, "
            "got 2",
        ),
        (
            ["week5", "--practice", "--blank", "1"],
            "blank: expected none but for the first attempt",
        ),
    ],
)
def test_a_wrong_call(run, course, arguments, said):
    result = run("quiz", "publish", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{said}\n")

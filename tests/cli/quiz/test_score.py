from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from autograder.cli.app import app_for
from autograder.cli.quiz.score import read_setting, score_and_report
from autograder.course.course import find_course
from autograder.messages import Language
from autograder.quizzes.manifest import Manifest, locked_manifest
from autograder.quizzes.papers import make_paper
from autograder.quizzes.reading import find_quiz, read_quiz
from autograder.quizzes.variants import Sitting

OPEN = datetime(2020, 10, 1, 1, 10, tzinfo=UTC)
CLOSED = datetime(2020, 10, 3, tzinfo=UTC)
COURSE = """
title: {en: Course, ko: 강의}
term: 2026-fall
quizzes:
  week5: {opens: '2020-10-01T10:00:00+09:00', closes: '2020-10-01T10:20:00+09:00',
          feedback: '2020-10-02T09:00:00+09:00'}
"""
QUIZ = """
quiz: week5
title: {en: Deep networks, ko: 심층 신경망}
items:
  - id: sum
    params: {a: 'randint(2, 9)'}
    ask: {en: 'What is {{ a }} + 1?', ko: '{{ a }} + 1은?'}
    answer: {number: 'a + 1'}
    mistakes: [{id: less, when: 'a - 1', say: {en: 'Plus.', ko: '더하기'}}]
  - id: truth
    ask: {en: 'True?', ko: '참?'}
    answer: {true_false: true}
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course whose quiz is published to two students, one of them on the roster."""
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "course.yaml").write_text(COURSE)
    (tmp_path / "quizzes/week5.yaml").write_text(QUIZ)
    (tmp_path / "quizzes/week4.yaml").write_text(QUIZ.replace("week5", "week4"))
    (tmp_path / "roster.csv").write_text("id,name,section,lang\ns01,Kim,A,ko\n")
    monkeypatch.chdir(tmp_path)
    course = find_course()
    languages: dict[str, Language] = {"s01": "ko", "s02": "en"}
    for name in ("week4", "week5"):
        quiz = read_quiz(find_quiz(course, name))
        with locked_manifest(tmp_path / "published" / name) as manifest:
            manifest.add(
                make_paper(quiz, Sitting(b"0" * 32, "2026-fall", student), language)
                for student, language in languages.items()
            )
    return course


@pytest.fixture
def run(course, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *arguments: CliRunner().invoke(
        app_for(["quiz"]), ["quiz", "score", *arguments]
    )


def papers(course, week="week5"):
    manifest = Manifest.read(course.root / "published" / week)
    return {paper.student: paper for paper in manifest.papers.values()}


def write_responses(course, **more):
    """Write a table of responses in which s01 is right and s02 made a mistake."""
    entries = []
    for student, paper in papers(course).items():
        plus = 1 if student == "s01" else -1
        number = str(paper.variants[0].params["a"] + plus)
        entry = {"sum": number, "truth": "true"} | more.get(student, {})
        time = "2020-10-01T10:05:00+09:00"
        entries.append({"paper": paper.id, "responses": entry, "time": time})
    path = course.root / "r.json"
    path.write_text(json.dumps(entries))
    return str(path)


def test_scores_attendance_and_feedback(course, run):
    result = run("week5", write_responses(course))
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "s01 2 / 2 present" in lines
    assert "s02 1 / 2 present" in lines
    out = course.root / "graded/week5"
    assert f"results: {out}" in lines
    assert f"feedback: {out / 'feedback'}" in lines
    grades = (out / "grades.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert grades[1].startswith("s01,Kim,A,2,2,100,present,,")
    assert (out / "results.jsonl").read_text().count("\n") == 2
    assert '<html lang="ko">' in (out / "feedback/s01.html").read_text()
    assert (course.root / "published/week5/keys.jsonl").read_text().count("\n") == 2


def test_feedback_waits_for_the_last_window(course, capsys, tmp_path):
    (course.root / "extensions.csv").write_text(
        "student,quiz,closes\ns02,week5,2020-10-05T10:00:00+09:00\n"
    )
    path = write_responses(course)
    setting = read_setting(course, "week5", (None, None, None), CLOSED)
    assert score_and_report(course, setting, [tmp_path / path], tmp_path) == 0
    assert not (tmp_path / "feedback").exists()
    assert "feedback: not before 2020-10-05 10:00" in capsys.readouterr().out


def test_feedback_waits_for_its_time(course, capsys, tmp_path):
    path = write_responses(course)
    setting = read_setting(course, "week5", (None, None, None), OPEN)
    score_and_report(course, setting, [tmp_path / path], tmp_path)
    assert "feedback: not before 2020-10-02 09:00" in capsys.readouterr().out


def test_a_quiz_without_times_has_no_feedback(course, run):
    path = course.root / "r.csv"
    path.write_text(f"paper,item,response\n{papers(course, 'week4')['s01'].id},2,t\n")
    result = run("week4", str(path))
    assert "feedback: not written: expected quizzes.week4 in course.yaml" in (
        result.stdout
    )


def test_a_corrected_key_is_shown_and_then_applied(course, run):
    run("week5", write_responses(course))
    file = course.root / "quizzes/week5.yaml"
    file.write_text(QUIZ.replace("number: 'a + 1'", "number: 'a - 1'"))
    before = (course.root / "graded/week5/results.jsonl").read_bytes()
    result = run("week5", "--dry-run")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "s01 2 / 2 1 / 2 -1 sum" in lines
    assert "s02 1 / 2 2 / 2 +1 sum" in lines
    assert "items that have changed: sum" in lines
    assert "scores that would change: 2 of 2" in lines
    assert (course.root / "graded/week5/results.jsonl").read_bytes() == before
    assert run("week5").exit_code == 0
    result = run("week5", "--dry-run")
    assert result.stdout == (
        "items that have changed: none\nscores that would change: 0 of 2\n"
    )


def test_one_response_is_shown(course, run):
    path = write_responses(course)
    paper = papers(course)["s02"]
    for arguments in ([path], []):
        result = run("week5", *arguments, "--show", paper.id.lower(), "1")
        assert result.exit_code == 0
        assert "mistake" in result.stdout
        assert f"What is {paper.variants[0].params['a']} + 1?" in result.stdout
        run("week5", path)


@pytest.mark.parametrize(
    ("paper", "item", "said"),
    [
        ("XX", "sum", "paper: expected one of "),
        ("s01", "gone", "item: expected one of sum, truth, got 'gone'"),
    ],
)
def test_nothing_to_show(course, run, paper, item, said):
    run("week5", write_responses(course))
    known = papers(course)
    number = known[paper].id if paper in known else paper
    result = run("week5", "--show", number, item)
    assert result.exit_code == 2
    assert result.stderr.startswith(said)


def test_what_could_not_be_scored_is_status_1(course, run):
    wrong = papers(course, "week4")["s01"].id
    path = course.root / "r.csv"
    path.write_text(f"paper,item,response\n{wrong},1,2\nWHAT,1,2\n")
    result = run("week5", str(path))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"r.csv, row 1: wrong week: {wrong} is a paper of week4",
        "r.csv, row 2: unknown paper: 'WHAT' was never published",
    ]


def test_a_damaged_manifest_of_another_week_does_no_harm(course, run):
    (course.root / "published/week4/manifest.jsonl").write_text("{}\n")
    path = course.root / "r.csv"
    path.write_text("paper,item,response\nWHAT,1,2\n")
    assert run("week5", str(path)).exit_code == 1


def test_an_item_that_cannot_be_scored_is_status_1(course, run):
    broken = QUIZ.replace("number: 'a + 1'", "number: '1 / 0'")
    (course.root / "quizzes/week5.yaml").write_text(broken)
    assert run("week5", write_responses(course)).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["week6"], "quiz: expected one of week4, week5 (nearest: week5), got 'week6'"),
        (
            ["week5"],
            "graded/week5/responses.json: expected the responses of an earlier run, "
            "got nothing: name notebooks, folders, zips or tables of responses",
        ),
        (["week5", "--extensions", "x.csv"], "x.csv: expected a file, got nothing"),
        (["week5", "--roster", "x.csv"], "x.csv: expected a file, got nothing"),
        (
            ["week5", "--published", "x"],
            "x/manifest.jsonl: expected papers, got nothing: autograder quiz publish "
            "week5",
        ),
    ],
)
def test_a_wrong_call(course, run, arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.strip() == said


def test_the_folder_of_the_results(course, run):
    assert run("week5", write_responses(course), "--out", "x").exit_code == 0
    assert sorted(path.name for path in (course.root / "x").iterdir()) == [
        "feedback",
        "grades.csv",
        "responses.json",
        "results.jsonl",
    ]

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rich.console import Console

from autograder.messages import Text
from autograder.quizzes.attendance import Presence, Status
from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.rescore import Change
from autograder.quizzes.results import Attempt, QuizResult
from autograder.quizzes.score_tables import (
    changes_table,
    response_table,
    results_table,
)

NOW = datetime(2026, 12, 2, tzinfo=UTC)


def shown(table):
    console = Console(width=100, color_system=None)
    with console.capture() as capture:
        console.print(table)
    lines = capture.get().splitlines()
    return [" ".join(line.split()) for line in lines if line.strip(" ─")]


def result(student, status, credit=1.0, items=(), **changes):
    attempts = (Attempt("P", 1, "en", "f", NOW, None, credit, items, 1.5, 2.0),)
    presence = Presence(status, Text("a reason", "이유"))
    fields = {"score": 1.5, "max_score": 2.0, "attempts": attempts} | changes
    return QuizResult(student, "week5", presence, scored=NOW, **fields)


def test_a_row_per_student():
    items = (
        Judged("a", 1, Verdict.UNANSWERED, 0, 1),
        Judged("b", 1, Verdict.COULD_NOT_SCORE, None, 1),
    )
    note = (Text("late: 50%", "늦음"),)
    table = results_table(
        [
            result("s01", Status.PRESENT),
            result("s02", Status.LATE, 0.5, notes=note),
            result("s03", Status.ABSENT, score=None, attempts=()),
            result("s04", Status.UNKNOWN, items=items),
        ]
    )
    assert shown(table) == [
        "student score attendance notes",
        "s01 1.5 / 2 present",
        "s02 1.5 / 2 late late: 50%",
        "s03 – / 2 absent a reason",
        "s04 1.5 / 2 unknown 1 unanswered; 1 could not score; a reason",
    ]


def test_names_neither_steer_nor_style_the_terminal():
    (_, row) = shown(results_table([result("[red]\x1b[31m\nx", Status.PRESENT)]))
    assert row == "[red]␛[31m x 1.5 / 2 present"


def test_whose_score_changes():
    changes = [
        Change("s01", 1, 2, 2, 2, ("a", "b")),
        Change("s02", 2, 1.5, 2, 2, ("a",)),
        Change("s03", None, 1, 2, 2, ()),
    ]
    assert shown(changes_table(changes)) == [
        "student before after change items",
        "s01 1 / 2 2 / 2 +1 a, b",
        "s02 2 / 2 1.5 / 2 -0.5 a",
        "s03 – / 2 1 / 2 –",
    ]


@pytest.fixture
def judged():
    return Judged(
        "pick",
        1,
        Verdict.WRONG,
        0.0,
        1.0,
        response="2\x1b[31m",
        read="② (step)",
        key="① (tanh)",
        mistake="bad",
        say=Text("No.", "아니"),
    )


def test_one_response(paper, judged):
    paper = replace(paper, id="AAAA-BBBB-CC")
    variant = paper.variants[1]
    lines = shown(response_table(paper, variant, judged))
    places = {option.key: i for i, option in enumerate(variant.form.options, 1)}
    assert lines[:3] == [
        "paper AAAA-BBBB-CC · 0012 · attempt 1",
        "item pick · rev 1",
        "prompt Which?",
    ]
    assert any(f"{places['good']}. tanh (good)" in line for line in lines)
    assert lines[-6:] == [
        r'response "2\u001b[31m"',
        "read as ② (step)",
        "key ① (tanh)",
        "outcome wrong · 0 / 1",
        "mistake bad",
        "say No.",
    ]


def test_a_response_that_could_not_be_read(paper, judged):
    failed = replace(
        judged, mistake=None, say=None, read="", problem=Text("what?", "?")
    )
    spare = replace(paper, student="")
    lines = shown(response_table(spare, paper.variants[1], failed))
    assert "spare" in lines[0]
    assert lines[-1] == "problem what?"

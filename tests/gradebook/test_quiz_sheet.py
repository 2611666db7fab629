from datetime import UTC, datetime, timedelta

import pytest

from autograder.course.calendar import Window
from autograder.course.extensions import Extension
from autograder.gradebook.quiz_sheet import quiz_entries, quiz_sheet
from autograder.gradebook.records import Cell
from autograder.messages import Text
from autograder.quizzes.attendance import Presence, Status
from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.results import Attempt, QuizResult
from autograder.quizzes.schema import Quiz

NOW = datetime(2026, 12, 1, 1, tzinfo=UTC)
WINDOW = Window(NOW, NOW + timedelta(minutes=20))


def quiz(draw=None):
    items = [
        {
            "id": name,
            "points": 2,
            "ask": {"en": "?", "ko": "?"},
            "answer": {"shape": [1]},
        }
        for name in ("a", "b", "c")
    ]
    title = {"en": "Q", "ko": "Q"}
    return Quiz.model_validate(
        {"quiz": "week5", "title": title, "items": items, "draw": draw}
    )


def judged(item, score, outcome=Verdict.RIGHT):
    most = 0.0 if outcome is Verdict.DROPPED else 2.0
    return Judged(item, 1, outcome, score, most)


def result(*items, credit=1.0, student="s01"):
    attempt = Attempt("P", 1, "en", "", NOW, None, credit, items, None, 0)
    presence = Presence(Status.PRESENT, Text("", ""))
    return QuizResult(student, "week5", presence, 0, 6, NOW, attempts=(attempt,))


def scores(*items, draw=None):
    (entry,) = quiz_entries(quiz(draw), [result(*items)], WINDOW)
    return dict(entry.scores)


def test_a_cell_for_each_item_or_for_each_place_on_a_paper():
    sheet = quiz_sheet(quiz(), WINDOW)
    assert [cell.name for cell in sheet.cells] == ["a", "b", "c"]
    assert (sheet.assignment, sheet.due) == ("week5", WINDOW.closes)
    drawn = quiz_sheet(quiz(draw=2), None)
    assert drawn.cells == (
        Cell("item-1", 2.0, "markdown"),
        Cell("item-2", 2.0, "markdown"),
    )
    assert drawn.due is None


def test_scores():
    assert scores(judged("a", 2), judged("c", 0), draw=2) == {"item-1": 2, "item-2": 0}
    assert scores(judged("a", 2), judged("c", 1)) == {"a": 2, "c": 1}


def test_what_could_not_be_scored_needs_a_human():
    lost = judged("b", None, Verdict.COULD_NOT_SCORE)
    assert scores(judged("a", 2), lost) == {"a": 2, "b": None}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [((2, 0), 1.0), ((2, 2), 2.0), ((), 2.0), ((2, None), None)],
)
def test_a_dropped_item_earns_what_the_rest_earned(rest, expected):
    others = [judged(name, score) for name, score in zip("bc", rest, strict=False)]
    dropped = judged("a", 0, Verdict.DROPPED)
    assert scores(dropped, *others)["a"] == expected


def test_lateness_and_extensions():
    extended = [Extension("s01", "week5", closes=WINDOW.closes + timedelta(days=1))]
    (entry,) = quiz_entries(
        quiz(), [result(judged("a", 2), credit=0.5)], WINDOW, extended
    )
    assert (entry.penalty, entry.extension, entry.time) == (
        0.5,
        timedelta(days=1),
        NOW,
    )
    (entry,) = quiz_entries(quiz(), [result(judged("a", 2))], None, extended)
    assert (entry.penalty, entry.extension) == (0, None)


def test_who_handed_in_nothing_has_no_line():
    nobody = QuizResult(
        "s02", "week5", Presence(Status.ABSENT, Text("", "")), 0, 6, NOW
    )
    assert quiz_entries(quiz(), [nobody], WINDOW) == []

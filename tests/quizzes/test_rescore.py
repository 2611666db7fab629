from dataclasses import replace
from datetime import UTC, datetime, timedelta

from autograder.messages import Text
from autograder.quizzes.attendance import Presence, Status
from autograder.quizzes.history import History
from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.rescore import Change, changed_items, changes
from autograder.quizzes.results import Attempt, QuizResult
from autograder.quizzes.schema import Item

NOW = datetime(2026, 12, 2, tzinfo=UTC)


def a_result(student, **scores):
    items = tuple(
        Judged(item, 1, Verdict.WRONG, score, 1.0) for item, score in scores.items()
    )
    known = [score for score in scores.values() if score is not None]
    total = sum(known) if len(known) == len(scores) else None
    most = float(len(scores))
    attempt = Attempt("P", 1, "en", "f", None, None, 1.0, items, total, most)
    presence = Presence(Status.PRESENT, Text("", ""))
    return QuizResult(student, "week5", presence, total, most, NOW, attempts=(attempt,))


def test_whose_score_changes_and_by_which_items():
    before = [a_result("s01", a=0, b=1), a_result("s02", a=1), a_result("s03", a=0)]
    after = [
        a_result("s01", a=1, b=1),
        a_result("s02", a=1),
        a_result("s03", a=None),
        a_result("s04", a=1),
        a_result("s05", a=None),
    ]
    assert list(changes(before, after)) == [
        Change("s01", 1, 2, 2, 2, ("a",)),
        Change("s03", 0, None, 1, 1, ("a",)),
        Change("s04", None, 1, 1, 1, ()),
    ]


def test_a_dropped_item_changes_what_was_possible():
    before, after = a_result("s01", a=0, b=1), a_result("s01", b=1)
    (change,) = changes([before], [after])
    assert (change.difference, change.max_before, change.max_after) == (0, 2, 1)
    (change,) = changes([after], [before])
    assert change.items == ("a",)


def test_there_is_no_difference_to_no_score():
    assert Change("s01", None, 1, 1, 1, ()).difference is None


def test_items_that_have_changed_since_they_were_scored(quiz, tmp_path):
    history = History(tmp_path)
    history.record(quiz.items, NOW)
    before = [a_result("s01", net=1)]
    assert changed_items(quiz.items, history, before) == []
    assert changed_items(quiz.items, history, []) == []
    changed = {**quiz.items[5].model_dump(exclude_defaults=True), "points": 3.0}
    items = [*quiz.items[:5], Item.model_validate(changed)]
    history.record(items, NOW + timedelta(hours=1))  # as publishing again does
    assert changed_items(items, history, before) == ["net"]
    later = [replace(before[0], scored=NOW + timedelta(hours=1))]
    assert changed_items(items, history, later) == []

from datetime import UTC, datetime

import pytest

from autograder.errors import AutograderError
from autograder.messages import Message, Text
from autograder.quizzes.attendance import Presence, Status
from autograder.quizzes.model import FilledPaper, Judged, Verdict
from autograder.quizzes.results import (
    Attempt,
    Came,
    Problem,
    QuizResult,
    read_results,
    read_stored,
    write_responses,
    write_results,
)

NOW = datetime(2026, 12, 2, tzinfo=UTC)


def a_result(*items, **changes):
    scores = [one.score for one in items]
    whole = None if None in scores else sum(scores)
    most = sum(one.max_score for one in items)
    attempt = Attempt("P", 1, "en", "a.ipynb", NOW, None, 1.0, items, whole, most)
    presence = Presence(Status.PRESENT, Text("there", "있음"))
    fields = {"attempts": (attempt,), "notes": (Text("a note", "메모"),)} | changes
    return QuizResult("s01", "week5", presence, whole, most, NOW, **fields)


RIGHT = Judged("a", 1, Verdict.RIGHT, 1.0, 1.0, response="1", read="1", key="1")
FAILED = Judged("b", 1, Verdict.COULD_NOT_SCORE, None, 2.0, problem=Text("so", "왜"))


def test_results_are_read_as_they_were_written(tmp_path):
    results = [a_result(RIGHT), a_result(RIGHT, FAILED)]
    write_results(tmp_path, results)
    assert read_results(tmp_path) == results
    assert (tmp_path / "results.jsonl").read_text().count("\n") == 2


def test_a_message_is_kept_in_both_languages(tmp_path):
    write_results(tmp_path, [a_result(RIGHT, notes=(Message("absent"),))])
    (note,) = read_results(tmp_path)[0].notes
    assert (note.en, note.ko) == ("absent", Message("absent").render("ko"))


def test_nothing_but_sentences_needs_help():
    from autograder.quizzes.results import _encoded

    with pytest.raises(TypeError, match=r"^object: expected plain data$"):
        _encoded(object())


def test_no_results_yet(tmp_path):
    assert read_results(tmp_path) == []


def test_a_damaged_line_is_named(tmp_path):
    (tmp_path / "results.jsonl").write_text('{"student": 1}\n')
    with pytest.raises(AutograderError) as error:
        read_results(tmp_path)
    assert str(error.value).startswith(
        f"{tmp_path}/results.jsonl:1: expected what autograder wrote, got an error: "
    )


def test_responses_are_kept_as_they_came(tmp_path):
    filled = FilledPaper("f.csv, row 1", "P", "s01", {"a": ["x", 1]}, time=NOW)
    came = Came((filled,), (Problem("odd", "s01", "a", "f.csv", lost=True),))
    write_responses(tmp_path, came)
    assert read_stored(tmp_path) == came


def test_without_an_earlier_run_there_is_nothing_to_score_again(tmp_path):
    with pytest.raises(AutograderError) as error:
        read_stored(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}/responses.json: expected the responses of an earlier run, got "
        "nothing: name notebooks, folders, zips or tables of responses"
    )


def test_the_attempt_that_counts_is_the_first():
    result = a_result(RIGHT)
    assert result.items == {"a": RIGHT}
    assert (result.percent, result.is_scored) == (100.0, True)
    empty = a_result(attempts=())
    assert (empty.best, empty.items, empty.percent) == (None, {}, None)


def test_a_score_that_is_missing():
    result = a_result(RIGHT, FAILED)
    assert (result.score, result.percent, result.is_scored) == (None, None, False)


def test_a_problem_is_one_line_without_control_characters():
    problem = Problem("bad\x1b[31m\nline", "s\n01", "a", "x\u202e.csv")
    assert str(problem) == "x\ufffd.csv: s 01: a: bad␛[31m line"

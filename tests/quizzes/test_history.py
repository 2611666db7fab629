from datetime import UTC, datetime, timedelta

import pytest

from autograder.errors import AutograderError
from autograder.quizzes.history import History, digest

NOW = datetime(2026, 12, 2, tzinfo=UTC)


def corrected(item, **changes):
    return type(item).model_validate(item.model_dump(exclude_defaults=True) | changes)


def test_definitions_are_recorded_once_and_read_again(quiz, tmp_path):
    history = History.read(tmp_path)
    assert [one.item for one in history.record(quiz.items, NOW)] == [
        item.id for item in quiz.items
    ]
    assert history.record(quiz.items, NOW) == []
    again = History.read(tmp_path)
    assert again.definitions == history.definitions
    assert [one.load() for one in again.definitions] == list(quiz.items)


def test_a_change_is_a_further_line(quiz, tmp_path):
    item = quiz.items[0]
    new = corrected(item, answer={"shape": "(n, m, 1)"})
    history = History.read(tmp_path)
    history.record([item], NOW)
    (added,) = history.record([new], NOW + timedelta(hours=1))
    assert (added.item, added.rev, added.digest) == ("w-shape", 1, digest(new))
    assert history.digest("w-shape") == digest(new)
    assert history.digest("w-shape", NOW) == digest(item)
    assert history.digest("w-shape", NOW - timedelta(hours=1)) == ""
    assert history.digest("unknown") == ""


def test_definitions_of_the_rev_that_was_asked_come_first(quiz):
    item = quiz.items[0]
    second = corrected(item, points=3.0)
    third = corrected(item, rev=2, points=4.0)
    history = History(None)
    from autograder.quizzes.history import Definition, _plain

    history.definitions = [
        Definition(NOW, one.id, one.rev, digest(one), _plain(one))
        for one in (item, second, third)
    ]
    assert history.older("w-shape", 1) == [second, item, third]
    assert history.older("w-shape", 2) == [third, second, item]
    assert history.older("pick", 1) == []


def test_a_definition_of_another_format_is_left_out(quiz):
    from autograder.quizzes.history import Definition

    history = History(None, [Definition(NOW, "old", 1, "0", {"id": "old"})])
    assert history.older("old", 1) == []


def test_a_damaged_line_is_named(tmp_path):
    (tmp_path / "keys.jsonl").write_text("{}\n")
    with pytest.raises(AutograderError) as error:
        History.read(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}/keys.jsonl:1: expected what autograder wrote, got an error: "
        "Object missing required field `time`"
    )

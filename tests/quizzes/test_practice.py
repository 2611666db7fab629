from __future__ import annotations

import contextlib
import json
from datetime import datetime, timedelta

import pytest

from autograder.course.extensions import Extension
from autograder.errors import AutograderError, SandboxUnavailableError
from autograder.quizzes.arrays import NumpyWorkers
from autograder.quizzes.model import Verdict
from autograder.quizzes.papers import make_paper
from autograder.quizzes.practice import (
    PRACTICE,
    check_closed,
    judge_of,
    keys_of,
    practice_data,
)
from autograder.quizzes.schema import Item
from autograder.quizzes.variants import Sitting


@pytest.fixture
def data(quiz):
    """What a practice notebook holds, after it was written and read."""
    paper = make_paper(quiz, Sitting(bytes(32), "t", "0012", "practice-1"), "en")
    return json.loads(json.dumps(practice_data(quiz, paper)[PRACTICE]))


@pytest.fixture
def judge(data):
    found = judge_of(data)
    yield found
    found.close()


def after(window, **length):
    return window.closes + timedelta(**length)


def test_keys_are_out_once_everybody_is_done(window):
    late = Extension("0012", "week5", closes=after(window, hours=1))
    other = Extension("0012", "week4", closes=after(window, days=9))
    check_closed("week5", None, (), datetime.min)
    check_closed("week5", window, (other,), after(window, seconds=0))
    check_closed("week5", window, (late,), after(window, hours=1))
    with pytest.raises(AutograderError) as caught:
        check_closed("week5", window, (late,), after(window, minutes=59))
    assert str(caught.value) == (
        "week5: expected a quiz whose keys everybody may see, got one with keys kept "
        "until 2026-12-01 11:20"
    )


def test_responses_are_judged_where_they_are_written(judge):
    n, m = (judge.paper.variants[0].params[name] for name in "nm")
    right = judge("w-shape", f"({n}, {m})")
    swapped = judge("w-shape", f"({m}, {n})")
    assert (right.outcome, right.score) == (Verdict.RIGHT, 2)
    assert (swapped.outcome, swapped.mistake) == (Verdict.WRONG, "swapped")
    assert swapped.say.render("en") == f"Rows are the {n} units."
    assert judge("pick", "tanh").outcome is Verdict.RIGHT
    assert judge("w-shape", "?").outcome is Verdict.UNREADABLE


def test_a_place_on_the_paper_is_understood(judge):
    variant = next(v for v in judge.paper.variants if v.item == "pick")
    place = [option.key for option in variant.form.options].index("good") + 1
    assert judge("pick", f"{place}").outcome is Verdict.RIGHT


def test_only_what_is_asked_is_in_it(quiz):
    drawn = quiz.model_copy(update={"draw": 2})
    paper = make_paper(drawn, Sitting(bytes(32), "t", "0012", "practice-1"), "en")
    found = practice_data(drawn, paper)[PRACTICE]["items"]
    assert [item["id"] for item in found] == [v.item for v in paper.variants]
    assert len(found) == 2


def test_what_cannot_be_confined_is_not_run(quiz, monkeypatch):
    answer = {"expression": "W @ X", "inputs": {"W": [2, 3], "X": [3, 4]}}
    ask = {"en": "W times X?", "ko": "W 곱하기 X?"}
    item = Item.model_validate({"id": "product", "ask": ask, "answer": answer})
    quiz = quiz.model_copy(update={"items": [item]})
    paper = make_paper(quiz, Sitting(bytes(32), "t", "0012", "practice-1"), "en")

    def refuse(*_):
        raise SandboxUnavailableError("sandbox: none")

    monkeypatch.setattr(NumpyWorkers, "author", refuse)
    monkeypatch.setattr(NumpyWorkers, "student", refuse)
    with contextlib.closing(judge_of(practice_data(quiz, paper)[PRACTICE])) as judge:
        judged = judge("product", "W @ X")
    assert (judged.outcome, judged.score) == (Verdict.COULD_NOT_SCORE, None)
    assert judged.problem.render("ko") == "sandbox: none"


def test_keys_in_words(quiz, paper):
    keys = keys_of(quiz, paper, None)
    assert [key.item for key in keys] == [variant.item for variant in paper.variants]
    n, m = (paper.variants[0].params[name] for name in "nm")
    assert (keys[0].key, keys[0].explain) == (f"({n}, {m})", "Rows are units.")


def test_an_explanation_that_cannot_be_filled_in(quiz, paper):
    explain = quiz.items[0].explain.model_copy(update={"en": "{{ absent }}"})
    items = [quiz.items[0].model_copy(update={"explain": explain}), *quiz.items[1:]]
    with pytest.raises(AutograderError) as caught:
        keys_of(quiz.model_copy(update={"items": items}), paper, None)
    assert str(caught.value) == "week5: w-shape: 'absent' is undefined"


@pytest.mark.parametrize(
    "damage",
    [
        {"paper": None},
        {"items": None},
        {"items": []},
        {"items": 5},
        {"items": [{"id": 1}]},
    ],
)
def test_a_damaged_practice_paper(data, damage):
    with pytest.raises(AutograderError) as caught:
        judge_of({**data, **damage})
    assert str(caught.value) == (
        "practice: expected a practice paper as it was published, got a damaged one"
    )

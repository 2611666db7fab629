from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.messages import Text
from autograder.quizzes.feedback import (
    LONGEST,
    feedback_page,
    judged_words,
    write_feedback,
)
from autograder.quizzes.history import History
from autograder.quizzes.judging import Judge
from autograder.quizzes.model import FilledPaper, Judged, Verdict
from autograder.quizzes.results import Came
from autograder.quizzes.scoring import Setting, score_quiz

NOW = datetime(2026, 12, 2, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script>\x1b[31m\u202e{{ 7 * 7 }}'


@pytest.fixture
def page_of(quiz, asked, window, right_responses):
    """Return a function that scores a student's paper and returns the page."""

    def page(student, quiz=quiz, **changes):
        paper = asked.of(student)[0]
        given = {name.replace("_", "-"): value for name, value in changes.items()}
        responses = right_responses(paper) | given
        filled = FilledPaper(
            "f<b>.ipynb", paper.id, student, responses, time=window.opens
        )
        history = History(Path())
        results, _ = score_quiz(
            Came((filled,)), Setting(quiz, asked, history, NOW, window)
        )
        result = next(one for one in results if one.student == student)
        judge = Judge(quiz.items, history)
        return feedback_page(result, asked.papers, judge, Path(), "en")

    return page


def test_everything_about_an_item(page_of, asked):
    n, m = (asked.of("s01")[0].variants[0].params[name] for name in "nm")
    page = page_of("s01", w_shape=f"({m}, {n})")
    assert "<title>Kim Ha · Deep networks</title>" in page
    assert "Attendance: present (handed in at 2026-12-01 10:00)" in page
    assert f'<span class="code">({m}, {n})</span>' in page  # the response
    assert f'<span class="code">({n}, {m})</span>' in page  # the key
    assert f"Rows are the {n} units." in page  # the mistake
    assert "<p>Rows are units.</p>" in page  # the explanation
    assert "<dd><b>wrong</b></dd>" in page
    assert "<b>5</b> / 7" in page
    assert '<figure class="picture"><img src="data:image/svg+xml' in page


def test_the_language_of_the_paper_counts(page_of):
    page = page_of("s02")
    assert '<html lang="ko">' in page
    assert "심층 신경망" in page
    assert "행은 유닛이다." in page


def test_hostile_text_stays_text(page_of):
    page = page_of("s01", pick=HOSTILE, net="\x1b[31m")
    assert "<script" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "{{ 7 * 7 }}" in page
    assert "f&lt;b&gt;.ipynb" in page
    assert "script-src" not in page
    assert "default-src 'none'" in page


def test_what_could_not_be_read_is_shown_as_it_came(page_of):
    page = page_of("s01", pick="x" * 2000)
    assert f"{'x' * LONGEST}…" in page
    assert "could not be read" in page


def test_void_says_why(page_of, quiz):
    items = list(quiz.items)
    reason = {"en": "No layer was right.", "ko": "실수"}
    void = items[5].model_dump(exclude_defaults=True) | {
        "void": "drop",
        "reason": reason,
    }
    items[5] = type(items[5]).model_validate(void)
    page = page_of("s01", quiz.model_copy(update={"items": items}))
    assert "does not count for anybody" in page
    assert "No layer was right." in page
    assert "<b>6</b> / 6" in page


def test_who_handed_in_nothing_gets_a_page_too(quiz, asked, window, tmp_path):
    setting = Setting(quiz, asked, History(tmp_path), NOW, window)
    results, _ = score_quiz(Came(), setting)
    judge = Judge(quiz.items, setting.history)
    path = write_feedback(tmp_path, results[1], asked.papers, judge, tmp_path, "ko")
    assert path == tmp_path / "feedback" / "s02.html"
    page = path.read_text()
    assert '<html lang="ko">' in page
    assert '<section class="item"' not in page


def test_an_attempt_without_a_score(page_of, quiz):
    items = list(quiz.items)
    broken = items[5].model_dump(exclude_defaults=True) | {"answer": {"number": "1/0"}}
    items[5] = type(items[5]).model_validate(broken)
    page = page_of("s01", quiz.model_copy(update={"items": items}))
    assert "That is not your fault" in page
    assert '<p class="score">' not in page


def test_only_items_of_the_paper_that_were_judged(quiz, asked, window, tmp_path):
    paper = asked.of("s01")[0]
    setting = Setting(quiz, asked, History(tmp_path), NOW, window)
    filled = FilledPaper("f", paper.id, "s01", {}, time=window.opens)
    (result, *_), _ = score_quiz(Came((filled,)), setting)
    best = replace(result.best, items=result.best.items[:2])
    judge = Judge(quiz.items, setting.history)
    page = feedback_page(
        replace(result, attempts=(best,)), asked.papers, judge, tmp_path, "en"
    )
    assert page.count('<section class="item"') == 2


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        (Judged("a", 1, Verdict.RIGHT, 1, 1, key="4"), [("right", "green")]),
        (
            Judged("a", 1, Verdict.WRONG, 0, 1, key="4", say=Text("Rows.", "행")),
            [("wrong", "red"), ("Rows.", ""), ("Key: 4", "")],
        ),
        (
            Judged("a", 1, Verdict.COULD_NOT_SCORE, None, 1, problem=Text("so", "왜")),
            [("could not be scored", "dim"), ("so", "dim")],
        ),
        (Judged("a", 1, Verdict.PARTLY, 0.5, 1), [("partly right", "yellow")]),
    ],
)
def test_what_a_terminal_says(judged, said):
    words = [(word.render("en"), colour) for word, colour in judged_words(judged)]
    assert words == said

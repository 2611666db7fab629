from datetime import UTC, datetime, timedelta

import pytest

from autograder.messages import Text
from autograder.quizzes.attendance import Presence, Status
from autograder.quizzes.model import Judged, Verdict
from autograder.quizzes.report import (
    alpha_words,
    decimals,
    median_minutes,
    share,
    statistics_csv,
    statistics_of,
    statistics_page,
)
from autograder.quizzes.results import Attempt, QuizResult
from autograder.quizzes.schema import Quiz
from autograder.quizzes.statistics import Alpha

NOW = datetime(2026, 12, 2, tzinfo=UTC)
QUIZ = Quiz.model_validate(
    {
        "quiz": "week5",
        "title": {"en": "Deep <networks>", "ko": "심층 신경망"},
        "items": [
            {
                "id": name,
                "ask": {"en": "?", "ko": "?"},
                "answer": {"shape": [1]},
            }
            for name in ("w-shape", "b-shape")
        ],
    }
)


def result(student, shares, mistake=None, minutes=None):
    items = tuple(
        Judged(
            item,
            1,
            Verdict.RIGHT if part == 1 else Verdict.WRONG,
            part,
            1.0,
            mistake=None if part else mistake,
            seconds=30.0 if item == "w-shape" else None,
        )
        for item, part in zip(("w-shape", "b-shape"), shares, strict=True)
    )
    started = None if minutes is None else NOW - timedelta(minutes=minutes)
    attempt = Attempt(
        f"P{student}", 1, "en", "", NOW, started, 1.0, items, sum(shares), 2.0
    )
    presence = Presence(Status.PRESENT, Text("there", "있음"))
    return QuizResult(
        student, "week5", presence, sum(shares), 2.0, NOW, attempts=(attempt,)
    )


RESULTS = [
    result("Ada", (1, 1), minutes=8),
    result("Kim", (1, 0), "swapped", minutes=10),
    result("Lee", (0, 0), "swapped"),
    QuizResult("Park", "week5", Presence(Status.ABSENT, Text("", "")), None, 2.0, NOW),
]


def test_a_table_of_the_items():
    assert statistics_csv(statistics_of(RESULTS)).splitlines() == [
        "item,papers,facility,spread,discrimination,unanswered,seconds,mistakes",
        "b-shape,3,0.3333,0.5774,0.5,0,,swapped 2",
        "w-shape,3,0.6667,0.5774,0.5,0,30,swapped 1",
    ]


def test_nobody_is_named():
    page = statistics_page(QUIZ, RESULTS, "en")
    assert not any(name in page for name in ("Ada", "Kim", "Lee", "Park"))
    assert "Deep &lt;networks&gt;" in page
    assert "<code>swapped</code>&nbsp;×&nbsp;2" in page
    assert "50%" in page
    assert "<h2>Items</h2>" in page


def test_a_page_of_nothing():
    page = statistics_page(QUIZ, [], "ko")
    assert '<html lang="ko">' in page
    assert "심층 신경망" in page


def test_working_time_is_of_trusted_clocks():
    assert median_minutes(RESULTS) == 9
    assert median_minutes(RESULTS[2:]) is None


@pytest.mark.parametrize(
    ("alpha", "said"),
    [
        (
            Alpha(0.8, 0.7, 0.9, 12, 30),
            "Cronbach's α over 12 items: 0.70 to 0.90 at 95%.",
        ),
        (
            Alpha(0.5, 0.25, 0.75, 4, 30),
            "Cronbach's α over 4 items: 0.25 to 0.75 at 95%. With so few items it is "
            "low by nature and says little.",
        ),
        (
            None,
            "Cronbach's α needs two items that every paper holds, and three papers; "
            "with papers that draw different items there is none.",
        ),
    ],
)
def test_how_alpha_is_read(alpha, said):
    assert alpha_words(alpha).render("en") == said


def test_numbers():
    assert (decimals(-0.0), decimals(0.256), share(None), share(0.5)) == (
        "0.00",
        "0.26",
        "–",
        "50%",
    )

from __future__ import annotations

from datetime import datetime

import pytest

from autograder.course.calendar import Window
from autograder.quizzes.words import WORDS, points_words, window_words, words


def test_every_word_is_there():
    assert words("en")["key"] == "Key"
    assert set(words("ko")) == set(WORDS)


@pytest.mark.parametrize(
    ("score", "said"), [(1, "1 point"), (2, "2 points"), (0.5, "0.5 points")]
)
def test_points(score, said):
    assert points_words(score).render("en") == said


@pytest.mark.parametrize(
    ("closes", "minutes", "said"),
    [
        (
            "2026-12-01T10:20:00+09:00",
            10,
            ["2026-12-01 10:00 to 10:20 (UTC+09:00)", "10 minutes"],
        ),
        (
            "2026-12-02T09:00:00+09:00",
            None,
            ["2026-12-01 10:00 to 2026-12-02 09:00 (UTC+09:00)"],
        ),
    ],
)
def test_times(closes, minutes, said):
    opens = datetime.fromisoformat("2026-12-01T10:00:00+09:00")
    window = Window(opens, datetime.fromisoformat(closes), minutes)
    assert [message.render("en") for message in window_words(window)] == said

"""The statistics of a quiz as a page and as a table; nobody is named."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from statistics import median

from jinja2 import Environment

from autograder.messages import Language, Message, Words
from autograder.quizzes.attendance import Status
from autograder.quizzes.results import QuizResult
from autograder.quizzes.schema import Quiz
from autograder.quizzes.statistics import (
    CONFIDENCE,
    Alpha,
    QuizStatistics,
    quiz_statistics,
)
from autograder.reports.pages import page_environment
from autograder.reports.summary import distribution
from autograder.reports.views import bars

TEMPLATES = Path(__file__).parent / "templates"
LABELS = {
    "absent": Message("absent"),
    "alpha": Message("Cronbach's α"),
    "asked": Message("Asked"),
    "attendance": Message("Attendance"),
    "axes": Message(
        "Across: facility, the mean share of the points. Up: discrimination. The line "
        "is at 0.2: items below it tell good and weak students poorly apart."
    ),
    "discrimination": Message("Discrimination"),
    "each_item": Message("Items"),
    "distribution": Message("Scores"),
    "distribution_axis": Message("score in percent"),
    "excused": Message("excused"),
    "facility": Message("Facility"),
    "how_to_read": Message(
        "Facility is the mean share of the points. Discrimination is the correlation "
        "of an item with the rest of the same paper. An item with a facility near 0 or "
        "a discrimination below 0 deserves a look: is its key right?"
    ),
    "item": Message("Item"),
    "late": Message("late"),
    "left_out": Message("Left out"),
    "mean": Message("Mean"),
    "median": Message("Median"),
    "mistakes": Message("Mistakes"),
    "papers": Message("Papers"),
    "picture": Message("Facility and discrimination"),
    "present": Message("present"),
    "seconds": Message("Median seconds"),
    "spread": Message("Standard deviation"),
    "statistics": Message("Quiz statistics"),
    "time": Message("Median minutes"),
    "unknown": Message("unknown"),
}
HEAD = (
    "item",
    "papers",
    "facility",
    "spread",
    "discrimination",
    "unanswered",
    "seconds",
    "mistakes",
)


def statistics_of(results: Sequence[QuizResult]) -> QuizStatistics:
    """Return the statistics of the attempts that count."""
    return quiz_statistics([result.best.items for result in results if result.best])


def statistics_page(
    quiz: Quiz, results: Sequence[QuizResult], language: Language
) -> str:
    """Return the page of a quiz's statistics, as HTML."""
    found = statistics_of(results)
    statuses = Counter(str(result.presence.status) for result in results)
    return (
        _environment()
        .get_template("statistics.html")
        .render(
            language=language,
            words={name: words.render(language) for name, words in LABELS.items()},
            title=quiz.title.ko if language == "ko" else quiz.title.en,
            found=found,
            minutes=median_minutes(results),
            alpha=alpha_words(found.alpha).render(language),
            bars=bars(distribution(found.scores)),
            attendance={status: statuses[status] for status in map(str, Status)},
            points=[item for item in found.items if item.discrimination is not None],
        )
    )


def statistics_csv(found: QuizStatistics) -> str:
    """Return a row per item, as CSV."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEAD)
    for item in found.items:
        mistakes = ", ".join(f"{name} {count}" for name, count in item.mistakes.items())
        numbers = (
            item.facility,
            item.spread,
            item.discrimination,
            item.unanswered,
            item.seconds,
        )
        cells = ("" if number is None else f"{number:.4g}" for number in numbers)
        rows.writerow((item.item, item.papers, *cells, mistakes))
    return text.getvalue()


def median_minutes(results: Sequence[QuizResult]) -> float | None:
    """Return the median working time; None where no trusted clock tells any."""
    minutes = [
        (best.time - best.started).total_seconds() / 60
        for result in results
        if (best := result.best) and best.time and best.started
    ]
    return median(minutes) if minutes else None


def alpha_words(alpha: Alpha | None) -> Words:
    """Return how Cronbach's α is to be read."""
    if alpha is None:
        return Message(
            "Cronbach's α needs two items that every paper holds, and three papers; "
            "with papers that draw different items there is none."
        )
    if alpha.is_of_few_items:
        return Message(
            "Cronbach's α over {items} items: {low} to {high} at {confidence}%. With "
            "so few items it is low by nature and says little.",
            **_numbers(alpha),
        )
    return Message(
        "Cronbach's α over {items} items: {low} to {high} at {confidence}%.",
        **_numbers(alpha),
    )


def _numbers(alpha: Alpha) -> dict[str, str]:
    return {
        "items": str(alpha.items),
        "low": decimals(alpha.low),
        "high": decimals(alpha.high),
        "confidence": f"{100 * CONFIDENCE:.0f}",
    }


def decimals(value: float, digits: int = 2) -> str:
    """Return a number with so many decimals; minus zero is zero."""
    return f"{value + 0:.{digits}f}"


def share(value: float | None) -> str:
    """Return a share in percent, or a dash where there is none."""
    return "–" if value is None else f"{100 * value:.0f}%"


@cache
def _environment() -> Environment:
    environment = page_environment(TEMPLATES)
    environment.filters.update(decimals=decimals, share=share)
    environment.globals.update(x=_across, y=_up)
    return environment


def _across(facility: float) -> float:
    return 60 + 860 * facility


def _up(discrimination: float) -> float:
    return 20 + 340 * (1 - discrimination) / 1.5

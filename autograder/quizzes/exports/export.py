"""Make the archive of a quiz for one home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from autograder.course.course import Course
from autograder.messages import Language, Text
from autograder.quizzes.exports.archive import Archive
from autograder.quizzes.exports.baked import Bakery
from autograder.quizzes.exports.canvas import canvas_archive
from autograder.quizzes.exports.moodle import moodle_archive
from autograder.quizzes.exports.plain_text import plain_text
from autograder.quizzes.exports.translation import Pool, make_pools
from autograder.quizzes.publish import secret_of
from autograder.quizzes.schema import Quiz

Home = Literal["canvas", "moodle", "text"]
SUFFIXES: dict[Home, str] = {"canvas": "zip", "moodle": "xml", "text": "txt"}


@dataclass(frozen=True)
class Exported:
    """An archive, and what is in it."""

    archive: Archive
    pools: tuple[Pool, ...]
    left_out: tuple[str, ...]
    """Items that are void."""


def export(
    course: Course, quiz: Quiz, home: Home, languages: Sequence[Language], count: int
) -> Exported:
    """Return a quiz for another home; who has the secret gets the same one again.

    Parameters
    ----------
    course : Course
    quiz : Quiz
    home : {"canvas", "moodle", "text"}
    languages : sequence of {"en", "ko"}
        One; a text may be in several, one after another.
    count : int
        Variants of an item that has parameters.

    Raises
    ------
    AutograderError
        If the secret of the course is gone.
    AuthoringError
        If an item cannot be drawn or shown.
    """
    secret, folder = secret_of(course), course.root / "quizzes"
    pools = {
        language: make_pools(quiz, Bakery(secret, course.term, language, count, folder))
        for language in languages
    }
    archive = _archive(quiz, home, pools)
    void = tuple(item.id for item in quiz.items if item.void)
    return Exported(archive, pools[languages[0]], void)


def _archive(
    quiz: Quiz, home: Home, pools: dict[Language, tuple[Pool, ...]]
) -> Archive:
    title = Text(quiz.title.en, quiz.title.ko)
    language = next(iter(pools))
    if home == "canvas":
        return canvas_archive(quiz.quiz, title.render(language), pools[language])
    if home == "moodle":
        return moodle_archive(quiz.quiz, pools[language])
    texts = [plain_text(title.render(it), made, it) for it, made in pools.items()]
    return Archive("\n\n".join(texts).encode())

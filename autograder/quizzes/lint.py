"""Lint the items of a quiz side by side, a process for each core."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from autograder.quizzes.arrays import NumpyWorkers
from autograder.quizzes.lint_item import SEEDS, ItemLint, lint_item
from autograder.quizzes.quiz_file import QuizFile
from autograder.quizzes.schema import Item, Quiz


def lint_quiz(quiz: Quiz, seeds: int = SEEDS, jobs: int = 1) -> list[ItemLint]:
    """Return what is wrong with each item of a quiz.

    Parameters
    ----------
    quiz : Quiz
    seeds : int
        Variants of each item that has parameters.
    jobs : int
        Processes.
    """
    lint = partial(_lint, seeds=seeds)
    if jobs == 1:
        return list(map(lint, quiz.items))
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(lint, quiz.items))


def _lint(item: Item, seeds: int) -> ItemLint:
    with NumpyWorkers() as numpy:
        return lint_item(item, seeds, numpy)


def finding_lines(file: QuizFile, quiz: Quiz, found: list[ItemLint]) -> list[str]:
    """Return what is wrong in a quiz, one line each, in the order of the file."""
    lines = []
    if quiz.draw is not None and quiz.draw > len(quiz.items):
        what = f"expected at most {len(quiz.items)}, the number of items"
        lines.append(file.problem(("draw",), f"{what}, got {quiz.draw}"))
    for number, item in enumerate(found):
        for finding in item.findings:
            what = f"warning: {finding.what}" if finding.is_warning else finding.what
            lines.append(file.problem(("items", number, *finding.place), what))
    return sorted(lines, key=file.line_of)


def is_clean(quiz: Quiz, found: list[ItemLint]) -> bool:
    """Return whether nothing is wrong in a quiz; warnings are nothing wrong."""
    enough = quiz.draw is None or quiz.draw <= len(quiz.items)
    return enough and all(item.is_clean for item in found)

"""A quiz for Moodle: a bank of questions as Moodle XML.

An item with several variants is a category of its own, from which a quiz takes a
random question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from autograder.quizzes.exports.archive import Archive, notes_on
from autograder.quizzes.exports.credit import parts_of
from autograder.quizzes.exports.interactions import Blanks, Choice, Matching
from autograder.quizzes.exports.moodle_items import add_item, weight_of
from autograder.quizzes.exports.translation import Pool
from autograder.quizzes.exports.trees import add, document


def moodle_archive(quiz: str, pools: Sequence[Pool]) -> Archive:
    """Return a file for *Question bank, Import, Moodle XML* in Moodle."""
    root = Element("quiz")
    for pool in sorted(pools, key=lambda pool: pool.is_drawn):
        _category(root, quiz, pool)
        for asked in pool.asked:
            add_item(root, asked)
    return Archive(document(root), notes_on(pools, _notes))


def _category(root: Element, quiz: str, pool: Pool) -> None:
    """Say where the questions that follow are put."""
    path = f"$course$/top/{quiz}"
    category = add(add(root, "question", "", {"type": "category"}), "category")
    add(category, "text", f"{path}/{pool.item.id}" if pool.is_drawn else path)


def _notes(pool: Pool) -> Iterator[str]:
    """Yield what Moodle does otherwise than we do with one item."""
    match pool.asked[0].interaction:
        case Choice(single=False, credit="each"):
            yield "each right option earns a part, and each wrong one loses one"
        case Choice(single=False, credit="all"):
            yield "each right option earns a part, and a wrong one loses all"
        case Matching(credit="all" | "longest"):
            yield "each right pair earns a part"
        case Blanks() as blanks:
            yield from _notes_on_blanks(blanks, pool.item.points)
    rights = {
        asked.interaction.rights
        for asked in pool.asked
        if isinstance(asked.interaction, Choice)
    }
    if any(len(set(parts_of(count))) > 1 for count in rights):
        yield "right options earn unequal parts"


def _notes_on_blanks(blanks: Blanks, points: float) -> Iterator[str]:
    if blanks.credit == "all":
        yield "each right blank earns a part"
    worth = weight_of(blanks, points) * len(blanks.blanks)
    if worth != points:
        yield f"worth {worth} in the bank, set it to {points:g} in the quiz"

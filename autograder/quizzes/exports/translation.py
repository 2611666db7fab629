"""How a variant is asked elsewhere, and what is said there to its mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any

from autograder.errors import AuthoringError
from autograder.messages import Message
from autograder.quizzes.exports.baked import Baked, Bakery
from autograder.quizzes.exports.interactions import (
    Blank,
    Blanks,
    Choice,
    Essay,
    Interaction,
    Matching,
    Near,
    Number,
    Option,
    Pair,
    Short,
    Spelled,
    Truth,
)
from autograder.quizzes.exports.spellings import array_spellings, shape_spellings
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.answer import Answer
from autograder.quizzes.kinds.array import ArrayAnswer
from autograder.quizzes.kinds.blanks import BlanksAnswer
from autograder.quizzes.kinds.choice import ManyAnswer, OneAnswer
from autograder.quizzes.kinds.line import LineAnswer
from autograder.quizzes.kinds.match import MatchAnswer
from autograder.quizzes.kinds.number import NumberAnswer
from autograder.quizzes.kinds.order import OrderAnswer
from autograder.quizzes.kinds.shape import ShapeAnswer
from autograder.quizzes.kinds.text import TextAnswer
from autograder.quizzes.kinds.true_false import TrueFalseAnswer
from autograder.quizzes.schema import Item, Quiz
from autograder.quizzes.score import judge


@dataclass(frozen=True)
class Asked:
    """A variant, and how it is asked."""

    baked: Baked
    interaction: Interaction


@dataclass(frozen=True)
class Pool:
    """The variants of one item, no two alike."""

    item: Item
    asked: tuple[Asked, ...]
    has_none: bool = False
    """Whether an option for no option at all had to be added."""

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to draw from."""
        return len(self.asked) > 1


def make_pools(quiz: Quiz, bakery: Bakery) -> tuple[Pool, ...]:
    """Return a pool for every item that counts.

    Raises
    ------
    AuthoringError
        If an item cannot be drawn or shown.
    """
    pools = []
    for item in quiz.items:
        try:
            if item.void is None:
                pools.append(_pool(item, list(bakery.bake(item))))
        except ExpressionError as error:
            raise AuthoringError(
                f"{quiz.quiz}: {item.id}: {error}; see autograder quiz lint {quiz.quiz}"
            ) from None
    return tuple(pools)


def _pool(item: Item, variants: list[Baked]) -> Pool:
    """Offer an option for no option in all variants of an item, or in none."""
    asked = [Asked(one, translated(item.answer, one)) for one in variants]
    if any(map(_has_no_right, asked)):
        return Pool(item, tuple(map(_with_none, asked)), has_none=True)
    return Pool(item, tuple(asked))


def _has_no_right(asked: Asked) -> bool:
    """Return whether no option of a choice is right, which other homes refuse."""
    choice = asked.interaction
    return isinstance(choice, Choice) and not choice.rights


def _with_none(asked: Asked) -> Asked:
    choice = asked.interaction
    assert isinstance(choice, Choice)  # noqa: S101 - all variants are of one kind
    said = asked.baked.say(Message("none of these"))
    options = (*choice.options, Option(said, not choice.rights))
    return replace(asked, interaction=replace(choice, options=options, shuffled=False))


@singledispatch
def translated(answer: Answer, baked: Baked) -> Interaction:
    """Return how a variant is asked: by an essay, unless its kind says better."""
    return Essay(answer.show(answer.key(baked.scope), baked.variant.form))


@translated.register
def _one(answer: OneAnswer, baked: Baked) -> Choice:
    right = answer.right(baked.scope)
    options = tuple(
        Option(option.text, option.key in right, _said(baked, option.key))
        for option in baked.variant.form.options
    )
    return Choice(options, single=True, shuffled=answer.shuffle)


@translated.register
def _many(answer: ManyAnswer, baked: Baked) -> Choice:
    """Say only what is true of an option whatever else is chosen."""
    right = answer.right(baked.scope)
    options = []
    for option in baked.variant.form.options:
        said = answer.says(frozenset({option.key}), baked.scope)
        say = baked.say(baked.scope.text(said[1])) if said else ""
        options.append(Option(option.text, option.key in right, say))
    return Choice(tuple(options), False, answer.shuffle, answer.credit)


@translated.register
def _truth(answer: TrueFalseAnswer, baked: Baked) -> Truth:
    says = {value: _said(baked, value) for value in (True, False)}
    return Truth(answer.key(baked.scope), says)


def _said(baked: Baked, response: Any) -> str:
    """Return what is said to a response, or nothing."""
    say = judge(baked.item, baked.variant, response).say
    return baked.say(say) if say else ""


@translated.register
def _number(answer: NumberAnswer, baked: Baked) -> Number:
    key = answer.key(baked.scope)
    wrong = (Near(it, answer.tolerance(it), say) for it, say in _meant(baked))
    return Number(Near(key, answer.tolerance(key)), tuple(wrong))


@translated.register
def _line(answer: LineAnswer, baked: Baked) -> Number:
    wrong = tuple(Near(line, 0, say) for line, say in _meant(baked))
    return Number(Near(answer.key(baked.scope), 0), wrong)


def _meant(baked: Baked) -> Iterator[tuple[Any, str]]:
    """Yield each mistake as a response as it is read, and what is said to it."""
    answer: Answer = baked.item.answer
    for mistake in baked.item.mistakes:
        say = baked.say(baked.scope.text(mistake.say))
        for read in answer.meant(mistake.when, baked.scope):
            yield read, say


@translated.register
def _shape(answer: ShapeAnswer, baked: Baked) -> Short:
    right = Spelled(shape_spellings(answer.key(baked.scope)))
    wrong = (Spelled(shape_spellings(read), say) for read, say in _meant(baked))
    return Short(right, tuple(wrong))


@translated.register
def _array(answer: ArrayAnswer, baked: Baked) -> Short | Essay:
    """Ask for spellings of a small array of whole numbers, else for an essay."""
    key = answer.key(baked.scope)
    right = array_spellings(key)
    if not right:
        return Essay(answer.show(key, baked.variant.form))
    spelled = [(array_spellings(read), say) for read, say in _meant(baked)]
    wrong = (Spelled(texts, say) for texts, say in spelled if texts)
    return Short(Spelled(right), tuple(wrong))


@translated.register
def _text(answer: TextAnswer, baked: Baked) -> Short:
    right = Spelled(tuple(answer.key(baked.scope)))
    wrong = (Spelled((read,), say) for read, say in _meant(baked))
    return Short(right, tuple(wrong), answer.case, bool(answer.patterns))


@translated.register
def _match(answer: MatchAnswer, baked: Baked) -> Matching:
    form = baked.variant.form
    places = {option.key: place for place, option in enumerate(form.options)}
    key = answer.key(baked.scope)
    pairs = tuple(Pair(part.text, places[key[part.key]]) for part in form.parts)
    return Matching(pairs, tuple(option.text for option in form.options), answer.credit)


@translated.register
def _order(answer: OrderAnswer, baked: Baked) -> Matching:
    """Match each step to its place; steps in any order have a place in common."""
    places: dict[str, int] = {}
    labels: list[str] = []
    first = 1
    for group in answer.key(baked.scope):
        places |= dict.fromkeys(group, len(labels))
        last = first + len(group) - 1
        labels.append(f"{first}" if first == last else f"{first}–{last}")
        first = last + 1
    steps = baked.variant.form.options
    if len(places) < len(steps):
        labels.append(baked.say(Message("does not belong")))
    rest = len(labels) - 1
    pairs = tuple(Pair(step.text, places.get(step.key, rest)) for step in steps)
    return Matching(pairs, tuple(labels), answer.credit, is_order=True)


@translated.register
def _blanks(answer: BlanksAnswer, baked: Baked) -> Blanks:
    blanks = (
        Blank(name, Spelled(_packed(texts)), tuple(_wrong(baked, name)))
        for name, texts in answer.key(baked.scope).items()
    )
    return Blanks(tuple(blanks), answer.case, answer.credit)


def _wrong(baked: Baked, name: str) -> Iterator[Spelled]:
    """Yield the mistakes that are made in one blank alone."""
    for mistake in baked.item.mistakes:
        if list(mistake.when) == [name]:
            texts = mistake.when[name]
            texts = texts if isinstance(texts, list) else [texts]
            say = baked.say(baked.scope.text(mistake.say))
            yield Spelled(_packed([baked.scope.line(str(t)) for t in texts]), say)


def _packed(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts as written and without spaces, which do not matter to us."""
    packed = ["".join(text.split()) for text in texts]
    return tuple(dict.fromkeys([*texts, *packed]))

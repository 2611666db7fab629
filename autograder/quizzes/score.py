"""Decide what a response is worth: a pure function of item, variant and response."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from autograder.messages import Message, Text, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.answer import MAX_BITS, Answer
from autograder.quizzes.model import Judged, Plain, Unreadable, Variant, Verdict
from autograder.quizzes.schema import Item, Mistake
from autograder.quizzes.scope import Numpy, Scope

MAX_RESPONSE = 10_000
"""Characters of a response that is read at all."""
MAX_DEPTH = 10
"""Of lists and mappings from programs."""


def judge(
    item: Item, variant: Variant, response: Plain, numpy: Numpy | None = None
) -> Judged:
    """Return the verdict on a response; total, whatever the response is.

    Parameters
    ----------
    item : Item
        As it is now: a corrected key counts for old responses too.
    variant : Variant
        As it was asked.
    response : plain data
        As it came in; None or blank when there is none.
    numpy : Numpy, optional
        Where expressions run.
    """
    judged = Judged(
        item=variant.item,
        rev=variant.rev,
        outcome=Verdict.COULD_NOT_SCORE,
        score=None,
        max_score=variant.points,
        response=response,
    )
    if item.void is not None:
        return _void(judged, item.void)
    try:
        scope = Scope(item, variant.params, numpy)
        answer: Answer = item.answer
        key = answer.key(scope)
        judged = replace(judged, key=answer.show(key, variant.form))
        return _scored(judged, scope, variant, key)
    except ExpressionError as error:
        return replace(judged, problem=Text(str(error), str(error)))


def _void(judged: Judged, how: str) -> Judged:
    if how == "full":
        return replace(judged, outcome=Verdict.RIGHT, score=judged.max_score)
    return replace(judged, outcome=Verdict.DROPPED, score=0.0, max_score=0.0)


def _scored(judged: Judged, scope: Scope, variant: Variant, key: Any) -> Judged:
    answer: Answer = scope.item.answer
    response = judged.response
    if is_blank(response):
        return replace(judged, outcome=Verdict.UNANSWERED, score=0.0)
    try:
        _check_size(response)
        read = answer.read(response, variant.form)
        credit = answer.grade(read, key, scope)
    except Unreadable as error:
        why = error.why
        return replace(judged, outcome=Verdict.UNREADABLE, score=0.0, problem=why)
    judged = replace(
        judged,
        outcome=_verdict(credit),
        score=credit * judged.max_score,
        read=answer.show(read, variant.form),
    )
    if credit == 1:
        return judged
    mistake, say = _mistake(scope, read)
    return replace(judged, mistake=mistake, say=say)


def _verdict(credit: float) -> Verdict:
    if credit == 1:
        return Verdict.RIGHT
    return Verdict.PARTLY if credit > 0 else Verdict.WRONG


def _mistake(scope: Scope, read: Any) -> tuple[str | None, Words | None]:
    """Return the id of the first mistake that a response is, and what is said to it."""
    found: Mistake
    for found in scope.item.mistakes:
        if scope.item.answer.is_mistake(read, found.when, scope):
            return found.id, scope.text(found.say)
    if said := scope.item.answer.says(read, scope):
        return said[0], scope.text(said[1])
    return None, None


def is_blank(response: Plain) -> bool:
    """Return whether nothing was answered."""
    return response is None or (isinstance(response, str) and not response.strip())


def _check_size(response: Plain) -> None:
    """Check what even a program may hand in.

    Raises
    ------
    Unreadable
        If it is too long or nested too deeply, or holds what is not a finite number.
    """
    size = 0
    left = [(response, 0)]
    while left:
        value, depth = left.pop()
        if depth > MAX_DEPTH:
            raise Unreadable(Message("it is nested too deeply"))
        if isinstance(value, dict):
            value = [*value.keys(), *value.values()]
        if isinstance(value, list):
            left += [(inner, depth + 1) for inner in value]
        if not _is_finite(value):
            raise Unreadable(Message("the value is not a finite number"))
        size += len(value) if isinstance(value, str | list) else 1
        if size > MAX_RESPONSE:
            why = Message("it is longer than {most} characters", most=MAX_RESPONSE)
            raise Unreadable(why)


def _is_finite(value: Plain) -> bool:
    if isinstance(value, int):
        return value.bit_length() <= MAX_BITS
    return not isinstance(value, float) or math.isfinite(value)

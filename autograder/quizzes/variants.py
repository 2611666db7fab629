"""Draw the variant of an item that one student gets in one attempt.

The seed is HMAC-SHA256(secret, term, student, item, rev, attempt): without the secret
of the course nobody can tell a variant beforehand, and with it the same one comes out.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.messages import Language, Words
from autograder.quizzes.draws import Draws
from autograder.quizzes.expressions import FUNCTIONS, ExpressionError, evaluate
from autograder.quizzes.figures import draw_figure
from autograder.quizzes.model import Draw, Variant
from autograder.quizzes.schema import Item, Quiz
from autograder.quizzes.scope import Numpy, Scope

MAX_TRIES = 1000
"""Draws after which `require` is taken to be impossible."""


@dataclass(frozen=True)
class Sitting:
    """One attempt of one student in one term.

    Parameters
    ----------
    secret : bytes
        Of the course.
    attempt : str
        ``1``, ``2``, …; a practice paper has names of its own, such as ``practice-1``.
    """

    secret: bytes
    term: str
    student: str
    attempt: str = "1"

    def seed(self, *parts: str) -> bytes:
        """Return the 32 bytes from which everything named by `parts` is drawn."""
        whole = (self.term, normal_id(self.student), *parts, self.attempt)
        text = b"".join(_framed(part) for part in whole)
        return hmac.digest(self.secret, text, hashlib.sha256)


def normal_id(student: str) -> str:
    """Return a student's id as it is compared: NFC, no space around it.

    File names in archives made on macOS are in NFD.
    """
    return unicodedata.normalize("NFC", student).strip()


def _framed(part: str) -> bytes:
    raw = part.encode("utf-8", "surrogatepass")
    return len(raw).to_bytes(4) + raw


def draw_items(quiz: Quiz, sitting: Sitting) -> tuple[Item, ...]:
    """Return the items of one paper, in the order of the file; void ones are left."""
    pool = [item for item in quiz.items if item.void is None]
    if quiz.draw is None or quiz.draw >= len(pool):
        return tuple(pool)
    numbers = Draws(sitting.seed("draw", quiz.quiz)).sample(range(len(pool)), quiz.draw)
    return tuple(pool[number] for number in sorted(numbers))


def draw_params(item: Item, seed: bytes, numpy: Numpy | None = None) -> Draw:
    """Return parameters of `item` for which everything in `require` holds.

    Raises
    ------
    ExpressionError
        If an expression cannot be computed, or nothing fits in `MAX_TRIES` draws.
    """
    draws = Draws(seed)
    for tries in range(1, MAX_TRIES + 1):
        params = _drawn(item, draws)
        if holds(item, params, numpy):
            return Draw(params, tries)
    raise ExpressionError(
        f"require: expected to hold for some draws, got none in {MAX_TRIES}"
    )


def _drawn(item: Item, draws: Draws) -> dict[str, Any]:
    functions = {**FUNCTIONS, **draws.functions}
    params: dict[str, Any] = {}
    for name, spec in item.params.items():
        is_expression = isinstance(spec, str)
        value = evaluate(spec, params, functions) if is_expression else spec
        params[name] = _plain(name, value)
    return params


def _plain(name: str, value: Any) -> Any:
    """Return a parameter as it will come back from a manifest: tuples are lists.

    Raises
    ------
    ExpressionError
        If JSON cannot hold it.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(name, inner) for inner in value]
    what = type(value).__name__
    raise ExpressionError(f"{name}: expected numbers, text or lists, got a {what}")


def holds(item: Item, params: Mapping[str, Any], numpy: Numpy | None = None) -> bool:
    """Return whether `params` satisfy everything that `item` requires."""
    scope = Scope(item, params, numpy)
    return all(scope.value(condition) for condition in item.require)


def make_variant(item: Item, sitting: Sitting, language: Language) -> Variant:
    """Return `item` as one student is asked it.

    Raises
    ------
    ExpressionError
        If an expression or a prompt of it cannot be computed.
    """
    seed = sitting.seed("item", item.id, str(item.rev))
    params = draw_params(item, seed).params
    order: Sequence[str] = item.answer.choices
    if item.answer.shuffled:
        order = Draws(sitting.seed("order", item.id, str(item.rev))).shuffled(order)
    return show_variant(item, params, order, language)


def show_variant(
    item: Item, params: Mapping[str, Any], order: Sequence[str], language: Language
) -> Variant:
    """Return `item` with these parameters, its options in this order."""
    scope = Scope(item, params)

    def render(words: Words) -> str:
        return words.render(language)

    figure, alt = draw_figure(item.figure, scope) if item.figure else ("", None)
    return Variant(
        item=item.id,
        rev=item.rev,
        points=item.points,
        params=params,
        ask=render(scope.text(item.ask)),
        form=item.answer.form(scope, order, render),
        figure=figure,
        alt=render(alt) if alt else "",
    )

"""Lint one item: make many variants of it, and see whether each can be asked.

What breaks a randomised item does so for a few students only, and without a word: a
mistake whose answer is right for some parameters, a key that is not finite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.course.model_places import Place
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.lint_tests import failed_tests
from autograder.quizzes.lint_texts import (
    difference_faults,
    item_texts,
    language_faults,
    text_faults,
)
from autograder.quizzes.lint_variant import Fault, Params, VariantLint
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Numpy
from autograder.quizzes.variants import Sitting, draw_params

SEEDS = 1000
MIN_SHARE = 0.05
"""Of draws for which `require` must hold."""
MIN_TRIES = 400
"""Draws before `require` is judged by them."""
MIN_DISTINCT = 10
"""Variants that an item with parameters must have."""
READ_CLOSELY = 20
"""Variants whose LaTeX is converted."""


@dataclass(frozen=True)
class Finding:
    """Something wrong with an item."""

    place: Place
    """In the item."""
    what: str
    is_warning: bool = False


@dataclass(frozen=True)
class ItemLint:
    """An item, and what was found in it."""

    id: str
    kind: str
    points: float
    tests: int
    variants: int
    """Those that were made: one, if nothing in the item is random."""
    distinct: int
    """How many of them differ to a student."""
    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        return all(finding.is_warning for finding in self.findings)


class _Seen:
    """What was wrong in variants, each with an example and how often it was so."""

    def __init__(self) -> None:
        self._faults: dict[tuple[Place, str], list[tuple[Fault, Params]]] = {}

    def note(self, fault: Fault, params: Params) -> None:
        """Count a fault, which other variants may have too."""
        seen = self._faults.setdefault((fault.place, fault.label), [])
        seen.append((fault, params))

    def findings(self, made: int) -> Iterator[Finding]:
        """Yield each fault once."""
        for seen in self._faults.values():
            fault, params = seen[0]
            given = ", ".join(f"{name}={value!r}" for name, value in params.items())
            often = f" (in {len(seen)} of {made} variants: {given})" if params else ""
            yield Finding(fault.place, fault.what + often)


def lint_item(item: Item, seeds: int = SEEDS, numpy: Numpy | None = None) -> ItemLint:
    """Return what is wrong with an item, over so many variants.

    Parameters
    ----------
    item : Item
    seeds : int
        Variants that are made, if the item has parameters.
    numpy : Numpy, optional
        Where expressions run.
    """
    item = item.model_copy(update={"void": None})
    findings = [Finding(place, what) for place, what in text_faults(item)]
    if findings:
        return _item_lint(item, (), 0, findings)
    findings = [Finding(place, what) for place, what in difference_faults(item)]
    for place, what in language_faults(item):
        findings.append(Finding(place, what, is_warning=True))
    drawn, problem = _draw(item, seeds, numpy)
    texts = tuple(item_texts(item))
    looks, seen = set(), _Seen()
    for number, params in enumerate(drawn):
        closely = number < READ_CLOSELY
        variant = VariantLint(item, params, texts, numpy, closely=closely)
        looks.add(variant.looks)
        for fault in variant.faults:
            seen.note(fault, params)
    wrong = [*filter(None, [problem]), *seen.findings(len(drawn))]
    if item.params and not wrong and len(looks) < min(MIN_DISTINCT, seeds):
        what = f"expected at least {MIN_DISTINCT} different variants, got {len(looks)}"
        wrong.append(Finding(("params",), f"{what} in {len(drawn)}"))
    findings += wrong
    findings += [Finding(place, what) for place, what in failed_tests(item, numpy)]
    return _item_lint(item, drawn, len(looks), findings)


def _item_lint(
    item: Item, drawn: Sequence[Params], distinct: int, findings: Sequence[Finding]
) -> ItemLint:
    return ItemLint(
        id=item.id,
        kind=item.answer.kind,
        points=item.points,
        tests=len(item.tests),
        variants=len(drawn),
        distinct=distinct,
        findings=tuple(findings),
    )


def _draw(
    item: Item, seeds: int, numpy: Numpy | None
) -> tuple[list[Params], Finding | None]:
    """Return the parameters of many variants, and why there are not more."""
    drawn: list[Params] = []
    tries = 0
    for seed in range(seeds if item.params else 1):
        sitting = Sitting(b"lint", "lint", str(seed))
        try:
            draw = draw_params(item, sitting.seed("item", item.id), numpy)
        except ExpressionError as error:
            return drawn, Finding((), str(error))
        drawn.append(draw.params)
        tries += draw.tries
        if tries >= MIN_TRIES and len(drawn) < MIN_SHARE * tries:
            what = f"expected to hold for at least {MIN_SHARE:.0%} of draws"
            return drawn, Finding(("require",), f"{what}, got {len(drawn)} of {tries}")
    return drawn, None

"""Judge responses by the items as they are now, or else as they last were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from autograder.messages import Text, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.history import History
from autograder.quizzes.model import Judged, Plain, Variant, Verdict
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Numpy, Scope
from autograder.quizzes.score import judge


class Judge:
    """Every item of a quiz, past ones too; judges responses to any of its variants.

    Parameters
    ----------
    items : iterable of Item
        As they are now.
    history : History
        For items that are no longer in the file, or whose rule has changed so much
        that it says nothing about a variant that was asked before.
    numpy : Numpy, optional
        Where expressions run.
    """

    def __init__(
        self, items: Iterable[Item], history: History, numpy: Numpy | None = None
    ) -> None:
        self.items = {item.id: item for item in items}
        self.history = history
        self.numpy = numpy
        self.earlier: set[str] = set()
        """Items that were judged by an earlier definition."""
        self._older: dict[tuple[str, int], list[Item]] = {}

    def __call__(self, variant: Variant, response: Plain) -> Judged:
        """Return the verdict on a response; total, whatever the history holds."""
        first: Judged | None = None
        for item in self._definitions(variant):
            judged = self._try(item, variant, response)
            if judged.outcome is not Verdict.COULD_NOT_SCORE:
                if item is not self.items.get(variant.item):
                    self.earlier.add(variant.item)
                return judged
            first = first or judged
        return first or _failed(variant, response, "no definition of it fits")

    def explain(self, variant: Variant) -> Words | None:
        """Return the explanation of an item, if its author wrote one."""
        for item in self._definitions(variant):
            if item.explain is None:
                return None
            with suppress(ExpressionError):
                return Scope(item, variant.params).text(item.explain)
        return None

    def reason(self, variant: Variant) -> Words | None:
        """Return why an item is void; None where it is not."""
        item = self.items.get(variant.item)
        if item is None or item.void is None or item.reason is None:
            return None
        return Text(item.reason.en, item.reason.ko)

    def _definitions(self, variant: Variant) -> Iterator[Item]:
        present = self.items.get(variant.item)
        if present is not None and (present.void or _fits(present, variant)):
            yield present
        key = variant.item, variant.rev
        if key not in self._older:
            self._older[key] = self.history.older(*key)
        yield from (item for item in self._older[key] if _fits(item, variant))

    def _try(self, item: Item, variant: Variant, response: Plain) -> Judged:
        try:
            return judge(item, variant, response, self.numpy)
        except Exception as error:  # one response is never to stop a class
            return _failed(variant, response, f"{type(error).__name__}: {error}")


def _fits(item: Item, variant: Variant) -> bool:
    """Return whether a definition is of the kind that was asked, with its options."""
    options = {option.key for option in variant.form.options}
    is_kind = item.answer.kind == variant.form.kind
    return is_kind and set(item.answer.choices) <= options


def _failed(variant: Variant, response: Plain, why: str) -> Judged:
    return Judged(
        item=variant.item,
        rev=variant.rev,
        outcome=Verdict.COULD_NOT_SCORE,
        score=None,
        max_score=variant.points,
        response=response,
        problem=Text(why, why),
    )

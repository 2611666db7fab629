"""What scoring again changes, before it is applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder.quizzes.history import History, digest
from autograder.quizzes.results import QuizResult
from autograder.quizzes.schema import Item


@dataclass(frozen=True)
class Change:
    """A student whose score is another one."""

    student: str
    before: float | None
    after: float | None
    max_before: float
    max_after: float
    items: tuple[str, ...]
    """Those that are worth something else, of the attempt that counts."""

    @property
    def difference(self) -> float | None:
        """By how much; None where one of them is no score."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def changes(
    before: Iterable[QuizResult], after: Iterable[QuizResult]
) -> Iterator[Change]:
    """Yield whose score changes, in the order of `after`."""
    known = {result.student: result for result in before}
    for new in after:
        old = known.get(new.student)
        was, old_max = (old.score, old.max_score) if old else (None, new.max_score)
        if (was, old_max) != (new.score, new.max_score):
            items = tuple(_items(old, new)) if old else ()
            yield Change(new.student, was, new.score, old_max, new.max_score, items)


def _items(old: QuizResult, new: QuizResult) -> Iterator[str]:
    for item, judged in new.items.items():
        was = old.items.get(item)
        worth = (judged.score, judged.max_score)
        if was is None or (was.score, was.max_score) != worth:
            yield item


def changed_items(
    items: Iterable[Item], history: History, before: Sequence[QuizResult]
) -> list[str]:
    """Return the items whose definitions are not those of the last scoring."""
    scored = max((result.scored for result in before), default=None)
    if scored is None:
        return []
    return [
        item.id for item in items if history.digest(item.id, scored) != digest(item)
    ]

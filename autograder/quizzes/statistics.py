"""What the scores say about the items and about the quiz; no names.

Scores are shares of what could be earned, in [0, 1]. Dropped items, and those that
could not be scored, are left out; what was not answered earned nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import NormalDist

import numpy as np

from autograder.checks.closeness import Array
from autograder.quizzes.model import Judged, Verdict

FEW_ITEMS = 10
"""With fewer, Cronbach's α says little: it grows with the number of items."""
MIN_PAPERS = 3
"""A correlation of two points is always 1 or -1."""
CONFIDENCE = 0.95

Sheet = Mapping[str, float]
"""One paper: the id of each item that counts, and the share that was earned."""


@dataclass(frozen=True)
class ItemStatistics:
    """How one item went."""

    item: str
    papers: int
    """How often it was asked and scored."""
    facility: float
    """The mean share that was earned."""
    spread: float | None
    """Standard deviation of that share (n - 1); None for a single paper."""
    discrimination: float | None
    """Correlation with the mean of the rest of the same paper; None where either
    does not vary, or for fewer than `MIN_PAPERS` papers."""
    unanswered: float
    """Share of the papers that left it out."""
    mistakes: Mapping[str, int] = field(default_factory=dict)
    """How often each mistake was made, the most frequent first."""
    seconds: float | None = None
    """The median of how long it took, where papers tell."""


@dataclass(frozen=True)
class Alpha:
    """Cronbach's α, and the interval that holds it with `CONFIDENCE`."""

    value: float
    low: float
    high: float
    items: int
    papers: int

    @property
    def is_of_few_items(self) -> bool:
        """Whether there are too few items to take it at its word."""
        return self.items < FEW_ITEMS


@dataclass(frozen=True)
class QuizStatistics:
    """How the whole quiz went."""

    papers: int
    mean: float | None
    spread: float | None
    median: float | None
    alpha: Alpha | None
    """Over the items that every paper holds; None if they are fewer than two."""
    items: tuple[ItemStatistics, ...]
    scores: tuple[float, ...]
    """The share that each paper earned, sorted: nobody can be told from it."""


def quiz_statistics(papers: Sequence[Sequence[Judged]]) -> QuizStatistics:
    """Return the statistics of a quiz.

    Parameters
    ----------
    papers : sequence of sequence of Judged
        What was judged on each paper that was handed in.
    """
    kept = [[judged for judged in paper if _counts(judged)] for paper in papers]
    kept = [paper for paper in kept if paper]
    scores = np.sort([_share_of(paper) for paper in kept])
    sheets = [{judged.item: _share(judged) for judged in paper} for paper in kept]
    return QuizStatistics(
        papers=len(kept),
        mean=float(scores.mean()) if kept else None,
        spread=float(scores.std(ddof=1)) if len(kept) > 1 else None,
        median=float(np.median(scores)) if kept else None,
        alpha=cronbach_alpha(_common(sheets)),
        items=_items(kept, sheets),
        scores=tuple(map(float, scores)),
    )


def _counts(judged: Judged) -> bool:
    left_out = (Verdict.DROPPED, Verdict.COULD_NOT_SCORE)
    return judged.outcome not in left_out and judged.max_score > 0


def _share(judged: Judged) -> float:
    return (judged.score or 0.0) / judged.max_score


def _share_of(paper: Sequence[Judged]) -> float:
    earned = sum(judged.score or 0.0 for judged in paper)
    return earned / sum(judged.max_score for judged in paper)


def _items(
    papers: Sequence[Sequence[Judged]], sheets: Sequence[Sheet]
) -> tuple[ItemStatistics, ...]:
    by_item: dict[str, list[Judged]] = defaultdict(list)
    for paper in papers:
        for judged in paper:
            by_item[judged.item].append(judged)
    return tuple(
        _item_statistics(item, by_item[item], sheets) for item in sorted(by_item)
    )


def _item_statistics(
    item: str, judged: Sequence[Judged], sheets: Sequence[Sheet]
) -> ItemStatistics:
    shares = np.array([_share(one) for one in judged])
    blank = sum(one.outcome is Verdict.UNANSWERED for one in judged)
    mistakes = Counter(one.mistake for one in judged if one.mistake)
    seconds = [one.seconds for one in judged if one.seconds is not None]
    return ItemStatistics(
        item=item,
        papers=len(judged),
        facility=float(shares.mean()),
        spread=float(shares.std(ddof=1)) if len(judged) > 1 else None,
        discrimination=item_rest(item, sheets),
        unanswered=blank / len(judged),
        mistakes=dict(mistakes.most_common()),
        seconds=float(np.median(seconds)) if seconds else None,
    )


def item_rest(item: str, sheets: Sequence[Sheet]) -> float | None:
    """Return the corrected item-rest correlation of an item (Pearson's).

    The rest is the mean over the other items of the same paper, as papers may hold
    different items.
    """
    with_rest = [sheet for sheet in sheets if item in sheet and len(sheet) > 1]
    own = np.array([sheet[item] for sheet in with_rest])
    rest = np.array([_rest(item, sheet) for sheet in with_rest])
    if len(own) < MIN_PAPERS or not _varies(own) or not _varies(rest):
        return None
    return float(np.corrcoef(own, rest)[0, 1])


def _rest(item: str, sheet: Sheet) -> float:
    return (sum(sheet.values()) - sheet[item]) / (len(sheet) - 1)


def _varies(values: Array) -> bool:
    return bool(np.ptp(values) > 1e-12)


def _common(sheets: Sequence[Sheet]) -> Array:
    """Return the shares of the items that every paper holds, shape (papers, items)."""
    if not sheets:
        return np.empty((0, 0))
    items = sorted(set.intersection(*(set(sheet) for sheet in sheets)))
    return np.array([[sheet[item] for item in items] for sheet in sheets])


def cronbach_alpha(scores: Array) -> Alpha | None:
    """Return Cronbach's α of a table of scores, or None where it has no meaning.

    α = k / (k - 1) · (1 - Σ var(item) / var(total)). The interval is Bonett's, in
    which ln(1 - α) is normal with variance 2k / ((k - 1)(n - 2)): D. G. Bonett, Sample
    size requirements for testing and estimating coefficient alpha, Journal of
    Educational and Behavioral Statistics 27 (2002) 335.

    Parameters
    ----------
    scores : ndarray, shape (n, k)
        n papers, k items.
    """
    n, k = scores.shape
    if n < MIN_PAPERS or k < 2 or not _varies(scores.sum(axis=1)):
        return None
    total = scores.sum(axis=1).var(ddof=1)
    alpha = k / (k - 1) * (1 - scores.var(axis=0, ddof=1).sum() / total)
    if alpha >= 1:  # rounding, where all items agree
        return Alpha(1.0, 1.0, 1.0, k, n)
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    width = z * np.sqrt(2 * k / ((k - 1) * (n - 2)))
    low = 1 - (1 - alpha) * np.exp(width)
    high = 1 - (1 - alpha) * np.exp(-width)
    return Alpha(float(alpha), float(low), float(high), k, n)

"""Run the tests that an author wrote for an item."""

from __future__ import annotations

import math
from collections.abc import Iterator

from autograder.course.model_places import Place
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.model import Judged
from autograder.quizzes.schema import Item, ItemTest
from autograder.quizzes.scope import Numpy
from autograder.quizzes.score import judge
from autograder.quizzes.variants import holds, show_variant


def failed_tests(item: Item, numpy: Numpy | None) -> Iterator[tuple[Place, str]]:
    """Yield each test of an item that comes out otherwise, and why."""
    if not item.tests:
        yield ("tests",), "expected at least one test, got nothing"
    for index, test in enumerate(item.tests):
        missing = [name for name in item.params if name not in test.given]
        try:
            if missing:
                what = "expected a value for every parameter, got none for"
                yield ("tests", index, "given"), f"{what} {', '.join(missing)}"
            elif not holds(item, test.given, numpy):
                what = "expected values that `require` allows, got others"
                yield ("tests", index, "given"), what
            elif what := _fault(item, test, numpy):
                yield ("tests", index), what
        except ExpressionError as error:
            yield ("tests", index), str(error)


def _fault(item: Item, test: ItemTest, numpy: Numpy | None) -> str:
    """Return how a test comes out otherwise than it says, or nothing."""
    variant = show_variant(item, test.given, item.answer.choices, "en")
    judged = judge(item, variant, test.respond, numpy)
    score = judged.score
    same = score is not None and math.isclose(score, test.score, abs_tol=1e-9)
    if same and judged.mistake == test.mistake:
        return ""
    wanted = f"{test.score:g} for {test.mistake or 'no mistake'}"
    got = f"{'no score' if score is None else f'{score:g}'}"
    said = _told(judged)
    return f"expected {wanted}, got {got} for {judged.mistake or 'no mistake'}{said}"


def _told(judged: Judged) -> str:
    if judged.problem:
        return f" ({judged.outcome}: {judged.problem.render('en')})"
    return f" (read {judged.read}; key {judged.key})"

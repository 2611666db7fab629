"""A quiz for its author: variants side by side, with keys, mistakes and tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.messages import Language, Text, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.answer import Answer
from autograder.quizzes.kinds.choice import Choice
from autograder.quizzes.model import Form, Judged, Paper, Plain, Variant
from autograder.quizzes.pages import quiz_environment
from autograder.quizzes.printed import picture, show_key
from autograder.quizzes.prompts import number
from autograder.quizzes.schema import Item, ItemTest, Mistake, Quiz
from autograder.quizzes.scope import Numpy, Scope
from autograder.quizzes.score import judge
from autograder.quizzes.variants import Sitting, make_variant, show_variant
from autograder.quizzes.words import words
from autograder.reports.text import points

SIDE_BY_SIDE = 3
"""Variants of each item that are shown when no paper is."""


@dataclass(frozen=True)
class MistakeView:
    """A mistake, as it is in one variant."""

    id: str
    stands_for: str
    say: str


@dataclass(frozen=True)
class VariantView:
    """One variant of an item, and what is right and wrong for it."""

    params: str = ""
    variant: Variant | None = None
    picture: str = ""
    right: frozenset[str] = frozenset()
    """The keys of the options to choose."""
    says: Mapping[str, str] = field(default_factory=dict)
    """What is said to whoever wrongly chooses an option, by its key."""
    key: str = ""
    mistakes: tuple[MistakeView, ...] = ()
    explain: str = ""
    problem: str = ""
    """Why some of this could not be computed."""


@dataclass(frozen=True)
class TriedTest:
    """A test of an item, and what came of it."""

    given: str
    response: str
    expected: str
    got: str
    passed: bool


@dataclass(frozen=True)
class ItemView:
    """An item and some of its variants."""

    item: Item
    reason: str
    variants: tuple[VariantView, ...]
    tests: tuple[TriedTest, ...]


@dataclass(frozen=True)
class Previewer:
    """Prepares items for the page.

    Parameters
    ----------
    language : {"en", "ko"}
    folder : Path, optional
        Where the figures are that are files.
    numpy : Numpy, optional
        Where expressions run.
    """

    language: Language
    folder: Path | None = None
    numpy: Numpy | None = None

    def pool(self, quiz: Quiz) -> Iterator[ItemView]:
        """Yield every item, in several variants if it has several."""
        for item in quiz.items:
            several = item.params or item.answer.choices
            seeds = range(1, SIDE_BY_SIDE + 1 if several else 2)
            yield self._item(item, [self._drawn(item, seed) for seed in seeds])

    def paper(self, quiz: Quiz, paper: Paper) -> Iterator[ItemView]:
        """Yield the items of a paper as they stand there."""
        items = {item.id: item for item in quiz.items}
        for variant in paper.variants:
            if item := items.get(variant.item):
                yield self._item(item, [self._variant(item, variant)])

    def _item(self, item: Item, variants: list[VariantView]) -> ItemView:
        why = item.reason
        reason = self._said(Text(why.en, why.ko)) if why else ""
        tests = tuple(self._test(item, test) for test in item.tests)
        return ItemView(item, reason, tuple(variants), tests)

    def _drawn(self, item: Item, seed: int) -> VariantView:
        try:
            sitting = Sitting(b"preview", "", str(seed))
            return self._variant(item, make_variant(item, sitting, self.language))
        except ExpressionError as error:
            return VariantView(problem=str(error))

    def _variant(self, item: Item, variant: Variant) -> VariantView:
        shown = VariantView(
            params=_params(variant.params),
            variant=variant,
            picture=picture(variant, self.folder),
        )
        try:
            return self._solved(item.model_copy(update={"void": None}), shown, variant)
        except ExpressionError as error:
            return replace(shown, problem=str(error))

    def _solved(self, item: Item, shown: VariantView, variant: Variant) -> VariantView:
        scope = Scope(item, variant.params, self.numpy)
        item.answer.key(scope)  # raises what `show_key` would leave out
        key = show_key(item, variant, self.language, self.numpy)
        answer = item.answer
        options = answer.options if isinstance(answer, Choice) else ()
        right = answer.right(scope) if isinstance(answer, Choice) else frozenset()
        says = {
            option.key: self._said(scope.text(option.say))
            for option in options
            if option.say and option.key not in right
        }
        return replace(
            shown,
            right=right,
            says=says,
            key=key.key,
            mistakes=tuple(
                self._mistake(m, scope, variant.form) for m in item.mistakes
            ),
            explain=key.explain,
        )

    def _mistake(self, mistake: Mistake, scope: Scope, form: Form) -> MistakeView:
        answer: Answer = scope.item.answer
        meant = answer.meant(mistake.when, scope)
        stands_for = " / ".join(answer.show(one, form) for one in meant)
        return MistakeView(mistake.id, stands_for, self._said(scope.text(mistake.say)))

    def _test(self, item: Item, test: ItemTest) -> TriedTest:
        item = item.model_copy(update={"void": None})
        expected = (test.score, test.mistake)
        try:
            order = item.answer.choices
            variant = show_variant(item, test.given, order, self.language)
            judged = judge(item, variant, test.respond, self.numpy)
            got, passed = self._outcome(judged), (judged.score, judged.mistake)
        except ExpressionError as error:
            got, passed = str(error), (None, None)
        return TriedTest(
            given=_params(test.given),
            response=str(test.respond),
            expected=_score(*expected),
            got=got,
            passed=passed == expected,
        )

    def _outcome(self, judged: Judged) -> str:
        said = _score(judged.score, judged.mistake)
        return f"{said}: {self._said(judged.problem)}" if judged.problem else said

    def _said(self, said: Words) -> str:
        return said.render(self.language)


def preview_page(quiz: Quiz, previewer: Previewer, paper: Paper | None = None) -> str:
    """Return a page for the author of a quiz, as HTML; it holds every key.

    Parameters
    ----------
    quiz : Quiz
    previewer : Previewer
    paper : Paper, optional
        With its parameters: its items are shown as they stand there. Without it,
        every item of the pool is, in `SIDE_BY_SIDE` variants.

    Raises
    ------
    AuthoringError
        If there is no such figure.
    """
    items = previewer.paper(quiz, paper) if paper else previewer.pool(quiz)
    language = previewer.language
    page = quiz_environment().get_template("preview.html")
    return page.render(
        language=language,
        words=words(language),
        quiz=quiz,
        title=quiz.title.ko if language == "ko" else quiz.title.en,
        paper=paper,
        items=list(items),
    )


def _params(params: Mapping[str, Plain]) -> str:
    return ", ".join(f"{name} = {number(value)}" for name, value in params.items())


def _score(score: float | None, mistake: str | None) -> str:
    return f"{points(score)}, {mistake}" if mistake else points(score)
